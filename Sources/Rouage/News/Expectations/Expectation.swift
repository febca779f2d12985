/// Something the department expects of a person, a unit or a role, since when and by when. Each noun states its own,
/// beside its verbs; home, inbox, reminders and API read this one list.
package struct Expectation: Sendable, Equatable {
    /// Of whom it is expected.
    package enum Bearer: Sendable, Hashable {
        case person(Identifier<Person>)
        case unit(Identifier<Unit>)
        case role(Role)
    }

    package let task: Task
    package let bearer: Bearer
    /// Never before what it is about was there.
    package let since: Day
    package let due: Day
    /// Up to this day nothing reminds of it: the day on which it began, or the end of a grace.
    package let quietUntil: Day

    package init(_ task: Task, of bearer: Bearer, since: Day, due: Day, quietUntil: Day? = nil) {
        self.task = task
        self.bearer = bearer
        self.since = since
        self.due = due
        self.quietUntil = quietUntil ?? since
    }

    /// The most urgent first; of one day, what blocks others first.
    package static func comesFirst(_ a: Expectation, _ b: Expectation) -> Bool {
        (a.due, a.task.weight, a.task.subject.key) < (b.due, b.task.weight, b.task.subject.key)
    }
}

extension Expectation {
    /// The record that something is expected for, or several of a kind.
    package struct Subject: Sendable, Hashable {
        package let kind: Kind
        /// Nothing when it is about several, or about one that nobody has begun.
        package let id: String?

        init<Record: Noun>(_ record: Record) {
            kind = Record.kind
            id = record.id.description
        }

        init(several kind: Kind) {
            self.kind = kind
            id = nil
        }

        /// What keeps two of the same day in one order.
        fileprivate var key: String { "\(kind.rawValue) \(id ?? "")" }
    }
}

/// How many initiatives of a team are in a state.
package struct Tally: Sendable, Equatable {
    package let team: Identifier<Unit>
    package let state: Briefing.State
    package let count: Int

    package init(team: Identifier<Unit>, state: Briefing.State, count: Int) {
        self.team = team
        self.state = state
        self.count = count
    }
}
