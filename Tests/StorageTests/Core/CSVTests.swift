import Foundation
import Storage
import Testing

@Suite("Separated values")
struct CSVTests {
    private func cells(_ text: String) throws -> [[String]] {
        let csv = try CSV(Array(text.utf8))
        return [csv.header] + csv.rows.map(\.cells)
    }

    @Test(
        "are read as spreadsheets write them",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("a;b\r\n1;2,5\r\n", [["a", "b"], ["1", "2,5"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("a , b\n1, 2\n", [["a", "b"], ["1", " 2"]]),
            ("a,b\n\"1,5\",\"say \"\"oui\"\"\"\n", [["a", "b"], ["1,5", "say \"oui\""]]),
            ("a,b\n\"two\nlines\",\"\"\n", [["a", "b"], ["two\nlines", ""]]),
            ("a,b\n\n1,2\n,\n\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n5\" pipe,x\n", [["a", "b"], ["5\" pipe", "x"]]),
            ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
            ("a\n😀\né\n", [["a"], ["😀"], ["é"]]),
        ])
    func reading(text: String, rows: [[String]]) throws { #expect(try cells(text) == rows) }

    @Test("know the line each row starts on")
    func lines() throws {
        let csv = try CSV(Array("a,b\n\"1\n1\",2\n\n3,4\n".utf8))
        #expect(csv.rows.map(\.line) == [2, 5])
    }

    @Test(
        "are refused when they are no text",
        arguments: [
            (Array("a,b\n1,\0".utf8), CSV.Fault.holdsNUL), ([0x61, 0x0A, 0xE9, 0x0A], .notUTF8),
            ([0xFF, 0xFE, 0x61, 0x00], .notUTF8), (Array("a\n\"open\nb\n".utf8), .openQuote(line: 2)), ([], .empty),
            (Array("\n\n".utf8), .empty),
        ])
    func refusals(bytes: [UInt8], fault: CSV.Fault) { #expect(throws: fault) { try CSV(bytes) } }

    @Test("are read back as they were written")
    func roundTrip() throws {
        let row = ["plain", "a,b", "a;b", "\"", "two\nlines", "cr\r", " spaces ", "", "é"]
        #expect(try cells(CSV.line(row.map { _ in "h" }) + CSV.line(row)).last == row)
    }
}
