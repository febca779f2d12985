import HTML
import Rouage
import Storage
import WebCore

/// Beside a brainstorm: who takes part, what its leads can do, the other sessions.
struct BrainstormSide {
    private let scene: BrainstormScene
    private let others: HTML

    init(_ scene: BrainstormScene) throws {
        self.scene = scene
        others = try Self.others(scene.visit, but: scene.session.id)
    }

    var html: HTML { "\(people)\(acts)\(others)" }

    /// Before it begins: how it goes.
    var plan: HTML {
        let steps: [(String, String)] = [
            (
                scene.say("Écrire en silence", "Write in silence"),
                scene.say(
                    "\(scene.session.minutes) minutes, chacun pour soi. Personne ne lit les idées des autres, pas même les Product Ops : seul leur nombre se voit.",
                    "\(scene.session.minutes) minutes, each alone. Nobody reads what others write, not even Product Ops: only the count is seen."
                )
            ),
            (
                scene.say("Tout mettre au mur", "Hang everything on the wall"),
                scene.say(
                    "Toutes les idées paraissent d’un coup, sans nom et dans un ordre tiré au sort.",
                    "All ideas appear at once, without names, in an order drawn by lot.")
            ),
            (
                scene.say("Ranger ensemble", "Put in order together"),
                scene.say(
                    "On rapproche ce qui dit la même chose. Un groupe devient un sujet ; le reste reste lisible.",
                    "What says the same goes together. A group becomes a topic; the rest stays to be read.")
            ),
        ]
        let list = steps.map { "<li><h3>\($0.0)</h3><p>\($0.1)</p></li>" as HTML }
        return """
            <section class="sec" aria-labelledby="h-how"><header><h2 id="h-how">\(scene.say("Comment cela se passe", "How it goes"))</h2></header>\
            <ol class="bhow">\(list)</ol></section>
            """
    }

    private var people: HTML {
        let all = scene.visit.organisation.people(in: scene.session)
        let rows = all.map { person -> HTML in
            let isGuest = scene.session.invited.contains(person.id)
            let guest: HTML = isGuest ? "<small>\(scene.say("invitation", "invited"))</small>" : ""
            return "<li>\(person.name) \(guest)</li>"
        }
        return """
            <section class="sec" aria-labelledby="h-who"><header><h2 id="h-who">\(scene.say("Participants", "Who takes part"))</h2>\
            <p>\(all.count)</p></header><ul class="plain people">\(rows)</ul></section>
            """
    }

    private var acts: HTML {
        guard scene.leads else { return "" }
        let (visit, session) = (scene.visit, scene.session)
        let next = ["beginning", "wall", "closing"].map {
            Brainstorm.acts.form($0, session, visit, isFirst: true, "")
        }
        let again = reasoned(
            "writing",
            Phrase(
                fr: "Le mur se retourne pendant ce temps ; ce qui est rangé le reste.",
                en: "The wall is turned round meanwhile; what is in order stays so."))
        let reopening = reasoned(
            "reopening", Phrase(fr: "Pour ranger encore.", en: "To go on putting in order."))
        return """
            <section class="sec noprint" aria-labelledby="h-lead"><header><h2 id="h-lead">\(scene.say("Conduire la séance", "Lead the session"))</h2></header>\
            <div class="blead">\(next)\(again)\(arrangement)\(reopening)</div></section>
            """
    }

    private func reasoned(_ noun: String, _ hint: Phrase) -> HTML {
        let parts = FormParts(scene.visit, prefix: noun, isSent: scene.visit.isRefused(noun))
        return Brainstorm.acts.disclosure(
            noun, scene.session, scene.visit,
            parts.area("reason", Phrase(fr: "La raison", en: "The reason"), hint: hint, limit: Brainstorm.reasonLimit))
    }

    /// The date, the length and the guests.
    private var arrangement: HTML {
        let (visit, session) = (scene.visit, scene.session)
        let isBack = visit.isRefused("plan")
        let parts = FormParts(visit, prefix: "plan", isSent: isBack)
        let chosen = isBack ? visit.exchange.form.all("invited") : session.invited.compactMap { visit.code($0) }
        let guests = visit.organisation.brainstormGuests
        let invited = visit.organisation.people.values.filter { chosen.contains($0.code) }.sorted { $0.name < $1.name }
        let boxes = invited.map { person -> HTML in
            """
            <label class="opt"><input type="checkbox" name="invited" value="\(person.code)" checked> <span>\(person.name)</span></label>
            """
        }
        let options = guests.filter { !chosen.contains($0.code) }.map { ($0.code, $0.name) }
        let dates: HTML =
            session.state == .planned
            ? """
            \(parts.day("held_on", Phrase(fr: "Le jour", en: "The day"), stored: session.heldOn.description, from: visit.today))\
            \(parts.text("minutes", Phrase(fr: "Minutes d’écriture", en: "Minutes of writing"), stored: String(session.minutes), more: " inputmode=\"numeric\"", isShort: true))
            """ : ""
        let title =
            session.state == .planned
            ? Phrase(fr: "La date et les invités", en: "Date and guests")
            : Phrase(fr: "Inviter quelqu’un", en: "Invite somebody")
        return Brainstorm.acts.disclosure(
            "plan", session, visit, as: title,
            """
            \(Part.version(session.version))<input type="hidden" name="invited" value="">\(dates)<div>\(boxes)</div>\
            \(parts.select("invited", Phrase(fr: "Inviter", en: "Invite"), hint: Phrase(fr: "L’équipe Product Ops en est toujours.", en: "Product Ops always take part."), options, empty: Phrase(fr: "Personne de plus", en: "Nobody more")))
            """)
    }

    /// The sessions of other quarters.
    static func others(_ visit: Visit, but session: Identifier<Brainstorm>?) throws -> HTML {
        let rows = try visit.reading.brainstorms().filter { $0.id != session }.compactMap { other -> HTML? in
            guard let cycle = visit.cycles.first(where: { $0.id == other.cycle }) else { return nil }
            let day = visit.dates.full(other.heldOn)
            return """
                <li><a href="/brainstorms/\(cycle.label.inAddress)">\(BrainstormScene.title(of: cycle, visit))</a> <small>\(day)</small></li>
                """
        }
        guard !rows.isEmpty else { return "" }
        let title = visit.say(Phrase(fr: "Autres séances", en: "Other sessions"))
        return """
            <section class="sec" aria-labelledby="h-others"><header><h2 id="h-others">\(title)</h2></header><ul class="plain">\(rows)</ul></section>
            """
    }
}
