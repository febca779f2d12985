import Foundation
import Rouage

/// The text of a playbook as cells of a row, and back.
enum PlaybookCells {
    static let columns = """
        title,category,why,trigger,cadence,steps,burden,links,metric_name,metric_threshold,metric_owner,exit_rule,\
        reentry_rule,language
        """

    static func cells(
        _ content: Playbook.Content, _ language: Language, _ code: (Identifier<Person>?) -> String
    ) throws -> [String] {
        [
            content.title, content.category.rawValue, content.why, content.trigger, content.cadence.rawValue,
            try json(content.steps), content.burden.map { "\($0.role.rawValue):\($0.minutes)" }.joined(separator: ";"),
            try json(content.links), content.metric?.name ?? "", content.metric?.threshold ?? "",
            code(content.metric?.owner), content.exitRule, content.reentryRule, language.rawValue,
        ]
    }

    static func json(_ list: [some Encodable]) throws -> String {
        guard !list.isEmpty else { return "" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(list), as: UTF8.self)
    }
}

extension SheetRow {
    /// A list written in JSON.
    mutating func list<Item: Decodable>(_ column: String, _: Item.Type) -> [Item] {
        let value = text(column)
        if value.isEmpty { return [] }
        guard let list = try? JSONDecoder().decode([Item].self, from: Data(value.utf8)) else {
            refuse(column, .unknown)
            return []
        }
        return list
    }

    /// The text of a playbook; what a form would refuse is refused here too.
    mutating func playbookContent(_ names: Names) -> Playbook.Content {
        var content = Playbook.Content(
            title: required("title"), category: choice("category", missing: .other), why: required("why"),
            trigger: text("trigger"), cadence: choice("cadence", missing: .quarterly))
        content.steps = list("steps", Playbook.Step.self)
        content.burden = burden()
        content.links = list("links", Playbook.Link.self)
        let metric = Playbook.Metric(
            text("metric_name"), threshold: text("metric_threshold"), owner: person("metric_owner", names))
        content.metric = metric.name.isEmpty && metric.threshold.isEmpty && metric.owner == nil ? nil : metric
        content.exitRule = text("exit_rule")
        content.reentryRule = text("reentry_rule")
        if problems.isEmpty { for flaw in content.flaws { refuse(flaw.field, flaw.reason) } }
        return content
    }

    private mutating func burden() -> [Playbook.Burden] {
        var burden: [Playbook.Burden] = []
        for part in text("burden").split(separator: ";") {
            let words = part.split(separator: ":").map { $0.trimmingSpaces() }
            guard words.count == 2, let role = PlaybookRole(rawValue: words[0]), let minutes = Int(words[1]) else {
                refuse("burden", .unknown)
                return []
            }
            burden.append(Playbook.Burden(role, minutes))
        }
        return burden
    }
}
