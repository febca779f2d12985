import Rouage
import Storage
import TestSupport
import Testing

@Suite("Reminders by date")
struct ReminderClockworkTests {
    /// Bulletins has a draft of 2026-Q2, due on Friday 13 February.
    private func preparation(_ database: TestDatabase) throws -> Preparation {
        let preparation = try Preparation(database, on: Day(2026, 1, 27))
        try preparation.turn(on: Day(2026, 1, 27))
        try preparation.does("camille.aubrac", on: Day(2026, 1, 27)) { transaction, camille in
            let cycle = try preparation.cycle("2026-Q2", transaction)
            let team = try transaction.organisation(on: Day(2026, 1, 27)).unitsByCode["bulletins"]!
            let (briefing, activity) = try Briefing.begin(
                "Un bulletin lisible", team: team, ref: "b1", id: transaction.newID(), in: cycle,
                by: camille)
            try transaction.add(briefing, activity)
        }
        return preparation
    }

    private func reminders(_ store: Store) throws -> [Reminder] {
        try store.readNow { try $0.records(where: "1 = 1 ORDER BY number") }
    }

    private func relays(_ store: Store) throws -> [Relay] {
        try store.readNow { try $0.records(where: "1 = 1 ORDER BY created_at") }
    }

    private func turn(_ preparation: Preparation, through last: Day) throws {
        var day = Day(2026, 1, 28)
        while day <= last {
            #expect(try preparation.turn(on: day).isEmpty)
            day = day + 1
        }
    }

    @Test(
        "come twice to the owner, then to the lead above; help is offered, then the director has it",
        arguments: TestDatabase.all)
    func whole(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try turn(preparation, through: Day(2026, 2, 27))
        let said = try reminders(preparation.store)
        // Without a tribe and a lead of its team, nobody is above Bulletins here.
        #expect(said.map(\.step) == [.weekBefore, .dayBefore])
        #expect(said.map(\.sentOn) == [Day(2026, 2, 6), Day(2026, 2, 12)])
        #expect(said.allSatisfy { $0.sender == nil })
        #expect(try relays(preparation.store).map(\.state) == [.created])
        #expect(try relays(preparation.store).first?.offeredOn == Day(2026, 2, 20))
        #expect(try relays(preparation.store).first?.facts.first?.reminders == 2)
    }

    @Test("say nothing twice, over several turns and several nodes at once", arguments: TestDatabase.all)
    func nodes(database: TestDatabase) async throws {
        let address = try database.address()
        let stores = try (0..<4).map { _ in try Store.open(address) }
        defer { for store in stores { store.close() } }
        let preparation = try Preparation(stores[0], filledOn: Day(2026, 1, 27))
        try preparation.turn(on: Day(2026, 1, 27))
        try preparation.does("camille.aubrac", on: Day(2026, 1, 27)) { transaction, camille in
            let cycle = try preparation.cycle("2026-Q2", transaction)
            let team = try transaction.organisation(on: Day(2026, 1, 27)).unitsByCode["bulletins"]!
            for number in 1...12 {
                let (briefing, activity) = try Briefing.begin(
                    "Page \(number)", team: team, ref: "b\(number)", id: transaction.newID(), in: cycle,
                    by: camille)
                try transaction.add(briefing, activity)
            }
        }
        for day in [Day(2026, 2, 6), Day(2026, 2, 6), Day(2026, 2, 12)] {
            try await withThrowingTaskGroup(of: [Clockwork.Stuck].self) { group in
                for store in stores {
                    group.addTask { try Clockwork(store).turn(at: Preparation.instant(day), on: day) }
                }
                for try await stuck in group { #expect(stuck.isEmpty, "\(stuck)") }
            }
        }
        let said = try reminders(stores[0])
        #expect(said.count == 24)
        #expect(Set(said.map { "\($0.obligation.rawValue) \($0.step.rawValue)" }).count == 24)
    }

    @Test("stop when it is done, and what was left closes by itself", arguments: TestDatabase.all)
    func done(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try turn(preparation, through: Day(2026, 2, 20))
        #expect(try relays(preparation.store).map(\.state) == [.offered])
        try preparation.does("camille.aubrac", on: Day(2026, 2, 23)) { transaction, camille in
            try transaction.change(try preparation.briefing("b1", transaction).id) { (briefing: inout Briefing) in
                briefing.state = .submitted
                return Activity(.submitted)
            }
        }
        try preparation.turn(on: Day(2026, 2, 23))
        #expect(try relays(preparation.store).map(\.state) == [.closed])
        #expect(try reminders(preparation.store).count == 2)
        #expect(try preparation.store.readNow { try $0.changedBehindTheDoor().isEmpty })
    }

    @Test(
        "leave a draft in peace that is begun after drafts were due, for three working days",
        arguments: TestDatabase.all)
    func grace(database: TestDatabase) throws {
        let preparation = try Preparation(database, on: Day(2026, 3, 2))
        try preparation.turn(on: Day(2026, 3, 2))
        try preparation.does("camille.aubrac", on: Day(2026, 3, 5)) { transaction, camille in
            let cycle = try preparation.cycle("2026-Q2", transaction)
            let team = try transaction.organisation(on: Day(2026, 3, 5)).unitsByCode["bulletins"]!
            let (briefing, activity) = try Briefing.begin(
                "Un bulletin lisible", team: team, ref: "b1", id: transaction.newID(), in: cycle, by: camille)
            try transaction.add(briefing, activity)
        }
        for day in 5...11 { try preparation.turn(on: Day(2026, 3, day)) }
        #expect(try reminders(preparation.store).isEmpty && relays(preparation.store).isEmpty)
    }

    @Test("are not sent on a day off, and not late when no node ran", arguments: TestDatabase.all)
    func missed(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.turn(on: Day(2026, 2, 7))
        #expect(try reminders(preparation.store).isEmpty, "a Saturday")
        try preparation.turn(on: Day(2026, 2, 13))
        #expect(try reminders(preparation.store).map(\.step) == [.dayBefore])
    }

    @Test("a fourth cannot even be written: the database refuses it", arguments: TestDatabase.all)
    func fourth(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.turn(on: Day(2026, 2, 6))
        let first = try #require(try reminders(preparation.store).first)
        func write(number: Int, _ step: Reminder.Step) throws {
            try preparation.store.writeNow(as: nil, at: Preparation.instant(Day(2026, 2, 9))) { transaction in
                let duty = Duty(
                    first.obligation, of: first.team, in: first.cycle, since: first.sentOn, due: first.sentOn)
                try transaction.add(
                    Reminder(
                        id: transaction.newID(), of: duty, to: first.addressee, number: number, step, by: nil,
                        on: first.sentOn, at: transaction.now), Activity(.reminded))
            }
        }
        #expect(throws: StorageFailure.self) { try write(number: 4, .byHand) }
        #expect(throws: Refusal.self) { try write(number: 1, .byHand) }
        #expect(throws: Refusal.self) { try write(number: 2, .weekBefore) }
        try write(number: 2, .byHand)
        #expect(try reminders(preparation.store).count == 2)
    }
}
