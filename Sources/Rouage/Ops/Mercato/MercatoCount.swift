/// The sums of a vote, topic by topic, from which a ballot can be taken away again without counting anew.
struct MercatoCount {
    /// One ballot as it is counted: 0 stands for no opinion.
    struct Vote: Hashable {
        let craft: Craft
        let scores: [Int]
        var conflicts: Set<Int> = []
    }

    let settings: Mercato.Settings
    private(set) var ballots = 0
    /// How many gave 1, 2 and 3 to each topic.
    private(set) var ones: [Int]
    private(set) var twos: [Int]
    private(set) var threes: [Int]
    /// Sum and number of the scores of each craft, three places a topic.
    private(set) var craftSums: [Int]
    private(set) var craftCounts: [Int]
    /// Sum and number of all scores of the session.
    private(set) var total = 0
    private(set) var marks = 0

    init(topics: Int, _ settings: Mercato.Settings) {
        self.settings = settings
        let none = Array(repeating: 0, count: topics)
        (ones, twos, threes) = (none, none, none)
        craftSums = Array(repeating: 0, count: topics * 3)
        craftCounts = craftSums
    }

    /// Counts a ballot, or with −1 takes it away.
    mutating func add(_ vote: Vote, _ sign: Int = 1) {
        ballots += sign
        let craft = Craft.triforce.firstIndex(of: vote.craft)
        for (topic, score) in vote.scores.enumerated() where score > 0 {
            switch score {
            case 1: ones[topic] += sign
            case 2: twos[topic] += sign
            default: threes[topic] += sign
            }
            total += sign * score
            marks += sign
            if let craft {
                craftSums[topic * 3 + craft] += sign * score
                craftCounts[topic * 3 + craft] += sign
            }
        }
    }

    var topics: Int { ones.count }
    func number(_ topic: Int) -> Int { ones[topic] + twos[topic] + threes[topic] }
    func sum(_ topic: Int) -> Int { ones[topic] + 2 * twos[topic] + 3 * threes[topic] }

    /// Mean of all scores of the session, between 1 and 3.
    var mean: Double? { marks > 0 ? Double(total) / Double(marks) : nil }

    /// The fewest scores that a topic needs to be ranked.
    var needed: Int { max(1, Int((settings.itemQuorum * Double(ballots) - 1e-9).rounded(.up))) }

    /// The shrunk mean in ten-thousandths: (sum + k·m0) / (n + k), where m0 is the mean of the session; halves are rounded
    /// up. Whole numbers only, so that equal topics are equal.
    func score(_ topic: Int, without conflict: (sum: Int, number: Int) = (0, 0)) -> Int {
        let (total, marks) = (self.total - conflict.sum, self.marks - conflict.number)
        guard marks > 0 else { return 0 }
        let numerator = (sum(topic) - conflict.sum) * marks + settings.k * total
        let denominator = marks * (number(topic) - conflict.number + settings.k)
        guard denominator > 0 else { return 0 }
        return (2 * 10_000 * numerator + denominator) / (2 * denominator)
    }

    /// The lowest mean of a craft, as a fraction.
    private func lowest(_ topic: Int) -> (sum: Int, number: Int) {
        var lowest = (sum: 0, number: 0)
        for place in topic * 3..<topic * 3 + 3 where craftCounts[place] > 0 {
            let own = (sum: craftSums[place], number: craftCounts[place])
            if lowest.number == 0 || own.sum * lowest.number < lowest.sum * own.number { lowest = own }
        }
        return lowest.number == 0 ? (0, 1) : lowest
    }

    /// The topics with enough scores, the first first. Shrunk mean, then a lower share of 1s, a higher share of 3s, a
    /// higher lowest mean of a craft; what is equal in all comes in the order of the table.
    func order() -> [Int] {
        guard ballots > 0, marks > 0 else { return [] }
        let needed = self.needed
        let scores = (0..<topics).map { score($0) }
        let ranked = (0..<topics).filter { number($0) >= needed }
        return ranked.sorted { a, b in
            let difference = compare(a, b, scores)
            return difference == 0 ? a < b : difference < 0
        }
    }

    /// Whether two topics are equal in all that ranks them.
    func areEqual(_ a: Int, _ b: Int) -> Bool { compare(a, b, (0..<topics).map { score($0) }) == 0 }

    /// Negative when the first comes before the second.
    private func compare(_ a: Int, _ b: Int, _ scores: [Int]) -> Int {
        if scores[a] != scores[b] { return scores[b] - scores[a] }
        let (m, n) = (number(a), number(b))
        let opposed = ones[a] * n - ones[b] * m
        if opposed != 0 { return opposed }
        let keen = threes[b] * m - threes[a] * n
        if keen != 0 { return keen }
        let (least, other) = (lowest(a), lowest(b))
        return other.sum * least.number - least.sum * other.number
    }
}

/// Where the line lies: the longest run of topics from the first whose efforts together fit.
func topicsAbove(_ order: [Int], efforts: [Int], capacity: Int) -> [Bool] {
    var above = Array(repeating: false, count: efforts.count)
    var left = capacity
    for topic in order {
        guard efforts[topic] <= left else { break }
        left -= efforts[topic]
        above[topic] = true
    }
    return above
}
