import Rouage
import WebCore

extension Playbook.FieldName: Worded {
    var label: Phrase {
        switch self {
        case .title: Phrase(fr: "Titre", en: "Title")
        case .why: Phrase(fr: "Pourquoi cela existe", en: "Why it exists")
        case .category: Phrase(fr: "Famille", en: "Family")
        case .cadence: Phrase(fr: "Cadence", en: "Cadence")
        case .language: Phrase(fr: "Langue du texte", en: "Language of the text")
        case .trigger: Phrase(fr: "Ce qui le déclenche", en: "What triggers it")
        case .owner: Phrase(fr: "Responsable", en: "Owner")
        case .deputy: Phrase(fr: "Suppléant·e", en: "Deputy")
        case .reviewOn: Phrase(fr: "À revoir le", en: "Review on")
        case .coAuthors: Phrase(fr: "Coauteurs", en: "Co-authors")
        case .teams: .teams
        case .steps: Phrase(fr: "Étapes", en: "Steps")
        case .burden: Phrase(fr: "Charge demandée", en: "Burden")
        case .links: Phrase(fr: "Modèles et liens", en: "Templates and links")
        case .metricName: Phrase(fr: "Ce que l’on regarde", en: "What is looked at")
        case .metricThreshold: Phrase(fr: "Seuil à partir duquel on agit", en: "Threshold from which you act")
        case .metricOwner: Phrase(fr: "Qui le regarde", en: "Who looks at it")
        case .exitRule: Phrase(fr: "Quand s’arrêter", en: "When to stop")
        case .reentryRule: Phrase(fr: "Quand Product Ops revient", en: "When Product Ops come back")
        case .note: Phrase(fr: "Ce qui change, et pourquoi", en: "What changes, and why")
        }
    }

    var hint: Phrase? {
        switch self {
        case .why:
            Phrase(
                fr: "Ce qui n’allait pas avant, en une ou deux phrases. Cela se lit sur chaque écran du process.",
                en: "What was wrong before, in a sentence or two. It is read on each screen of the playbook.")
        case .coAuthors:
            Phrase(
                fr: "Séparés par des virgules. Leur accord est demandé à la passation.",
                en: "Separated by commas. They agree at the hand-over.")
        case .steps:
            Phrase(
                fr: "Une étape bloquante arrête tout le reste tant qu’elle n’est pas faite. Une ligne vide disparaît.",
                en: "A blocking step stops the rest until it is done. An empty line goes away.")
        case .burden:
            Phrase(
                fr: "Minutes par personne et par trimestre. Vide : rien n’est demandé.",
                en: "Minutes per person in a quarter. Empty: nothing is asked.")
        case .note: Phrase(fr: "Se lit à côté des éditions.", en: "Read beside the editions.")
        case .title, .category, .cadence, .language, .trigger, .owner, .deputy, .reviewOn, .teams, .links, .metricName,
            .metricThreshold, .metricOwner, .exitRule, .reentryRule:
            nil
        }
    }
}

/// The fields of a playbook as people read them, beside those that somebody else wrote.
struct PlaybookFields {
    let visit: Visit

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    func all(of draft: Playbook.Draft) -> [Meanwhile.Field] {
        Playbook.FieldName.allCases.map { Meanwhile.Field($0.label, text(of: $0, draft)) }
    }

    private func text(of name: Playbook.FieldName, _ draft: Playbook.Draft) -> String {
        let content = draft.content
        return switch name {
        case .title: content.title
        case .why: content.why
        case .category: say(content.category.phrase)
        case .cadence: say(content.cadence.phrase)
        case .language: draft.language.ownName
        case .trigger: content.trigger
        case .owner: visit.name(draft.owner)
        case .deputy: visit.name(draft.deputy)
        case .reviewOn: draft.reviewOn.map { visit.dates.full($0) } ?? ""
        case .coAuthors: draft.coAuthors.map { visit.name($0) }.joined(separator: ", ")
        case .teams: draft.teams.map { visit.name($0) }.joined(separator: ", ")
        case .steps:
            content.steps.enumerated().map { step($0.offset, $0.element) }.joined(separator: "\n")
        case .burden: content.burden.map(minutes).joined(separator: "\n")
        case .links: content.links.map { "\($0.title), \($0.address)" }.joined(separator: "\n")
        case .metricName: content.metric?.name ?? ""
        case .metricThreshold: content.metric?.threshold ?? ""
        case .metricOwner: visit.name(content.metric?.owner)
        case .exitRule: content.exitRule
        case .reentryRule: content.reentryRule
        case .note: ""
        }
    }

    private func step(_ number: Int, _ step: PlaybookStep) -> String {
        let parts = [say(step.role.phrase)] + (step.blocking ? [say(.blocking).uncapitalised] : [])
        return "\(number + 1). \(step.what) (\(parts.joined(separator: ", ")))"
    }

    private func minutes(_ burden: Playbook.Burden) -> String {
        "\(say(burden.role.phrase))\(visit.colon)\(visit.minutes(burden.minutes))"
    }
}
