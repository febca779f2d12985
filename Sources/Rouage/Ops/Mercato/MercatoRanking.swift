/// What a vote came to: each topic with its place, what was given, how far the result would hold if one elector had not
/// voted, and where the capacity line lies.
package struct MercatoRanking: Codable, Sendable, Equatable {
    /// How surely a topic is on its side of the line: recounts with one elector left out.
    package enum Robustness: String, Sendable, CaseIterable {
        /// On the same side in all recounts.
        case solid
        /// In 80 % of them or more.
        case fairlySolid
        case fragile
    }

    /// One topic.
    package struct Line: Codable, Sendable, Equatable {
        /// Its place in the table, from 0.
        package let topic: Int
        /// Nothing when too few gave it a score; the same for topics that are equal in all.
        package fileprivate(set) var place: Int?
        /// How many others share the place.
        package fileprivate(set) var equals = 0
        /// The shrunk mean in ten-thousandths, 10,000 to 30,000.
        package let score: Int
        /// The same without the scores of those who declared that they are concerned; nothing when nobody did.
        package fileprivate(set) var scoreWithoutConcerned: Int?
        package let threes: Int
        package let twos: Int
        package let ones: Int
        package let withoutOpinion: Int
        /// Mean of the scores given, 1 to 3.
        package let mean: Double?
        /// Means of product, design and engineering, 1 to 3; nothing where nobody of the craft gave a score.
        package fileprivate(set) var craftMeans: [Double?]
        /// 1 − standard deviation of the scores, 0 to 1.
        package let consensus: Double?
        package fileprivate(set) var isAbove = false
        /// Efforts of this and all before it, in person-days.
        package fileprivate(set) var cumulative: Int?
        /// Recounts in which it stays on its side.
        package fileprivate(set) var sameSide = 0
        /// The usual judgment, 0.5 to 3.5.
        package let judgment: Double?
        /// Its place by the usual judgment.
        package fileprivate(set) var otherPlace: Int?

        package var scores: Int { threes + twos + ones }

        /// Whether the means of two crafts lie a whole point apart or more.
        package var isDisputed: Bool {
            let means = craftMeans.compactMap(\.self)
            guard let low = means.min(), let high = means.max() else { return false }
            return high - low >= 1 - 1e-9
        }

        /// Whether another way of counting would move it by three places or more.
        package var dependsOnMethod: Bool {
            guard let place, let otherPlace else { return false }
            return abs(place - otherPlace) >= 3
        }
    }

    /// The ranked topics first, in their order; then the others in the order of the table.
    package fileprivate(set) var lines: [Line]
    package let ballots: Int
    /// How many of them came from each craft.
    package let byCraft: [Craft: Int]
    package let recounts: Int
    /// Mean of all scores, 1 to 3.
    package let sessionMean: Double?
    /// The fewest scores with which a topic is ranked.
    package let needed: Int
    package let capacity: Int
    /// Topics that share a place and do not all fit under the capacity: the CPO says which are taken on.
    package let tied: [Int]

    /// Whether something is known of crafts at all.
    package var tellsCrafts: Bool { lines.contains { $0.craftMeans.contains { $0 != nil } } }

    package var ranked: [Line] { lines.filter { $0.place != nil } }
    package var unranked: [Line] { lines.filter { $0.place == nil } }

    package func robustness(of line: Line) -> Robustness {
        guard recounts > 0, line.sameSide < recounts else { return .solid }
        return line.sameSide * 10 >= recounts * 8 ? .fairlySolid : .fragile
    }

    /// The fewest ballots of a craft whose mean tells of nobody.
    package static let fewestOfCraft = 3

    /// The same for where ballots stay without names: without what would tell what one elector gave, the scores left out for
    /// those concerned and, where a craft gave fewer than three ballots, the means of the crafts.
    package func withoutNames() -> MercatoRanking {
        var copy = self
        let tellsOfSome = byCraft.values.contains { $0 < Self.fewestOfCraft }
        for place in copy.lines.indices {
            copy.lines[place].scoreWithoutConcerned = nil
            if tellsOfSome { copy.lines[place].craftMeans = [nil, nil, nil] }
        }
        return copy
    }

    /// - Parameters:
    ///   - efforts: person-days of each topic, in the order of the table.
    ///   - ballots: their scores are in the same order.
    ///   - capacity: person-days that can be planned.
    package init(efforts: [Int], _ ballots: [Ballot], capacity: Int, _ settings: Mercato.Settings = .init()) {
        let votes = ballots.map { ballot in
            MercatoCount.Vote(
                craft: ballot.craft, scores: ballot.scores.map { $0?.value ?? 0 }, conflicts: ballot.conflicts)
        }
        var count = MercatoCount(topics: efforts.count, settings)
        for vote in votes { count.add(vote) }
        let order = count.order()
        let above = topicsAbove(order, efforts: efforts, capacity: capacity)
        let concerned = Self.concerned(votes, topics: efforts.count)
        let sameSide = Self.recount(votes, count, above, efforts, capacity)
        var lines = (0..<efforts.count).map { topic -> Line in
            var line = Line(topic, count)
            line.isAbove = above[topic]
            line.sameSide = sameSide[topic]
            if concerned[topic].number > 0 {
                line.scoreWithoutConcerned = count.score(topic, without: concerned[topic])
            }
            return line
        }
        var (sum, groups): (Int, [[Int]]) = (0, [])
        for (index, topic) in order.enumerated() {
            sum += efforts[topic]
            lines[topic].cumulative = sum
            if let last = groups.last?.last, count.areEqual(last, topic) {
                groups[groups.count - 1].append(topic)
                lines[topic].place = lines[last].place
            } else {
                groups.append([topic])
                lines[topic].place = index + 1
            }
        }
        for group in groups { for topic in group { lines[topic].equals = group.count - 1 } }
        Self.placeByJudgment(&lines, order)
        self.lines = order.map { lines[$0] } + lines.filter { $0.place == nil }
        self.ballots = votes.count
        byCraft = Dictionary(votes.map { ($0.craft, 1) }, uniquingKeysWith: +)
        recounts = votes.count
        sessionMean = count.mean
        needed = count.needed
        self.capacity = capacity
        tied = Self.tied(groups, efforts, capacity)
    }

    /// The group that lies across the line: it does not fit as a whole, and one of it would.
    private static func tied(_ groups: [[Int]], _ efforts: [Int], _ capacity: Int) -> [Int] {
        var left = capacity
        for group in groups {
            let whole = group.reduce(0) { $0 + efforts[$1] }
            if whole <= left {
                left -= whole
                continue
            }
            return group.count > 1 && group.contains { efforts[$0] <= left } ? group : []
        }
        return []
    }

    /// In how many recounts, each without one ballot, every topic stays on its side of the line. Each takes the ballot out
    /// of the sums and puts it back; equal ballots are recounted once.
    private static func recount(
        _ votes: [MercatoCount.Vote], _ whole: MercatoCount, _ above: [Bool], _ efforts: [Int], _ capacity: Int
    ) -> [Int] {
        var same = Array(repeating: 0, count: efforts.count)
        var count = whole
        var times: [MercatoCount.Vote: Int] = [:]
        for vote in votes { times[MercatoCount.Vote(craft: vote.craft, scores: vote.scores), default: 0] += 1 }
        for (vote, number) in times {
            count.add(vote, -1)
            let sides = topicsAbove(count.order(), efforts: efforts, capacity: capacity)
            for topic in efforts.indices where sides[topic] == above[topic] { same[topic] += number }
            count.add(vote)
        }
        return same
    }

    private static func concerned(_ votes: [MercatoCount.Vote], topics: Int) -> [(sum: Int, number: Int)] {
        var concerned = Array(repeating: (sum: 0, number: 0), count: topics)
        for vote in votes {
            for topic in vote.conflicts where vote.scores.indices.contains(topic) && vote.scores[topic] > 0 {
                concerned[topic].sum += vote.scores[topic]
                concerned[topic].number += 1
            }
        }
        return concerned
    }

    private static func placeByJudgment(_ lines: inout [Line], _ order: [Int]) {
        for topic in order {
            guard let own = lines[topic].judgment else { continue }
            lines[topic].otherPlace = 1 + order.count { (lines[$0].judgment ?? 0) > own + 1e-9 }
        }
    }
}

extension MercatoRanking.Line {
    fileprivate init(_ topic: Int, _ count: MercatoCount) {
        self.topic = topic
        score = count.score(topic)
        (ones, twos, threes) = (count.ones[topic], count.twos[topic], count.threes[topic])
        let number = count.number(topic)
        withoutOpinion = count.ballots - number
        mean = number > 0 ? Double(count.sum(topic)) / Double(number) : nil
        craftMeans = (topic * 3..<topic * 3 + 3).map { place in
            count.craftCounts[place] > 0 ? Double(count.craftSums[place]) / Double(count.craftCounts[place]) : nil
        }
        if number > 0 {
            let mean = Double(count.sum(topic)) / Double(number)
            let squares = Double(count.ones[topic] + 4 * count.twos[topic] + 9 * count.threes[topic])
            consensus = 1 - max(0, squares / Double(number) - mean * mean).squareRoot()
        } else {
            consensus = nil
        }
        judgment = Self.judgment(ones: ones, twos: twos, threes: threes)
    }

    /// The usual judgment (Fabre 2021): median + (p − q) / (2 (1 − p − q)), where p of the scores lie above the median and q
    /// below; of two middle scores the lower one is the median.
    static func judgment(ones: Int, twos: Int, threes: Int) -> Double? {
        let number = ones + twos + threes
        guard number > 0 else { return nil }
        let middle = (number - 1) / 2
        let median = middle < ones ? 1 : middle < ones + twos ? 2 : 3
        let above = median == 1 ? twos + threes : median == 2 ? threes : 0
        let below = median == 3 ? ones + twos : median == 2 ? ones : 0
        let (p, q) = (Double(above) / Double(number), Double(below) / Double(number))
        return Double(median) + (p - q) / (2 * (1 - p - q))
    }
}
