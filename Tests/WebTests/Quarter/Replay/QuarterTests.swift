import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The simulated quarter", .enabled(if: SimulatedQuarter.isThere, "../shared/simulation_q1_2026.csv is not there"))
struct QuarterTests {
    @Test("names nothing that is neither played, nor done by date, nor said to be left out")
    func words() throws {
        let missing = QuarterAction.notPlayed.values.flatMap { $0 }
        let known =
            QuarterAction.allCases.map(\.rawValue) + QuarterAction.byDate + QuarterAction.visits.keys
            + QuarterAction.streams + missing
        #expect(known.count == Set(known).count)
        #expect(Set(try SimulatedQuarter.lines().map(\.action)).subtracting(known).sorted() == [])
    }

    @Test(
        "is played day by day, and ends as it should: with Product Ops, and with all of it suspended from the second day",
        arguments: TestDatabase.all, [false, true])
    func replay(database: TestDatabase, isWithoutOps: Bool) async throws {
        let lines = try SimulatedQuarter.lines()
        let department = try QuarterDepartment(database, lines, isWithoutOps: isWithoutOps)
        #expect(department.teams.count == 22 && department.organisation.people.count >= 200)
        let replay = try QuarterReplay(department, lines)
        var evening = QuarterEvening(replay)
        let days = Dictionary(grouping: lines, by: \.day).sorted { $0.key < $1.key }
        #expect(days.count == 63)
        for (day, lines) in days {
            #expect(try replay.begin(day).isEmpty, "\(day)")
            if isWithoutOps && lines.first?.number == 2 { try await replay.suspendOps() }
            let counts = Dictionary(lines.map { ($0.action, $0.count) }, uniquingKeysWith: +)
            for action in QuarterAction.allCases {
                try await replay.play(action, times: counts[action.rawValue] ?? 0)
            }
            for (action, path) in QuarterAction.visits {
                guard let count = counts[action] else { continue }
                #expect(try await replay.visit(path, times: count).allSatisfy { $0 == 200 }, "\(action) on \(day)")
            }
            try evening.check(counts, on: day)
            try evening.checkMercato(on: day)
        }
        // Without Product Ops a request waits until it is late: then it is the CPO's.
        let late: Set<QuarterAction> = isWithoutOps ? [.sort, .closeRequest] : []
        #expect(Set(replay.owed.keys).subtracting(late).isEmpty, "\(replay.owed)")
        try evening.checkTotals()
        try evening.checkOpsTotals()
        try evening.checkEnd(of: department.site)
    }
}
