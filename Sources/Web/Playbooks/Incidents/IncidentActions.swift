import HTML
import Rouage
import WebCore

/// What people agreed to do after an incident, with what the visitor may do about it.
struct IncidentActions {
    let page: IncidentPage
    private var visit: Visit { page.visit }
    private var incident: Incident { page.incident }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private typealias Name = IncidentAction.Draft.Name

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
        let acts = IncidentAction.acts
        let parts = FormParts(visit, prefix: "no-\(action.id)", isSent: acts.isRefused("refusal", action, visit))
        let why = Phrase(fr: "Pourquoi elle ne sera pas faite", en: "Why it will not be done")
        let forms = acts.offered(action, to: visit).filter { $0.noun != nil }.map { act -> HTML in
            guard act.noun == "refusal" else { return acts.button(act, action, about: action.what, visit) }
            return acts.disclosure(
                "refusal", action, visit, about: action.what, parts.area("reason", why, limit: Reason.limit))
        }
        let edition = edition(action)
        return forms.isEmpty && edition.isEmpty ? "" : "<div class=\"acts noprint\">\(forms)\(edition)</div>"
    }

    private func edition(_ action: IncidentAction) -> HTML {
        guard page.isMine, action.state == .open else { return "" }
        let parts = FormParts(
            visit, prefix: "re-\(action.id)", isSent: IncidentAction.acts.isRefused(nil, action, visit))
        let edit = IncidentAction.acts.sending(action, visit)
        return """
            <details class="disc"\(" open", if: parts.isSent)><summary>\(say(Phrase(fr: "Modifier", en: "Edit")))<span class="vh"> : \(action.what)</span>\(Part.icon("down"))</summary>\
            <form class="stack" method="post" action="\(edit.to)">\(parts.isSent ? meanwhile(action) : "")\(Part.csrf(visit))\(parts.version(action.version))\
            \(fields(parts, action.draft, due: action.due, from: min(action.due, visit.today)))\
            <div class="acts"><button class="btn s">\(edit.words)</button></div></form></details>
            """
    }

    private func meanwhile(_ action: IncidentAction) -> HTML {
        guard let typed = try? visit.taken(over: action.draft) else { return "" }
        return Meanwhile(
            visit: visit, record: action.id.description, stored: shown(action.draft), typed: shown(typed)
        ).html
    }

    private func shown(_ draft: IncidentAction.Draft) -> [Meanwhile.Field] {
        let day = draft.due.map { visit.dates.full($0) } ?? ""
        return [
            .init(Name.what.label, draft.what), .init(Name.owner.label, visit.name(draft.owner)),
            .init(Name.due.label, day),
        ]
    }

    private func fields(_ parts: FormParts, _ draft: IncidentAction.Draft, due: Day, from: Day) -> HTML {
        """
        \(parts.area(Name.what.rawValue, Name.what.label, stored: draft.what, limit: IncidentAction.limit))\
        <div class="row">\(parts.text(Name.owner.rawValue, Name.owner.label, stored: visit.nameInField(draft.owner), more: " list=\"pb-people\" autocomplete=\"off\"", isShort: true))\
        \(parts.day(Name.due.rawValue, Name.due.label, stored: due.description, from: from, to: visit.today + 366))</div>
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
            \(fields(parts, .blank, due: due, from: visit.today))\
            <div class="acts"><button class="btn s">\(IncidentAction.acts.making(visit))</button></div></form></details>
            """
    }
}

extension IncidentAction.Draft.Name: Worded {
    var label: Phrase {
        switch self {
        case .what: Phrase(fr: "Quoi", en: "What")
        case .owner: Phrase(fr: "Qui", en: "Who")
        case .due: Phrase(fr: "Pour le", en: "By")
        }
    }

    var hint: Phrase? { nil }
}
