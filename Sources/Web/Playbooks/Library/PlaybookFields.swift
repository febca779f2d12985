import Rouage
import WebCore

/// The fields of a playbook as people read them, beside those that somebody else wrote.
struct PlaybookFields {
    let visit: Visit

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    func all(of draft: Playbook.Draft) -> [Meanwhile.Field] {
        let content = draft.content
        let authors = draft.coAuthors.map { visit.name($0) }
        let teams = draft.teams.map { visit.name($0) }
        let review = draft.reviewOn.map { visit.dates.full($0) }
        let steps = content.steps.enumerated().map { step($0.offset, $0.element) }
        let burden = content.burden.map(minutes)
        let links = content.links.map { "\($0.title), \($0.address)" }
        let language = draft.language == .french ? "Français" : "English"
        let fields: [(Phrase, String)] = [
            (PlaybookEditPage.title, content.title), (PlaybookEditPage.why, content.why),
            (PlaybookEditPage.category, say(content.category.phrase)),
            (PlaybookEditPage.cadence, say(content.cadence.phrase)),
            (PlaybookEditPage.language, language), (PlaybookEditPage.trigger, content.trigger),
            (PlaybookEditPage.owner, visit.name(draft.owner)), (PlaybookEditPage.deputy, visit.name(draft.deputy)),
            (PlaybookEditPage.review, review ?? ""), (PlaybookEditPage.authors, authors.joined(separator: ", ")),
            (Phrase.teams, teams.joined(separator: ", ")), (PlaybookEditPage.steps, steps.joined(separator: "\n")),
            (PlaybookEditPage.burden, burden.joined(separator: "\n")),
            (PlaybookEditPage.links, links.joined(separator: "\n")),
            (PlaybookEditPage.metric, content.metric?.name ?? ""),
            (PlaybookEditPage.threshold, content.metric?.threshold ?? ""),
            (PlaybookEditPage.metricOwner, visit.name(content.metric?.owner)),
            (PlaybookEditPage.exit, content.exitRule), (PlaybookEditPage.reentry, content.reentryRule),
        ]
        return fields.map { Meanwhile.Field($0.0, $0.1) }
    }

    private func step(_ number: Int, _ step: Playbook.Step) -> String {
        let parts = [say(step.role.phrase)] + (step.blocking ? [say(.blocking).uncapitalised] : [])
        return "\(number + 1). \(step.what) (\(parts.joined(separator: ", ")))"
    }

    private func minutes(_ burden: Playbook.Burden) -> String {
        "\(say(burden.role.phrase))\(visit.colon)\(visit.minutes(burden.minutes))"
    }
}
