import Rouage
import Storage

/// What the company did between its alignment and the day of the presentation, for a demonstration that is made to
/// stand on one of these days: directors decide, the freeze comes, teams prepare their slots.
struct SettledQuarter {
    private let quarter: Quarter
    private let phases: Phases

    /// Nothing when the day is not between a freeze and its presentation.
    init?(on today: Day) {
        quarter = Quarter(containing: today, fiscalStart: 1)
        phases = PreparationPlan(preparedIn: quarter, .french).phases
        guard (phases.freeze...phases.presentation).contains(today) else { return nil }
    }

    /// The day on which the files are laid before all this: in the alignment weeks.
    var before: Day { WorkCalendar.french.subtracting(workingDays: 12, from: phases.freeze) }

    func write(into store: Store) throws {
        let decided = instant(phases.freeze - 3, "16:20")
        try store.writePast(try store.readNow { try decisions($0, at: decided) })
        let frozen = instant(phases.freeze, "17:00")
        try Clockwork(store).turn(at: frozen, on: phases.freeze)
        try store.writePast(try store.readNow { try slots($0, at: instant(phases.freeze + 1, "09:30")) })
    }

    private func instant(_ day: Day, _ hour: String) -> Instant {
        Instant("\(day)T\(hour):00.000Z") ?? Instant(milliseconds: 0)
    }

    private func cycle(_ reading: Reading) throws -> Cycle? {
        try reading.records(Cycle.self).first { $0.label == quarter.next.label }
    }

    // MARK: Decisions

    private static let risks = [
        "Les accords qui manquent se règlent en avril, chaque lundi avec les deux équipes.",
        "Risque pris : le premier lot ne dépend de personne.",
        "Nous commençons sans attendre, et rediscutons fin avril.",
    ]

    /// Each team keeps its first initiative; of the others some wait and a few are dropped.
    private func decisions(_ reading: Reading, at moment: Instant) throws -> [PastWrite] {
        guard let cycle = try cycle(reading) else { return [] }
        let day = phases.freeze - 3
        let organisation = try reading.organisation(on: day)
        let pages = try reading.records(Briefing.self).filter {
            $0.cycle == cycle.id && ($0.state == .aligning || $0.state == .ready)
        }.sorted { $0.ref < $1.ref }
        var begun: Set<Identifier<Unit>> = []
        var others = 0
        return pages.compactMap { page in
            guard let director = director(of: page.team, in: organisation) else { return nil }
            var outcome = Briefing.Outcome.validated
            let isFirst = begun.insert(page.team).inserted
            if !isFirst, page.state != .ready, organisation.units[page.team]?.code != "bulletins" {
                others += 1
                outcome = others % 8 == 0 ? .dropped : others % 3 == 0 ? .postponed : .validated
            }
            let reason = reason(outcome, page, others)
            return PastWrite(by: director.id, at: moment) { [outcome] transaction in
                try transaction.decide(
                    page.id, outcome, code: outcome == .validated ? .strategy : .capacity, reason: reason,
                    by: Deed(by: Actor(director, in: organisation), at: transaction.now))
            }
        }
    }

    private func reason(_ outcome: Briefing.Outcome, _ page: Briefing, _ number: Int) -> String {
        switch outcome {
        case .validated: page.state == .ready ? "" : Self.risks[number % Self.risks.count]
        case .postponed: "L’équipe n’a pas la place ce trimestre. Le briefing repart tel quel."
        case .dropped: "Le problème est trop petit au regard de l’effort."
        }
    }

    private func director(of team: Identifier<Unit>, in organisation: Organisation) -> Person? {
        organisation.people.values.sorted { $0.code < $1.code }.first { person in
            person.craft == .product && Actor(person, in: organisation).holds(.director, for: team)
        }
    }

    // MARK: Slots

    /// Teams say who presents; nearly all are ready.
    private func slots(_ reading: Reading, at moment: Instant) throws -> [PastWrite] {
        guard let cycle = try cycle(reading), let presentation = try reading.presentation(of: cycle.id) else {
            return []
        }
        let organisation = try reading.organisation(on: phases.freeze + 1)
        let camille = organisation.people.values.first { $0.code == "camille.aubrac" }
        let lison = organisation.people.values.first { $0.code == "lison.perrault" }
        return presentation.runOfShow.enumerated().compactMap { place, slot in
            guard place % 7 != 6, let lead = organisation.units[slot.team]?.lead.flatMap({ organisation.people[$0] })
            else { return nil }
            let isBulletins = organisation.units[slot.team]?.code == "bulletins"
            let content = Presentation.SlotContent(
                minutes: slot.initiatives.count == 1 ? 4 : 6, initiatives: slot.initiatives,
                presenters: isBulletins ? [camille, lison].compactMap { $0?.id } : [lead.id],
                notes: isBulletins ? Self.notes : "", isReady: true)
            return PastWrite(by: lead.id, at: moment) { transaction in
                try transaction.change(presentation.id) { (presentation: inout Presentation) in
                    try presentation.prepare(
                        content, of: slot.team, by: Deed(by: Actor(lead, in: organisation), at: transaction.now))
                }
            }
        }
    }

    private static let notes = """
        Commencer par l’appel de janvier : une minute, pas plus.

        3 100 demandes par mois aujourd’hui, 1 500 fin juin. Dire ce que nous ne changeons pas : le calcul.

        Remercier Moteur de paie et Identité et accès, qui se sont engagées la même semaine.
        """
}
