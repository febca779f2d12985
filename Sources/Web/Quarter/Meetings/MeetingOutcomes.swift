import HTML
import Rouage
import Storage
import WebCore

/// What came of a meeting: the dependencies that moved, what was decided, who does what.
struct MeetingOutcomes {
    let page: MeetingPage
    private var visit: Visit { page.visit }
    private var meeting: Meeting { page.meeting }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    // MARK: Dependencies

    private var movedDependencies: [Dependency] {
        let ids =
            meeting.state == .held
            ? meeting.moved
            : page.dependencies.keys.filter { id in page.moves.contains { $0.subjectID == id.description } }
        return ids.compactMap { page.dependencies[$0] }.sorted { ($0.neededBy, $0.id) < ($1.neededBy, $1.id) }
    }

    var moved: HTML {
        guard meeting.state == .open || meeting.state == .held else { return "" }
        let dependencies = movedDependencies
        guard !dependencies.isEmpty || meeting.state == .held else { return "" }
        let title =
            meeting.state == .held
            ? Phrase(fr: "Ce qui a bougé", en: "What moved")
            : Phrase(fr: "Ce qui a bougé depuis le début", en: "What has moved since it began")
        let none = Phrase(
            fr: "Aucune dépendance n’a changé d’état pendant la rencontre.",
            en: "No dependency changed during the meeting.")
        let body: HTML = dependencies.isEmpty ? "<p class=\"note\">\(say(none))</p>" : table(dependencies, title)
        return
            "<section class=\"sec\"><header><h2>\(say(title))</h2><p>\(dependencies.count)</p></header>\(body)</section>"
    }

    private func table(_ dependencies: [Dependency], _ title: Phrase) -> HTML {
        let name = say(title)
        let heads = [
            Phrase(fr: "Ce qui est attendu", en: "What is needed"), .whoForWhom,
            Phrase(fr: "Pendant la rencontre", en: "During the meeting"), Phrase(fr: "Aujourd’hui", en: "Today"),
        ]
        let rows = dependencies.map { dependency -> HTML in
            let teams = Phrase(
                fr: "\(visit.name(dependency.givingTeam)) pour \(visit.name(dependency.askingTeam))",
                en: "\(visit.name(dependency.givingTeam)) for \(visit.name(dependency.askingTeam))")
            return """
                <tr><th scope="row"><a href="/dependencies/\(dependency.id.description)">\(dependency.what)</a></th>\
                <td data-l="\(say(heads[1]))">\(say(teams))</td><td data-l="\(say(heads[2]))">\(what(dependency))</td>\
                <td data-l="\(say(heads[3]))">\(DependencyViews.status(visit, dependency))</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table class="t fold"><caption class="vh">\(name)</caption>\
            <thead><tr>\(heads.map { head -> HTML in "<th scope=\"col\">\(say(head))</th>" })</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    /// `engagement, Wassim Ferhat`, one after the other.
    private func what(_ dependency: Dependency) -> String {
        page.moves.filter { $0.subjectID == dependency.id.description }.map { line in
            [say(line.action.phrase), visit.name(line.actor)].filter { !$0.isEmpty }.joined(separator: ", ")
        }.joined(separator: " ; ")
    }

    // MARK: Beside

    var beside: HTML {
        guard meeting.state == .open || meeting.state == .held else { return "" }
        return "\(decisions)\(actions)"
    }

    private var decisions: HTML {
        let rows = page.decisions.map { decision -> HTML in
            let why: HTML =
                decision.reason.isEmpty ? "" : "<p class=\"note\">\(decision.reason.set(in: page.language))</p>"
            return "<li><p>\(decision.what.set(in: page.language))</p>\(why)</li>"
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucune pour l’instant.", en: "None so far.")))</p>"
            : "<ul class=\"plain outs\">\(rows)</ul>"
        return """
            <section class="sec" id="decisions" aria-labelledby="h-dec"><header><h2 id="h-dec">\
            \(say(Phrase(fr: "Décisions", en: "Decisions")))</h2></header><div id="decided" data-live-part>\(list)</div>\(decisionForm)</section>
            """
    }

    private var decisionForm: HTML {
        guard page.isMine else { return "" }
        let parts = FormParts(visit, prefix: "dec", isSent: page.isBack("decisions"))
        return disclosure(
            "decisions", Phrase(fr: "Noter une décision", en: "Note a decision"),
            """
            \(parts.area("decision", Phrase(fr: "Ce qui est décidé", en: "What is decided"), limit: Decision.limit))\
            \(parts.area("reason", Phrase(fr: "Pourquoi", en: "Why"), limit: Decision.reasonLimit))
            """)
    }

    private var actions: HTML {
        let rows = page.actions.map(action)
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucune pour l’instant.", en: "None so far.")))</p>"
            : "<ul class=\"plain outs\">\(rows)</ul>"
        return """
            <section class="sec" id="actions" aria-labelledby="h-act"><header><h2 id="h-act">\
            \(say(Phrase(fr: "Actions", en: "Actions")))</h2></header><div id="acted" data-live-part>\(list)</div>\(actionForm)</section>
            """
    }

    private func action(_ action: MeetingAction) -> HTML {
        let state: HTML =
            action.doneOn != nil
            ? Part.status(say(Phrase(fr: "Faite", en: "Done")), ("d-done", "ok"))
            : Part.status(visit.dates.weekdayShort(action.due), ("cal", ""))
        let done = MeetingAction.acts.sending("completion", action, visit)
        let form: HTML =
            MeetingAction.acts.isOffered("completion", action, to: visit)
            ? """
            <form method="post" action="\(done.to)">\(Part.csrf(visit))\
            <button class="btn s">\(done.words)<span class="vh"> : \(action.what)</span></button></form>
            """ : ""
        return """
            <li><p>\(action.what.set(in: page.language))</p><p class="note">\(visit.name(action.owner)) \(state)</p>\(form)</li>
            """
    }

    private var actionForm: HTML {
        guard page.isMine else { return "" }
        let parts = FormParts(visit, prefix: "act", isSent: page.isBack("actions"))
        let organisation = visit.organisation
        let leads = meeting.teams.flatMap { [organisation.units[$0]?.lead, organisation.units[$0]?.deputy] }
        let ids = Set(
            meeting.teams.flatMap { organisation.members(of: $0).map(\.person) } + leads.compactMap { $0 }
                + organisation.leadsToSettle(between: meeting.teams))
        let people = ids.compactMap { organisation.people[$0] }
            .filter { $0.active && !Actor($0, in: organisation).isOps }.sorted { $0.name < $1.name }
        return disclosure(
            "actions", Phrase(fr: "Noter une action", en: "Note an action"),
            """
            \(parts.area("what", Phrase(fr: "Quoi", en: "What"), limit: MeetingAction.limit))\
            \(parts.select("owner", Phrase(fr: "Qui", en: "Who"), people.map { ($0.code, $0.name) }, empty: Phrase(fr: "Choisir une personne", en: "Choose a person")))\
            \(parts.day("due", Phrase(fr: "Pour le", en: "By"), from: visit.today))
            """)
    }

    private func disclosure(_ noun: String, _ title: Phrase, _ fields: HTML) -> HTML {
        let note = Meeting.acts.sending(noun, meeting, visit)
        return """
            <details class="disc"\(" open", if: page.isBack(noun))><summary>\(Part.icon("plus"))\(say(title))</summary>\
            <form class="stack" method="post" action="\(note.to)">\(Part.csrf(visit))\(fields)\
            <div class="acts"><button class="btn s">\(note.words)</button></div></form></details>
            """
    }
}
