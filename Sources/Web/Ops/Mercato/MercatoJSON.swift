import Rouage
import Storage
import WebCore

/// The mercato as the API shows it. No score is in it before the vote is over.
struct MercatoJSON: APIRecord {
    let id: Identifier<Mercato>
    let version: Int
    let ref: String
    /// What one held elsewhere is called there.
    let title: String?
    let cycle: String
    let origin: Mercato.Origin
    let state: Mercato.State
    let opensAt: Instant
    let closesAt: Instant
    let publishesAt: Instant
    let extended: Bool
    let quorumMissed: Bool
    let capacityDays: Int
    let settings: MercatoSettingsJSON
    let topics: [CandidateJSON]
    let electors: [ElectorJSON]
    /// How many ballots there are; not whose.
    let ballots: Int
    /// The topics that are taken on, once it is published.
    let selected: [String]
    /// What the CPO said where the count left it open.
    let ruling: String?

    init(_ mercato: Mercato, _ visit: Visit) throws {
        id = mercato.id
        version = mercato.version
        ref = mercato.ref
        title = mercato.title
        cycle = visit.label(mercato.cycle)
        origin = mercato.origin
        state = mercato.state
        opensAt = mercato.opensAt
        closesAt = mercato.closesAt
        publishesAt = mercato.publishesAt
        extended = mercato.extended
        quorumMissed = mercato.quorumMissed
        capacityDays = mercato.capacityDays
        settings = MercatoSettingsJSON(mercato.settings)
        topics = mercato.topics.map { CandidateJSON($0, visit) }
        electors = mercato.electors.map { ElectorJSON(person: visit.code($0.person) ?? "", craft: $0.craft) }
        ballots = try visit.reading.ballotCount(of: mercato.id)
        selected = mercato.selected
        ruling = mercato.isReadable(at: visit.now) ? mercato.ruling?.reason : nil
    }
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
    let sponsor: String?

    init(_ row: Mercato.Row, _ visit: Visit) {
        topic = row.code
        title = row.title
        problem = row.problem
        source = row.source
        kind = row.sort
        effortDays = row.effortDays
        sponsor = visit.code(row.sponsor)
    }
}

struct ElectorJSON: Codable, Sendable {
    let person: String
    let craft: Craft
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
