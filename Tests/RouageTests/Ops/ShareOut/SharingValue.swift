@testable import Rouage

/// How good a plan is, compared term by term; the smaller one is better.
struct SharingValue: Sendable, Comparable {
    /// Topics taken, the highest rank first: a taken one comes before one that is not.
    let left: [Bool]
    /// Each person's mean wish over what they lead, in halves, the least content first; compared downwards.
    let contentment: [Int]
    let leadWishes: Int
    /// The highest load over capacity, as a fraction.
    let load: (part: Int, whole: Int)
    let buddyWishes: Int
    let order: [Int]

    init(of plan: Sharing.Plan, in sharing: Sharing) {
        let loads = sharing.loads(of: plan)
        left = plan.map { $0 == nil }
        contentment = sharing.contentment(of: plan).sorted()
        leadWishes = plan.enumerated().reduce(0) { sum, entry in
            sum + (entry.element.map { sharing.people[$0.lead].wishes[entry.offset] } ?? 0)
        }
        buddyWishes = plan.enumerated().reduce(0) { sum, entry in
            sum + (entry.element.map { sharing.people[$0.buddy].wishes[entry.offset] } ?? 0)
        }
        var worst = (part: 0, whole: 1)
        for (person, load) in zip(sharing.people, loads) where load > 0 {
            if load * worst.whole > worst.part * person.capacity { worst = (load, person.capacity) }
        }
        load = worst
        order = plan.map { $0?.lead ?? -1 } + plan.map { $0?.buddy ?? -1 }
    }

    static func == (a: Self, b: Self) -> Bool { !(a < b) && !(b < a) }

    static func < (a: Self, b: Self) -> Bool {
        if let place = a.left.indices.first(where: { a.left[$0] != b.left[$0] }) { return !a.left[place] }
        if a.contentment != b.contentment { return b.contentment.lexicographicallyPrecedes(a.contentment) }
        if a.leadWishes != b.leadWishes { return a.leadWishes > b.leadWishes }
        let (first, second) = (a.load.part * b.load.whole, b.load.part * a.load.whole)
        if first != second { return first < second }
        if a.buddyWishes != b.buddyWishes { return a.buddyWishes > b.buddyWishes }
        return a.order.lexicographicallyPrecedes(b.order)
    }
}

extension Sharing {
    /// Whether nobody leads or gives more than they can, or takes what they refused.
    func allows(_ plan: Plan) -> Bool {
        for (topic, pair) in plan.enumerated() {
            guard let pair else { continue }
            guard pair.lead != pair.buddy, mayLead(pair.lead, topic), mayHelp(pair.buddy, topic) else { return false }
        }
        let loads = loads(of: plan)
        return people.indices.allSatisfy { person in
            loads[person] <= people[person].capacity
                && plan.count(where: { $0?.lead == person }) <= people[person].leadsLeft
        }
    }
}
