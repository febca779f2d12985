import Foundation
import Yams

/// The keys at the head of a page, as they are written: `1.10` stays `1.10`, and a moment keeps its offset.
struct FrontMatter {
    private(set) var values: [String: Any] = [:]
    /// How much may still be said: aliases of aliases stand for more than any page holds.
    private var room = 10_000
    private static let mostBytes = 64 * 1_024
    private static let mostAliases = 30
    private static let deepest = 50

    init(_ text: String, of file: String) throws {
        // Before it is read: reading compares keys, and takes as long as what they stand for.
        guard text.utf8.count <= Self.mostBytes, text.matches(of: /(?:^|[\s,\[{:?])\*[\w-]/).count <= Self.mostAliases,
            text.count(where: { $0 == "[" || $0 == "{" }) <= Self.mostBytes / 64
        else { throw ForeignFile.Fault.tooMuch(file: file) }
        guard let node = try? Yams.compose(yaml: text), case .mapping = node else {
            throw ForeignFile.Fault.frontMatter(file: file)
        }
        do { values = try value(node, Self.deepest) as? [String: Any] ?? [:] } catch is TooMuch {
            throw ForeignFile.Fault.tooMuch(file: file)
        }
    }

    private struct TooMuch: Error {}

    private mutating func value(_ node: Node, _ depth: Int) throws -> Any {
        room -= 1
        guard room > 0, depth > 0 else { throw TooMuch() }
        switch node {
        case .scalar(let scalar):
            room -= scalar.string.utf8.count / 64
            return node.null == nil ? scalar.string : ""
        case .sequence(let list):
            var values: [Any] = []
            for node in list { values.append(try value(node, depth - 1)) }
            return values
        case .mapping(let mapping):
            var values: [String: Any] = [:]
            for (key, node) in mapping { values[key.scalar?.string ?? ""] = try value(node, depth - 1) }
            return values
        case .alias: throw TooMuch()
        }
    }
}
