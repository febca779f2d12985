import Foundation
import TestSupport
import Testing
import Web
import WebCore

/// The API that programs rely on, a line for each thing that it takes and gives, kept in Tests/Golden/api.txt. A change that
/// is meant is written there by `ROUAGE_GOLDEN=write bin/test --quick APIGolden`, and told in the CHANGELOG.
@Suite("What programs rely on")
struct APIGoldenTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/api.txt")

    @Test("changes on purpose only: every operation and every member is as it was written down")
    func document() async throws {
        let document = try await APIClient(TestSite(.sqlite), as: nil).get("/openapi.json").json
        let now = try lines(of: document)
        if ProcessInfo.processInfo.environment["ROUAGE_GOLDEN"] == "write" {
            try Data((now.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
        }
        let before = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
        let gone = Set(before).subtracting(now).sorted()
        let new = Set(now).subtracting(before).sorted()
        #expect(gone.isEmpty, "no longer there: \(gone)")
        #expect(new.isEmpty, "not written down yet: \(new)")
    }

    @Test("holds an operation for each act that pages offer")
    func acts() throws {
        let site = try TestSite(.sqlite)
        let node = site.node(site.store)
        _ = node.router()
        #expect(node.told.names.count > 100)
        #expect(node.told.names.subtracting(API.operations.map(\.name)).sorted() == [])
    }

    private func lines(of document: [String: Any]) throws -> [String] {
        var lines: [String] = []
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        for (path, methods) in paths {
            for (method, operation) in methods {
                let start = "\(method.uppercased()) \(path)"
                lines.append("\(start) \(operation["operationId"] ?? "")")
                for parameter in operation["parameters"] as? [[String: Any]] ?? [] {
                    lines.append("\(start) ? \(member(parameter["name"] as? String ?? "", parameter))")
                }
                if let body = operation["requestBody"] as? [String: Any] { lines.append("\(start) < \(content(body))") }
                let answers = operation["responses"] as? [String: [String: Any]] ?? [:]
                lines.append("\(start) > \(answers.keys.sorted().joined(separator: " "))")
                for (status, answer) in answers where answer["$ref"] == nil {
                    lines.append("\(start) > \(status) \(content(answer))")
                }
            }
        }
        let components = try #require(document["components"] as? [String: Any])
        for (name, shape) in try #require(components["schemas"] as? [String: [String: Any]]) {
            let needed = Set(shape["required"] as? [String] ?? [])
            for (member, schema) in shape["properties"] as? [String: [String: Any]] ?? [:] {
                lines.append("\(name).\(member)\(needed.contains(member) ? "!" : ""): \(type(schema))")
            }
        }
        return lines.sorted()
    }

    private func member(_ name: String, _ parameter: [String: Any]) -> String {
        let schema = parameter["schema"] as? [String: Any] ?? [:]
        return "\(parameter["in"] ?? "") \(name)\(parameter["required"] as? Bool == true ? "!" : ""): \(type(schema))"
    }

    private func content(_ holder: [String: Any]) -> String {
        let content = holder["content"] as? [String: [String: Any]] ?? [:]
        return content.map { "\($0.key) \(type($0.value["schema"] as? [String: Any] ?? [:]))" }.sorted()
            .joined(separator: ", ")
    }

    private func type(_ schema: [String: Any]) -> String {
        if let reference = schema["$ref"] as? String { return String(reference.split(separator: "/").last ?? "") }
        if let choices = schema["enum"] as? [String] { return choices.sorted().joined(separator: "|") }
        if let items = schema["items"] as? [String: Any] { return "[\(type(items))]" }
        let name = (schema["type"] as? [String])?.joined(separator: "|") ?? schema["type"] as? String ?? "anything"
        return (schema["format"] as? String).map { "\(name) \($0)" } ?? name
    }
}
