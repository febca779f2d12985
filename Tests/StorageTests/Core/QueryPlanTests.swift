import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Queries that a page waits for")
struct QueryPlanTests {
    /// Each with a table that must be found by an index, not walked.
    static let queries: [(sql: String, table: String)] = [
        ("SELECT * FROM briefing WHERE cycle = $1", "briefing"),
        ("SELECT * FROM briefing WHERE cycle = $1 AND team = $1", "briefing"),
        ("SELECT * FROM briefing WHERE owner = $1", "briefing"),
        ("SELECT * FROM dependency WHERE cycle = $1", "dependency"),
        ("SELECT * FROM dependency WHERE briefing = $1", "dependency"),
        ("SELECT * FROM dependency WHERE contact = $1", "dependency"),
        ("SELECT * FROM dependency WHERE giving_team = $1 AND cycle = $1", "dependency"),
        ("SELECT * FROM comment WHERE briefing = $1 ORDER BY created_at, id", "comment"),
        ("SELECT * FROM dismissal WHERE briefing = $1 ORDER BY created_at, id", "dismissal"),
        ("SELECT * FROM reminder WHERE cycle = $1 ORDER BY number", "reminder"),
        ("SELECT * FROM reminder WHERE addressee = $1 ORDER BY created_at DESC, id LIMIT 50", "reminder"),
        ("SELECT * FROM reminder WHERE obligation = $1 ORDER BY number", "reminder"),
        ("SELECT * FROM relay WHERE director = $1 ORDER BY created_at DESC, id LIMIT 50", "relay"),
        ("SELECT * FROM relay WHERE team = $1", "relay"),
        ("SELECT item FROM inbox_mark WHERE person = $1 AND item IN ($1)", "inbox_mark"),
        ("SELECT * FROM activity WHERE subject_id = $1 ORDER BY version DESC LIMIT 12", "activity"),
        ("SELECT * FROM activity WHERE id > $1 ORDER BY id LIMIT 50", "activity"),
        ("SELECT * FROM meeting WHERE cycle = $1", "meeting"),
        ("SELECT * FROM team_view WHERE meeting = $1", "team_view"),
        ("SELECT * FROM meeting_action WHERE meeting = $1 ORDER BY due, id", "meeting_action"),
        ("SELECT * FROM meeting_action WHERE owner = $1 AND done_on IS NULL ORDER BY due, id", "meeting_action"),
        ("SELECT * FROM decision WHERE cycle = $1 ORDER BY decided_on DESC, id DESC", "decision"),
        ("SELECT * FROM decision WHERE briefing = $1 ORDER BY decided_on DESC, id DESC", "decision"),
        ("SELECT * FROM decision WHERE meeting = $1 ORDER BY id", "decision"),
        ("SELECT * FROM briefing WHERE carried_from = $1 ORDER BY id", "briefing"),
        ("SELECT * FROM audience_question WHERE presentation = $1 ORDER BY asked_at", "audience_question"),
        ("SELECT * FROM rework WHERE presentation = $1", "rework"),
        ("SELECT * FROM presentation WHERE cycle = $1", "presentation"),
        ("SELECT * FROM request WHERE topic = $1 ORDER BY created_at, id", "request"),
        ("SELECT * FROM request WHERE asked_on BETWEEN '2026-01-01' AND '2026-01-31' LIMIT 400", "request"),
        ("SELECT * FROM request WHERE decider = $1 AND state = 'in_hand' AND hot_potato", "request"),
        ("SELECT * FROM request WHERE requester = $1 OR (return_owner = $1 AND hot_potato)", "request"),
        ("SELECT * FROM topic WHERE merged_into = $1 ORDER BY created_at, id", "topic"),
        ("SELECT * FROM idea WHERE brainstorm = $1 AND author = $1 ORDER BY id", "idea"),
        ("SELECT * FROM ballot WHERE mercato = $1 AND voter = $1", "ballot"),
        ("SELECT * FROM ops_project WHERE cycle = $1 ORDER BY created_at, ref", "ops_project"),
        ("SELECT * FROM occurrence WHERE playbook = $1 ORDER BY held_on DESC, id DESC LIMIT 20", "occurrence"),
        ("SELECT * FROM incident WHERE started_at BETWEEN '2026-01-01' AND '2026-01-31'", "incident"),
        ("SELECT * FROM incident_line WHERE incident = $1 ORDER BY happened_at, created_at, id", "incident_line"),
        ("SELECT * FROM membership WHERE person = $1", "membership"),
        ("SELECT * FROM mention WHERE person = $1", "mention"),
        ("SELECT * FROM role_grant WHERE person = $1", "role_grant"),
    ]

    @Test("find their rows by an index, whatever history lies behind", arguments: TestDatabase.all, queries)
    func plans(database: TestDatabase, query: (sql: String, table: String)) throws {
        let store = try database.store()
        defer { store.close() }
        let value = "'019c0000-0000-7000-8000-000000000000'"
        let sql = query.sql.replacing("$1", with: value)
        let plan = try store.engine.write { connection -> String in
            var lines: [String] = []
            switch connection.dialect {
            case .sqlite:
                try connection.each(SQL(trusted: "EXPLAIN QUERY PLAN \(sql)")) { lines.append($0.text(3)) }
            case .postgres:
                // An empty table is walked whatever its indexes: ask what it does when it may not.
                try connection.run("SET LOCAL enable_seqscan = off")
                try connection.each(SQL(trusted: "EXPLAIN \(sql)")) { lines.append($0.text(0)) }
            }
            return lines.joined(separator: "\n")
        }
        #expect(!plan.contains("SCAN \(query.table)"), "\(plan)")
        #expect(!plan.contains("Seq Scan"), "\(plan)")
    }
}
