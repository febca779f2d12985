import HTML
import Rouage
import WebCore

/// What people agreed to do after an incident, with what the visitor may do about it.
struct IncidentActions {
    let page: IncidentPage
    private var visit: Visit { page.visit }
    private var incident: Incident { page.incident }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    static let what = Phrase(fr: "Quoi", en: "What")
    static let owner = Phrase(fr: "Qui", en: "Who")
    static let due = Phrase(fr: "Pour le", en: "By")

    var section: HTML {
        let actions = page.parts.actions
        let rows = actions.map(row)
        let none = Phrase(
            fr: "Aucune pour l’instant. Trois au plus : ce que l’on ne fera pas ne s’écrit pas.",
            en: "None so far. Three at most: what will not be done is not written.")
        let list: HTML =
            rows.isEmpty ? "<p class=\"note\">\(say(none))</p>" : "<ul class=\"plain agreed\">\(rows)</ul>"
        let open = actions.count { $0.state == .open }
        let left = Phrase(count: open, fr: ("% à faire", "% à faire"), en: ("% to do", "% to do"))
        return """
            <section class="sec" id="actions" aria-labelledby="h-act"><header><h2 id="h-act">\(say(Phrase(fr: "Actions", en: "Actions")))</h2>\
            <p>\(open == 0 ? "" : say(left))</p></header><div id="agreed" data-live-part>\(list)</div>\(form)</section>
            """
    }

    private func row(_ action: IncidentAction) -> HTML {
        "<li id=\"action-\(action.id.description)\">\(page.parts.words(action))\(acts(action))</li>"
    }

    private func acts(_ action: IncidentAction) -> HTML {
        guard incident.state != .closed, page.actor.may(.incident(.settle(action, incident))) else { return "" }
        let address = "/incident-actions/\(action.id)"
        let version: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(action.version)\">"
        let name: HTML = "<span class=\"vh\"> : \(action.what)</span>"
        guard action.state == .open else {
            return """
                <form class="noprint" method="post" action="\(address)/taking-up">\(Part.csrf(visit))\(version)\
                <button class="btn low s">\(say(Phrase(fr: "Reprendre", en: "Take up again")))\(name)</button></form>
                """
        }
        let isBack = page.sent?.id == action.id && visit.isRefused("refusal")
        let parts = FormParts(visit, prefix: "no-\(action.id)", isSent: isBack)
        let why = Phrase(fr: "Pourquoi elle ne sera pas faite", en: "Why it will not be done")
        return """
            <div class="acts noprint"><form method="post" action="\(address)/completion">\(Part.csrf(visit))\(version)\
            <button class="btn s">\(say(Phrase(fr: "C’est fait", en: "Done")))\(name)</button></form>\
            <details class="disc"\(" open", if: isBack)><summary>\(say(Phrase(fr: "Ne pas la faire", en: "Not do it")))\(name)\(Part.icon("down"))</summary>\
            <form class="stack" method="post" action="\(address)/refusal">\(Part.csrf(visit))\(version)\
            \(parts.area("reason", why, limit: IncidentAction.reasonLimit))\
            <div class="acts"><button class="btn s">\(say(Phrase(fr: "Refuser, avec cette raison", en: "Refuse, for this reason")))</button></div></form></details>\
            \(edition(action, name))</div>
            """
    }

    private func edition(_ action: IncidentAction, _ name: HTML) -> HTML {
        guard page.isMine else { return "" }
        let isBack = page.sent?.id == action.id && visit.exchange.path == "/incident-actions/\(action.id)"
        let parts = FormParts(visit, prefix: "re-\(action.id)", isSent: isBack && visit.isAgain)
        return """
            <details class="disc"\(" open", if: isBack && visit.isAgain)><summary>\(say(Phrase(fr: "Modifier", en: "Edit")))\(name)\(Part.icon("down"))</summary>\
            <form class="stack" method="post" action="/incident-actions/\(action.id.description)">\(isBack ? meanwhile(action) : "")\(Part.csrf(visit))\(parts.version(action.version))\
            \(fields(parts, what: action.what, owner: visit.nameInField(action.owner), due: action.due, from: min(action.due, visit.today)))\
            <div class="acts"><button class="btn s">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button></div></form></details>
            """
    }

    private func meanwhile(_ action: IncidentAction) -> HTML {
        guard let typed = try? IncidentRoutes.draft(visit, over: action) else { return "" }
        func shown(_ what: String, _ owner: Identifier<Person>?, _ due: Day?) -> [Meanwhile.Field] {
            let day = due.map { visit.dates.full($0) } ?? ""
            return [.init(Self.what, what), .init(Self.owner, visit.name(owner)), .init(Self.due, day)]
        }
        return Meanwhile(
            visit: visit, record: action.id.description, stored: shown(action.what, action.owner, action.due),
            typed: shown(typed.what, typed.owner, typed.due)
        ).html
    }

    private func fields(_ parts: FormParts, what: String, owner: String, due: Day, from: Day) -> HTML {
        """
        \(parts.area("what", Self.what, stored: what, limit: IncidentAction.limit))\
        <div class="row">\(parts.text("owner", Self.owner, stored: owner, more: " list=\"pb-people\" autocomplete=\"off\"", isShort: true))\
        \(parts.day("due", Self.due, stored: due.description, from: from, to: visit.today + 366))</div>
        """
    }

    private var form: HTML {
        guard page.isMine else { return "" }
        let isBack = visit.isRefused("actions")
        let parts = FormParts(visit, prefix: "act", isSent: isBack)
        let due = max(incident.actionsDue ?? visit.today + 30, visit.today)
        return """
            <details class="disc noprint"\(" open", if: isBack)><summary>\(Part.icon("plus"))\(say(Phrase(fr: "Convenir d’une action", en: "Agree on an action")))</summary>\
            <form class="stack" method="post" action="\(page.address)/actions">\(Part.csrf(visit))\
            \(fields(parts, what: "", owner: "", due: due, from: visit.today))\
            <div class="acts"><button class="btn s">\(say(Phrase(fr: "Noter l’action", en: "Note the action")))</button></div></form></details>
            """
    }
}
