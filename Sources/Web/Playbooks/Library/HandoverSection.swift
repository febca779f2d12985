import HTML
import Rouage
import WebCore

/// How far a playbook is on its way to the organisation: the score, who agreed, and the form for what comes next.
struct HandoverSection {
    let page: PlaybookPage
    private var visit: Visit { page.visit }
    private var playbook: Playbook { page.playbook }
    private func say(_ phrase: Phrase) -> String { page.say(phrase) }

    var html: HTML {
        guard playbook.state != .retired else { return "" }
        let score = page.standing.score
        let reliance = page.standing.reliance
        let share: HTML =
            reliance.share.map { share in
                """
                <div><dt>\(say(Phrase(fr: "Dépendance aux Ops", en: "Reliance on Ops")))</dt><dd>\(visit.percent(share)) \
                <span class="q">\(say(Phrase(fr: "des \(reliance.all) étapes bloquantes, la dernière fois : \(reliance.byOps)", en: "of the \(reliance.all) blocking steps, last time: \(reliance.byOps)")))</span></dd></div>
                """
            } ?? ""
        return """
            <section class="sec" id="hand-over" aria-labelledby="h-hand"><header><h2 id="h-hand">\(say(Phrase(fr: "Rendre à l’organisation", en: "Handing it back")))</h2></header>\
            <p class="pbscore"><b>\(score.rounded)</b> <span>\(say(Phrase(fr: "sur 100", en: "out of 100"))) \(Part.status(say(score.band.phrase), score.band.dial))</span></p>
            \(Part.bar(score.score / 100, ""))<p><a href="\(page.address)/score">\(say(Phrase(fr: "Pourquoi \(score.rounded) ?", en: "Why \(score.rounded)?")))</a></p>
            <dl class="pbrules">\(share)\(carried)</dl>\(missing(score))\(consents)\(offer)\(takeBack)</section>
            """
    }

    private var carried: HTML {
        guard let since = playbook.carriedSince else { return "" }
        return """
            <div><dt>\(say(Phrase(fr: "Porté par l’organisation depuis le", en: "Carried by the organisation since")))</dt><dd>\(visit.dates.full(since))</dd></div>
            """
    }

    /// What keeps it from being taken over, in order.
    private func missing(_ score: SelfSustaining) -> HTML {
        guard playbook.carriedBy == .handingOver, let handover = playbook.handover else { return "" }
        func line(_ name: String, _ on: Day?, _ asked: Phrase, _ done: Phrase) -> HTML {
            let words = on == nil ? asked : done
            let status = on == nil ? ("d-sig", "") : ("d-done", "ok")
            let day: HTML = on.map { " <span class=\"q\">\(visit.dates.short($0))</span>" } ?? ""
            return "<li>\(Part.status(say(words), status)) \(name)\(day)</li>"
        }
        let asked = Phrase(fr: "Accord attendu :", en: "Agreement awaited:")
        let given = Phrase(fr: "A accepté :", en: "Accepted:")
        let director =
            handover.director.map { visit.name($0) }
            ?? visit.organisation.director(of: handover.to).map { visit.name($0) }
            ?? say(Phrase(fr: "la CPO", en: "the CPO"))
        let authors = playbook.unsigned(in: visit.organisation).map { author in
            line(visit.name(author), nil, Phrase(fr: "Cosignature attendue :", en: "Co-signature awaited:"), given)
        }
        let signed = handover.signedOff.map { author -> HTML in
            "<li>\(Part.status(say(Phrase(fr: "A cosigné :", en: "Co-signed:")), ("d-done", "ok"))) \(visit.name(author))</li>"
        }
        let isEnough = score.band == .selfSustaining
        let rest = Phrase(
            fr: isEnough ? "Score et conditions atteints" : "80 points et toutes les conditions à atteindre",
            en: isEnough ? "Score and gates reached" : "80 points and every gate to reach")
        return """
            <ul class="plain pbgate">\(line(visit.name(handover.to), handover.ownerAcceptedOn, asked, given))\
            \(line(director, handover.directorAcceptedOn, asked, given))\(authors)\(signed)\
            <li>\(Part.status(say(rest), isEnough ? ("d-done", "ok") : ("d-ack", "")))</li></ul>
            """
    }

    private var consents: HTML {
        guard Playbook.acts.isOffered("acceptance", playbook, to: visit) else { return "" }
        let open = playbook.openConsents(of: page.actor)
        let buttons = open.map { consent -> HTML in
            "<button class=\"btn pri\" name=\"as\" value=\"\(consent.rawValue)\">\(say(consent.phrase))</button>"
        }
        return """
            <form class="noprint" method="post" action="\(page.address)/acceptance">\(Part.csrf(visit))\(Part.version(playbook.version))<div class="acts">\(buttons)</div></form>
            """
    }

    private var offer: HTML {
        let parts = FormParts(visit, prefix: "ho", isSent: visit.isRefused("hand-over"))
        let hint = Phrase(
            fr: "Hors de Product Ops. La personne et sa direction acceptent, chacune pour soi.",
            en: "Outside Product Ops. The person and their director each accept.")
        return Playbook.acts.disclosure(
            "hand-over", playbook, visit,
            """
            \(Part.peopleList(visit))\(parts.text("to", Phrase(fr: "À qui", en: "To whom"), hint: hint, more: " list=\"pb-people\" autocomplete=\"off\""))\
            \(parts.day("support_ends_on", Phrase(fr: "Product Ops aide jusqu’au", en: "Product Ops help until"), stored: (visit.today + 84).description, from: visit.today + 1, to: visit.today + 366))
            """)
    }

    private var takeBack: HTML {
        let parts = FormParts(visit, prefix: "tb", isSent: visit.isRefused("taking-back"))
        let stop = Phrase(fr: "Arrêter la passation", en: "Stop the hand-over")
        let title = playbook.carriedBy == .handingOver ? stop : nil
        return Playbook.acts.disclosure(
            "taking-back", playbook, visit, as: title, send: title,
            parts.area("reason", Phrase(fr: "Raison", en: "Reason"), limit: Reason.limit))
    }
}
