package import Rouage
package import Storage
import Synchronization

/// Something read from the database and kept in memory until a record of certain kinds changes, on this node or
/// another. There are few keys.
package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var values: [Key: Value] = [:]
        /// The moment of the last change: a reading that began before it may not have seen it.
        var changed = 0
    }
    private let state = Mutex(State())
    private let most: Int

    /// - Parameter most: how many keys are kept; one more, and all are read again.
    package init(_ changes: ChangeHub, until kinds: Set<Kind>, most: Int = 8) {
        self.most = most
        _ = changes.listen { [weak self, weak changes] change in
            guard let self, let changes, change.isMany || kinds.contains(change.kind) else { return }
            let moment = changes.moment
            state.withLock { $0 = State(changed: max($0.changed, moment)) }
        }
    }

    /// The value as it is kept, else as it is loaded from the state that is being read.
    package func value(_ key: Key, _ reading: Reading, _ load: () throws -> Value) rethrows -> Value {
        if let value = state.withLock({ $0.values[key] }) { return value }
        let value = try load()
        keep(value, for: key, reading)
        return value
    }

    /// Keeps a value that was found out from the state that is being read.
    package func keep(_ value: Value, for key: Key, _ reading: Reading) {
        state.withLock { state in
            guard reading.moment >= state.changed else { return }
            if state.values.count >= most { state.values = [:] }
            state.values[key] = value
        }
    }
}
