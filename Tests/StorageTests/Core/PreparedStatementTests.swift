import Rouage
import Storage
import TestSupport
import Testing

@Suite("Statements that PostgreSQL keeps prepared")
struct PreparedStatementTests {
    @Test(
        "are let go between transactions, never inside one that has something to say before any query",
        arguments: TestDatabase.server)
    func letGo(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let now = Instant("2026-03-05T09:00:00.000Z")!
        for count in 1...600 {
            let texts = (1...count).map { "\($0)" }
            _ = try store.readNow { try $0.all("SELECT 1 WHERE '0' IN \(in: texts)") { $0.integer(0) } }
            try store.writeNow(as: nil, at: now) { try $0.waitForOthers() }
        }
    }
}
