/// The directors' vote on what Product Ops take on next quarter: a table of topics that is frozen when it opens, the
/// electors of that moment, secret until it closes, then readable by all.
package struct Mercato: Noun, Equatable {
    package static let kind = Kind.mercato

    package enum State: String, Codable, Sendable, CaseIterable {
        /// The table is being set.
        case preparing
        case open
        /// No ballot is taken any more; the ranking is read from the day after.
        case closed
        case published
    }

    package enum Origin: String, Codable, Sendable, CaseIterable {
        /// Held here.
        case native
        /// Held elsewhere and loaded from files.
        case imported
    }

    /// A topic as the electors read it: its words of the moment in which the vote opened.
    package struct Row: Codable, Sendable, Equatable {
        /// What it is called in files and in forms.
        package let code: String
        package var topic: Identifier<Topic>?
        package var title: String
        package var problem: String
        package var source: Topic.Source?
        package var sort: Topic.Sort?
        /// Person-days of Product Ops.
        package var effortDays: Int
        package var sponsor: Identifier<Person>?

        package init(
            code: String, topic: Identifier<Topic>? = nil, title: String, problem: String = "",
            source: Topic.Source? = nil, sort: Topic.Sort? = nil, effortDays: Int = 0,
            sponsor: Identifier<Person>? = nil
        ) {
            self.code = code
            self.topic = topic
            self.title = title
            self.problem = problem
            self.source = source
            self.sort = sort
            self.effortDays = effortDays
            self.sponsor = sponsor
        }

        package init(_ topic: Topic) {
            self.init(
                code: topic.ref, topic: topic.id, title: topic.title, problem: topic.problem, source: topic.source,
                sort: topic.sort, effortDays: topic.effortDays ?? 0, sponsor: topic.sponsor)
        }
    }

    package struct Elector: Codable, Sendable, Equatable {
        package let person: Identifier<Person>
        /// Product, design or engineering.
        package let craft: Craft

        package init(person: Identifier<Person>, craft: Craft) {
            self.person = person
            self.craft = craft
        }
    }

    /// What the CPO decides where the count does not: after a missed quorum, or when a tie lies across the line.
    package struct Ruling: Codable, Sendable, Equatable {
        package let by: Identifier<Person>?
        package let at: Instant
        package let reason: String
        /// The codes of the topics that are taken on.
        package let selected: [String]

        package init(by: Identifier<Person>?, at: Instant, reason: String, selected: [String]) {
            self.by = by
            self.at = at
            self.reason = reason
            self.selected = selected
        }
    }

    package static let opensAtHour = 9
    package static let closesAtHour = 18
    /// Working days by which it closes later, once, when too few have voted.
    package static let extensionDays = 2
    package static let reasonLimit = 400
    package static let titleLimit = 120

    package let id: Identifier<Mercato>
    package var version = 1
    /// Its name in addresses and files: the label of the quarter, for one that is held here.
    package var ref: String
    /// What one that was held elsewhere is called there, when its files say so.
    package var title: String?
    package var cycle: Identifier<Cycle>
    package var origin = Origin.native
    package var state = State.preparing
    package var topics: [Row] = []
    package var electors: [Elector] = []
    package var opensAt: Instant
    package var closesAt: Instant
    /// From when the ranking is read by all.
    package var publishesAt: Instant
    /// Whether it was kept open longer because too few had voted.
    package var extended = false
    /// Whether too few voted all the same.
    package var quorumMissed = false
    /// Person-days that Product Ops can plan in the quarter.
    package var capacityDays = 0
    package var settings = Settings()
    package var ruling: Ruling?
    /// The codes of what was taken on, once it is published.
    package var selected: [String] = []
    package var publishedAt: Instant?
    package let createdAt: Instant

    package init(
        id: Identifier<Mercato>, ref: String, cycle: Identifier<Cycle>, opensAt: Instant, closesAt: Instant,
        publishesAt: Instant, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.cycle = cycle
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.publishesAt = publishesAt
        createdAt = now
    }

    package func elector(_ person: Identifier<Person>) -> Elector? { electors.first { $0.person == person } }

    /// Whether a vote that is held here has opened: what it is about no longer changes.
    package var isFrozen: Bool { origin == .native && state != .preparing }

    /// A ballot with the topics that concern its author: those they say, and those they sponsor.
    package func flagged(_ ballot: Ballot) -> Ballot {
        guard let person = ballot.voter.person else { return ballot }
        var flagged = ballot
        flagged.conflicts.formUnion(topics.indices.filter { topics[$0].sponsor == person })
        return flagged
    }

    /// Whether it was held elsewhere and its files say no day.
    package var isUndated: Bool { origin == .imported && opensAt == closesAt }

    /// Whether its rules ask for a number of ballots.
    package var hasQuorum: Bool { settings.sessionPercent > 0 }

    /// Whether there is a capacity that separates what is taken on.
    package var hasLine: Bool { capacityDays > 0 }

    /// Whether a ballot is taken at a moment.
    package func takesBallots(at now: Instant) -> Bool { state == .open && now < closesAt }

    /// Whether the ranking is read by all at a moment.
    package func isReadable(at now: Instant) -> Bool {
        state == .published || (state == .closed && now >= publishesAt)
    }

    /// The day before which, or up to which, something holds, on its own clocks.
    package func day(_ instant: Instant) -> Day { instant.day(in: WorkCalendar.zone) }
}
