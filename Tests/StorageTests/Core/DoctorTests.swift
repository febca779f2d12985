import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("The doctor")
struct DoctorTests {
    @Test(
        "finds what was changed behind the write door",
        arguments: TestDatabase.all,
        [
            "UPDATE person SET name = 'Camille A.' WHERE code = 'camille.aubrac'",
            "UPDATE briefing SET late = NOT late WHERE ref = 'etiquettes'",
            "UPDATE briefing SET tribe_values = '{}' WHERE ref = 'etiquettes'",
            "UPDATE cycle SET starts = '2026-04-02' WHERE label = '2026-Q2'",
            "UPDATE membership SET fte = 0.4 WHERE fte = 1",
            "UPDATE dependency SET committed_for = NULL WHERE ref = 'etiquettes-1'",
            "UPDATE unit SET version = version + 1 WHERE code = 'paie'",
            "DELETE FROM comment",
        ])
    func finds(database: TestDatabase, statement: String) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        #expect(try store.readNow { try $0.changedBehindTheDoor() } == [])
        _ = try store.engine.write { try $0.run(SQL(trusted: statement)) }
        #expect(try store.readNow { try $0.changedBehindTheDoor() }.count == 1)
    }
}
