import Rouage
import Storage
import TestSupport
import Testing

@Suite("A record as it stood")
struct HistoryTests {
    private let later = SmallDepartment.now + 3_600

    @Test("is in the activity, for every kind of record", arguments: TestDatabase.all)
    func every(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        try store.readNow { (reading: Reading) throws -> Void in
            try expectKept(Person.self, reading)
            try expectKept(Rouage.Unit.self, reading)
            try expectKept(Membership.self, reading)
            try expectKept(RoleGrant.self, reading)
            try expectKept(Axis.self, reading)
            try expectKept(TribeField.self, reading)
            try expectKept(Cycle.self, reading)
            try expectKept(Briefing.self, reading)
            try expectKept(Dependency.self, reading)
            try expectKept(Comment.self, reading)
            try expectKept(Review.self, reading)
            try expectKept(Commitment.self, reading)
            try expectKept(Retrospective.self, reading)
        }
    }

    private func expectKept<Record: Noun & Equatable>(_: Record.Type, _ reading: Reading) throws {
        let records = try reading.records(Record.self)
        #expect(!records.isEmpty)
        for record in records {
            #expect(try reading.find(record.id, asOf: later) == record)
            #expect(try reading.version(record.version, of: record.id) == record)
            #expect(try reading.find(record.id, asOf: SmallDepartment.now + -1) == nil)
        }
    }

    @Test("stays as it was when it changes", arguments: TestDatabase.all)
    func changed(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let before = try store.readNow { try $0.records(Briefing.self, where: "ref = \("etiquettes")")[0] }
        try store.writeNow(as: nil, at: later) { transaction -> Void in
            try transaction.change(before.id) { (briefing: inout Briefing) in
                briefing.text.title = "Autre titre"
                briefing.noDependency = nil
                return Activity(.revised)
            }
        }
        try store.readNow { (reading: Reading) throws -> Void in
            #expect(try reading.find(before.id, asOf: later + -1) == before)
            #expect(try reading.find(before.id, asOf: later)?.text.title == "Autre titre")
            #expect(try reading.version(2, of: before.id)?.text.title == "Autre titre")
            #expect(try reading.version(3, of: before.id) == nil)
        }
    }

    @Test("has names that sort in the order in which one transaction wrote", arguments: TestDatabase.all)
    func order(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let codes = (0..<300).map { "équipe-\($0.padded(3))" }
        try store.writeNow(as: nil, at: later) { transaction in
            let units = codes.map { Rouage.Unit(id: transaction.newID(), code: $0, sort: .team, name: $0) }
            try transaction.add(units, Activity(.created))
        }
        let kept = try store.readNow { reading in
            try reading.all(
                """
                SELECT u.code FROM activity a JOIN unit u ON u.id = a.subject_id
                WHERE a.action = \(Action.created) ORDER BY a.id
                """
            ) { $0.text(0) }
        }
        #expect(kept == codes)
    }
}
