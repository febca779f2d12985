package import Rouage
import Synchronization

/// Counts what happens under a name within a time, in memory and for a bounded number of names. Each node counts for
/// itself; a restart forgets.
package final class Limiter: Sendable {
    private struct Count {
        var number: Int
        var until: Instant
    }
    private let counts = Mutex<[String: Count]>([:])
    private let seconds: Int
    private let names: Int

    /// - Parameter seconds: how long a count is kept after its first event.
    /// - Parameter names: the most names kept; when there are more, those that end soonest are forgotten.
    package init(seconds: Int, names: Int = 20_000) {
        self.seconds = seconds
        self.names = names
    }

    /// Until when the name has to wait, if it reached `limit`.
    package func wait(_ name: String, limit: Int, at now: Instant) -> Instant? {
        counts.withLock { counts in
            guard let count = counts[name], count.until > now, count.number >= limit else { return nil }
            return count.until
        }
    }

    /// Counts one event, and returns the number so far.
    @discardableResult
    package func count(_ name: String, at now: Instant) -> Int {
        counts.withLock { counts in
            if let known = counts[name], known.until > now {
                counts[name] = Count(number: known.number + 1, until: known.until)
            } else {
                if counts.count >= names { Self.makeRoom(&counts, at: now) }
                counts[name] = Count(number: 1, until: now + seconds)
            }
            return counts[name]?.number ?? 1
        }
    }

    /// How many there were so far.
    package func number(_ name: String, at now: Instant) -> Int {
        counts.withLock { counts in counts[name].map { $0.until > now ? $0.number : 0 } ?? 0 }
    }

    /// Takes one event back that was counted.
    package func giveBack(_ name: String) {
        counts.withLock { counts in
            guard let known = counts[name] else { return }
            counts[name] = known.number > 1 ? Count(number: known.number - 1, until: known.until) : nil
        }
    }

    package func forget(_ name: String) { counts.withLock { _ = $0.removeValue(forKey: name) } }

    private static func makeRoom(_ counts: inout [String: Count], at now: Instant) {
        counts = counts.filter { $0.value.until > now }
        let surplus = counts.sorted { $0.value.until < $1.value.until }.prefix(counts.count / 4)
        for (name, _) in surplus { counts[name] = nil }
    }
}

/// Too many tries from one address or for one account; who it is may try again at `until`.
package struct TooManyTries: Error {
    package let until: Instant

    package init(until: Instant) {
        self.until = until
    }
}
