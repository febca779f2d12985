import Foundation
import Yams

/// Rows out of files that were not made for Rouage: one JSON object a line, or a folder of Markdown pages.
package enum ForeignFile {
    package enum Fault: Error, Equatable {
        /// The line is not a JSON object.
        case notAnObject(line: Int)
        /// The page's front matter is not YAML.
        case frontMatter(file: String)
        case noPage
        case unreadable
    }

    /// Reads a `.csv`, a `.jsonl`, or a folder of `.md` pages.
    package static func read(_ path: String) throws -> CSV {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Fault.unreadable }
        if isFolder.boolValue {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".md") }
                .sorted()
            guard !names.isEmpty else { throw Fault.noPage }
            return try markdown(
                names.map { name in
                    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
                    guard let text = String(validating: try Data(contentsOf: url), as: UTF8.self) else {
                        throw CSV.Fault.notUTF8
                    }
                    return (String(name.dropLast(3)), text)
                })
        }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") ? try jsonLines(bytes) : try CSV(bytes)
    }

    /// One JSON object a line: its keys are the columns, a list is joined by semicolons.
    package static func jsonLines(_ bytes: [UInt8]) throws -> CSV {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw CSV.Fault.notUTF8 }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var rows: [Values] = []
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
                throw Fault.notAnObject(line: index + 1)
            }
            rows.append(Values(line: index + 1, cells: object.mapValues(text)))
        }
        guard !rows.isEmpty else { throw CSV.Fault.empty }
        return table(rows)
    }

    /// A folder of pages: the columns are `file`, the keys of the front matter, `title` from the first heading and
    /// one column for each heading below it, in small letters.
    package static func markdown(_ pages: [(name: String, text: String)]) throws -> CSV {
        table(
            try pages.enumerated().map { index, page in
                var values = try Self.page(page.text, named: page.name)
                values["file"] = page.name
                return Values(line: index + 1, page: page.name + ".md", cells: values)
            })
    }

    private static func page(_ text: String, named name: String) throws -> [String: String] {
        var values: [String: String] = [:]
        var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)[...]
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
            let matter = lines[(lines.startIndex + 1)..<end].joined(separator: "\n")
            guard let object = try? Yams.load(yaml: matter) as? [String: Any] else {
                throw Fault.frontMatter(file: name)
            }
            values = object.mapValues(Self.text)
            lines = lines[(end + 1)...]
        }
        var heading = "text"
        var body: [Substring] = []
        var isCode = false
        func close() {
            let text = body.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
            if !text.isEmpty, values[heading] == nil { values[heading] = text }
            body = []
        }
        for line in lines {
            if line.hasPrefix("```") { isCode.toggle() }
            let marks = line.prefix { $0 == "#" }.count
            guard !isCode, (1...6).contains(marks), line.dropFirst(marks).first == " " else {
                body.append(line)
                continue
            }
            close()
            let words = line.dropFirst(marks).trimmingSpaces()
            if marks == 1 && values["title"] == nil {
                values["title"] = words
                heading = "text"
            } else {
                heading = words.lowercased()
            }
        }
        close()
        return values
    }

    private static func text(_ value: Any) -> String {
        switch value {
        case let text as String: text
        case let list as [Any]: list.map(text).joined(separator: ";")
        case let date as Date: String(date.ISO8601Format().prefix(10))
        case is NSNull: ""
        case let flag as Bool where "\(type(of: value))".contains("Bool"): flag ? "true" : "false"
        case let number as NSNumber: number.stringValue
        case let object as [String: Any]: json(object)
        default: "\(value)"
        }
    }

    private static func json(_ object: [String: Any]) -> String {
        guard JSONSerialization.isValidJSONObject(object),
            let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
        else { return "\(object)" }
        return String(decoding: data, as: UTF8.self)
    }

    /// What one object or page holds, by its own names.
    private struct Values {
        let line: Int
        var page: String?
        let cells: [String: String]
    }

    private static func table(_ rows: [Values]) -> CSV {
        let header = Set(rows.flatMap(\.cells.keys)).sorted()
        return CSV(
            header: header,
            rows: rows.map { row in
                .init(line: row.line, cells: header.map { row.cells[$0] ?? "" }, page: row.page)
            })
    }
}
