/// What was made of a signal: a topic, or nothing, with the reason.
package struct SignalAnswer: Noun, Equatable {
    package static let kind = Kind.signalAnswer
    package static let reasonLimit = 400

    package let id: Identifier<SignalAnswer>
    package var version = 1
    /// The quarter whose topics it was to suggest.
    package let cycle: Identifier<Cycle>
    package let sort: Signal.Sort
    /// What the signal stood on.
    package let evidence: [String]
    /// The topic that was made of it; nothing when it was dismissed.
    package let topic: Identifier<Topic>?
    package let reason: String
    package let answeredBy: Identifier<Person>?
    package let answeredAt: Instant

    package init(
        id: Identifier<SignalAnswer>, cycle: Identifier<Cycle>, sort: Signal.Sort, evidence: [String],
        topic: Identifier<Topic>?, reason: String, by person: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.cycle = cycle
        self.sort = sort
        self.evidence = evidence
        self.topic = topic
        self.reason = reason
        answeredBy = person
        answeredAt = now
    }

    /// The same signal is not said again for this quarter; the reason is for who wonders later.
    package static func dismiss(
        _ signal: Signal, for cycle: Identifier<Cycle>, reason: String, id: Identifier<SignalAnswer>, by deed: Deed
    ) throws(Refusal) -> (SignalAnswer, Activity) {
        guard deed.actor.may(.signal(.dismiss)) else { throw .notAllowed }
        try Refusal.checkLength(reason, "reason", upTo: reasonLimit)
        let answer = SignalAnswer(
            id: id, cycle: cycle, sort: signal.sort, evidence: signal.evidence, topic: nil, reason: reason,
            by: deed.actor.id, at: deed.now)
        return (answer, Activity(.dismissed, reason: reason))
    }

    /// A topic was made of it, which keeps what it stood on.
    package static func take(
        _ signal: Signal, for cycle: Identifier<Cycle>, as topic: Topic, id: Identifier<SignalAnswer>, by deed: Deed
    ) throws(Refusal) -> (SignalAnswer, Activity) {
        guard deed.actor.may(.topic(.propose)) else { throw .notAllowed }
        let answer = SignalAnswer(
            id: id, cycle: cycle, sort: signal.sort, evidence: signal.evidence, topic: topic.id, reason: "",
            by: deed.actor.id, at: deed.now)
        return (answer, Activity(.selected))
    }
}

/// What a person may do with a signal. Making a topic of one is raising a topic.
package enum SignalPermission: Sendable, Equatable {
    /// Saying that nothing comes of it.
    case dismiss
}

extension Actor {
    func may(_ permission: SignalPermission) -> Bool {
        guard id != nil, isMember else { return false }
        switch permission {
        case .dismiss: return isOps || holds(.cpo)
        }
    }
}
