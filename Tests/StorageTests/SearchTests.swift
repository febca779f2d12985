import Rouage
import Storage
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test("folds case, accents and ligatures into plain words")
    func folding() {
        #expect(Search.fold("L’Œuvre d'ÉTÉ : 12 %") == "l oeuvre d ete 12")
        #expect(Search.fold("  ") == "")
    }

    @Test(
        "finds the same on both engines, accents or not, by the beginning of the last word",
        arguments: TestDatabase.all,
        [
            ("ingenierie", ["Ingénierie"]), ("INGÉN", ["Ingénierie"]), ("moteur paie", ["Moteur de paie"]),
            ("oeuvre", ["Main d’œuvre"]), ("paie", ["Moteur de paie", "Paie et bulletins"]), ("zzz", []),
            ("'; DROP TABLE unit; --", []), ("\" OR 1", []), ("*", []), ("", []),
        ])
    func finds(database: TestDatabase, question: (String, [String])) throws {
        let store = try database.store()
        try store.writeNow(as: nil, at: now) { transaction in
            for (index, name) in ["Ingénierie", "Moteur de paie", "Main d’œuvre", "Paie et bulletins"].enumerated() {
                let unit = Rouage.Unit(id: transaction.newID(), code: "u\(index)", sort: .team, name: name)
                try transaction.add(unit, Activity(.created))
            }
        }
        let found = try store.readNow { try $0.search(question.0) }.map(\.title).sorted()
        #expect(found == question.1)
    }
}
