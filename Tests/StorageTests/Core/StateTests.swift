import Demo
import Rouage
import TestSupport
import Testing

@testable import Storage

/// A column that says where a record stands has a CHECK with the states that the product knows.
@Suite("The states in the tables")
struct StateTests {
    private static func words<State: CaseIterable & RawRepresentable<String>>(_: State.Type) -> Set<String> {
        Set(State.allCases.map(\.rawValue))
    }

    /// By table and column.
    private static let states: [String: Set<String>] = [
        "briefing.state": words(Briefing.State.self), "dependency.state": words(Dependency.State.self),
        "cycle.state": words(Cycle.State.self), "meeting.state": words(Meeting.State.self),
        "presentation.state": words(Presentation.State.self), "relay.state": words(Relay.State.self),
        "request.state": words(OpsRequest.State.self), "topic.state": words(Topic.State.self),
        "mercato.state": words(Mercato.State.self), "brainstorm.state": words(Brainstorm.State.self),
        "share_out.state": words(ShareOut.State.self), "ops_project.stage": words(OpsProject.Stage.self),
        "ops_project.standing": words(OpsProject.Standing.self),
        "ops_project.problem_state": words(OpsProject.ProblemState.self),
        "playbook.state": words(Playbook.State.self), "playbook.carried_by": words(Playbook.Carrier.self),
        "incident.state": words(Incident.State.self), "incident_action.state": words(IncidentAction.State.self),
        "outbox.state": words(Letter.State.self),
    ]

    @Test("are those of the product, in each column that is called so", arguments: TestDatabase.all)
    func known(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let kept = try store.engine.read(checks)
        for (column, words) in Self.states {
            #expect(kept[column] == words, "a migration has to say what \(column) may hold")
        }
        let called = try store.engine.read(columns).filter { $0.contains(#/(\.|_)state$|\.(stage|standing)$/#) }
        #expect(Set(called).subtracting(Self.states.keys) == [], "these need a CHECK, and a line here")
    }

    @Test("refuse any other, whoever writes it", arguments: TestDatabase.all)
    func refused(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let day = Day(2026, 3, 5)
        try DemoCompany.load(into: store, at: Instant("2026-03-05T09:00:00.000Z")!, on: day, pinned: day)
        for column in Self.states.keys where column != "outbox.state" {
            let names = column.split(separator: ".").map { SQL(trusted: String($0)) }
            #expect(throws: StorageFailure.self, "\(column)") {
                try store.engine.write { try $0.run("UPDATE \(names[0]) SET \(names[1]) = 'elsewhere'") }
            }
        }
    }

    @Test(
        "are checked in a database that was there before, and a stranger among them stops the step",
        arguments: TestDatabase.all)
    func stranger(database: TestDatabase) throws {
        let address = try database.address()
        let old = try Store.engine(at: address)
        try Migrator(old).migrate(through: 21)
        func say(_ state: String) throws {
            let cycle: SQL = "SELECT 1 FROM cycle"
            var isThere = false
            try old.read { try $0.each(cycle) { _ in isThere = true } }
            try old.write { connection -> Void in
                if isThere {
                    try connection.run("UPDATE cycle SET state = \(state)")
                } else {
                    try connection.run(
                        """
                        INSERT INTO cycle (id, version, label, starts, ends, state, phases)
                        VALUES ('019c0000-0000-7000-8000-000000000000', 1, '2026-Q1', '2026-01-01', '2026-03-31',
                            \(state), '{}')
                        """)
                }
            }
        }
        try say("elsewhere")
        #expect(throws: StorageFailure.self) { try Migrator(old).migrate() }
        try say("running")
        try Migrator(old).migrate()
        #expect(throws: StorageFailure.self) { try say("elsewhere") }
        old.close()
    }

    /// The words that a CHECK allows, by table and column.
    private func checks(_ connection: any Connection) throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        func note(_ table: String, _ text: String, _ check: Regex<(Substring, Substring, Substring)>) {
            for match in text.matches(of: check) {
                found["\(table).\(match.1)"] = Set(match.2.matches(of: #/'([a-z_]+)'/#).map { String($0.1) })
            }
        }
        switch connection.dialect {
        case .sqlite:
            try connection.each("SELECT name, sql FROM sqlite_schema WHERE type = 'table'") {
                note($0.text(0), $0.text(1), #/CHECK \((\w+) IN \(([^)]*)\)/#)
            }
        case .postgres:
            try connection.each(
                """
                SELECT conrelid::regclass, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c'
                """
            ) { note($0.text(0), $0.text(1), #/\((\w+) = ANY \(ARRAY\[([^\]]*)\]/#) }
        }
        return found
    }

    private func columns(_ connection: any Connection) throws -> [String] {
        var found: [String] = []
        let sql: SQL =
            connection.dialect == .sqlite
            ? """
            SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
            """
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        try connection.each(sql) { found.append("\($0.text(0)).\($0.text(1))") }
        return found
    }
}
