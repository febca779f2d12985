import Foundation

/// Rows out of files that were not made for Rouage: separated values, JSON, or a folder of Markdown pages.
package enum ForeignFile {
    package enum Fault: Error, Equatable {
        /// The line is not a JSON object.
        case notAnObject(line: Int)
        /// The file is neither a list of JSON objects nor an object that holds one.
        case notAList
        /// The object holds several lists, of these names.
        case whichList([String])
        /// The page's front matter is not YAML.
        case frontMatter(file: String)
        /// The page's front matter stands for more than a page can.
        case tooMuch(file: String)
        /// The page's letters cannot be read.
        case letters(file: String)
        case noPage
        case unreadable
    }

    /// Reads a `.csv`, a `.json`, a `.jsonl`, or a folder of `.md` pages with the folders in it.
    /// - Parameter mapping: what is looked for in it.
    package static func read(_ path: String, for mapping: Mapping = Mapping()) throws -> CSV {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Fault.unreadable }
        if isFolder.boolValue { return try folder(path, for: mapping) }
        guard let data = FileManager.default.contents(atPath: path) else { throw Fault.unreadable }
        let bytes = [UInt8](data)
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "jsonl", "ndjson": return try jsonLines(Charset.read(bytes).bytes, inner: mapping.wanted)
        case "json": return try json(Charset.read(bytes).bytes, list: mapping.rows, inner: mapping.wanted)
        case _: return try CSV(file: bytes, under: mapping.wantedColumns)
        }
    }

    private static func folder(_ path: String, for mapping: Mapping) throws -> CSV {
        let all = try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        let names = all.filter { $0.lowercased().hasSuffix(".md") }.sorted()
        guard !names.isEmpty else { throw Fault.noPage }
        let pages = try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name)))
            guard let text = try? Charset.read(bytes).bytes else { throw Fault.letters(file: name) }
            return (String(name.dropLast(3)), String(decoding: text, as: UTF8.self))
        }
        var table = try markdown(pages, inner: mapping.wanted)
        let others = all.count { name in
            var isFolder: ObjCBool = false
            let there = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            return there && !isFolder.boolValue && !names.contains(name)
        }
        if others > 0 { table.remarks.append(.otherFiles(others)) }
        return table
    }

    /// One JSON object a line: its keys are the columns, a list is joined by semicolons.
    /// - Parameter inner: columns looked for further in: `team.key`.
    package static func jsonLines(_ bytes: [UInt8], inner: Set<String> = []) throws -> CSV {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw CSV.Fault.notUTF8 }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        // Files that end their lines with CR alone are rare, and CR never stands inside a JSON text.
        let end: UInt8 = bytes.contains(10) ? 10 : 13
        var rows: [Values] = []
        for (index, line) in bytes.split(separator: end, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
                throw Fault.notAnObject(line: index + 1)
            }
            rows.append(Values(line: index + 1, cells: cells(of: object, inner)))
        }
        guard !rows.isEmpty else { throw CSV.Fault.empty }
        return table(rows)
    }

    /// A list of JSON objects, or an object that holds it under a name.
    package static func json(_ bytes: [UInt8], list name: String? = nil, inner: Set<String> = []) throws -> CSV {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw CSV.Fault.notUTF8 }
        let whole = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        let objects: [[String: Any]]
        var left: [String: Int] = [:]
        if let list = whole as? [[String: Any]] {
            objects = list
        } else if let object = whole as? [String: Any] {
            let lists = object.compactMapValues { $0 as? [[String: Any]] }
            if let name, let list = lists[name] {
                objects = list
            } else if name == nil, lists.count == 1, let list = lists.values.first {
                objects = list
            } else {
                throw lists.isEmpty ? Fault.notAList : Fault.whichList(lists.keys.sorted())
            }
            left = lists.filter { $0.key != name && lists.count > 1 }.mapValues(\.count)
        } else {
            throw Fault.notAList
        }
        guard !objects.isEmpty else { throw CSV.Fault.empty }
        var table = table(
            objects.enumerated().map { index, object in
                Values(line: index + 1, page: "record \(index + 1)", cells: cells(of: object, inner))
            })
        table.remarks = left.sorted { $0.key < $1.key }.map { .unused(column: $0, cells: $1) }
        return table
    }

    /// A folder of pages: the columns are `file`, the keys of the front matter, `title` from the first heading and
    /// one column for each heading below it, in small letters.
    /// - Parameter inner: columns looked for further in: deeper headings, inner keys of the front matter.
    package static func markdown(_ pages: [(name: String, text: String)], inner: Set<String> = []) throws -> CSV {
        table(
            try pages.enumerated().map { index, page in
                var values = try MarkdownPage(page.text, named: page.name, inner).values
                values["file"] = page.name
                return Values(line: index + 1, page: page.name + ".md", cells: values)
            })
    }

    static func cells(of object: [String: Any], _ inner: Set<String>) -> [String: String] {
        var cells = object.mapValues(text)
        for name in inner where cells[name] == nil && name.contains(".") {
            let found = values(at: name.split(separator: ".").map(String.init)[...], in: object)
            if !found.isEmpty { cells[name] = found.map(text).joined(separator: ";") }
        }
        return cells
    }

    /// What lies at the end of a path of keys; of each part where it leads through a list.
    private static func values(at path: ArraySlice<String>, in value: Any) -> [Any] {
        if let list = value as? [Any] { return list.flatMap { values(at: path, in: $0) } }
        guard let key = path.first else { return [value] }
        guard let next = (value as? [String: Any])?[key] else { return [] }
        return values(at: path.dropFirst(), in: next)
    }

    private static func text(_ value: Any) -> String {
        switch value {
        case let text as String: text
        case let list as [Any]: list.map(text).joined(separator: ";")
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
