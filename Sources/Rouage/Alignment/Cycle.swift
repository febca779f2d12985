/// A quarter that a department prepares, then runs. It is named after the quarter it runs in (`2026-Q2`) and prepared
/// in the quarter before, so that two cycles are always alive.
package struct Cycle: Noun, Equatable {
    package enum State: String, Codable, Sendable, CaseIterable, Comparable {
        case planned, drafting, aligning, frozen, presented, running, closed

        package static func < (a: State, b: State) -> Bool {
            allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
        }
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

    /// Moves the dates of the preparation, for a reason.
    package mutating func shift(to phases: Phases, reason: String, by actor: Actor) throws(Refusal) -> Activity {
        guard actor.may(.shiftDates(self)) else { throw .notAllowed }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        guard phases.areOrdered else { throw .invalid("freeze", .tooLate(than: phases.presentation)) }
        guard phases.presentation < start else { throw .invalid("presentation", .tooLate(than: start - 1)) }
        self.phases = phases
        return Activity(.shifted, reason: reason)
    }

    /// Whether the briefings of this cycle may still be written.
    package var acceptsText: Bool { state < .frozen }
}

extension String {
    /// Empty but for white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
