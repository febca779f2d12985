import Rouage
import Storage
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test(
        "folds case, accents and ligatures into plain words",
        arguments: [
            ("L’Œuvre d'ÉTÉ : 12 %", "l oeuvre d ete 12"), ("  ", ""), ("", ""), ("Ça & là", "ca la"),
            ("e\u{301}te\u{301}", "ete"), ("STRASSE straße", "strasse strasse"), ("Æsir", "aesir"),
            ("Ἀθῆναι", "αθηναι"), ("東京 2026", "東京 2026"), ("a\u{0}b", "a b"), ("n°4 — bis", "n 4 bis"),
        ])
    func folding(text: String, plain: String) { #expect(Folding.fold(text) == plain) }

    @Test("cuts words that nobody writes")
    func longWords() { #expect(Folding.fold(String(repeating: "x", count: 10_000)).utf8.count == 100) }

    private static let names = [
        "Ingénierie", "Moteur de paie", "Main d’œuvre", "Paie et bulletins", "Étiquette lisible pour chaque rubrique",
        "L'été des congés", "Congés payés", "Payroll engine", "Résumé of naïve clients", "DSN 2026", "v1.30",
    ]

    @Test(
        "finds the same on both engines, accents or not, by the beginning of the last word, in one order",
        arguments: TestDatabase.all,
        [
            ("ingenierie", ["Ingénierie"]), ("INGÉN", ["Ingénierie"]), ("moteur paie", ["Moteur de paie"]),
            ("oeuvre", ["Main d’œuvre"]), ("Œuvr", ["Main d’œuvre"]), ("d'oeuvre", ["Main d’œuvre"]),
            ("paie", ["Paie et bulletins", "Moteur de paie"]), ("pay", ["Payroll engine", "Congés payés"]),
            ("conge", ["Congés payés", "L'été des congés"]), ("CONGÉS PAYÉS", ["Congés payés"]),
            ("l'ete", ["L'été des congés"]), ("resume naive", ["Résumé of naïve clients"]), ("2026", ["DSN 2026"]),
            ("v1.30", ["v1.30"]), ("chaque etiq", ["Étiquette lisible pour chaque rubrique"]), ("zzz", []),
            ("'; DROP TABLE unit; --", []), ("\" OR 1", []), ("*", []), ("", []),
            ("paie & !", ["Paie et bulletins", "Moteur de paie"]),
            ("paie:*", ["Paie et bulletins", "Moteur de paie"]), ("NOT paie", []), ("100%", []),
        ])
    func finds(database: TestDatabase, question: (String, [String])) throws {
        let store = try database.store()
        defer { store.close() }
        try store.writeNow(as: nil, at: now) { transaction in
            for (index, name) in Self.names.enumerated() {
                let unit = Rouage.Unit(id: transaction.newID(), code: "u\(index)", sort: .team, name: name)
                try transaction.add(unit, Activity(.created))
            }
        }
        #expect(try store.readNow { try $0.search(question.0) }.map(\.title) == question.1)
    }

    @Test("finds the team of a word that a thousand briefings hold", arguments: TestDatabase.all)
    func common(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        try store.writeNow(as: nil, at: now) { transaction in
            let cycle = try transaction.records(Cycle.self)[0]
            let team = try transaction.records(Rouage.Unit.self, where: "code = \("bulletins")")[0]
            var text = Briefing.Text()
            text.title = "Autre paie"
            let briefings = (0..<1_000).map {
                Briefing(
                    id: transaction.newID(), ref: "b\($0)", cycle: cycle.id, team: team.id, owner: nil, text: text,
                    at: now)
            }
            try transaction.add(briefings, Activity(.created))
        }
        let found = try store.readNow { try $0.search("paie") }
        #expect(found.first?.title == "Paie")
        #expect(found.count == 50)
    }

    @Test("many records of one kind do not hide another", arguments: TestDatabase.all)
    func kinds(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        try store.writeNow(as: nil, at: now) { transaction in
            let content = Playbook.Content(title: "Tenir la maintenance", category: .maintenance, why: "Trop tard.")
            let playbook = Playbook(
                id: transaction.newID(), ref: "maintenance", .init(content), carriedBy: .ops, on: Day(2026, 3, 5),
                at: now)
            try transaction.add(playbook, Activity(.created))
            let incidents = (0..<1_200).map { number in
                Incident(
                    id: transaction.newID(), ref: "i\(number)",
                    .init(title: "Maintenance \(number)", severity: .three), state: .closed, by: nil, at: now)
            }
            try transaction.add(incidents, Activity(.opened))
        }
        let found = try store.readNow { try $0.search("maintenance") }
        #expect(found.count == 50 && found.contains { $0.title == "Tenir la maintenance" })
    }

    @Test("finds a record by its new words and no longer by its old ones", arguments: TestDatabase.all)
    func renamed(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let id = try store.writeNow(as: nil, at: now) { transaction in
            let unit = Rouage.Unit(id: transaction.newID(), code: "u", sort: .team, name: "Bulletins")
            try transaction.add(unit, Activity(.created))
            return unit.id
        }
        for name in ["Rubriques", "Étiquettes"] {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.change(id) { (unit: inout Rouage.Unit) in
                    unit.name = name
                    return Activity(.edited)
                }
            }
        }
        try store.readNow { (reading: Reading) throws -> Void in
            #expect(try reading.search("bulletins").isEmpty)
            #expect(try reading.search("rubriques").isEmpty)
            #expect(try reading.search("etiquettes").map(\.title) == ["Étiquettes"])
        }
    }
}
