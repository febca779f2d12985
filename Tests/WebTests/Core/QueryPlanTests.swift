import Demo
import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import WebCore

/// Every statement that ran while people, programs and the calendar did their day is asked how it finds its rows.
@Suite("Queries that a page waits for")
struct QueryPlanTests {
    /// Tables as large as the department, its rules, and the number of its quarters; all others grow with what people
    /// do, and are never walked.
    private static let bounded: Set = [
        "person", "unit", "membership", "role_grant", "axis", "tribe_field", "cycle", "presentation", "brainstorm",
        "mercato", "share_out", "playbook", "account", "calendar_feed", "setting", "turn", "schema_migration",
        // Deleted when they end.
        "session", "invitation",
    ]

    /// Statements that read a whole table on purpose, by how they begin, and why.
    private static let whole: [(start: String, why: String)] = [
        ("SELECT * FROM signal_answer WHERE 1 = 1", "an answer counts for its evidence for ever; a few a quarter"),
        ("SELECT * FROM incident WHERE 1 = 1", "the page of incidents tells of all of them, some dozens a year"),
        ("SELECT * FROM ops_project WHERE 1 = 1", "the page of what projects brought tells of all of them"),
    ]

    @Test("find their rows by an index, whatever history lies behind", arguments: TestDatabase.all)
    func plans(database: TestDatabase) async throws {
        let engine = WatchedEngine(try Store.engine(at: try database.address()))
        let day = Day(2026, 3, 5)
        let cast = ["camille.aubrac", "hana.diallo", "nour.castel", "thea.nogaret", "loic.perdrix"]
        let site = try TestSite(try Store(engine), on: day, cast: cast) {
            try DemoCompany.load(into: $0, at: $1, on: day, pinned: day)
        }
        defer { site.store.close() }
        let team = try site.id(of: Rouage.Unit.self, "code", "moteur")
        _ = try await APIClient(site, as: "camille.aubrac").send("PUT", "/follows/unit/\(team)")
        engine.forget()
        for code in cast { try await walk(site, as: code) }
        for operation in try await APIClient(site, as: nil).get("/openapi.json").paths("get") {
            for code in ["camille.aubrac", "nour.castel"] {
                _ = try await APIClient(site, as: code, scope: .read).get(operation)
            }
        }
        for days in [0, 7, 14, 21, 28, 35] { try Clockwork(site.store).turn(at: site.clock.now(), on: day + days) }
        let ran = engine.statements
        #expect(ran.count > 200, "\(ran.count) statements ran")
        let tables = try tables(site.store)
        for statement in ran where statement.isExplained {
            let walked = try plan(statement, site.store).filter { tables.contains($0) && !Self.bounded.contains($0) }
            if Self.whole.contains(where: { statement.text.hasPrefix($0.start) }) { continue }
            #expect(walked == [], "\(statement.text)")
        }
        for (start, _) in Self.whole { #expect(ran.contains { $0.text.hasPrefix(start) }, "nobody reads \(start)") }
    }

    /// Opens the pages that a person reaches from the home, one of each kind.
    private func walk(_ site: TestSite, as code: String) async throws {
        let browser = try await site.signIn(as: code)
        var seen: Set<String> = []
        var next = ["/", "/briefings", "/dependencies", "/board"].flatMap { [$0, $0 + "?as_of=2026-02-13"] }
        while let path = next.popLast() {
            let page = try await browser.request("GET", path)
            guard page.isHTML, page.status == 200 else { continue }
            for match in page.html.matches(of: #/ href="(\/[^"#]*)"/#) {
                let link = String(match.1).replacing("&amp;", with: "&")
                let kind = link.replacing(#/[0-9a-f-]{36}/#, with: "…").replacing(#/=[^&]*/#, with: "")
                guard !link.hasPrefix("/assets/"), seen.count < 150, seen.insert(kind).inserted else { continue }
                next.insert(link, at: 0)
            }
        }
    }

    private func tables(_ store: Store) throws -> Set<String> {
        try store.readNow { reading in
            switch reading.connection.dialect {
            case .sqlite: Set(try reading.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) })
            case .postgres: Set(try reading.all("SELECT tablename FROM pg_tables") { $0.text(0) })
            }
        }
    }

    /// The tables that a statement walks from end to end.
    private func plan(_ statement: SQL, _ store: Store) throws -> [String] {
        let names = statement.aliases
        return try store.engine.write { connection -> [String] in
            var walked: [String] = []
            switch connection.dialect {
            case .sqlite:
                var isSorted = true
                try connection.each("EXPLAIN QUERY PLAN \(statement)") { row in
                    if row.text(3).hasPrefix("USE TEMP B-TREE") { isSorted = false }
                    guard let found = row.text(3).firstMatch(of: #/^SCAN (\w+)( USING.*)?$/#) else { return }
                    // A partial index holds the few that live.
                    if found.2?.contains(#/_(alive|open|reveal|promised|decided|taken|closed)$/#) == true { return }
                    walked.append(names[String(found.1)] ?? String(found.1))
                }
                // The first rows in the order of an index.
                if isSorted, statement.text.contains(" LIMIT ") { walked = [] }
            case .postgres:
                // A small table is walked whatever its indexes: ask what it does when it may not.
                try connection.run("SET LOCAL enable_seqscan = off")
                try connection.each("EXPLAIN \(statement)") { row in
                    guard let found = row.text(0).firstMatch(of: #/Seq Scan on (\w+)/#) else { return }
                    walked.append(String(found.1))
                }
            }
            return walked
        }
    }
}

extension SQL {
    /// Whether it reads rows; what adds rows finds nothing.
    fileprivate var isExplained: Bool { ["SELECT", "WITH", "UPDATE", "DELETE"].contains { text.hasPrefix($0) } }

    /// The tables by the short names that the text gives them.
    fileprivate var aliases: [String: String] {
        let named = text.matches(of: #/(?:FROM|JOIN) (\w+) (?:AS )?([a-z]\w*)/#).map { (String($0.2), String($0.1)) }
        return Dictionary(named) { first, _ in first }
    }
}

extension Page {
    /// The addresses without a name in them that the API's document lists for a method.
    fileprivate func paths(_ method: String) -> [String] {
        (json["paths"] as? [String: [String: Any]] ?? [:]).filter { $0.value[method] != nil && !$0.key.contains("{") }
            .keys.map { $0.replacing("/api/v1", with: "") }.sorted()
    }
}
