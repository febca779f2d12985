import Foundation
import Rouage

/// One page as teams keep briefings: front matter, a title, and sections under headings.
struct MarkdownPage {
    /// What it holds: the keys of the front matter, `title`, `text`, and each section by its heading in small letters.
    private(set) var values: [String: String]
    private let keys: Set<String>

    /// - Parameter inner: deeper headings that are looked for; the others are part of the section they stand in.
    init(_ text: String, named file: String, _ inner: Set<String>) throws {
        let plain = text.drop { $0 == "\u{FEFF}" }.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var lines = plain.split(separator: "\n", omittingEmptySubsequences: false)[...]
        values = [:]
        if lines.first?.trimmed == "---",
            let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) })
        {
            let matter = lines[(lines.startIndex + 1)..<end].joined(separator: "\n")
            values = ForeignFile.cells(of: try FrontMatter(matter, of: file).values, inner)
            lines = lines[(end + 1)...]
        }
        keys = Set(values.keys)
        read(Self.parts(lines), inner)
    }

    /// A heading with its level and name, or a line below it.
    private enum Part {
        case heading(Int, name: String, lines: [Substring])
        case line(Substring)
    }

    private mutating func read(_ parts: [Part], _ inner: Set<String>) {
        var levels = parts.compactMap { if case .heading(let level, _, _) = $0 { level } else { nil } }
        // One heading above all is the page's title, whatever the front matter calls it.
        let isAlone = levels.first == 1 && levels.count { $0 == 1 } == 1
        var isTitleAhead = !levels.isEmpty && (values["title"] == nil || isAlone)
        if isTitleAhead { levels.removeFirst() }
        let top = levels.min() ?? 1
        var section = "text"
        var body: [Substring] = []
        for part in parts {
            switch part {
            case .heading(_, let name, _) where isTitleAhead:
                close(section, &body)
                if values["title"] == nil { values["title"] = name }
                isTitleAhead = false
                section = "text"
            case .heading(let level, let name, _) where level <= top || inner.contains(name.lowercased()):
                close(section, &body)
                section = name.lowercased()
            case .heading(_, _, let lines): body += lines
            case .line(let line): body.append(line)
            }
        }
        close(section, &body)
    }

    /// Keeps a section: behind another of the same name, and beside a key of the front matter.
    private mutating func close(_ section: String, _ body: inout [Substring]) {
        let text = body.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        body = []
        guard !text.isEmpty else { return }
        let name = keys.contains(section) ? "## \(section)" : section
        values[name] = values[name].map { "\($0)\n\n\(text)" } ?? text
    }

    private static func parts(_ lines: ArraySlice<Substring>) -> [Part] {
        var parts: [Part] = []
        var fence: Substring?
        for line in lines {
            let bare = line.drop { $0 == " " }
            if let mark = ["```", "~~~"].first(where: bare.hasPrefix) {
                if fence == nil { fence = Substring(mark) } else if fence == Substring(mark) { fence = nil }
                parts.append(.line(line))
            } else if fence != nil {
                parts.append(.line(line))
            } else if let level = level(bare) {
                parts.append(.heading(level, name: name(bare.dropFirst(level)), lines: [line]))
            } else if let level = underline(line), case .line(let above) = parts.last, isWords(above) {
                parts[parts.count - 1] = .heading(level, name: name(above), lines: [above, line])
            } else {
                parts.append(.line(line))
            }
        }
        return parts
    }

    private static func level(_ line: Substring) -> Int? {
        let marks = line.prefix { $0 == "#" }.count
        return (1...6).contains(marks) && line.dropFirst(marks).first == " " ? marks : nil
    }

    private static func underline(_ line: Substring) -> Int? {
        let bare = line.trimmed
        guard bare.count > 1, let mark = bare.first, bare.allSatisfy({ $0 == mark }) else { return nil }
        return mark == "=" ? 1 : mark == "-" ? 2 : nil
    }

    /// Whether a line can be an underlined heading: words, and no list, table or quotation.
    private static func isWords(_ line: Substring) -> Bool {
        guard let first = line.trimmed.first else { return false }
        return !"-*+>|".contains(first)
    }

    /// A heading as it is named: without its number, its colon, marks at its end or stress.
    private static func name(_ heading: Substring) -> String {
        var name = heading.trimmed
        while name.hasSuffix("#") { name.removeLast() }
        name = name.replacing("**", with: "").replacing("__", with: "").trimmed
        name = name.replacing(/^\d+(\.\d+)*[.)]\s+/, with: "").replacing(/\s*\{#[^}]*\}$/, with: "")
        while name.hasSuffix(":") { name = String(name.dropLast()).trimmed }
        return name
    }
}
