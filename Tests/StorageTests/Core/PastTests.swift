import Demo
import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("The database as it stood")
struct PastTests {
    private let now = SmallDepartment.now

    @Test("is for the present moment what stands in the tables", arguments: TestDatabase.all)
    func present(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: now, on: SmallDepartment.today)
        try store.readNow { reading in
            let past = reading.past(at: now)
            func same<Record: Noun & Equatable>(_: Record.Type) throws {
                let stored = try reading.records(Record.self).sorted { $0.id < $1.id }
                #expect(!stored.isEmpty)
                #expect(try past.records(Record.self).sorted { $0.id < $1.id } == stored)
            }
            try same(Cycle.self)
            try same(Briefing.self)
            try same(Dependency.self)
            try same(Review.self)
            try same(Comment.self)
            let cycle = try #require(try reading.records(Cycle.self).first { $0.label == "2026-Q2" })
            #expect(try past.dependencyLines(of: cycle.id).count == 88)
            #expect(try past.briefingLines(of: cycle.id).count == 55)
            #expect(try past.briefings(of: past.records(Briefing.self)[0].team, in: cycle.id).count > 0)
        }
    }

    @Test("shows records as they were, and none that came later", arguments: TestDatabase.all)
    func changed(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let before = try store.readNow { try $0.records(Briefing.self, where: "ref = \("etiquettes")")[0] }
        let asked = try store.readNow { try $0.dependencies(of: before.id) }
        try store.writeNow(as: nil, at: now + 60) { transaction -> Void in
            try transaction.change(before.id) { (briefing: inout Briefing) in
                briefing.text.title = "Autre titre"
                briefing.state = .ready
                return Activity(.revised)
            }
            try transaction.change(asked[0].id) { (dependency: inout Dependency) in
                dependency.state = .broken
                return Activity(.broken)
            }
            let comment = Comment(
                id: transaction.newID(), on: before.id, by: try #require(before.owner), text: "Plus tard.",
                at: transaction.now)
            try transaction.add(comment, Activity(.commented))
        }
        try store.readNow { (reading: Reading) throws -> Void in
            let (then, after, never) = (
                reading.past(at: now + 59), reading.past(at: now + 60), reading.past(at: now + -1)
            )
            #expect(try then.get(before.id) == before)
            #expect(try then.dependencies(of: before.id) == asked)
            #expect(try then.comments(on: before.id).count == 1)
            #expect(try then.history(of: before.id.description).map(\.action) == [.imported])
            #expect(try after.get(before.id).text.title == "Autre titre")
            #expect(try after.dependencies(of: before.id) == reading.dependencies(of: before.id))
            #expect(try after.comments(on: before.id).count == 2)
            #expect(try then.briefingLines(of: before.cycle).first { $0.id == before.id }?.state == .aligning)
            #expect(try after.briefingLines(of: before.cycle).first { $0.id == before.id }?.state == .ready)
            #expect(try never.find(before.id) == nil)
            #expect(try never.records(Cycle.self).isEmpty)
            #expect(try never.dependencyLines(of: before.cycle).isEmpty)
        }
    }

    @Test("is not written", arguments: TestDatabase.all)
    func readOnly(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        #expect(throws: StorageFailure.self) {
            try store.engine.write { connection in
                _ = try Reading(connection, moment: 0, .declared).past(at: now).connection.run("DELETE FROM briefing")
            }
        }
    }

    /// What the pages of a past day ask.
    static let queries: [SQL] = [
        "SELECT * FROM briefing WHERE cycle = '019c0000-0000-7000-8000-000000000000'",
        "SELECT * FROM briefing WHERE id = '019c0000-0000-7000-8000-000000000000'",
        "SELECT * FROM dependency WHERE cycle = '019c0000-0000-7000-8000-000000000000'",
        "SELECT * FROM dependency WHERE briefing = '019c0000-0000-7000-8000-000000000000'",
        "SELECT d.id, b.title FROM dependency d JOIN briefing b ON b.id = d.briefing WHERE d.cycle = '019c0000-0000-7000-8000-000000000000' ORDER BY d.needed_by",
        "SELECT * FROM review WHERE briefing = '019c0000-0000-7000-8000-000000000000'",
        "SELECT * FROM activity WHERE subject_id = '019c0000-0000-7000-8000-000000000000' ORDER BY version DESC LIMIT 12",
    ]

    @Test(
        "costs one look into an index a record, whatever history lies behind", arguments: TestDatabase.all,
        queries.indices)
    func plans(database: TestDatabase, query: Int) throws {
        let store = try database.store()
        defer { store.close() }
        let plan = try store.engine.write { connection -> String in
            var lines: [String] = []
            let past = Explaining(connection)
            if connection.dialect == .postgres { try connection.run("SET LOCAL enable_seqscan = off") }
            try Reading(past, moment: 0, .declared).past(at: now).each(Self.queries[query]) {
                lines.append($0.text(past.column))
            }
            return lines.joined(separator: "\n")
        }
        #expect(
            !plan.isEmpty && !plan.contains("SCAN p") && !plan.contains("SCAN a") && !plan.contains("SCAN h"), "\(plan)"
        )
        #expect(!plan.contains("Seq Scan"), "\(plan)")
        #expect(!plan.contains("MATERIALIZE") && !plan.contains("CTE Scan"), "\(plan)")
        if Self.queries[query].text.contains("dependency") {
            #expect(plan.contains("activity_subject_at"), "\(plan)")
        }
    }
}

/// Tells how a query would be answered instead of answering it.
private final class Explaining: Connection {
    private let connection: any Connection
    init(_ connection: any Connection) { self.connection = connection }
    var dialect: Dialect { connection.dialect }
    var column: Int { dialect == .sqlite ? 3 : 0 }
    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        guard sql.text.hasPrefix("WITH") else { return try connection.each(sql, body) }
        let explain: SQL = dialect == .sqlite ? "EXPLAIN QUERY PLAN" : "EXPLAIN"
        try connection.each("\(explain) \(sql)", body)
    }
    func run(_ sql: SQL) throws -> Int { try connection.run(sql) }
}
