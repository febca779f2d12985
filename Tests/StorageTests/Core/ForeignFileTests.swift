import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("Files of other tools")
struct ForeignFileTests {
    @Test("JSON lines: keys are columns, lists are joined, absent keys are empty")
    func jsonLines() throws {
        let text = """
            {"id": "a", "tags": ["x", "y"], "n": 3, "yes": true, "none": null, "o": {"b": "2", "a": "1"}}

            {"id": "b", "half": 0.5}
            """
        let csv = try ForeignFile.jsonLines(Array("\u{FEFF}\(text)".utf8))
        #expect(csv.header == ["half", "id", "n", "none", "o", "tags", "yes"])
        #expect(
            csv.rows.map(\.cells) == [
                ["", "a", "3", "", "{\"a\":\"1\",\"b\":\"2\"}", "x;y", "true"], ["0.5", "b", "", "", "", "", ""],
            ])
        #expect(csv.rows.map(\.line) == [1, 3])
        #expect(throws: ForeignFile.Fault.notAnObject(line: 2)) { try ForeignFile.jsonLines(Array("{}\n[1]\n".utf8)) }
        #expect(throws: CSV.Fault.notUTF8) { try ForeignFile.jsonLines([0x7B, 0xE9, 0x7D]) }
        #expect(throws: CSV.Fault.empty) { try ForeignFile.jsonLines([]) }
    }

    private static let page = """
        ---
        équipe: bulletins
        cycle: 2026-Q2
        contributors: [ruben.achard]
        date: 2026-02-12
        ---
        # Étiquette lisible pour chaque rubrique

        Un mot d’introduction.

        ## Problème

        Les salariés ne comprennent pas 14 rubriques.

        ```
        # pas un titre
        ```

        ## Intention
        Écrire chaque rubrique en clair.
        """

    @Test("Markdown pages: front matter, first heading and headings are columns")
    func markdown() throws {
        let csv = try ForeignFile.markdown([("etiquettes", Self.page), ("vide", "# Sans rien")])
        let row = Dictionary(uniqueKeysWithValues: zip(csv.header, csv.rows[0].cells))
        #expect(row["file"] == "etiquettes")
        #expect(row["équipe"] == "bulletins")
        #expect(row["contributors"] == "ruben.achard")
        #expect(row["date"] == "2026-02-12")
        #expect(row["title"] == "Étiquette lisible pour chaque rubrique")
        #expect(row["text"] == "Un mot d’introduction.")
        #expect(row["problème"]?.hasSuffix("# pas un titre\n```") == true)
        #expect(row["intention"] == "Écrire chaque rubrique en clair.")
        #expect(throws: ForeignFile.Fault.frontMatter(file: "page")) {
            try ForeignFile.markdown([("page", "---\n[: oops\n---\n# A")])
        }
    }

    @Test("a folder of Markdown pages becomes briefings through a mapping", arguments: TestDatabase.all)
    func folder(database: TestDatabase) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pages-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.page.utf8).write(to: folder.appendingPathComponent("etiquettes.md"))
        try Data("---\néquipe: inconnue\ncycle: 2026-Q2\n---\n# Autre".utf8)
            .write(to: folder.appendingPathComponent("autre.md"))
        let store = try database.store()
        defer { store.close() }
        _ = try SmallDepartment.load(
            into: store, ["briefings": "ref\n", "dependencies": "ref\n", "comments": "text\n"])
        let mapping = Mapping(
            columns: ["ref": "file", "team": "équipe", "problem": "problème"], set: ["source_kind": "strategy"])
        let importer = Importer(
            store, .init(keepGoing: true), at: SmallDepartment.now, on: SmallDepartment.today)
        let file = try importer.load("briefings", try mapping.apply(to: ForeignFile.read(folder.path)), from: "pages")
        #expect((file.read, file.created, file.refused) == (2, 1, 1))
        #expect(file.problems.map(\.page) == ["autre.md"])
        #expect(file.problems.map(\.column) == ["team"])
        let briefing = try store.readNow { try $0.records(Briefing.self)[0] }
        #expect(briefing.text.title == "Étiquette lisible pour chaque rubrique")
        #expect(briefing.text.sourceKind == .strategy)
        #expect(briefing.contributors.count == 1)
    }

    @Test("a mapping renames columns, fills them from several, sets values and translates words")
    func mapping() throws {
        let csv = try CSV(Array("id,a,b,status\n1,,x,Accepted\n2,y,z,\n3,only\n".utf8))
        let mapping = Mapping(
            columns: ["ref": "id", "problem": "a|b", "state": "status"], set: ["cycle": "2026-Q2"],
            values: ["state": ["Accepted": "ready", "": "draft"]])
        let mapped = try mapping.apply(to: csv)
        func column(_ name: String) -> [String] {
            mapped.rows.prefix(2).map { $0.cells[mapped.header.firstIndex(of: name)!] }
        }
        #expect(column("ref") == ["1", "2"])
        #expect(column("problem") == ["x", "y"])
        #expect(column("state") == ["ready", "draft"])
        #expect(column("cycle") == ["2026-Q2", "2026-Q2"])
        #expect(mapped.rows[2].cells == ["3", "only"])
        #expect(throws: Mapping.Fault.noColumn("nowhere")) { try Mapping(columns: ["ref": "nowhere"]).apply(to: csv) }
        let saved = try JSONEncoder().encode(mapping)
        #expect(try JSONDecoder().decode(Mapping.self, from: saved) == mapping)
    }
}
