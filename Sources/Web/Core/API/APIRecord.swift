package import Rouage
import Storage

/// What the API shows of one record.
package protocol APIRecord: Codable, Sendable {
    var version: Int { get }
}

/// A part of a list, and where the next one begins.
package struct PageJSON<Item: Codable & Sendable>: Codable, Sendable {
    package let items: [Item]
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

/// A record that is there no longer: its last version stays in the activity.
package struct RemovedJSON: APIRecord {
    package let kind: Kind
    package let id: String
    package let version: Int

    package init<Record: Noun>(_ record: Record) {
        self.init(kind: Record.kind, id: record.id.description, version: record.version)
    }

    package init(kind: Kind, id: String, version: Int) {
        self.kind = kind
        self.id = id
        self.version = version
    }
}

extension APICall {
    /// The record of a kind that the write made or changed.
    package func made<Record: Noun>(_ kind: Kind, _: Record.Type) throws -> Identifier<Record> {
        guard let id = made.last(where: { $0.kind == kind }).flatMap({ Identifier<Record>($0.id) }) else {
            throw Refusal.notFound
        }
        return id
    }

    /// What was taken away; before that, the record as it is.
    package func removal<Record: Shaped>(of id: Identifier<Record>) throws -> APIResult {
        made.isEmpty ? try APIResult(reading.get(id) as Record, for: visit) : APIResult(try removed(Record.kind))
    }

    /// The record of a kind that the write took away.
    package func removed(_ kind: Kind) throws -> RemovedJSON {
        guard let gone = made.last(where: { $0.kind == kind }) else { throw Refusal.notFound }
        return RemovedJSON(kind: kind, id: gone.id, version: gone.version)
    }
}

package enum AccessScope: String, Codable, Sendable, CaseIterable, SchemaValue {
    case read, write
}
