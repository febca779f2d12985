/// What a director gives a topic: 3 is the most. No opinion is an answer, and not a score.
package enum Score: String, Codable, Sendable, CaseIterable {
    case must = "3"
    case useful = "2"
    case notNow = "1"
    case noOpinion = "0"

    /// 1 to 3; nothing for no opinion.
    package var value: Int? { self == .noOpinion ? nil : Int(rawValue) }
}

/// Who voted: somebody of the department, or the label of somebody in another body's vote.
package enum Voter: Hashable, Sendable {
    case person(Identifier<Person>)
    case outside(String)

    /// As it is kept: an identifier, or the label.
    package init(stored text: String) {
        self = Identifier<Person>(text).map(Voter.person) ?? .outside(text)
    }

    package var stored: String {
        switch self {
        case .person(let id): id.description
        case .outside(let label): label
        }
    }

    package var person: Identifier<Person>? {
        if case .person(let id) = self { id } else { nil }
    }
}

/// The answers of one elector, topic by topic in the order of the table. It is no record with a history: nothing but its
/// last state is kept, and nobody but its author reads it before the vote closes.
package struct Ballot: Sendable, Equatable {
    /// The most characters of what is said beside a topic.
    package static let wordsLimit = 280

    package let voter: Voter
    package let craft: Craft
    /// One for each topic of the table; nothing where the elector has not answered yet.
    package var scores: [Score?]
    /// What the elector says beside a topic; empty where nothing.
    package var words: [String]
    /// The topics of which the elector says that they are concerned themselves.
    package var conflicts: Set<Int>
    package var savedAt: Instant

    package init(
        voter: Voter, craft: Craft, scores: [Score?], words: [String] = [], conflicts: Set<Int> = [],
        savedAt: Instant
    ) {
        self.voter = voter
        self.craft = craft
        self.scores = scores
        self.words = words.isEmpty ? Array(repeating: "", count: scores.count) : words
        self.conflicts = conflicts
        self.savedAt = savedAt
    }

    /// Counts up with each save: the moment of the last one, in milliseconds.
    package var version: Int { savedAt.milliseconds }

    /// Whether another says the same of each topic.
    package func isSame(as other: Ballot) -> Bool {
        (scores, words, conflicts) == (other.scores, other.words, other.conflicts)
    }

    /// How many topics are answered, no opinion included.
    package var answered: Int { scores.count { $0 != nil } }
    /// How many topics are left without opinion on purpose.
    package var withoutOpinion: Int { scores.count { $0 == .noOpinion } }

    /// Whether everything has the same score, at least three times: it then says nothing of what matters most.
    package var isAllSame: Bool {
        let given = scores.compactMap { $0?.value }
        return given.count >= 3 && Set(given).count == 1
    }

    /// Writes the answers of an elector while the vote is open; what is written later replaces it.
    package static func fill(
        _ scores: [Score?], words: [String], conflicts: Set<Int>, in mercato: Mercato, by deed: Deed
    ) throws(Refusal) -> Ballot {
        guard deed.actor.may(.mercato(.vote(mercato))), let id = deed.actor.id, let elector = mercato.elector(id) else {
            throw .notAllowed
        }
        guard mercato.takesBallots(at: deed.now) else { throw .closed }
        guard scores.count == mercato.topics.count, words.count == scores.count else {
            throw .invalid("scores", .unknown)
        }
        if let over = words.map({ $0.excess(over: wordsLimit) }).max(), over > 0 {
            throw .invalid("words", .tooLong(by: over))
        }
        return Ballot(
            voter: .person(id), craft: elector.craft, scores: scores, words: words, conflicts: conflicts,
            savedAt: deed.now)
    }

    /// The order in which an elector reads the topics: drawn by lot for each, the same each time.
    package static func order(of mercato: Mercato, for elector: Identifier<Person>) -> [Int] {
        var lot = Lot(seed: mercato.id.low ^ mercato.id.high ^ elector.low &* 0x9E37_79B9_7F4A_7C15 ^ elector.high)
        return Array(mercato.topics.indices).shuffled(using: &lot)
    }
}

/// Numbers that look random and follow from a seed (SplitMix64, Steele, Lea and Flood 2014).
private struct Lot: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
