import Foundation
package import Rouage

/// One record of any kind.
package struct RecordName: Hashable, Sendable {
    package let kind: Kind
    package let id: String

    package init(kind: Kind, id: String) {
        self.kind = kind
        self.id = id
    }
}

/// A record that not everybody of the department may read.
protocol Guarded: Noun {
    /// What one must be allowed in order to hear of each of these records; nobody hears of one that is left out.
    static func permissions(to records: [Self], _ reading: Reading) throws -> [Identifier<Self>: Permission]
}

extension Reading {
    /// Who may hear of these records as they stand, by their id: few looks, however many ask afterwards. Nobody hears
    /// of what is not in it.
    package func hearings(of subjects: [RecordName]) throws -> [String: Hearing] {
        var hearings: [String: Hearing] = [:]
        for (kind, some) in Dictionary(grouping: Set(subjects), by: \.kind) {
            let facts = kinds[kind]
            let ids = some.map(\.id)
            switch facts.heardBy {
            case .members: for id in ids { hearings[id] = .members }
            case .ops: for id in ids { hearings[id] = .ops }
            case .readers:
                guard let noun = facts.noun as? any Guarded.Type else { continue }
                for (id, permission) in try permissions(to: ids, noun) { hearings[id] = .whoMay(permission) }
            case .addressee:
                guard let noun = facts.noun as? any Addressed.Type else { continue }
                for (id, record) in try addressed(ids, noun) { hearings[id] = .whomItIsFor(record) }
            case .nobody: continue
            }
        }
        return hearings
    }

    private func permissions<Record: Guarded>(to ids: [String], _: Record.Type) throws -> [(String, Permission)] {
        try Record.permissions(to: last(ids, Record.self), self).map { ($0.key.description, $0.value) }
    }

    private func addressed<Record: Addressed>(_ ids: [String], _: Record.Type) throws -> [(String, any Addressed)] {
        try last(ids, Record.self).map { ($0.id.description, $0) }
    }

    /// These records; one that is gone as its last line of activity left it.
    private func last<Record: Noun>(_ ids: [String], _: Record.Type) throws -> [Record] {
        let kept: [Record] = try records(where: "id IN \(in: ids)")
        let gone = Array(Set(ids).subtracting(kept.map(\.id.description)))
        guard !gone.isEmpty else { return kept }
        let decoder = JSONDecoder()
        return try kept
            + all(
                """
                SELECT body FROM activity a WHERE subject_id IN \(in: gone)
                AND version = (SELECT max(version) FROM activity b WHERE b.subject_id = a.subject_id)
                """
            ) { try decoder.decode(Record.self, from: Data($0.text(0).utf8)) }
    }
}
