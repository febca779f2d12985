/// The question of a sharing out: who leads what and who helps, among a few people and the topics above the line.
/// People stand in the order of their names for ever, topics in the order of their rank; both are named by their place.
package struct Sharing: Sendable, Equatable {
    /// The most topics that are shared out at once; those of a lower rank wait.
    package static let mostTopics = 15
    /// The most topics one person leads.
    package static let mostLeads = 2
    /// What each gives of an effort, in tenths: whoever leads gives 7, the buddy 3.
    package static let leadShare = 7
    package static let buddyShare = 3
    /// How keen a person is: 0 no, 1 rather not, 2 fine, 3 keen.
    package static let wishes = 0...3
    /// What stands for somebody who said nothing, or leads nothing.
    package static let noWish = 2

    /// Somebody who can take topics on.
    package struct Candidate: Sendable, Equatable {
        /// Days that the person can give, in tenths.
        package let capacity: Int
        /// How many topics more the person may lead, 0 to 2.
        package let leadsLeft: Int
        /// One wish for each topic, 0 to 3.
        package let wishes: [Int]

        /// - Parameters:
        ///   - capacity: days, 0 or more.
        ///   - leadsLeft: 0 for somebody new.
        package init(capacity: Double, leadsLeft: Int = Sharing.mostLeads, wishes: [Int]) {
            self.capacity = Int((capacity * 10).rounded(.down))
            self.leadsLeft = leadsLeft
            self.wishes = wishes
        }
    }

    package let people: [Candidate]
    /// Days each topic asks for, by rank.
    package let efforts: [Int]

    package init(people: [Candidate], efforts: [Int]) {
        self.people = people
        self.efforts = efforts
    }

    /// Who leads a topic and who helps, by their places.
    package struct Pair: Sendable, Equatable {
        package let lead: Int
        package let buddy: Int

        package init(lead: Int, buddy: Int) {
            self.lead = lead
            self.buddy = buddy
        }
    }

    /// Who does what; a topic that nobody takes has no pair.
    package typealias Plan = [Pair?]

    /// Why a topic is left out although those below it may be taken.
    package enum Obstacle: String, Codable, Sendable, CaseIterable {
        /// Nobody may lead it: they said no, are new, or lead two already.
        case nobodyToLead = "nobody_to_lead"
        /// Somebody may lead it, and nobody else would help.
        case nobodyToHelp = "nobody_to_help"
        /// Nobody who may lead it has days enough for it, even beside nothing else: it is to be cut or made lighter.
        case tooHeavy = "too_heavy"
        /// The days that are left, of all together, do not suffice.
        case noDaysLeft = "no_days_left"
        /// It fits with those above it in no way.
        case doesNotFit = "does_not_fit"
        /// More topics than are shared out at once.
        case tooMany = "too_many"
        /// No way was found in the time there was, and none was ruled out.
        case notFound = "not_found"
    }

    /// What was found.
    package struct Solution: Sendable, Equatable {
        package let plan: Plan
        /// Why the topics without a pair have none, by place.
        package let obstacles: [Int: Obstacle]
        /// Whether every other plan was ruled out.
        package let isProven: Bool
        /// Steps of the search.
        package let nodes: Int
    }

    func mayLead(_ person: Int, _ topic: Int) -> Bool {
        people[person].leadsLeft > 0 && people[person].wishes[topic] > 0
    }

    func mayHelp(_ person: Int, _ topic: Int) -> Bool { people[person].wishes[topic] > 0 }
}

extension Sharing {
    /// Days that whoever leads gives to a topic.
    package static func leadDays(of effort: Int) -> Double { Double(leadShare * effort) / 10 }

    /// Tenths of days that each person gives.
    package func loads(of plan: Plan) -> [Int] {
        var loads = Array(repeating: 0, count: people.count)
        for (topic, pair) in plan.enumerated() {
            guard let pair else { continue }
            loads[pair.lead] += Self.leadShare * efforts[topic]
            loads[pair.buddy] += Self.buddyShare * efforts[topic]
        }
        return loads
    }

    /// Each person's mean wish over what they lead, in halves: 2 to 6, and 4 for whoever leads nothing.
    package func contentment(of plan: Plan) -> [Int] {
        people.indices.map { person in
            let led = plan.indices.filter { plan[$0]?.lead == person }.map { people[person].wishes[$0] }
            return led.isEmpty ? 2 * Self.noWish : 2 * led.reduce(0, +) / led.count
        }
    }
}
