import Rouage
import Storage
import TestSupport
import Testing

@Suite("A quarter replayed without Product Ops")
struct ReplayTests {
    /// What people do for the second quarter of 2026, by day. Four initiatives: one delivered in silence, one broken,
    /// one postponed, one that nobody decides.
    private func act(_ preparation: Preparation, on day: Day) throws {
        switch day {
        case Day(2026, 1, 27):
            try preparation.submit("silent", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: day)
            try preparation.submit("broken", to: "2026-Q2", neededBy: Day(2026, 5, 11), on: day)
        case Day(2026, 2, 13):
            try preparation.submit("undecided", to: "2026-Q2", neededBy: Day(2026, 6, 1), on: day)
            try preparation.submit("postponed", to: "2026-Q2", neededBy: Day(2026, 6, 1), on: day)
        case Day(2026, 2, 24): for ref in ["silent", "broken"] { try preparation.commit(ref, on: day) }
        case Day(2026, 3, 20):
            for ref in ["silent", "broken"] { try preparation.decide(ref, .validated, on: day) }
            try preparation.decide("postponed", .postponed, on: day)
        case Day(2026, 4, 17): try preparation.claim("silent", on: day)
        default: break
        }
    }

    private static let start = Day(2026, 1, 2)
    private static let end = Day(2026, 7, 17)

    @Test("reaches running by date alone, with one quarter running every day", arguments: TestDatabase.all)
    func daily(database: TestDatabase) throws {
        let preparation = try Preparation(database, on: Self.start)
        var seen: [Day: Cycle.State] = [:]
        for day in Self.start...Self.end {
            #expect(try preparation.turn(on: day).isEmpty)
            try act(preparation, on: day)
            let cycles = try preparation.cycles()
            #expect(cycles.values.count { $0 == .running } == 1, "\(day)")
            seen[day] = cycles["2026-Q2"]
            try check(preparation, on: day)
        }
        for (day, state) in [
            (Day(2026, 1, 25), Cycle.State.planned), (Day(2026, 1, 26), .drafting), (Day(2026, 2, 13), .drafting),
            (Day(2026, 2, 14), .aligning), (Day(2026, 3, 22), .aligning), (Day(2026, 3, 23), .frozen),
            (Day(2026, 3, 26), .presented), (Day(2026, 4, 1), .running), (Day(2026, 6, 30), .running),
            (Day(2026, 7, 1), .closed),
        ] { #expect(seen[day] == state, "\(day)") }
        #expect(try preparation.cycles().keys.sorted() == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    }

    /// What the dates alone have done to the initiatives by then.
    private func check(_ preparation: Preparation, on day: Day) throws {
        switch day {
        case Day(2026, 2, 13): #expect(try preparation.state(of: "silent") == .submitted)
        case Day(2026, 2, 14): #expect(try preparation.state(of: "silent") == .aligning)
        case Day(2026, 3, 21): #expect(try preparation.promise("postponed").state == .withdrawn)
        case Day(2026, 3, 25): #expect(try preparation.state(of: "silent") == .validated)
        case Day(2026, 3, 26): #expect(try preparation.state(of: "silent") == .presented)
        case Day(2026, 4, 1):
            #expect(try preparation.state(of: "silent") == .inProgress)
            #expect(try preparation.state(of: "undecided") == .aligning)
        // Said delivered on Friday 17 April, ten working days later is Monday 4 May: 1 May is no working day.
        case Day(2026, 5, 3): #expect(try preparation.promise("silent").state == .committed)
        case Day(2026, 5, 4): #expect(try preparation.promise("silent").state == .delivered)
        // Promised for Monday 11 May, five working days later is Tuesday 19 May: the 14th is Ascension.
        case Day(2026, 5, 18): #expect(try preparation.promise("broken").state == .committed)
        case Day(2026, 5, 19):
            #expect(try preparation.promise("broken").state == .broken)
            #expect(try preparation.promise("broken").breaks == 1)
        default: break
        }
    }

    @Test("ends the same when the server was off between what people did", arguments: TestDatabase.all)
    func caughtUp(database: TestDatabase) throws {
        let daily = try Preparation(database, on: Self.start)
        for day in Self.start...Self.end {
            try daily.turn(on: day)
            try act(daily, on: day)
        }
        let rare = try Preparation(database, on: Self.start)
        try rare.turn(on: Self.start)
        for day in [
            Day(2026, 1, 27), Day(2026, 2, 13), Day(2026, 2, 24), Day(2026, 3, 20), Day(2026, 4, 17), Self.end,
        ] {
            try rare.turn(on: day)
            try act(rare, on: day)
        }
        #expect(try rare.standing() == daily.standing())
    }

    @Test("ends the same when the server was off for three months after the decisions", arguments: TestDatabase.all)
    func offForLong(database: TestDatabase) throws {
        let days = [Day(2026, 1, 27), Day(2026, 2, 13), Day(2026, 2, 24), Day(2026, 3, 20)]
        let daily = try Preparation(database, on: Self.start)
        for day in Self.start...Self.end {
            try daily.turn(on: day)
            if days.contains(day) { try act(daily, on: day) }
        }
        let off = try Preparation(database, on: Self.start)
        for day in [Self.start] + days {
            try off.turn(on: day)
            if days.contains(day) { try act(off, on: day) }
        }
        try off.turn(on: Self.end)
        #expect(try off.standing() == daily.standing())
        #expect(try off.state(of: "silent") == .inProgress)
    }
}
