extension Sharing {
    /// How long a search may go on.
    package struct Limit {
        package static let nodes = 4_000_000

        var nodes: Int
        let isOver: () -> Bool

        /// - Parameters:
        ///   - nodes: steps after which it ends.
        ///   - isOver: asked every few thousand steps; a clock of the caller.
        package init(nodes: Int = Limit.nodes, isOver: @escaping () -> Bool = { false }) {
            self.nodes = nodes
            self.isOver = isOver
        }
    }

    /// The best plan: as many topics as possible in the order of rank; then the least content person as content as
    /// possible, then the next; then the wishes of those who lead; the even load; the wishes of the buddies; the order
    /// of names. Past the limit, the best that was found.
    package func best(within limit: Limit = Limit()) -> Solution {
        var search = SharingSearch(self, limit)
        return search.run()
    }
}

/// The steps of one search: first which topics can be taken, then who leads, then who helps.
struct SharingSearch {
    let sharing: Sharing
    var nodes = 0
    var isSpent = false
    private let limit: Sharing.Limit

    init(_ sharing: Sharing, _ limit: Sharing.Limit) {
        self.sharing = sharing
        self.limit = limit
    }

    /// Counts a step; false once the limit is reached.
    mutating func step() -> Bool {
        if isSpent { return false }
        nodes += 1
        if nodes >= limit.nodes || (nodes & 0xFFF == 0 && limit.isOver()) { isSpent = true }
        return !isSpent
    }

    mutating func run() -> Sharing.Solution {
        let count = sharing.efforts.count
        var plan: Sharing.Plan = Array(repeating: nil, count: count)
        var taken: [Int] = []
        var obstacles: [Int: Sharing.Obstacle] = [:]
        for topic in 0..<count {
            guard taken.count < Sharing.mostTopics else {
                obstacles[topic] = .tooMany
                continue
            }
            if let obstacle = certain(topic, beside: taken) {
                obstacles[topic] = obstacle
                continue
            }
            if let fuller = fit(topic, taken, plan) {
                plan = fuller
                taken.append(topic)
            } else {
                obstacles[topic] = isSpent ? .notFound : .doesNotFit
            }
        }
        if !taken.isEmpty && !isSpent {
            var leads = LeadSearch(self, taken, plan)
            leads.run()
            plan = leads.best
            nodes = leads.steps.nodes
            isSpent = leads.steps.isSpent
        }
        return Sharing.Solution(plan: plan, obstacles: obstacles, isProven: !isSpent, nodes: nodes)
    }

    /// What keeps a topic from being taken, where no search is needed to know it.
    private func certain(_ topic: Int, beside taken: [Int]) -> Sharing.Obstacle? {
        let people = sharing.people.indices
        let effort = sharing.efforts[topic]
        let leaders = people.filter {
            sharing.mayLead($0, topic) && Sharing.leadShare * effort <= sharing.people[$0].capacity
        }
        if !people.contains(where: { sharing.mayLead($0, topic) }) { return .nobodyToLead }
        if leaders.isEmpty { return .tooHeavy }
        let helpers = people.filter { sharing.mayHelp($0, topic) }
        if !leaders.contains(where: { lead in helpers.contains { $0 != lead } }) { return .nobodyToHelp }
        if people.reduce(0, { $0 + sharing.people[$1].leadsLeft }) <= taken.count { return .nobodyToLead }
        let days = sharing.people.reduce(0) { $0 + $1.capacity }
        let asked = (taken + [topic]).reduce(0) { $0 + 10 * sharing.efforts[$1] }
        return asked > days ? .noDaysLeft : nil
    }

    /// A plan that takes the topic and those taken already; nothing when there is none, or none was found in time.
    private mutating func fit(_ topic: Int, _ taken: [Int], _ plan: Sharing.Plan) -> Sharing.Plan? {
        var rooms = sharing.people.map(\.capacity)
        for (person, load) in sharing.loads(of: plan).enumerated() { rooms[person] -= load }
        var leads = sharing.people.map(\.leadsLeft)
        for pair in plan { if let pair { leads[pair.lead] -= 1 } }
        var extended = plan
        // Often it goes beside the others as they are.
        if place([topic], 0, &extended, &rooms, &leads) { return extended }
        rooms = sharing.people.map(\.capacity)
        leads = sharing.people.map(\.leadsLeft)
        extended = Array(repeating: nil, count: plan.count)
        let hardest = (taken + [topic]).sorted { (sharing.efforts[$0], $1) > (sharing.efforts[$1], $0) }
        return place(hardest, 0, &extended, &rooms, &leads) ? extended : nil
    }

    private mutating func place(
        _ topics: [Int], _ index: Int, _ plan: inout Sharing.Plan, _ rooms: inout [Int], _ leads: inout [Int]
    ) -> Bool {
        guard index < topics.count else { return true }
        guard step() else { return false }
        let topic = topics[index]
        let effort = sharing.efforts[topic]
        let left = topics[index...].reduce(0) { $0 + 10 * sharing.efforts[$1] }
        guard left <= rooms.reduce(0, +) else { return false }
        let roomiest = sharing.people.indices.sorted { (rooms[$0], $1) > (rooms[$1], $0) }
        for lead in roomiest where sharing.mayLead(lead, topic) && leads[lead] > 0 {
            guard Sharing.leadShare * effort <= rooms[lead] else { continue }
            rooms[lead] -= Sharing.leadShare * effort
            leads[lead] -= 1
            for buddy in roomiest where buddy != lead && sharing.mayHelp(buddy, topic) {
                guard Sharing.buddyShare * effort <= rooms[buddy] else { continue }
                rooms[buddy] -= Sharing.buddyShare * effort
                plan[topic] = Sharing.Pair(lead: lead, buddy: buddy)
                if place(topics, index + 1, &plan, &rooms, &leads) { return true }
                rooms[buddy] += Sharing.buddyShare * effort
                plan[topic] = nil
                if isSpent { return false }
            }
            rooms[lead] += Sharing.leadShare * effort
            leads[lead] += 1
        }
        return false
    }
}
