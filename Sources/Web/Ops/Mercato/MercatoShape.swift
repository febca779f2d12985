package import Rouage
import Storage
package import WebCore

/// The mercato as the API shows it. No score is in it before the vote is over.
extension Mercato: Shaped {
    package static let shape = Shape<Mercato>(
        hidden: ["topics", "settings", "ruling", "publishedAt", "createdAt"],
        adding: [
            .init("settings", { mercato, _ in MercatoSettingsJSON(mercato.settings) }, always: true),
            .init("topics", { mercato, _ in mercato.topics.map(CandidateJSON.init) }, always: true),
            // How many ballots there are; not whose.
            .init("ballots", { try $1.reading.ballotCount(of: $0.id) }, always: true),
            // What the CPO said where the count left it open.
            .init("ruling", { $0.isReadable(at: $1.now) ? $0.ruling?.reason : nil }),
        ])
}

/// The rules of a vote; the quorums in percent.
struct MercatoSettingsJSON: Codable, Sendable {
    let cpoVotes: Bool
    let visibility: Mercato.Visibility
    let sessionQuorum: Int
    let craftMinimum: Int
    let itemQuorum: Int
    /// How many votes at the mean of the session each topic is given beside its own.
    let k: Int

    init(_ settings: Mercato.Settings) {
        cpoVotes = settings.cpoVotes
        visibility = settings.visibility
        sessionQuorum = settings.sessionPercent
        craftMinimum = settings.craftMinimum
        itemQuorum = settings.itemPercent
        k = settings.k
    }
}

struct CandidateJSON: Codable, Sendable {
    let topic: String
    let title: String
    let problem: String
    let source: Topic.Source?
    let kind: Topic.Sort?
    let effortDays: Int
    let sponsor: Identifier<Person>?

    init(_ row: Mercato.Row) {
        topic = row.code
        title = row.title
        problem = row.problem
        source = row.source
        kind = row.sort
        effortDays = row.effortDays
        sponsor = row.sponsor
    }
}

/// What a topic came to.
struct RankingLineJSON: Codable, Sendable {
    let topic: String
    /// Nothing when too few gave it a score.
    let place: Int?
    /// The shrunk mean, 1 to 3, to four decimals.
    let score: Double
    let threes: Int
    let twos: Int
    let ones: Int
    let withoutOpinion: Int
    let mean: Double?
    let product: Double?
    let design: Double?
    let engineering: Double?
    let disputed: Bool
    let consensus: Double?
    let aboveLine: Bool
    let cumulativeDays: Int?
    let robustness: String
    let sameSide: Int
    let recounts: Int
    let usualJudgment: Double?
    let usualJudgmentPlace: Int?
    let dependsOnMethod: Bool

    init(_ line: MercatoRanking.Line, _ ranking: MercatoRanking, _ mercato: Mercato) {
        topic = mercato.topics[line.topic].code
        place = line.place
        score = Double(line.score) / 10_000
        threes = line.threes
        twos = line.twos
        ones = line.ones
        withoutOpinion = line.withoutOpinion
        mean = line.mean
        product = line.craftMeans[0]
        design = line.craftMeans[1]
        engineering = line.craftMeans[2]
        disputed = line.isDisputed
        consensus = line.consensus
        aboveLine = line.isAbove
        cumulativeDays = line.cumulative
        robustness = ranking.robustness(of: line).rawValue.snakeCased
        sameSide = line.sameSide
        recounts = ranking.recounts
        usualJudgment = line.judgment
        usualJudgmentPlace = line.otherPlace
        dependsOnMethod = line.dependsOnMethod
    }
}

/// A ballot by name, for those who may read it.
struct BallotJSON: Codable, Sendable {
    let voter: String
    let craft: Craft
    /// By topic; one of which the elector says nothing is left out.
    let scores: [BallotScoreJSON]
    let savedAt: Instant

    init(_ ballot: Ballot, _ mercato: Mercato, _ visit: Visit) {
        voter = ballot.voter.person.flatMap { visit.code($0) } ?? ballot.voter.stored
        craft = ballot.craft
        scores = mercato.topics.enumerated().compactMap { place, topic in
            let score = ballot.scores.indices.contains(place) ? ballot.scores[place] : nil
            let words = ballot.words.indices.contains(place) ? ballot.words[place] : ""
            let isConcerned = ballot.conflicts.contains(place)
            guard score != nil || !words.isEmpty || isConcerned else { return nil }
            return BallotScoreJSON(
                topic: topic.code, score: score?.rawValue, words: words.isEmpty ? nil : words, concerned: isConcerned)
        }
        savedAt = ballot.savedAt
    }
}

struct BallotScoreJSON: Codable, Sendable {
    let topic: String
    /// `3`, `2`, `1`, or `0` for no opinion; nothing when it is not answered.
    let score: String?
    /// What the elector says beside it.
    let words: String?
    /// Whether the elector declared a stake in it.
    let concerned: Bool
}
