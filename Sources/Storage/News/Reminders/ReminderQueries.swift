package import Rouage

extension Reading {
    /// What was said of an obligation, the first first.
    package func reminders(of obligation: Obligation) throws -> [Reminder] {
        try records(where: "obligation = \(obligation.rawValue) ORDER BY number")
    }

    /// What was said of several obligations, by obligation.
    package func reminders(of obligations: [Obligation]) throws -> [Obligation: [Reminder]] {
        guard !obligations.isEmpty else { return [:] }
        let all: [Reminder] = try records(where: "obligation IN \(in: obligations.map(\.rawValue)) ORDER BY number")
        return Dictionary(grouping: all, by: \.obligation)
    }

    /// What was said in these cycles, by obligation.
    func reminders(in cycles: [Identifier<Cycle>]) throws -> [Obligation: [Reminder]] {
        guard !cycles.isEmpty else { return [:] }
        let all: [Reminder] = try records(where: "cycle IN \(in: cycles) ORDER BY number")
        return Dictionary(grouping: all, by: \.obligation)
    }

    /// What was said to a person, the newest first.
    package func reminders(to person: Identifier<Person>, limit: Int) throws -> [Reminder] {
        try records(where: "addressee = \(person) ORDER BY created_at DESC, id LIMIT \(limit)")
    }

    /// What is left of a team's practices, in the order in which it was offered or handed on.
    func relays(of teams: [Identifier<Rouage.Unit>]) throws -> [Relay] {
        teams.isEmpty ? [] : try records(where: "team IN \(in: teams) ORDER BY created_at, id")
    }

    /// Help offered to these teams that still stands.
    package func offers(to teams: [Identifier<Rouage.Unit>]) throws -> [Relay] {
        teams.isEmpty ? [] : try records(where: "team IN \(in: teams) AND state = 'offered' ORDER BY created_at, id")
    }
}

extension Transaction {
    /// The lead of the tribe or the director says it to the person who can meet the duty.
    package func remind(of duty: Duty, bearer: Identifier<Person>?, by deed: Deed) throws -> Reminder {
        guard deed.actor.may(.remind(duty.team)) else { throw Refusal.notAllowed }
        guard let bearer else { throw Refusal.closed }
        try takeTurn(at: .reminder)
        let (reminder, activity) = try Reminder.send(
            duty, after: reminders(of: duty.obligation), to: bearer, id: newID(), by: deed)
        try add(reminder, activity)
        return reminder
    }
}
