package import Rouage

/// What the product does by date alone: phases begin, silence counts, promises lapse, the next quarter appears. Every
/// node may turn it at any time; what is done already is left as it is, and what was missed while no node ran is
/// caught up with in one turn.
package struct Clockwork: Sendable {
    private let store: Store
    private let calendar = WorkCalendar.french

    package init(_ store: Store) { self.store = store }

    /// A record that could not be moved; the others were.
    package struct Stuck: Error, CustomStringConvertible {
        /// The move and its record, such as `lapse dependency 0195…`.
        package let move: String
        package let cause: any Error
        package var description: String { "\(move): \(cause)" }
    }

    /// How far the database server's clock goes ahead of a node's, in seconds; nothing where there is none.
    package func secondsApart(from now: Instant) throws -> Int? {
        try store.readNow { try $0.serverSecondsAhead(of: now) }
    }

    /// Sends only the reminders of a day: a demonstration has a past without a clock that turned.
    package func remind(at now: Instant, on today: Day) throws {
        let moves = try store.readNow { reading in
            try DueReminders(reading, of: reading.records(), calendar, at: now, on: today)?.moves ?? []
        }
        for move in moves { try store.writeNow(as: nil, at: now, move.make) }
    }

    /// Does all that is due on a day, each move in its own transaction, until nothing is left to do.
    /// - Returns: what could not be done because its own record is at fault; tried again at the next turn.
    /// - Throws: when the database does not answer; the next turn takes up where this one stopped.
    @discardableResult
    package func turn(at now: Instant, on today: Day) throws -> [Stuck] {
        store.wipeTraces()
        var tried: Set<String> = []
        var stuck: [Stuck] = []
        while true {
            let due = try store.readNow { try DueMoves($0, at: now, on: today, calendar) }
            // A cycle moves on, and is perhaps closed for good, after all that moves with it.
            let groups = [due.contents, due.cycles].map { $0.filter { !tried.contains($0.name) } }
            guard let moves = groups.first(where: { !$0.isEmpty }) else { return stuck + due.unreadable }
            for move in moves {
                tried.insert(move.name)
                do {
                    try store.writeNow(as: nil, at: now, move.make)
                } catch let failure as StorageFailure where failure.cause != .statement {
                    throw failure
                } catch {
                    stuck.append(Stuck(move: move.name, cause: error))
                }
            }
        }
    }
}
