/// What is left after the reminders: help offered to the team, then facts for the director of its direction. It is about a
/// team and a practice, never about a person, and holds no judgement.
package struct Relay: Addressed, Equatable {
    package static let kind = Kind.relay

    /// The way of working that the team does not manage yet.
    package enum Practice: String, Codable, Sendable, CaseIterable {
        case briefings, dependencies
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        /// The team is offered help.
        case offered
        /// The director of its direction has it.
        case created
        /// Everything it spoke of is done.
        case closed
    }

    package enum Suggestion: String, Codable, Sendable, CaseIterable {
        /// Do it together, a first time.
        case guidedStart = "guided_start"
        /// See with the team what keeps it from answering.
        case makeRoom = "make_room"
    }

    /// One obligation that was left, and what was said of it.
    package struct Fact: Codable, Sendable, Equatable {
        package let obligation: Obligation
        package let due: Day
        package let reminders: Int

        package init(obligation: Obligation, due: Day, reminders: Int) {
            self.obligation = obligation
            self.due = due
            self.reminders = reminders
        }
    }

    package let id: Identifier<Relay>
    package var version = 1
    package let practice: Practice
    package let team: Identifier<Unit>
    package let cycle: Identifier<Cycle>
    /// The director who has it; nobody while help is offered.
    package var director: Identifier<Person>?
    package var facts: [Fact]
    package let suggestion: Suggestion
    package var state = State.offered
    package let offeredOn: Day
    /// The day by which the director answers.
    package var due: Day?
    package let createdAt: Instant

    package init(
        id: Identifier<Relay>, _ practice: Practice, of team: Identifier<Unit>, in cycle: Identifier<Cycle>,
        facts: [Fact], on day: Day, at now: Instant
    ) {
        self.id = id
        self.practice = practice
        self.team = team
        self.cycle = cycle
        self.facts = facts
        suggestion = practice == .briefings ? .guidedStart : .makeRoom
        offeredOn = day
        createdAt = now
    }
}

extension Relay {
    /// Help is offered to those who lead the team; what is handed on is for the director alone.
    package func isFor(_ actor: Actor) -> Bool {
        director.map { actor.id == $0 } ?? (state == .offered && actor.leads(team))
    }

    /// Working days after the due day from which help is offered, and after an offer until the director has it.
    package static let patience = 5
    /// Working days that a director has to answer.
    package static let daysToAnswer = 10

    /// Whether the reminders of an obligation are spent: five working days past it, three after the last word.
    package static func isLeft(
        _ duty: Duty, after sent: [Reminder], _ calendar: WorkCalendar, on today: Day
    ) -> Bool {
        guard let last = sent.map(\.sentOn).max() else { return false }
        return calendar.workingDays(after: duty.due, upTo: today) >= patience
            && calendar.workingDays(after: last, upTo: today) >= 3
    }

    /// What a team left undone becomes an offer of help; where help was offered before, its director has it at once.
    /// - Parameter earlier: what the team had of this practice before.
    package static func begin(
        _ practice: Practice, of team: Identifier<Unit>, in cycle: Identifier<Cycle>, facts: [Fact],
        after earlier: [Relay], director: Identifier<Person>?, id: Identifier<Relay>, _ calendar: WorkCalendar,
        on today: Day, at now: Instant
    ) -> (Relay, Activity)? {
        guard !facts.isEmpty, earlier.allSatisfy({ $0.state == .closed }) else { return nil }
        var relay = Relay(id: id, practice, of: team, in: cycle, facts: facts, on: today, at: now)
        guard !earlier.isEmpty, director != nil else { return (relay, Activity(.offered)) }
        relay.handOn(to: director, calendar, on: today)
        return (relay, Activity(.handedOn))
    }

    /// An offer that changed nothing goes to the director; `nil` before its time, or where there is no director.
    package mutating func handOn(
        to director: Identifier<Person>?, facts: [Fact], _ calendar: WorkCalendar, on today: Day
    ) -> Activity? {
        guard state == .offered, director != nil, !facts.isEmpty,
            calendar.workingDays(after: offeredOn, upTo: today) >= Self.patience
        else { return nil }
        self.facts = facts
        handOn(to: director, calendar, on: today)
        return Activity(.handedOn)
    }

    private mutating func handOn(to director: Identifier<Person>?, _ calendar: WorkCalendar, on today: Day) {
        self.director = director
        state = .created
        due = calendar.adding(workingDays: Self.daysToAnswer, to: today)
    }

    /// Closes by itself once nothing of it is left.
    package mutating func close(isMet: (Obligation) -> Bool) -> Activity? {
        guard state != .closed, facts.allSatisfy({ isMet($0.obligation) }) else { return nil }
        state = .closed
        return Activity(.closed)
    }
}
