import Foundation
package import Rouage
import Synchronization

/// One record that changed, as live pages hear of it.
package struct Change: Codable, Sendable, Equatable {
    package let kind: Kind
    package let id: String
    package let version: Int
    package let actor: Identifier<Person>?

    /// More changed than is worth telling one by one, as after an import.
    static let many = Change(kind: .unit, id: "*", version: 0, actor: nil)
    package var isMany: Bool { id == "*" }

    static func message(_ changes: [Change]) throws -> String {
        String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
    }
}

/// Hands each change, from this node or another, to whoever listens here.
package final class ChangeHub: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: @Sendable (Change) -> Void] = [:]
    }
    private let state = Mutex(State())

    /// Calls `heard` for each change until `cancel` is called with the returned number.
    package func listen(_ heard: @escaping @Sendable (Change) -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.listeners[state.next] = heard
            return state.next
        }
    }

    package func cancel(_ listener: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: listener) } }

    /// How many listen here.
    package var listeners: Int { state.withLock { $0.listeners.count } }

    func publish(_ message: String) {
        guard let changes = try? JSONDecoder().decode([Change].self, from: Data(message.utf8)) else { return }
        let listeners = state.withLock { Array($0.listeners.values) }
        for change in changes { for listener in listeners { listener(change) } }
    }
}
