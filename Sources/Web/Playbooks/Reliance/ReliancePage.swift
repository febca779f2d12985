import HTML
import Rouage
import Storage
import WebCore

/// What would stop without Product Ops this quarter, and how much rests on them over the quarters.
struct ReliancePage {
    private let visit: Visit
    private let standings: [PlaybookStanding]
    private let quarters: [QuarterReliance]

    init(_ visit: Visit) throws {
        self.visit = visit
        standings = try visit.reading.standings(of: visit.reading.playbooks(), in: visit.organisation)
        quarters = try QuarterReliance.last(visit)
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(
            fr: "Et si Product Ops s’absentait ce trimestre ?", en: "What if Product Ops were away this quarter?")
        let body: HTML = """
            <div class="pb"><header class="head"><div><h1>\(say(title))</h1>\
            <p class="lede">\(say(lede))</p></div></header><div id="stops" data-live-part>\(stopping)\(going)</div>\(trend)</div>
            """
        return Layout.page(visit, title: say(title), page: .reliance, live: "playbook:*,occurrence:*", body)
    }

    private var stops: [Reliance.Stop] { Reliance.stops(without: standings) }

    private var lede: Phrase {
        let running = standings.count { $0.playbook.state.isRun }
        let stop = Phrase(
            count: stops.count, fr: ("% process s’arrêterait", "% process s’arrêteraient"),
            en: ("% playbook would stop", "% playbooks would stop"))
        return Phrase(
            fr:
                "\(stop(.french)) sur \(running). Un maillon qui tient à une seule équipe se voit ici avant de manquer.",
            en: "\(stop(.english)) of \(running). A link that hangs on one team alone shows here before it is missed.")
    }

    private var stopping: HTML {
        let list = stops.map { stop -> HTML in
            let playbook = stop.standing.playbook
            let steps = stop.steps.map { number -> HTML in
                let step = playbook.content.steps[number - 1]
                let why =
                    step.role == .ops
                    ? Phrase(fr: "confiée à Product Ops", en: "assigned to Product Ops")
                    : Phrase(fr: "faite par Product Ops la dernière fois", en: "done by Product Ops last time")
                return
                    "<li value=\"\(number)\">\(Part.quoted(step.what, playbook.language, visit)) <span class=\"q\">\(say(why))</span></li>"
            }
            let ask = Phrase(
                fr: "Responsable : \(visit.name(playbook.owner).isEmpty ? "à nommer" : visit.name(playbook.owner))",
                en: "Owner: \(visit.name(playbook.owner).isEmpty ? "to be named" : visit.name(playbook.owner))")
            return """
                <li><h3><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a> \(PlaybookParts.carrier(visit, playbook))</h3>\
                <p class="note">\(say(ask))</p><ol class="pbdone">\(steps)</ol></li>
                """
        }
        let none = Phrase(fr: "Rien ne s’arrêterait.", en: "Nothing would stop.")
        let how = Phrase(
            fr: "Aucune étape bloquante ne tient à Product Ops, ni par le texte ni d’après la dernière fois.",
            en: "No blocking step hangs on Product Ops, by the text or by what was done last time.")
        let content: HTML =
            list.isEmpty
            ? "<div class=\"empty\"><h3>\(say(none))</h3><p>\(say(how))</p></div>"
            : "<ul class=\"plain pbstop\">\(list)</ul>"
        return """
            <section class="sec" aria-labelledby="h-stop"><header><h2 id="h-stop">\(say(Phrase(fr: "Ce qui s’arrêterait", en: "What would stop")))</h2>\
            <p>\(say(Phrase(fr: "les étapes bloquantes, process par process", en: "the blocking steps, playbook by playbook")))</p></header>\(content)</section>
            """
    }

    private var going: HTML {
        let stopped = Set(stops.map(\.standing.playbook.id))
        let others = standings.filter { $0.playbook.state.isRun && !stopped.contains($0.playbook.id) }
        guard !others.isEmpty else { return "" }
        let rows = others.map { standing -> HTML in
            let playbook = standing.playbook
            return """
                <li><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a> \
                <span class="q">\(visit.name(playbook.owner))</span> \(PlaybookParts.carrier(visit, playbook))</li>
                """
        }
        return """
            <section class="sec" aria-labelledby="h-go"><header><h2 id="h-go">\(say(Phrase(fr: "Ce qui continuerait", en: "What would go on")))</h2></header><ul class="plain">\(rows)</ul></section>
            """
    }

    // MARK: Over the quarters

    private var trend: HTML {
        let rows = quarters.map { quarter -> HTML in
            let reliance = quarter.reliance
            let words = reliance.share.map { visit.percent($0) } ?? say(Phrase(fr: "rien de mené", en: "nothing run"))
            let detail = Phrase(
                fr: "\(reliance.byOps) sur \(reliance.all)", en: "\(reliance.byOps) of \(reliance.all)")
            return """
                <tr><th scope="row">\(quarter.cycle.name(visit.language))</th><td>\(Part.bar(reliance.share ?? 0, words))</td>\
                <td class="num">\(say(detail))</td><td class="num">\(quarter.occurrences)</td></tr>
                """
        }
        let asked = standings.filter(\.playbook.state.isAsked)
        let carried = asked.filter { $0.playbook.carriedBy == .organisation }
        let relapsed = carried.count { $0.playbook.relapsedOn != nil }
        let own = Phrase(
            fr:
                "Porté par l’organisation : \(carried.count) process en vigueur sur \(asked.count). Rechutes en cours : \(relapsed).",
            en:
                "Carried by the organisation: \(carried.count) of \(asked.count) playbooks in force. Relapses under way: \(relapsed)."
        )
        let rule = Phrase(
            fr: "étapes bloquantes faites par Product Ops, sur toutes celles qui ont été faites",
            en: "blocking steps done by Product Ops, of all that were done")
        let heads: [(Phrase, Bool)] = [
            (Phrase(fr: "Trimestre", en: "Quarter"), false), (Phrase(fr: "Part des Ops", en: "Share of Ops"), false),
            (Phrase(fr: "Étapes", en: "Steps"), true), (Phrase(fr: "Occurrences", en: "Occurrences"), true),
        ]
        let row = heads.map { "<th scope=\"col\"\(" class=\"num\"", if: $0.1)>\(say($0.0))</th>" as HTML }
        return """
            <section class="sec" id="trend" aria-labelledby="h-trend"><header><h2 id="h-trend">\(say(Phrase(fr: "Dépendance aux Ops, trimestre après trimestre", en: "Reliance on Ops, quarter by quarter")))</h2>\
            <p>\(say(rule))</p></header><div class="scroll" tabindex="0" role="region" aria-label="\(say(rule))">\
            <table class="t pbbud"><caption class="vh">\(say(rule))</caption><thead><tr>\(row)</tr></thead><tbody>\(rows)</tbody></table></div>\
            <p class="note">\(say(own))</p></section>
            """
    }
}
