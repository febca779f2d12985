import Foundation
import Rouage
import Testing

@Suite("The ranking of a mercato")
struct MercatoRankingTests {
    private func name(_ line: MercatoRanking.Line) -> String { Votes.topics[line.topic] }
    private func line(_ name: String, _ ranking: MercatoRanking) -> MercatoRanking.Line {
        ranking.lines.first { self.name($0) == name }!
    }

    @Test("of ten directors and eight topics is the one worked out by hand")
    func golden() throws {
        let ranking = Votes.ranking()
        #expect(try abs(#require(ranking.sessionMean) - 2.1571) < 0.00005)
        #expect(ranking.ranked.map(name) == ["I1", "I2", "I5", "I8", "I6", "I4", "I7"])
        #expect(ranking.ranked.map(\.score) == [26_095, 24_831, 21_929, 21_929, 21_929, 18_595, 13_922])
        #expect(ranking.ranked.map(\.place) == [1, 2, 3, 3, 5, 6, 7])
        #expect(ranking.unranked.map(name) == ["I3"])
        #expect(line("I3", ranking).mean == 3, "two scores of 3 do not rank a topic")
        #expect(ranking.needed == 5)
    }

    @Test("draws the line after what fits, and fills no gap with a small topic")
    func capacityLine() {
        let ranking = Votes.ranking()
        #expect(ranking.lines.filter(\.isAbove).map(name) == ["I1", "I2", "I5", "I8"])
        #expect(line("I8", ranking).cumulative == 135)
        #expect(line("I7", ranking).isAbove == false, "15 days would fit the 15 that are left")
        #expect(ranking.tied.isEmpty)
        #expect(Votes.ranking(capacity: 135).lines.count(where: \.isAbove) == 4)
        #expect(Votes.ranking(capacity: 0).lines.count(where: \.isAbove) == 0)
        #expect(Votes.ranking(capacity: 1_000).lines.count(where: \.isAbove) == 7)
    }

    @Test("leaves it to the CPO when topics that are equal do not all fit")
    func tie() {
        let across = Votes.ranking(capacity: 120)
        #expect(across.tied.map { Votes.topics[$0] } == ["I5", "I8"])
        // One of the two would fit; neither does with less.
        #expect(Votes.ranking(capacity: 100).tied.map { Votes.topics[$0] } == ["I5", "I8"])
        #expect(Votes.ranking(capacity: 99).tied.isEmpty)
    }

    @Test("says how surely each topic is on its side of the line")
    func robustness() {
        let ranking = Votes.ranking()
        let same = ["I1": 10, "I2": 10, "I4": 10, "I7": 10, "I5": 9, "I8": 7, "I6": 6]
        for (topic, count) in same { #expect(line(topic, ranking).sameSide == count, "\(topic)") }
        #expect(ranking.robustness(of: line("I1", ranking)) == .solid)
        #expect(ranking.robustness(of: line("I5", ranking)) == .fairlySolid)
        #expect(ranking.robustness(of: line("I8", ranking)) == .fragile)
        #expect(ranking.robustness(of: line("I6", ranking)) == .fragile)
    }

    @Test("puts what fewer refuse first, then what more want, then what no craft dislikes")
    func tieBreaks() {
        // 3 1 3 1 and 2 2 2 2 have the same mean.
        func order(_ rows: [String], _ crafts: [Craft]) -> [Int] {
            MercatoRanking(efforts: rows.map { _ in 1 }, Votes.ballots(rows, crafts), capacity: 9).ranked.map(\.topic)
        }
        let four: [Craft] = [.product, .product, .design, .engineering]
        #expect(order(["3131", "2222"], four) == [1, 0], "a lower share of 1s")
        #expect(order(["1223", "1133"], four) == [0, 1], "a lower share of 1s though fewer 3s")
        let rows = ["332.", "3322"]
        #expect(order(rows, four) == [0, 1], "the higher score first")
        #expect(
            order(["3221", "2231"], [.product, .design, .design, .engineering]) == [0, 1],
            "equal in all: the table's order")
        #expect(order(["2312", "3122"], [.product, .product, .design, .engineering]) == [1, 0], "the lowest craft")
    }

    @Test("flags crafts that disagree, and topics that another count would move")
    func flags() {
        let crafts: [Craft] = [.product, .product, .engineering, .engineering]
        let disputed = MercatoRanking(efforts: [1], Votes.ballots(["1133"], crafts), capacity: 1)
        #expect(disputed.lines[0].isDisputed)
        #expect(disputed.lines[0].consensus == 0, "as divided as can be")
        let agreed = MercatoRanking(efforts: [1], Votes.ballots(["2323"], crafts), capacity: 1)
        #expect(!agreed.lines[0].isDisputed)
        let golden = Votes.ranking()
        #expect(
            golden.ranked.filter(\.dependsOnMethod).map(name) == ["I6"],
            "second by the usual judgment, fifth by the score")
        #expect(golden.ranked.allSatisfy { (0...1).contains($0.consensus ?? -1) })
    }

    @Test("has a second opinion between the scores")
    func judgment() {
        // Median 3, three below: 3 + (0 − 0.3) / (2 · 0.7).
        let golden = Votes.ranking()
        #expect(abs((line("I1", golden).judgment ?? 0) - (3 - 0.3 / 1.4)) < 1e-9)
        // Median 2 (the lower of the two middle ones), two above.
        #expect(abs((line("I5", golden).judgment ?? 0) - (2 + 0.2 / 1.6)) < 1e-9)
    }

    @Test("shows a topic without those who have a stake in it")
    func concerned() {
        var ballots = Votes.ballots(Votes.rows)
        ballots[0].conflicts = [0]
        let shown = line("I1", Votes.ranking(ballots))
        #expect(shown.score == 26_095, "the score itself stays")
        #expect((shown.scoreWithoutConcerned ?? 0) < 26_095)
        #expect(line("I2", Votes.ranking(ballots)).scoreWithoutConcerned == nil)
    }

    @Test("of nobody's votes, or of none but no opinion, ranks nothing")
    func nothing() {
        let empty = Votes.ranking([])
        #expect(empty.ranked.isEmpty && empty.lines.count == 8 && empty.sessionMean == nil)
        let unsure = Votes.ranking(Votes.ballots(Array(repeating: "..........", count: 8)))
        #expect(unsure.ranked.isEmpty)
    }

    // MARK: What holds of every vote

    private static func random(_ seed: UInt64) -> (efforts: [Int], ballots: [Ballot], capacity: Int) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ below: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(below))
        }
        let topics = 1 + next(9)
        let rows = (0..<topics).map { _ in String((0..<10).map { _ in Array("3321..")[next(6)] }) }
        let efforts = (0..<topics).map { _ in 5 * (1 + next(9)) }
        return (efforts, Votes.ballots(rows), 20 + next(200))
    }

    @Test("the order in which the ballots come changes nothing", arguments: 1...60)
    func permuted(seed: Int) {
        let (efforts, ballots, capacity) = Self.random(UInt64(seed))
        let whole = MercatoRanking(efforts: efforts, ballots, capacity: capacity)
        #expect(MercatoRanking(efforts: efforts, ballots.reversed(), capacity: capacity) == whole)
        #expect(MercatoRanking(efforts: efforts, ballots.shuffled(), capacity: capacity) == whole)
    }

    @Test("each recount is what the other ballots alone would give", arguments: 1...60)
    func recounts(seed: Int) {
        let (efforts, ballots, capacity) = Self.random(UInt64(seed))
        let whole = MercatoRanking(efforts: efforts, ballots, capacity: capacity)
        for line in whole.lines {
            let same = ballots.indices.count { left in
                var others = ballots
                others.remove(at: left)
                let recount = MercatoRanking(efforts: efforts, others, capacity: capacity)
                return recount.lines.first { $0.topic == line.topic }?.isAbove == line.isAbove
            }
            #expect(line.sameSide == same)
        }
    }

    @Test(
        "what is above the line fits, is a run from the first, and a better score never lowers a topic",
        arguments: 1...60)
    func invariants(seed: Int) throws {
        let (efforts, ballots, capacity) = Self.random(UInt64(seed))
        let ranking = MercatoRanking(efforts: efforts, ballots, capacity: capacity)
        let above = ranking.ranked.prefix { $0.isAbove }
        #expect(above.count == ranking.lines.count(where: \.isAbove))
        #expect(above.reduce(0) { $0 + efforts[$1.topic] } <= capacity)
        #expect(zip(ranking.ranked, ranking.ranked.dropFirst()).allSatisfy { $0.score >= $1.score })
        guard let line = ranking.ranked.last else { return }
        var better = ballots
        for elector in better.indices where better[elector].scores[line.topic]?.value != nil {
            better[elector].scores[line.topic] = .must
        }
        let after = MercatoRanking(efforts: efforts, better, capacity: capacity)
        let place = try #require(after.lines.first { $0.topic == line.topic }?.place)
        #expect(place <= line.place ?? 0)
    }

    @Test("without names it tells no mean of a craft with two ballots, and no score without those concerned")
    func withoutNames() throws {
        var ballots = Votes.ballots(Votes.rows)
        ballots[0].conflicts = [0]
        let ranking = Votes.ranking(ballots)
        let nameless = ranking.withoutNames()
        #expect(ranking.byCraft == [.product: 4, .design: 2, .engineering: 4])
        #expect(line("I1", ranking).scoreWithoutConcerned != nil && line("I1", ranking).craftMeans[1] == 2.5)
        #expect(nameless.lines.allSatisfy { $0.scoreWithoutConcerned == nil && $0.craftMeans == [nil, nil, nil] })
        #expect(nameless.lines.map(\.score) == ranking.lines.map(\.score))
        #expect(nameless.lines.map(\.sameSide) == ranking.lines.map(\.sameSide))
        // Three of each craft: their means tell of nobody.
        let crafts: [Craft] = [.product, .product, .product, .design, .design, .design] + Votes.crafts.suffix(4)
        let large = Votes.ranking(Votes.ballots(Votes.rows, crafts)).withoutNames()
        #expect(line("I1", large).craftMeans.allSatisfy { $0 != nil })
    }

    @Test("is the same when it was kept and read again")
    func kept() throws {
        let ranking = Votes.ranking()
        let data = try JSONEncoder().encode(ranking)
        #expect(try JSONDecoder().decode(MercatoRanking.self, from: data) == ranking)
        let old = Data(#"{"k":2,"sessionQuorum":0.6,"craftMinimum":1,"itemQuorum":0.5}"#.utf8)
        #expect(try JSONDecoder().decode(Mercato.Settings.self, from: old) == Mercato.Settings())
    }
}
