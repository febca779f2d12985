import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Files as they are")
struct FilesAsTheyAreTests {
    private func cells(_ bytes: [UInt8], under wanted: Set<String> = []) throws -> [[String]] {
        let csv = try CSV(file: bytes, under: wanted)
        return [csv.header] + csv.rows.map(\.cells)
    }

    private static let written = "ref;titre\r\nb-1;« Éviter l’écart » à 38 €\r\n"

    @Test("a spreadsheet's own letters are read, and told")
    func letters() throws {
        let rows = [["ref", "titre"], ["b-1", "« Éviter l’écart » à 38 €"]]
        let windows = try #require(Self.written.data(using: .windowsCP1252))
        #expect(try cells([UInt8](windows)) == rows)
        #expect(try CSV(file: [UInt8](windows)).remarks == [.readAs(.windows1252)])
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            let mark: [UInt8] = encoding == .utf16BigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
            let bytes = mark + [UInt8](try #require(Self.written.data(using: encoding)))
            #expect(try cells(bytes) == rows)
            #expect(try CSV(file: bytes).remarks == [.readAs(.utf16)])
        }
        #expect(try CSV(file: Array(Self.written.utf8)).remarks.isEmpty)
        // UTF-8 that was cut is no Windows-1252.
        #expect(throws: CSV.Fault.notUTF8) { try CSV(file: Array("nom\nThéa Nogaret, Léo".utf8) + [0xC3]) }
    }

    @Test(
        "separators, a line that names them, and lines above the heading",
        arguments: [
            ("sep=;\r\nref;titre\r\na;b,c\r\n", [["ref", "titre"], ["a", "b,c"]], 3),
            ("ref\ttitre\na\tb, c\n", [["ref", "titre"], ["a", "b, c"]], 2),
            ("Initiatives du T2,,\n,,\nref,titre,état\na,b,c\n", [["ref", "titre", "état"], ["a", "b", "c"]], 4),
            ("Initiatives du T2\n\nref;titre\na;b\n", [["ref", "titre"], ["a", "b"]], 4),
            ("ref, titre\na, \"b, c\"\n", [["ref", "titre"], ["a", "b, c"]], 2),
        ])
    func shapes(text: String, rows: [[String]], line: Int) throws {
        let csv = try CSV(file: Array(text.utf8))
        #expect([csv.header] + csv.rows.map(\.cells) == rows)
        #expect(csv.rows[0].line == line)
    }

    @Test("the heading is the line that has the columns looked for")
    func heading() throws {
        let text = "Export,du 5 mars\nref,titre\na,b\n"
        #expect(try cells(Array(text.utf8), under: ["titre"]) == [["ref", "titre"], ["a", "b"]])
        #expect(try CSV(file: Array(text.utf8), under: ["titre"]).remarks == [.heading(line: 2)])
    }

    @Test(
        "dates are read as they are written, and never guessed",
        arguments: [
            ("2026-03-05", nil, "2026-03-05"), ("2026/3/5", nil, "2026-03-05"), ("5 mars 2026", nil, "2026-03-05"),
            ("March 5, 2026", nil, "2026-03-05"), ("1er février 2026", nil, "2026-02-01"),
            ("jeudi 5 mars 2026", nil, "2026-03-05"), ("2026-03-05T00:30:00+01:00", nil, "2026-03-05"),
            ("05/03/2026", nil, nil), ("05/03/2026", "dd/mm/yyyy", "2026-03-05"),
            ("05/03/2026", "mm/dd/yyyy", "2026-05-03"), ("5.3.26", "dd.mm.yy", "2026-03-05"),
            ("14/Jul/25 3:42 PM", "dd/mm/yy", "2025-07-14"), ("31/02/2026", "dd/mm/yyyy", nil), ("bientôt", nil, nil),
            ("2026", nil, nil), ("5 jui 2026", nil, nil), ("2026-03-05 n’importe quoi", nil, nil),
        ] as [(String, String?, String?)])
    func dates(text: String, order: String?, day: String?) {
        #expect(WrittenDate(text, order.flatMap(DateOrder.init))?.day.description == day)
    }

    @Test(
        "moments keep their minute, whatever the clock they are written by",
        arguments: [
            ("2026-03-05T00:30:00+01:00", "2026-03-04T23:30:00.000Z"),
            ("2026-03-05T00:30+0100", "2026-03-04T23:30:00.000Z"),
            ("2026-03-05 09:15:20Z", "2026-03-05T09:15:20.000Z"),
            ("2026-03-05T09:15:20.250-05:00", "2026-03-05T14:15:20.000Z"),
            // Without an offset, by the department's clocks.
            ("2026-03-05 09:15", "2026-03-05T08:15:00.000Z"), ("March 5, 2026 3:42 PM", "2026-03-05T14:42:00.000Z"),
            ("5 juillet 2026 à 9h05", "2026-07-05T07:05:00.000Z"),
        ])
    func moments(text: String, moment: String) {
        #expect(WrittenDate(text, nil)?.instant?.description == moment)
    }

    @Test("an order of dates is a sample of day, month and year")
    func orders() throws {
        #expect(DateOrder("jj/mm") == nil && DateOrder("dd/mm") == nil && DateOrder("dd/mm/yyyy") != nil)
        var mapping = Mapping(columns: ["ref": "id"])
        mapping.dates = DateOrder("dd/mm/yyyy")
        mapping.split = ["giving_team": ","]
        #expect(try JSONDecoder().decode(Mapping.self, from: JSONEncoder().encode(mapping)) == mapping)
        #expect(try JSONDecoder().decode(Mapping.self, from: Data("{\"columns\":{\"ref\":\"id\"}}".utf8)).set.isEmpty)
    }

    @Test("repeated headings are one list, and a list becomes rows")
    func lists() throws {
        let csv = try CSV(Array("id,Labels,Labels,Bloqué par\n1,paie,légal,\"plannings, acces\"\n2,,paie,\n".utf8))
        var mapping = Mapping(columns: ["ref": "id", "tags": "Labels[]", "giving_team": "Bloqué par"])
        mapping.split = ["giving_team": ","]
        let mapped = try mapping.apply(to: csv)
        func column(_ name: String) throws -> [String] {
            let place = try #require(mapped.header.firstIndex(of: name))
            return mapped.rows.map { $0.cells[place] }
        }
        #expect(try column("ref") == ["1", "1", "2"])
        #expect(try column("tags") == ["paie;légal", "paie;légal", "paie"])
        #expect(try column("giving_team") == ["plannings", "acces", ""])
        #expect(mapped.rows.map(\.line) == [2, 2, 3])
    }

    @Test("short rows are filled when asked, and what stands beside the first filled column is told")
    func filling() throws {
        var mapping = Mapping(columns: ["problem": "motivation|résumé"])
        mapping.fill = true
        let csv = try CSV(Array("ref,motivation,résumé\na\nb,oui,autre\n".utf8))
        let mapped = try mapping.apply(to: csv)
        #expect(mapped.rows.map(\.cells.count) == [4, 4])
        #expect(mapped.remarks == [.filled(rows: 1), .passedOver(column: "résumé", rows: 1)])
    }

    @Test("JSON is a list, or the list of an object, and inner keys are columns that are asked for")
    func json() throws {
        let text = """
            {"lists": [{"id": "l1"}], "cards": [
              {"name": "Un bulletin clair", "team": {"key": "bulletins"}, "members": [{"name": "Camille"}, {"name": "Aziz"}]}]}
            """
        let csv = try ForeignFile.json(Array(text.utf8), list: "cards", inner: ["team.key", "members.name"])
        let row = Dictionary(uniqueKeysWithValues: zip(csv.header, csv.rows[0].cells))
        #expect(csv.remarks == [.unused(column: "lists", cells: 1)])
        #expect(row["team.key"] == "bulletins" && row["members.name"] == "Camille;Aziz")
        #expect(throws: ForeignFile.Fault.whichList(["cards", "lists"])) { try ForeignFile.json(Array(text.utf8)) }
        #expect(throws: ForeignFile.Fault.notAList) { try ForeignFile.json(Array("3".utf8)) }
        #expect(try ForeignFile.json(Array("[{\"a\": 1}]".utf8)).rows[0].cells == ["1"])
    }
}
