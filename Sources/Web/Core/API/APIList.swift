import Foundation
package import Rouage
package import Storage

extension APICall {
    package static let mostItems = 200

    /// Where a list goes on and how long a part is.
    package static let paging = [
        Schema.Property("cursor", .text(), "Where to go on: the `next` of the part before."),
        Schema.Property("limit", .integer, "The most items, 1 to 200; 50 when left out."),
    ]

    /// A part of a list in the order of age, which does not move when records are added.
    /// - Parameter open: whether the record is shown to who asks; the others are passed over.
    package func list<Record: Noun, Item: Codable & Sendable>(
        _: Record.Type, where fitting: SQL, open: (Record) throws -> Bool = { _ in true }, _ item: (Record) -> Item
    ) throws -> PageJSON<Item> {
        let limit = try limit()
        var after = try cursor()
        var items: [Item] = []
        var last: String?
        while true {
            let further: SQL = after.map { "AND id > \($0)" } ?? ""
            let batch: [Record] = try reading.records(where: "(\(fitting)) \(further) ORDER BY id LIMIT \(limit + 1)")
            for record in batch where try open(record) {
                if items.count == limit { return PageJSON(items: items, next: last.map(Self.cursor)) }
                items.append(item(record))
                last = record.id.description
            }
            guard batch.count > limit, let end = batch.last else { return PageJSON(items: items, next: nil) }
            after = end.id.description
        }
    }

    /// The same of records that the API shows as they are.
    package func records<Record: Shaped>(
        _: Record.Type, where fitting: SQL, open: (Record) throws -> Bool = { _ in true }
    ) throws -> APIResult {
        let page = try list(Record.self, where: fitting, open: open) { $0 }
        return try APIResult(page.items, next: page.next, for: visit)
    }

    /// A part of a list that is read whole, in its own order.
    package func part<Item: Codable & Sendable>(of items: [Item]) throws -> PageJSON<Item> {
        let limit = try limit()
        var start = 0
        if let text = query["cursor"] {
            guard let known = Self.text(ofCursor: text).flatMap(Int.init), known > 0 else {
                throw Refusal.invalid("cursor", .unknown)
            }
            start = known
        }
        let end = start + limit
        return PageJSON(
            items: Array(items.dropFirst(start).prefix(limit)), next: end < items.count ? Self.cursor("\(end)") : nil)
    }

    package func limit() throws -> Int {
        guard let text = query["limit"] else { return 50 }
        guard let limit = Int(text), (1...Self.mostItems).contains(limit) else {
            throw Refusal.invalid("limit", .outOfRange(1...Self.mostItems))
        }
        return limit
    }

    /// The id after which the part begins.
    package func cursor() throws -> String? {
        guard let text = query["cursor"] else { return nil }
        guard let id = Self.text(ofCursor: text).flatMap(Identifier<Never>.init) else {
            throw Refusal.invalid("cursor", .unknown)
        }
        return id.description
    }

    private static func text(ofCursor cursor: String) -> String? {
        Data(base64Encoded: cursor.replacing("-", with: "+").replacing("_", with: "/"))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    package static func cursor(_ id: String) -> String {
        Data(id.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    // MARK: Filters

    /// On lists and records that can be read as they stood.
    package static let day = Schema.Property(
        "as_of", .text(format: "date"), "A day that is past: the state at its end.")

    package func choice<Choice: RawRepresentable<String>>(_ name: String, _: Choice.Type) throws -> Choice? {
        guard let text = query[name] else { return nil }
        guard let choice = Choice(rawValue: text) else { throw Refusal.invalid(name, .unknown) }
        return choice
    }

    /// The record that a filter names; whether it is there shows in what the list finds.
    package func id<Record>(_ name: String, _: Record.Type) throws -> Identifier<Record>? {
        guard let text = query[name] else { return nil }
        guard let id = Identifier<Record>(text) else { throw Refusal.invalid(name, .unknown) }
        return id
    }

    package func unit(_ name: String) throws -> Identifier<Rouage.Unit>? {
        guard let code = query[name] else { return nil }
        guard let unit = visit.organisation.unitsByCode[code] else { throw Refusal.invalid(name, .unknown) }
        return unit
    }

    package func cycle(_ name: String) throws -> Identifier<Cycle>? {
        guard let label = query[name] else { return nil }
        guard let cycle = visit.cycles.first(where: { $0.label == label }) else {
            throw Refusal.invalid(name, .unknown)
        }
        return cycle.id
    }

    package func person(_ name: String) throws -> Identifier<Person>? {
        guard let code = query[name] else { return nil }
        guard let person = try visit.person(named: code) else { throw Refusal.invalid(name, .unknown) }
        return person.id
    }

    package func flag(_ name: String) throws -> Bool? {
        switch query[name] {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw Refusal.invalid(name, .unknown)
        }
    }
}

extension SQL {
    /// All of the conditions; nothing when there is none.
    package static func all(_ conditions: [SQL?]) -> SQL {
        conditions.compactMap { $0 }.reduce("1 = 1") { "\($0) AND \($1)" }
    }
}
