/// Who leads the topics that are taken. What those who lead can wish for at best is known beforehand for every set of
/// topics and every rest of the people, so that only leads of the best kind are looked at; the kind is lowered by one
/// when no buddies can be found for any of them.
struct LeadSearch {
    var steps: SharingSearch
    private(set) var best: Sharing.Plan
    private let sharing: Sharing
    private let topics: [Int]
    /// By person and set of topics, the least cost at which those from the person on lead exactly that set.
    private var costs: [Int] = []
    private let never = Int.max / 4
    private let prices: [Int]
    /// What each person may lead.
    private var choices: [[Choice]] = []
    private var known: BuddySearch.Mark?
    private var aim = BuddySearch.Aim.better
    private var threshold = 0
    private var next = 0

    init(_ search: SharingSearch, _ topics: [Int], _ feasible: Sharing.Plan) {
        steps = search
        sharing = search.sharing
        self.topics = topics
        best = feasible
        // Wishes of all leads together stay below the first price; each kind of discontent outweighs all better ones.
        let base = search.sharing.people.count + 1
        let unit = 3 * Sharing.mostTopics + 1
        var prices = [0, 0, 0, 0, 0, 0, 0]
        var price = unit
        for kind in [5, 4, 3, 2] {
            prices[kind] = price
            price *= base
        }
        self.prices = prices
    }

    mutating func run() {
        choices = sharing.people.indices.map(choices(of:))
        foresee()
        let all = (1 << topics.count) - 1
        threshold = costs[all]
        var leads = Array(repeating: -1, count: topics.count)
        while threshold < never, known == nil, !steps.isSpent {
            next = never
            lead(0, all, 0, &leads)
            if known == nil { threshold = next }
        }
        aim = .first
        if known != nil && !steps.isSpent { lead(0, all, 0, &leads) }
    }

    /// What it costs that a person leads these two, one or no topics, by their places among `topics`.
    private func cost(_ person: Int, _ first: Int?, _ second: Int?) -> Int {
        let wishes = [first, second].compactMap { $0 }.map { sharing.people[person].wishes[topics[$0]] }
        let sum = wishes.reduce(0, +)
        let kind = wishes.isEmpty ? 2 * Sharing.noWish : 2 * sum / wishes.count
        return prices[kind] - sum
    }

    private struct Choice {
        let mask: Int
        let cost: Int
        let first: Int
        let second: Int
        /// Tenths of days.
        let effort: Int
    }

    private func choices(of person: Int) -> [Choice] {
        var choices = [Choice(mask: 0, cost: cost(person, nil, nil), first: -1, second: -1, effort: 0)]
        let candidate = sharing.people[person]
        func fits(_ effort: Int) -> Bool { Sharing.leadShare * effort <= candidate.capacity }
        for first in topics.indices where sharing.mayLead(person, topics[first]) {
            let effort = sharing.efforts[topics[first]]
            guard fits(effort) else { continue }
            choices.append(
                Choice(
                    mask: 1 << first, cost: cost(person, first, nil), first: first, second: -1,
                    effort: Sharing.leadShare * effort))
            guard candidate.leadsLeft > 1 else { continue }
            for second in topics.indices.dropFirst(first + 1) where sharing.mayLead(person, topics[second]) {
                guard fits(effort + sharing.efforts[topics[second]]) else { continue }
                choices.append(
                    Choice(
                        mask: 1 << first | 1 << second, cost: cost(person, first, second), first: first,
                        second: second, effort: Sharing.leadShare * (effort + sharing.efforts[topics[second]])))
            }
        }
        return choices
    }

    private mutating func foresee() {
        let (people, sets) = (sharing.people.count, 1 << topics.count)
        var table = Array(repeating: never, count: (people + 1) * sets)
        table[people * sets] = 0
        for person in stride(from: people - 1, through: 0, by: -1) {
            let choices = choices[person]
            let (own, rest) = (person * sets, (person + 1) * sets)
            let most = sharing.people[person...].reduce(0) { $0 + $1.leadsLeft }
            table.withUnsafeMutableBufferPointer { table in
                for set in 0..<sets where set.nonzeroBitCount <= most {
                    var least = never
                    for choice in choices where choice.mask & ~set == 0 {
                        let cost = table[rest + (set ^ choice.mask)] + choice.cost
                        if cost < least { least = cost }
                    }
                    table[own + set] = least
                }
            }
        }
        costs = table
    }

    /// All ways to lead at exactly the threshold; the least cost above it is kept for the next round.
    private mutating func lead(_ person: Int, _ set: Int, _ spent: Int, _ leads: inout [Int]) {
        guard steps.step() else { return }
        guard person < sharing.people.count else { return help(leads) }
        let rest = (person + 1) << topics.count
        for choice in choices[person] where choice.mask & ~set == 0 {
            if let known, choice.effort * known.whole > known.part * sharing.people[person].capacity { continue }
            let onward = costs[rest + (set ^ choice.mask)]
            guard onward < never else { continue }
            let total = spent + choice.cost + onward
            guard total <= threshold else {
                next = min(next, total)
                continue
            }
            if choice.first >= 0 { leads[choice.first] = person }
            if choice.second >= 0 { leads[choice.second] = person }
            lead(person + 1, set ^ choice.mask, spent + choice.cost, &leads)
            if steps.isSpent { return }
        }
    }

    /// The buddies for these leads, when they can be better than what is known, or as good and earlier in order.
    private mutating func help(_ leads: [Int]) {
        if aim == .first {
            let ahead = topics.map { best[$0]?.lead ?? -1 }
            if ahead.lexicographicallyPrecedes(leads) { return }
        }
        var buddies = BuddySearch(sharing, topics, leads, steps, known: known, aim)
        buddies.run()
        steps = buddies.steps
        guard let plan = buddies.plan else { return }
        best = plan
        known = buddies.known
    }
}
