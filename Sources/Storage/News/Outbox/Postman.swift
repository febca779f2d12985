package import Rouage

/// Sends what the outbox holds. Every node may have one; nothing is ever sent inside a request.
package struct Postman: Sendable {
    /// A way out of the product. It throws when the letter did not arrive.
    package typealias Door = @Sendable (Letter) async throws -> Void

    private let store: Store
    private let doors: [Letter.Channel: Door]
    /// The most letters taken at once: as many as are sent well within a lease.
    private static let most = 10

    package init(_ store: Store, doors: [Letter.Channel: Door]) {
        self.store = store
        self.doors = doors
    }

    /// Sends all that is due. A letter that does not arrive holds up no other.
    /// - Throws: when the database does not answer; what was taken is due again after its lease.
    package func round(_ clock: @Sendable () -> Instant) async throws {
        while try await store.read({ [now = clock()] in try $0.hasLetters(at: now) }) {
            let channels = Array(doors.keys)
            let letters = try await store.write(as: nil, at: clock()) { transaction in
                try transaction.buryLetters()
                return try transaction.claimLetters(by: channels, most: Self.most)
            }
            if letters.isEmpty { return }
            for letter in letters { try await send(letter, clock) }
        }
    }

    private func send(_ letter: Letter, _ clock: @Sendable () -> Instant) async throws {
        guard let door = doors[letter.channel] else { return }
        do {
            try await door(letter)
        } catch {
            let failure = String("\(error)".prefix(300))
            try await store.write(as: nil, at: clock()) { try $0.failed(letter, because: failure) }
            return
        }
        try await store.write(as: nil, at: clock()) { try $0.delivered(letter) }
    }
}
