/// What leaves the product for somebody outside it. It is written in the transaction of the change that it tells of, and
/// sent afterwards: at least once, each time with the same id, by which its receiver knows it again.
package struct Letter: Equatable, Sendable {
    /// The ways out.
    package enum Channel: String, Sendable, CaseIterable {
        /// Leads nowhere: shows that what is written is sent.
        case test
    }

    package enum State: String, Sendable, CaseIterable {
        /// To be sent, or just being sent.
        case waiting
        /// Given up after the last try.
        case dead
    }

    package let id: Identifier<Letter>
    package let channel: Channel
    /// To whom, as the channel writes it.
    package let address: String
    package let body: String
    /// How often it was taken to be sent, this time included.
    package let tries: Int

    package init(id: Identifier<Letter>, by channel: Channel, to address: String, _ body: String, tries: Int = 0) {
        self.id = id
        self.channel = channel
        self.address = address
        self.body = body
        self.tries = tries
    }

    /// After as many tries nobody is reached any more: some 32 hours.
    package static let mostTries = 14
    /// For how long the node that took a letter has it to itself. One that dies leaves it to the others after that.
    package static let lease = 120

    package var isLastTry: Bool { tries >= Self.mostTries }

    /// When a letter that could not be sent is tried again: after a minute, then two, four … six hours at most.
    package func next(after now: Instant) -> Instant {
        now + min(60 << min(max(tries - 1, 0), 12), 6 * 3_600)
    }
}
