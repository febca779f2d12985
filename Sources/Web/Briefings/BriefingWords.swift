import Rouage

extension Briefing.SourceKind {
    var phrase: Phrase {
        switch self {
        case .userFeedback: Phrase(fr: "Retours d’utilisateurs", en: "User feedback")
        case .data: Phrase(fr: "Données d’usage", en: "Usage data")
        case .support: Phrase(fr: "Support", en: "Support")
        case .legal: Phrase(fr: "Obligation légale", en: "Legal obligation")
        case .tech: Phrase(fr: "Technique", en: "Technical")
        case .strategy: Phrase(fr: "Stratégie", en: "Strategy")
        case .incident: Phrase(fr: "Incident", en: "Incident")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Briefing.Decision.Code {
    var phrase: Phrase {
        switch self {
        case .dependency: Phrase(fr: "Dépendance non réglée", en: "Unsettled dependency")
        case .capacity: Phrase(fr: "Capacité", en: "Capacity")
        case .priority: Phrase(fr: "Priorité", en: "Priority")
        case .problemNotProven: Phrase(fr: "Problème pas encore démontré", en: "Problem not proven yet")
        case .duplicate: Phrase(fr: "Doublon", en: "Duplicate")
        case .strategy: Phrase(fr: "Stratégie", en: "Strategy")
        case .legal: Phrase(fr: "Légal", en: "Legal")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Briefing.Outcome {
    /// What the director does.
    var verb: Phrase {
        switch self {
        case .validated: Phrase(fr: "Valider", en: "Validate")
        case .postponed: Phrase(fr: "Reporter au trimestre suivant", en: "Postpone to the next quarter")
        case .dropped: Phrase(fr: "Écarter de ce trimestre", en: "Drop for this quarter")
        }
    }
}

extension TribeField.Sort {
    var phrase: Phrase {
        switch self {
        case .text: Phrase(fr: "Texte", en: "Text")
        case .number: Phrase(fr: "Nombre", en: "Number")
        case .link: Phrase(fr: "Adresse", en: "Link")
        }
    }
}

extension Briefing.Content.Part {
    func phrase(_ fields: [TribeField]) -> Phrase {
        switch self {
        case .text(let field): return field.phrase
        case .sourceKind: return Phrase(fr: "Nature de la source", en: "Kind of source")
        case .appetite: return Phrase(fr: "Appétit", en: "Appetite")
        case .axis: return Phrase(fr: "Axe stratégique", en: "Strategic axis")
        case .owner: return Phrase(fr: "Responsable", en: "Owner")
        case .tribeField(let key):
            let field = fields.first { $0.key == key }
            return Phrase(fr: field?.labelFr ?? key, en: field?.labelEn ?? key)
        }
    }

    /// The part as a person reads it.
    func text(in content: Briefing.Content, _ visit: Visit, _ axes: [Axis]) -> String {
        switch self {
        case .text(let field): content.text[field]
        case .tribeField(let key): content.tribeValues[key] ?? ""
        case .sourceKind: visit.say(content.text.sourceKind.phrase)
        case .appetite: content.appetiteDays.map(visit.days) ?? ""
        case .axis: axes.first { $0.id == content.axis }?.title ?? ""
        case .owner: visit.name(content.owner)
        }
    }

    /// The part as a form holds it.
    func value(in content: Briefing.Content, _ visit: Visit, _ axes: [Axis]) -> String {
        switch self {
        case .text(let field): content.text[field]
        case .tribeField(let key): content.tribeValues[key] ?? ""
        case .sourceKind: content.text.sourceKind.rawValue
        case .appetite: content.appetiteDays.map(String.init) ?? ""
        case .axis: axes.first { $0.id == content.axis }?.code ?? ""
        case .owner: content.owner.flatMap { visit.organisation.people[$0]?.code } ?? ""
        }
    }
}

extension Visit {
    /// `45 j`, `45 d`.
    func days(_ count: Int) -> String { "\(count)\u{A0}\(language == .french ? "j" : "d")" }

    /// `aujourd’hui, 16 h 20`, `hier, 16 h 20`, `4 mars, 16 h 20`.
    func moment(_ instant: Instant) -> String {
        let day = instant.day(in: site.clock.zone)
        let (hour, minute) = instant.clock(in: site.clock.zone)
        let clock = dates.clock(hour, minute)
        switch today - day {
        case 0: return say(Phrase(fr: "aujourd’hui, \(clock)", en: "today, \(clock)"))
        case 1: return say(Phrase(fr: "hier, \(clock)", en: "yesterday, \(clock)"))
        default: return "\(dates.short(day)), \(clock)"
        }
    }

    func shortDay(_ instant: Instant) -> String { dates.short(instant.day(in: site.clock.zone)) }

    /// `Tribe Paie, équipe Bulletins`; in English `Bulletins team, Paie tribe`.
    func place(of team: Identifier<Rouage.Unit>) -> String {
        guard let unit = organisation.units[team] else { return "" }
        guard let tribe = organisation.tribe(of: team) else { return unit.name }
        guard tribe.sort == .tribe, !tribe.name.lowercased().hasPrefix("tribe") else {
            return "\(tribe.name), \(unit.name)"
        }
        return say(
            Phrase(fr: "Tribe \(tribe.name), équipe \(unit.name)", en: "\(unit.name) team, \(tribe.name) tribe"))
    }

    /// `Camille Aubrac, PM`.
    func nameAndJob(_ person: Identifier<Person>?) -> String {
        guard let person = person.flatMap({ organisation.people[$0] }) else { return "" }
        return person.job.isEmpty ? person.name : "\(person.name), \(person.job)"
    }

    /// Who decides on the team's briefings: the directors above it, and after the freeze the CPO.
    func deciders(of team: Identifier<Rouage.Unit>) -> String {
        let people = organisation.people.values.filter { $0.active }
        func names(_ role: Role) -> [String] {
            people.filter { person in
                organisation.grants(of: person.id).contains { $0.role == role }
                    && Actor(person, in: organisation).holds(role, for: team)
            }.map { nameAndJob($0.id) }.sorted()
        }
        let directors = names(.director)
        return (directors.isEmpty ? names(.cpo) : directors).prefix(3)
            .joined(separator: say(Phrase(fr: " ou ", en: " or ")))
    }

    /// What the person typed in the form sent to a noun of the page, when it comes back refused.
    func typed(_ field: String, sentTo noun: String, or stored: String = "") -> String {
        isRefused(noun) ? exchange.form[field] ?? stored : stored
    }

    /// Whether the form sent to that noun is the one that comes back.
    func isRefused(_ noun: String) -> Bool { isAgain && exchange.path.hasSuffix("/" + noun) }

    func flaw(_ field: String, sentTo noun: String) -> Flaw? { isRefused(noun) ? flaw(field) : nil }
}
