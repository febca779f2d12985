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

    init(kind: Kind, id: String, version: Int) {
        self.kind = kind
        self.id = id
        self.version = version
    }
}

extension APICall {
    /// A record of the department, open to its members.
    package func one<Record: Shaped>(_ id: Identifier<Record>) throws -> APIResult {
        _ = try member()
        return try APIResult(reading.get(id), for: visit)
    }

    /// The record of a kind that the write took away.
    func removed(_ kind: Kind) throws -> RemovedJSON {
        guard let gone = made.last(where: { $0.kind == kind }) else { throw Refusal.notFound }
        return RemovedJSON(kind: kind, id: gone.id, version: gone.version)
    }
}

package enum AccessScope: String, Codable, Sendable, CaseIterable, SchemaValue {
    case read, write
}
