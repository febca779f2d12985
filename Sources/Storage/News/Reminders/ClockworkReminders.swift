import Rouage

/// The reminders, offers and relays that a day asks for. Each is looked at again inside its own transaction, so that
/// nodes that turn at once, and a server that comes back, say nothing twice.
struct DueReminders {
    private(set) var moves: [DueMoves.Move] = []
    private let duties: [Duty]
    private let sent: [Obligation: [Reminder]]
    private let organisation: Organisation
    private let calendar: WorkCalendar
    private let today: Day

    /// Nothing on a day off.
    /// - Parameter cycles: those that are not closed.
    init?(_ reading: Reading, of cycles: [Cycle], _ calendar: WorkCalendar, at now: Instant, on today: Day) throws {
        guard calendar.isWorked(today), !cycles.isEmpty else { return nil }
        let outlook = Outlook(cycles, calendar, on: today, at: now)
        let owed = try reading.duties(in: cycles, outlook)
        let open: [Relay] = try reading.records(where: "state <> 'closed' ORDER BY id")
        let isDeciding = cycles.contains { $0.state(on: today) == .aligning }
        guard !owed.isEmpty || isDeciding || !open.isEmpty else { return nil }
        organisation = try reading.organisation(on: today)
        duties = owed + (try reading.decisions(in: cycles, organisation, outlook))
        self.calendar = calendar
        self.today = today
        sent = try reading.reminders(in: cycles.map(\.id))
        for duty in duties { collectReminder(duty) }
        try collectRelays(reading)
        for relay in open { try collectClosing(relay, reading) }
    }

    // MARK: Reminders

    private mutating func collectReminder(_ duty: Duty) {
        let known = sent[duty.obligation] ?? []
        guard known.count < Reminder.most, let step = duty.step(on: today, calendar),
            !known.contains(where: { $0.step == step })
        else { return }
        if step == .afterwards, case .decide = duty.obligation { return }
        let (calendar, today, organisation) = (self.calendar, self.today, self.organisation)
        moves.append(
            DueMoves.Move(name: "remind \(step.rawValue) \(duty.obligation.rawValue)") { transaction in
                try transaction.takeTurn(at: .reminder)
                let sent = try transaction.reminders(of: duty.obligation)
                // Before the day it is said to who can meet the duty, afterwards to the lead above the team.
                let addressee =
                    step == .afterwards
                    ? organisation.leadToTell(of: duty.team)
                    : try transaction.bearer(of: duty.obligation, in: organisation)
                guard let addressee, try transaction.isOwed(duty.obligation),
                    let (reminder, activity) = Reminder.due(
                        duty, after: sent, to: addressee, id: transaction.newID(), calendar, on: today,
                        at: transaction.now)
                else { return }
                try transaction.add(reminder, activity)
            })
    }

    // MARK: What is left

    private struct Place: Hashable {
        let team: Identifier<Rouage.Unit>
        let practice: Relay.Practice
    }

    private mutating func collectRelays(_ reading: Reading) throws {
        var left: [Place: [Duty]] = [:]
        for duty in duties {
            guard let practice = duty.obligation.practice,
                Relay.isLeft(duty, after: sent[duty.obligation] ?? [], calendar, on: today)
            else { continue }
            left[Place(team: duty.team, practice: practice), default: []].append(duty)
        }
        let known = try reading.relays(of: Array(Set(left.keys.map(\.team))).sorted())
        for (place, duties) in left.sorted(by: {
            ($0.key.team, $0.key.practice.rawValue) < ($1.key.team, $1.key.practice.rawValue)
        }) {
            let earlier = known.filter { $0.team == place.team && $0.practice == place.practice }
            let facts = duties.map {
                Relay.Fact(obligation: $0.obligation, due: $0.due, reminders: sent[$0.obligation]?.count ?? 0)
            }
            let director = organisation.directorToTell(of: place.team)
            if let open = earlier.first(where: { $0.state != .closed }) {
                collectHandingOn(open, facts, director)
            } else {
                collectOffer(place, duties[0].cycle, facts, director)
            }
        }
    }

    private mutating func collectOffer(
        _ place: Place, _ cycle: Identifier<Cycle>, _ facts: [Relay.Fact], _ director: Identifier<Person>?
    ) {
        let (calendar, today) = (self.calendar, self.today)
        moves.append(
            DueMoves.Move(name: "offer \(place.practice.rawValue) unit \(place.team)") { transaction in
                try transaction.takeTurn(at: .relay)
                let earlier = try transaction.relays(of: [place.team]).filter { $0.practice == place.practice }
                guard
                    let (relay, activity) = Relay.begin(
                        place.practice, of: place.team, in: cycle, facts: facts, after: earlier, director: director,
                        id: transaction.newID(), calendar, on: today, at: transaction.now)
                else { return }
                try transaction.add(relay, activity)
            })
    }

    private mutating func collectHandingOn(
        _ relay: Relay, _ facts: [Relay.Fact], _ director: Identifier<Person>?
    ) {
        var copy = relay
        guard copy.handOn(to: director, facts: facts, calendar, on: today) != nil else { return }
        let (calendar, today) = (self.calendar, self.today)
        moves.append(
            DueMoves.Move(name: "hand on relay \(relay.id)") { transaction in
                try transaction.change(relay.id) { (relay: inout Relay) in
                    relay.handOn(to: director, facts: facts, calendar, on: today)
                }
            })
    }

    private mutating func collectClosing(_ relay: Relay, _ reading: Reading) throws {
        guard try relay.facts.allSatisfy({ try !reading.isOwed($0.obligation) }) else { return }
        moves.append(
            DueMoves.Move(name: "close relay \(relay.id)") { transaction in
                let owed = Set(try relay.facts.map(\.obligation).filter { try transaction.isOwed($0) })
                try transaction.change(relay.id) { (relay: inout Relay) in relay.close { !owed.contains($0) } }
            })
    }
}
