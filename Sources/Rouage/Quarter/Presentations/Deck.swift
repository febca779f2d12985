/// The slides of a presentation, whole: what is shown on the day, and what is kept for good once it is published.
package struct Deck: Codable, Sendable, Equatable {
    package struct Slot: Codable, Sendable, Equatable {
        package let team: Identifier<Unit>
        /// The names the team and its tribe had then.
        package let name: String
        package let tribe: String
        package let minutes: Int
        package let presenters: [Identifier<Person>]
        package let initiatives: [Initiative]

        /// The initiatives of each of its slides.
        package var slides: [[Initiative]] {
            let step = Presentation.Slot.perSlide
            return stride(from: 0, to: max(initiatives.count, 1), by: step).map {
                Array(initiatives[$0...].prefix(step))
            }
        }
    }

    package struct Initiative: Codable, Sendable, Equatable {
        package let briefing: Identifier<Briefing>
        package let ref: String
        /// The language of its author.
        package let language: Language
        package let title: String
        package let problem: String
        package let source: String
        package let problemSize: String
        package let intention: String
        package let appetiteDays: Int?
        package let needs: [Need]
        /// Signed that it needs nobody.
        package let needsNobody: Bool
        /// Who validated it, when, and with which words.
        package let decision: Briefing.Decision?
    }

    package struct Need: Codable, Sendable, Equatable {
        package let what: String
        package let giver: String
        package let criticality: Dependency.Criticality
        package let state: Dependency.State
        package let neededBy: Day
        package let committedFor: Day?
        package let mitigation: String
    }

    package let cycle: String
    package let day: Day
    package let slots: [Slot]
}

extension Deck {
    /// The slides out of the pages themselves. What is not validated has no place in it, whatever the run of show says.
    package init(
        _ presentation: Presentation, of cycle: Cycle, _ briefings: [Briefing], _ dependencies: [Dependency],
        in organisation: Organisation
    ) {
        let shown = Dictionary(
            briefings.filter { $0.state.isPresentable && !$0.offCycle }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let needs = Dictionary(grouping: dependencies.filter { $0.state != .withdrawn }, by: \.briefing)
        self.cycle = cycle.label
        day = cycle.phases.presentation
        slots = presentation.runOfShow.compactMap { slot in
            let initiatives = slot.initiatives.compactMap { shown[$0] }
            guard !initiatives.isEmpty else { return nil }
            return Slot(slot, initiatives, needs, in: organisation)
        }
    }

    /// The slot of a team.
    package func slot(of team: Identifier<Unit>?) -> Slot? { slots.first { $0.team == team } }
}

extension Deck.Slot {
    fileprivate init(
        _ slot: Presentation.Slot, _ briefings: [Briefing], _ needs: [Identifier<Briefing>: [Dependency]],
        in organisation: Organisation
    ) {
        team = slot.team
        name = organisation.units[slot.team]?.name ?? ""
        tribe = organisation.tribe(of: slot.team).flatMap { $0.sort == .tribe ? $0.name : nil } ?? ""
        minutes = slot.minutes
        var owners: [Identifier<Person>] = []
        for owner in briefings.compactMap(\.owner) where !owners.contains(owner) { owners.append(owner) }
        presenters =
            slot.presenters.isEmpty ? Array(owners.prefix(Presentation.Slot.presenters)) : slot.presenters
        initiatives = briefings.map { Deck.Initiative($0, needs[$0.id] ?? [], in: organisation) }
    }
}

extension Deck.Initiative {
    fileprivate init(_ page: Briefing, _ dependencies: [Dependency], in organisation: Organisation) {
        briefing = page.id
        ref = page.ref
        language = page.owner.flatMap { organisation.people[$0]?.locale } ?? .french
        title = page.text.title
        problem = page.text.problem
        source = page.text.source
        problemSize = page.text.problemSize
        intention = page.text.intention
        appetiteDays = page.appetiteDays
        needs = dependencies.map { need in
            Deck.Need(
                what: need.what, giver: need.givingTeam.flatMap { organisation.units[$0]?.name } ?? need.externalParty,
                criticality: need.criticality, state: need.state, neededBy: need.neededBy,
                committedFor: need.committedFor, mitigation: need.mitigation)
        }
        needsNobody = page.noDependency != nil
        decision = page.decision
    }
}
