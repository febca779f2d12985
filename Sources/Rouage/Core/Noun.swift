/// A record with a name for ever and a version that grows by one at each change (optimistic locking).
package protocol Noun: Codable, Sendable {
    static var kind: Kind { get }
    var id: Identifier<Self> { get }
    var version: Int { get set }
    /// The property whose own properties are columns of the record's table: what people write of it.
    static var inlinedPart: String? { get }
}

extension Noun {
    package static var inlinedPart: String? { nil }
    package var kind: Kind { Self.kind }
    /// Its identifier, for lists of several kinds.
    package var recordID: String { id.description }
}

/// What is said to somebody: nobody else hears of it.
package protocol Addressed: Noun {
    func isFor(_ actor: Actor) -> Bool
}
