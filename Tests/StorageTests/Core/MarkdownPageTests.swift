import Foundation
import Testing

@testable import Storage

@Suite("Pages that teams keep")
struct MarkdownPageTests {
    private func page(_ text: String, _ inner: Set<String> = []) throws -> [String: String] {
        try MarkdownPage(text, named: "page", inner).values
    }

    @Test("no text is lost: deeper headings, a second of the same name, numbers and colons")
    func headings() throws {
        let values = try page(
            """
            # Un bulletin clair

            ## 1. Problème
            Un.
            ### Preuves
            Deux.
            ## **Intention** :
            Trois.
            ## Problème
            Quatre.
            """)
        #expect(values["title"] == "Un bulletin clair")
        #expect(values["problème"] == "Un.\n### Preuves\nDeux.\n\nQuatre.")
        #expect(values["intention"] == "Trois.")
        let asked = try page("# A\n## Problème\nUn.\n### Preuves\nDeux.", ["preuves"])
        #expect(asked["problème"] == "Un." && asked["preuves"] == "Deux.")
    }

    @Test("headings may be underlined, and what is in a block of code is none")
    func underlined() throws {
        let values = try page("Un bulletin clair\n===\n\nProblème\n---\nUn.\n\n~~~\n# non\n~~~\n\n- a\n---\n")
        #expect(values["title"] == "Un bulletin clair")
        #expect(values["problème"] == "Un.\n\n~~~\n# non\n~~~\n\n- a\n---")
    }

    @Test("front matter is read behind a byte-order mark, as it is written")
    func frontMatter() throws {
        let values = try page(
            """
            \u{FEFF}---
            title: "RFC 2 : un bulletin clair"
            submitted_at: 2026-03-05T00:30:00+01:00
            version: 1.10
            answer: no
            nothing: ~
            tags: [paie, légal]
            team: {key: bulletins}
            ---
            # RFC 2
            Un mot.
            ## Team
            Toute l’équipe.
            """, ["team.key"])
        #expect(values["title"] == "RFC 2 : un bulletin clair" && values["text"] == "Un mot.")
        #expect(values["submitted_at"] == "2026-03-05T00:30:00+01:00")
        #expect(values["version"] == "1.10" && values["answer"] == "no" && values["nothing"] == "")
        #expect(values["tags"] == "paie;légal" && values["team.key"] == "bulletins")
        #expect(values["## team"] == "Toute l’équipe.")
    }

    @Test("aliases of aliases are refused before they are read")
    func laughs() {
        var matter = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let before = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            matter += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(throws: ForeignFile.Fault.tooMuch(file: "page")) { _ = try page("---\n\(matter)---\n# A") }
        let few =
            "a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\n"
            + "d: &d [*c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n"
        #expect(throws: ForeignFile.Fault.tooMuch(file: "page")) { _ = try page("---\n\(few)---\n# A") }
        let deep = String(repeating: "[", count: 3_000)
        #expect(throws: ForeignFile.Fault.self) { _ = try page("---\na: \(deep)\n---\n# A") }
    }

    @Test("folders in the folder are read too, and files that are no pages are counted")
    func folders() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        let inside = folder.appendingPathComponent("2026")
        try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("# Un".utf8).write(to: folder.appendingPathComponent("un.md"))
        try #require("# Équipé".data(using: .windowsCP1252)).write(to: inside.appendingPathComponent("deux.MD"))
        try Data("x".utf8).write(to: inside.appendingPathComponent("image.png"))
        let csv = try ForeignFile.read(folder.path)
        #expect(csv.header == ["file", "title"])
        #expect(csv.rows.map(\.cells) == [["2026/deux", "Équipé"], ["un", "Un"]])
        #expect(csv.remarks == [.otherFiles(1)])
    }
}
