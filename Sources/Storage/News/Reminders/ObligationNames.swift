import Foundation
import Rouage

/// The stable names of what obligations speak of, in files: `submit REF`, `acknowledge REF`, `decide LABEL CODE`.
struct ObligationNames {
    private let briefings: Names<Briefing>
    private let dependencies: Names<Dependency>
    private let cycles: Names<Cycle>
    private let people: Names<Person>

    private struct Names<Record> {
        let ids: [String: Identifier<Record>]
        let names: [Identifier<Record>: String]

        init(_ reading: Reading, _ query: SQL) throws {
            let pairs: [(String, Identifier<Record>)] = try reading.all(query) { ($0.text(0), try $0.id(1)) }
            ids = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            names = Dictionary(pairs.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    init(_ reading: Reading) throws {
        briefings = try Names(reading, "SELECT ref, id FROM briefing")
        dependencies = try Names(reading, "SELECT ref, id FROM dependency")
        cycles = try Names(reading, "SELECT label, id FROM cycle")
        people = try Names(reading, "SELECT code, id FROM person")
    }

    func name(_ obligation: Obligation) -> String {
        switch obligation {
        case .submit(let id): "submit \(briefings.names[id] ?? "")"
        case .acknowledge(let id): "acknowledge \(dependencies.names[id] ?? "")"
        case .confirm(let id): "confirm \(dependencies.names[id] ?? "")"
        case .decide(let cycle, let person): "decide \(cycles.names[cycle] ?? "") \(people.names[person] ?? "")"
        }
    }

    func obligation(_ name: String) -> Obligation? {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "submit": return briefings.ids[parts[1]].map { .submit($0) }
        case "acknowledge": return dependencies.ids[parts[1]].map { .acknowledge($0) }
        case "confirm": return dependencies.ids[parts[1]].map { .confirm($0) }
        case "decide":
            let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, let cycle = cycles.ids[words[0]], let person = people.ids[words[1]] else {
                return nil
            }
            return .decide(cycle, person)
        default: return nil
        }
    }

    private struct NamedFact: Codable {
        let obligation: String
        let due: Day
        let reminders: Int
    }

    /// The facts of a relay as a JSON list.
    func text(_ facts: [Relay.Fact]) throws -> String {
        try RecordEncoder.document(
            facts.map { NamedFact(obligation: name($0.obligation), due: $0.due, reminders: $0.reminders) })
    }

    /// Nothing when it is not such a list, or names what is not there.
    func facts(_ text: String) -> [Relay.Fact]? {
        guard let named = try? JSONDecoder().decode([NamedFact].self, from: Data(text.utf8)) else { return nil }
        let facts = named.compactMap { fact in
            obligation(fact.obligation).map {
                Relay.Fact(obligation: $0, due: fact.due, reminders: fact.reminders)
            }
        }
        return facts.count == named.count ? facts : nil
    }
}
