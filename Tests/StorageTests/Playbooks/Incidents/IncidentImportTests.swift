import Demo
import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Incidents in files")
struct IncidentImportTests {
    private let today = Day(2026, 3, 5)
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test("a row that cannot be taken is named with every reason, the others are kept", arguments: TestDatabase.all)
    func refused(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let file = """
            ref,title,severity,state,started,detected,mitigated,resolved,teams
            a,Un,1,,2026-03-01T08:00:00Z,,,2026-03-01T07:00:00Z,
            b,Deux,4,,2026-03-01T08:00:00Z,,,,
            c,Trois,2,,,,,,
            d,Quatre,2,,2026-12-01,,,,
            e,Cinq,2,reviewed,2026-03-01,,,,
            f,Six,2,open,2026-03-01,,,2026-03-02,
            g,Sept,2,,2026-03-01,,,,rien
            h,Huit,3,closed,2026-03-01,,,,
            i,Neuf,2,,2026-03-01T08:00:00Z,2026-03-01T08:10:00Z,2026-03-01T09:00:00Z,,

            """
        let report = try Importer(store, .init(keepGoing: true), at: now, on: today)
            .load(["incidents": Array(file.utf8)])
        let problems = report.files.flatMap(\.problems)
        #expect(problems.map(\.column) == ["resolved", "severity", "started", "started", "state", "state", "teams"])
        #expect(problems.map(\.line) == Array(2...8))
        #expect(problems[0].reason == .outOfOrder && problems[3].reason == .notYet)
        try store.readNow { reading in
            let kept = try reading.incidents()
            #expect(Set(kept.map(\.ref)) == ["h", "i"])
            #expect(kept.first { $0.ref == "i" }?.state == .mitigated)
        }
    }

    @Test("the demo company has one going on, one late, and a quarter out of the ordinary", arguments: TestDatabase.all)
    func demo(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: now, on: today)
        try store.readNow { reading in
            let all = try reading.incidents()
            let running = all.filter(\.state.isRunning)
            #expect(running.map(\.ref) == ["I-14"])
            #expect(try reading.timeline(of: running[0].id).count == 8)
            #expect(try reading.incidentSurge(on: today) == IncidentSurge(seen: 6, before: [2, 1, 3, 2]))
            #expect(try reading.openIncidentActions().filter { $0.action.isOverdue(on: today) }.count == 1)
            #expect(all.filter { $0.isPostmortemLate(.french, on: today) }.map(\.ref).sorted() == ["I-11", "I-13"])
            for incident in all where incident.state == .closed {
                #expect(try reading.actions(after: incident.id).allSatisfy { $0.state != .open })
            }
        }
    }

    @Test(
        "the demo company's quarter is out of the ordinary on any day it is loaded",
        arguments: [
            Day(2026, 1, 20), Day(2026, 4, 30), Day(2026, 5, 20), Day(2026, 8, 12), Day(2026, 11, 27), Day(2027, 2, 8),
            Day(2026, 12, 28),
        ])
    func otherDays(day: Day) throws {
        let store = try TestDatabase.sqlite.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: Instant("\(day)T00:05:00.000Z")!, on: day)
        let surge = try store.readNow { try $0.incidentSurge(on: day) }
        #expect(surge == IncidentSurge(seen: 6, before: [2, 1, 3, 2]))
    }
}

@Suite(
    "Incidents that others publish", .enabled(if: RealInput.isThere, "there is no ../shared/data beside this checkout"))
struct RealIncidentTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    private func load(_ source: RealInput.Incidents, into store: Store, dryRun: Bool = false) throws
        -> ImportReport.File
    {
        let importer = Importer(
            store, .init(dryRun: dryRun, keepGoing: true), at: now, on: Day(2026, 3, 5))
        return try source.load(by: importer)
    }

    @Test(
        "a status page: six ends before their beginning are refused, and one that is to come",
        arguments: TestDatabase.all)
    func statusPage(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let looked = try load(.jenkins, into: store, dryRun: true)
        #expect(try store.readNow { try $0.incidents() }.isEmpty)
        let file = try load(.jenkins, into: store)
        let stated = try RealInput.stated("incidents/status_pages.csv")
        #expect(file.problems == looked.problems && file.read == stated)
        let early = file.problems.filter { $0.reason == .outOfOrder }
        #expect(early.count == 6 && early.allSatisfy { $0.column == "resolved" })
        let late = Set(file.problems.filter { $0.reason == .notYet }.map(\.line))
        #expect(file.refused == early.count + late.count)
        #expect(file.created == file.read - file.refused)
        #expect(try load(.jenkins, into: store).unchanged == file.created)
        try store.readNow { reading in
            let all = try reading.incidents()
            #expect(all.count == file.created && all.allSatisfy { $0.state == .closed })
            #expect(Incident.medians(all).resolve.map { $0 > 0 } == true)
            #expect(try reading.changedBehindTheDoor().isEmpty)
        }
    }

    @Test("its lines of JSON bring the same, with the words", arguments: TestDatabase.all)
    func jsonLines(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let rows = try load(.jenkins, into: store)
        let lines = try load(.jenkinsText, into: store)
        let long = lines.problems.filter { if case .tooLong = $0.reason { true } else { false } }
        #expect(lines.read == rows.read && lines.refused == rows.refused + long.count && long.count == 1)
        #expect(lines.updated + lines.unchanged == lines.read - lines.refused)
    }

    @Test("a list of post-mortems without a day comes in whole", arguments: TestDatabase.all)
    func list(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let file = try load(.danluu, into: store)
        let stated = try RealInput.stated("incidents/danluu_list.csv")
        #expect(file.problems.isEmpty && file.created == stated)
        #expect(try store.readNow { try $0.incidentSurge(on: Day(2026, 3, 5)) }.seen == 0)
    }
}
