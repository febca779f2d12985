import HTML
import Rouage
import WebCore

/// The fields of each answer; nothing for those that a button says whole.
struct AnswerFields {
    let visit: Visit
    let dependency: Dependency
    let parts: FormParts
    let initiatives: [Briefing]

    func fields(of noun: String) -> HTML {
        switch noun {
        case "acknowledgement": contact
        case "commitment": "\(promise)\(effort)\(contact)\(initiative)"
        case "counter-proposal": counter
        case "decline": "\(code)\(reason(Phrase(fr: "En une phrase", en: "In a sentence"), declineHint))"
        case "counter-proposal-refusal":
            reason(
                Phrase(fr: "Pourquoi cela ne convient pas", en: "Why it does not work"),
                Phrase(
                    fr: "Au deuxième refus, les responsables des deux équipes en parlent.",
                    en: "At the second refusal, the leads of both teams discuss it."))
        case "claim-refusal": reason(Phrase(fr: "Ce qui manque", en: "What is missing"), nil)
        case "withdrawn-promise":
            reason(
                Phrase(fr: "Ce qui a changé", en: "What has changed"),
                Phrase(
                    fr: "L’engagement sera noté rompu. Les deux responsables sont prévenus.",
                    en: "The promise will be noted as broken. Both leads are told."))
        case "mitigation":
            parts.area(
                "mitigation", Phrase(fr: "Comment vous ferez sans", en: "How you will do without"),
                stored: dependency.mitigation)
        case "new-request": request
        case "withdrawal": reason(Phrase(fr: "La raison", en: "The reason"), nil)
        default: ""
        }
    }

    private var declineHint: Phrase {
        let asker = visit.name(dependency.askingTeam)
        return Phrase(
            fr: "\(asker) devra trouver une parade ou renoncer. Votre raison lui sera montrée.",
            en: "\(asker) will need a fallback or do without. They will see your reason.")
    }

    private func reason(_ label: Phrase, _ hint: Phrase?) -> HTML { parts.area("reason", label, hint: hint) }

    private var promise: HTML {
        parts.day(
            "committed_for", Phrase(fr: "Livrée pour le", en: "Delivered by"),
            hint: Phrase(
                fr: "Attendue pour le \(dependency.neededBy.inFrench). Plus tard, c’est une contre-proposition.",
                en: "Needed by \(dependency.neededBy.inEnglish). Later than that is a counter-proposal."
            ).ended,
            stored: dependency.neededBy.description, to: dependency.neededBy)
    }

    private var effort: HTML {
        parts.text(
            "effort_days", Phrase(fr: "Effort, en jours", en: "Effort, in days"),
            stored: dependency.effortDays.map(String.init) ?? "", more: " inputmode=\"numeric\"", isShort: true)
    }

    private var contact: HTML {
        let people = visit.organisation.contacts(of: dependency)
        guard !people.isEmpty else { return "" }
        let mine = people.first { $0.id == visit.actor?.id }
        let known = dependency.contact.flatMap { visit.organisation.people[$0] }
        return parts.select(
            "contact", Phrase(fr: "À qui parler", en: "Who to talk to"), stored: (known ?? mine ?? people[0]).code,
            people.map { ($0.code, $0.name) })
    }

    private var initiative: HTML {
        guard !initiatives.isEmpty else { return "" }
        return parts.select(
            "giving_briefing", Phrase(fr: "Livrée avec l’initiative", en: "Delivered with the initiative"),
            hint: Phrase(
                fr: "Si vous attendez vous-même quelqu’un pour elle, Rouage saura le dire.",
                en: "If you wait for somebody for it yourself, Rouage can tell."),
            stored: dependency.givingBriefing?.description ?? "",
            initiatives.map { ($0.id.description, visit.title(of: $0)) },
            empty: Phrase(fr: "Aucune en particulier", en: "None in particular"))
    }

    private var counter: HTML {
        let date = parts.day(
            "counter_date", Phrase(fr: "Une autre date", en: "Another date"),
            stored: dependency.state == .broken ? "" : dependency.committedFor?.description ?? "", from: visit.today)
        let scope = parts.area(
            "scope", Phrase(fr: "Ou moins que demandé", en: "Or less than asked"),
            hint: Phrase(fr: "L’un des deux suffit.", en: "One of the two will do."))
        let who: HTML = dependency.state == .pointedOut ? contact : ""
        return """
            \(date)\(scope)\(reason(Phrase(fr: "Pourquoi", en: "Why"), counterHint))\(who)
            """
    }

    private var counterHint: Phrase? {
        guard dependency.state == .committed else { return nil }
        let asker = visit.name(dependency.askingTeam)
        return Phrase(
            fr: "\(asker) accepte ou refuse. Un changement de date est compté, ce n’est pas une rupture.",
            en: "\(asker) accepts or refuses. A moved date is counted; it is not a broken promise.")
    }

    private var code: HTML {
        let codes = Dependency.DeclineCode.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        return parts.select("code", Phrase(fr: "Raison", en: "Reason"), stored: codes[0].0, codes)
    }

    private var request: HTML {
        let what = parts.area(
            "what", Phrase(fr: "Ce que vous attendez, autrement", en: "What you need, put differently"),
            hint: Phrase(fr: "Une seule fois par trimestre.", en: "Once a quarter."), stored: dependency.what,
            limit: Dependency.limit)
        return "\(what)\(reason(Phrase(fr: "Ce qui change", en: "What changes"), nil))"
    }
}

extension Organisation {
    /// Who may be named as the one to talk to: the giving team's people.
    fileprivate func contacts(of dependency: Dependency) -> [Person] {
        guard let giving = dependency.givingTeam else { return [] }
        let unit = units[giving]
        let ids = Set(
            [unit?.lead, unit?.deputy, dependency.contact].compactMap { $0 } + members(of: giving).map(\.person))
        return ids.compactMap { people[$0] }.filter(\.active).sorted { $0.name < $1.name }
    }
}
