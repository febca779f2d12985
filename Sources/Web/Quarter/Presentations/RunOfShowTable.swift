import HTML
import Rouage
import Storage
import WebCore

/// The slots as a table; for those who order the show it is a form that works with the keyboard alone.
struct RunOfShowTable {
    let show: Show
    let presentation: Presentation
    let deck: Deck
    private var visit: Visit { show.visit }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    private var mayOrder: Bool { show.actor.may(.orderPresentation) && presentation.state != .published }

    var html: HTML {
        guard !deck.slots.isEmpty else { return section(empty) }
        let table: HTML = """
            <div class="scroll" role="region" tabindex="0" aria-labelledby="h-show"><table class="t fold show">\
            <caption class="vh">\(visit.say(PresentationWords.runOfShow))</caption><thead><tr>\
            \(heads.map { HTML("\($0.1)").cell($0.0) })</tr></thead><tbody>\
            \(deck.slots.enumerated().map { row($0.offset, $0.element) })</tbody></table></div>
            """
        guard mayOrder else { return section(table) }
        let order = Presentation.acts.sending("order", presentation, visit)
        return section(
            """
            <form method="post" action="\(order.to)">\(Part.csrf(visit))\
            \(Part.version(presentation.version))\
            <button class="vh" tabindex="-1">\(order.words)</button>\(table)
            <p class="acts"><button class="btn">\(order.words)</button>\
            <span class="note">\(say("Au plus six minutes par équipe.", "At most six minutes a team."))</span></p></form>
            """)
    }

    private var empty: HTML {
        let what = say(
            "Aucune initiative n’est validée : il n’y a rien à présenter.",
            "No initiative is validated: there is nothing to present.")
        let how = say(
            "Une initiative validée par sa direction prend sa place ici aussitôt.",
            "An initiative that its director validates takes its place here at once.")
        return "<div class=\"empty\"><h3>\(what)</h3><p>\(how)</p></div>"
    }

    private func section(_ body: HTML) -> HTML {
        let ready = presentation.runOfShow.count(where: \.isReady)
        let counted = say(
            "\(ready) sur \(presentation.runOfShow.count) \(ready < 2 ? "prête" : "prêtes")",
            "\(ready) of \(presentation.runOfShow.count) ready")
        return """
            <section class="sec" id="run-of-show" data-live-part aria-labelledby="h-show"><header><h2 id="h-show">\
            \(visit.say(PresentationWords.runOfShow))</h2><p>\(counted)</p></header>\(body)</section>
            """
    }

    private var heads: [(HTML, String)] {
        [
            (" class=\"num\"", say("Rang", "Place")), ("", say("Équipe", "Team")),
            ("", say("Initiatives", "Initiatives")), ("", say("Présente", "Presents")),
            (" class=\"num\"", say("Minutes", "Minutes")), ("", say("État", "State")),
        ]
    }

    private func row(_ place: Int, _ slot: Deck.Slot) -> HTML {
        let titles = slot.initiatives.map { initiative -> HTML in
            let title = initiative.title.set(in: initiative.language)
            return """
                <li><a href="/briefings/\(initiative.briefing.description)" lang="\(initiative.language.rawValue)">\
                \(title)</a></li>
                """
        }
        let names = slot.presenters.map { visit.name($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
        let isReady = presentation.slot(of: slot.team)?.isReady == true
        let state: HTML =
            presentation.showing == slot.team
            ? Part.status(say("À l’écran", "On stage"), ("flag", "acc"))
            : isReady
                ? Part.status(say("Prête", "Ready"), ("d-com", "acc"))
                : Part.status(say("À préparer", "To prepare"), ("d-sig", ""))
        return """
            <tr id="s-\(slot.team.description)"><td class="num" data-l="\(say("Rang", "Place"))">\(place + 1)\(arrows(place, slot))</td>\
            <th scope="row">\(own(slot)) <span class="q">\(slot.tribe)</span></th>\
            <td data-l="\(say("Initiatives", "Initiatives"))"><ul class="plain">\(titles)</ul></td>\
            <td data-l="\(say("Présente", "Presents"))">\(names)</td>\
            <td class="num" data-l="\(say("Minutes", "Minutes"))">\(minutes(slot))</td>\
            <td data-l="\(say("État", "State"))">\(state)</td></tr>
            """
    }

    /// The team's name; for its people a link to their own slot.
    private func own(_ slot: Deck.Slot) -> HTML {
        guard show.actor.may(.prepareSlot(of: slot.team)), presentation.state != .published else {
            return "<b>\(slot.name)</b>"
        }
        let label = say("Préparer notre passage : \(slot.name)", "Prepare our slot: \(slot.name)")
        return """
            <b>\(slot.name)</b> <a class="btn s" href="\(show.address)/slots/\(slot.team.description)" \
            aria-label="\(label)">\(Part.icon("pencil"))\(say("Préparer", "Prepare"))</a>
            """
    }

    private func code(_ slot: Deck.Slot) -> String { visit.code(slot.team) ?? "" }

    private func arrows(_ place: Int, _ slot: Deck.Slot) -> HTML {
        guard mayOrder else { return "" }
        func button(_ name: String, _ icon: String, _ label: String) -> HTML {
            """
            <button class="btn s \(icon)" name="\(name)" value="\(code(slot))" aria-label="\(label)">\
            \(Part.icon("down"))</button>
            """
        }
        let up = say("Avancer \(slot.name) d’une place", "Move \(slot.name) one place up")
        let down = say("Reculer \(slot.name) d’une place", "Move \(slot.name) one place down")
        return """
            <span class="mv">\(place > 0 ? button("up", "up", up) : "")\
            \(place + 1 < deck.slots.count ? button("down", "dn", down) : "")\
            <input type="hidden" name="team" value="\(code(slot))"></span>
            """
    }

    private func minutes(_ slot: Deck.Slot) -> HTML {
        guard mayOrder else { return HTML(String(slot.minutes)) }
        let name = "minutes-\(code(slot))"
        return """
            <input class="in mins" type="number" min="1" max="\(Presentation.Slot.most)" name="\(name)" \
            value="\(visit.typed(name, or: String(slot.minutes)))" \
            aria-label="\(say("Minutes de \(slot.name)", "Minutes of \(slot.name)"))">
            """
    }
}

extension HTML {
    /// As the head of a column.
    fileprivate func cell(_ more: HTML) -> HTML { "<th scope=\"col\"\(more)>\(self)</th>" }
}
