/// Who helps, for given leads: the even load first, then the wishes of the buddies.
struct BuddySearch {
    /// How good the buddies of a plan are: what the leads leave open.
    struct Mark {
        /// The highest load over capacity, as a fraction.
        let part: Int
        let whole: Int
        let wishes: Int
    }

    /// What is looked for.
    enum Aim {
        /// Something better than what is known.
        case better
        /// The first by the order of names that is as good as what is known.
        case first
    }

    var steps: SharingSearch
    private(set) var known: Mark?
    private(set) var plan: Sharing.Plan?
    private let sharing: Sharing
    private let aim: Aim
    private let entries: [(topic: Int, lead: Int, share: Int)]
    private var loads: [Int]
    private var buddies: [Int]

    init(
        _ sharing: Sharing, _ topics: [Int], _ leads: [Int], _ steps: SharingSearch, known: Mark?, _ aim: Aim
    ) {
        self.sharing = sharing
        self.steps = steps
        self.known = known
        self.aim = aim
        loads = Array(repeating: 0, count: sharing.people.count)
        for (topic, lead) in zip(topics, leads) { loads[lead] += Sharing.leadShare * sharing.efforts[topic] }
        let inOrder = zip(topics, leads).map { ($0, $1, Sharing.buddyShare * sharing.efforts[$0]) }
        // What asks for most first, unless the order of names decides.
        entries = aim == .first ? inOrder : inOrder.sorted { ($0.2, $1.0) > ($1.2, $0.0) }
        buddies = Array(repeating: -1, count: topics.count)
    }

    mutating func run() {
        guard zip(loads, sharing.people).allSatisfy({ $0 <= $1.capacity }) else { return }
        place(0, 0)
    }

    /// - Parameter wishes: those of the buddies so far.
    private mutating func place(_ index: Int, _ wishes: Int) {
        guard steps.step() else { return }
        guard index < entries.count else { return keep(wishes) }
        guard isHopeful(index, wishes) else { return }
        let entry = entries[index]
        var candidates = sharing.people.indices.filter {
            $0 != entry.lead && sharing.mayHelp($0, entry.topic) && loads[$0] + entry.share <= most($0)
        }
        if aim == .better {
            candidates.sort { ratio($0, entry.share) < ratio($1, entry.share) }
        }
        for buddy in candidates {
            loads[buddy] += entry.share
            buddies[index] = buddy
            place(index + 1, wishes + sharing.people[buddy].wishes[entry.topic])
            loads[buddy] -= entry.share
            if steps.isSpent || (aim == .first && plan != nil) { return }
        }
    }

    private func ratio(_ person: Int, _ more: Int) -> Double {
        Double(loads[person] + more) / Double(max(sharing.people[person].capacity, 1))
    }

    /// The most a person may give without passing the best load known.
    private func most(_ person: Int) -> Int {
        let capacity = sharing.people[person].capacity
        guard let known else { return capacity }
        return min(capacity, known.part * capacity / known.whole)
    }

    /// Whether what is left can still reach the aim.
    private func isHopeful(_ index: Int, _ wishes: Int) -> Bool {
        guard let known else { return true }
        let left = entries[index...].reduce(0) { $0 + $1.share }
        var (room, lowerRoom) = (0, 0)
        var mayBeLower = aim == .better
        for (person, load) in loads.enumerated() {
            let capacity = sharing.people[person].capacity
            let most = most(person)
            if load > most { return false }
            room += most - load
            // The most that stays below the best load.
            let lower = (known.part * capacity - 1) / known.whole
            if load > lower { mayBeLower = false } else { lowerRoom += lower - load }
        }
        guard left <= room else { return false }
        if mayBeLower && left <= lowerRoom { return true }
        var hope = wishes
        for entry in entries[index...] {
            var keenest = -1
            for (person, load) in loads.enumerated() where person != entry.lead && load + entry.share <= most(person) {
                keenest = max(keenest, sharing.people[person].wishes[entry.topic])
            }
            guard keenest > 0 else { return false }
            hope += keenest
        }
        return aim == .first ? hope >= known.wishes : hope > known.wishes
    }

    private mutating func keep(_ wishes: Int) {
        var worst = (part: 0, whole: 1)
        for (person, load) in zip(sharing.people, loads) where load * worst.whole > worst.part * person.capacity {
            worst = (load, person.capacity)
        }
        if let known {
            let (now, before) = (worst.part * known.whole, known.part * worst.whole)
            let isAsGood = now == before && wishes == known.wishes
            let isBetter = now < before || (now == before && wishes > known.wishes)
            guard aim == .first ? isAsGood : isBetter else { return }
        }
        known = Mark(part: worst.part, whole: worst.whole, wishes: wishes)
        var plan: Sharing.Plan = Array(repeating: nil, count: sharing.efforts.count)
        for (entry, buddy) in zip(entries, buddies) {
            plan[entry.topic] = Sharing.Pair(lead: entry.lead, buddy: buddy)
        }
        self.plan = plan
    }
}
