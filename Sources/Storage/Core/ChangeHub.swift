package import Rouage
import Synchronization

/// One record that changed, as live pages hear of it.
package struct Change: Sendable, Equatable {
    package let kind: Kind
    package let id: String
    package let version: Int
    package let actor: Identifier<Person>?

    /// More changed than is worth telling one by one, as after an import.
    package static let many = Change(kind: .unit, id: "*", version: 0, actor: nil)
    package var isMany: Bool { id == "*" }

    /// The most changes told one by one. PostgreSQL takes 8,000 bytes at once, and a line has at most 110; before them
    /// stands the name of the node.
    static let most = 50

    /// One line a change, short enough to be announced: `briefing 019c… 12 019d…`.
    static func message(_ changes: [Change]) -> String {
        changes.map { "\($0.kind.rawValue) \($0.id) \($0.version) \($0.actor?.description ?? "-")" }
            .joined(separator: "\n")
    }

    /// What `message` wrote; lines of a version that knows more kinds are left out.
    static func changes(in message: String) -> [Change] {
        message.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 4, let kind = Kind(rawValue: words[0]), let version = Int(words[2]) else { return nil }
            return Change(kind: kind, id: words[1], version: version, actor: Identifier<Person>(words[3]))
        }
    }
}

/// Hands each change, from this node or another, to whoever listens here.
package final class ChangeHub: Sendable {
    private struct State {
        var next = 0
        var moment = 0
        var listeners: [(number: Int, heard: @Sendable (Change) -> Void)] = []
    }
    private let state = Mutex(State())

    /// Calls `heard` for each change until `cancel` is called with the returned number.
    package func listen(_ heard: @escaping @Sendable (Change) -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.listeners.append((state.next, heard))
            return state.next
        }
    }

    package func cancel(_ listener: Int) { state.withLock { $0.listeners.removeAll { $0.number == listener } } }

    /// Counts what was published so far: what a reading began before may have been missing from its state.
    package var moment: Int { state.withLock { $0.moment } }

    /// How many listen here.
    package var listeners: Int { state.withLock { $0.listeners.count } }

    func publish(_ message: String) {
        let changes = Change.changes(in: message)
        let listeners = state.withLock { state in
            state.moment += 1
            return state.listeners
        }
        // Who listens first has heard it all before the next hears any: what is kept in memory is let go before
        // streams look at who may hear.
        for listener in listeners { for change in changes { listener.heard(change) } }
    }
}
