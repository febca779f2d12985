/// A quarter that a department prepares, then runs. It is named after the quarter it runs in (`2026-Q2`) and prepared
/// in the quarter before, so that two cycles are always alive.
package struct Cycle: Noun, Equatable {
    package enum State: String, Codable, Sendable, CaseIterable, Comparable {
        case planned, drafting, aligning, frozen, presented, running, closed

        package static func < (a: State, b: State) -> Bool {
            allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
        }

        /// Whether a dependency first pointed out now comes after the freeze: the alignment did not see it coming.
        package var isLate: Bool { self >= .frozen }
    }

    package static let kind = Kind.cycle

    package let id: Identifier<Cycle>
    package var version = 1
    package var label: String
    package var start: Day
    package var end: Day
    package var state: State
    package var phases: Phases

    package init(id: Identifier<Cycle>, label: String, start: Day, end: Day, state: State = .planned, phases: Phases) {
        self.id = id
        self.label = label
        self.start = start
        self.end = end
        self.state = state
        self.phases = phases
    }

    enum CodingKeys: String, CodingKey {
        case id, version, label, state, phases
        case start = "starts"
        case end = "ends"
    }
}

/// The dates of a cycle's preparation.
package struct Phases: Codable, Sendable, Hashable {
    package var draftingOpens: Day
    package var draftsDue: Day
    package var freeze: Day
    package var presentation: Day

    package init(draftingOpens: Day, draftsDue: Day, freeze: Day, presentation: Day) {
        self.draftingOpens = draftingOpens
        self.draftsDue = draftsDue
        self.freeze = freeze
        self.presentation = presentation
    }

    package var areOrdered: Bool { draftingOpens < draftsDue && draftsDue < freeze && freeze < presentation }
}

extension Cycle {
    /// The state the dates call for on a day: every move happens by date, none waits for a person.
    package func state(on day: Day) -> State {
        switch day {
        case ...(phases.draftingOpens - 1): .planned
        case ...phases.draftsDue: .drafting
        case ..<phases.freeze: .aligning
        case ..<phases.presentation: .frozen
        case ..<start: .presented
        case ...end: .running
        default: .closed
        }
    }

    /// Moves to the state the dates call for; `nil` when it is there already.
    package mutating func advance(on day: Day) -> Activity? {
        let next = state(on: day)
        guard next > state else { return nil }
        state = next
        return Activity(.advanced)
    }

    /// The dates of a preparation, moved, and why.
    package struct Move: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case draftingOpens = "drafting_opens"
            case draftsDue = "drafts_due"
            case freeze, presentation, reason
        }
        package static let fields: [Field<Self>] = [
            .day(.draftingOpens, \.phases.draftingOpens), .day(.draftsDue, \.phases.draftsDue),
            .day(.freeze, \.phases.freeze), .day(.presentation, \.phases.presentation),
            .line(.reason, \.reason, upTo: 280, required: true),
        ]

        package var phases: Phases
        package var reason = ""

        package init(_ phases: Phases) { self.phases = phases }
    }

    /// Working days that the alignment weeks have at least.
    package static let leastAlignment = 10

    /// Moves the dates of the preparation, for a reason; `nil` when all stay. What has passed stays as it was.
    package mutating func shift(to phases: Phases, reason: String, by deed: Deed, _ calendar: WorkCalendar = .french)
        throws(Refusal) -> Activity?
    {
        guard deed.actor.may(.shiftDates(self)) else { throw .notAllowed }
        guard deed.day <= self.phases.presentation else { throw .closed }
        guard phases != self.phases else { return nil }
        var flaws = moves(to: phases, calendar, on: deed.day)
        flaws += Flaw.ofText(reason, "reason", upTo: 280)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        self.phases = phases
        return Activity(.shifted, reason: reason)
    }

    /// What keeps the dates from being moved so, field by field.
    private func moves(to new: Phases, _ calendar: WorkCalendar, on day: Day) -> [Flaw] {
        let due = phases.draftsDue < day ? phases.draftsDue : new.draftsDue
        let leastFreeze = calendar.adding(workingDays: Self.leastAlignment + 1, to: due)
        let steps: [(String, old: Day, new: Day, least: Day)] = [
            ("drafting_opens", phases.draftingOpens, new.draftingOpens, day),
            ("drafts_due", phases.draftsDue, new.draftsDue, max(day, new.draftingOpens + 1)),
            ("freeze", phases.freeze, new.freeze, max(day, leastFreeze)),
            ("presentation", phases.presentation, new.presentation, max(day, new.freeze + 1)),
        ]
        var flaws: [Flaw] = steps.compactMap { field, old, new, least in
            if new == old, new >= least || old < day { return nil }
            if old < day { return Flaw(field: field, reason: .passed) }
            if new < least { return Flaw(field: field, reason: .tooEarly(before: least)) }
            return calendar.isOpen(new) ? nil : Flaw(field: field, reason: .noDeadline)
        }
        if new.presentation >= start { flaws.append(Flaw(field: "presentation", reason: .tooLate(than: start - 1))) }
        return flaws
    }

    /// Whether the briefings of this cycle may still be written.
    package var acceptsText: Bool { state < .frozen }
}

extension String {
    /// Empty but for white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
