/// Something that Product Ops could take on: what hurts, where that is known from, and how far it has come on its way to
/// a project.
package struct Topic: Noun, Equatable {
    package static let kind = Kind.topic

    /// Where the topic comes from.
    package enum Source: String, Codable, Sendable, CaseIterable {
        case field, axis
        case otherOps = "other_ops"
        case incident, pulse, adoption, ops
    }

    /// What would be done to the way people work: oil what turns, add a cog, take one out.
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case improve, create, retire
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        case idea, ready, tabled, ranked, selected
        case notSelected = "not_selected"
        case merged, withdrawn

        /// Whether it may still become a project.
        package var isAlive: Bool {
            switch self {
            case .idea, .ready, .tabled, .ranked, .selected: true
            case .notSelected, .merged, .withdrawn: false
            }
        }
    }

    /// When it could be taken on. There is nothing beyond the next quarter: what comes later has no date.
    package enum Horizon: String, Codable, Sendable, CaseIterable {
        case thisCycle = "this_cycle"
        case next, undated
    }

    package static let titleLimit = 80
    package static let problemLimit = 900
    package static let notesLimit = 400
    /// Person-days of Product Ops.
    package static let efforts = 1...400

    /// What somebody says of a topic.
    package struct Content: Sendable, Equatable {
        package var title: String
        package var problem: String
        package var source: Source
        /// What the source is exactly: a request, an incident, an answer of a study.
        package var sourceNotes: String
        package var sort: Sort
        package var targetCrafts: [Craft]
        /// Person-days of Product Ops, 1 to 400.
        package var effortDays: Int?
        package var sponsor: Identifier<Person>?
        package var axis: Identifier<Axis>?
        /// The quarter in which it could be taken on: the one that runs or the one after; nothing for later.
        package var cycle: Identifier<Cycle>?

        package init(
            title: String = "", problem: String = "", source: Source = .field, sourceNotes: String = "",
            sort: Sort = .improve, targetCrafts: [Craft] = [], effortDays: Int? = nil,
            sponsor: Identifier<Person>? = nil, axis: Identifier<Axis>? = nil, cycle: Identifier<Cycle>? = nil
        ) {
            self.title = title
            self.problem = problem
            self.source = source
            self.sourceNotes = sourceNotes
            self.sort = sort
            self.targetCrafts = targetCrafts
            self.effortDays = effortDays
            self.sponsor = sponsor
            self.axis = axis
            self.cycle = cycle
        }
    }

    package let id: Identifier<Topic>
    package var version = 1
    package var ref: String
    package var title = ""
    package var problem = ""
    package var source = Source.field
    package var sourceNotes = ""
    package var sort = Sort.improve
    package var targetCrafts: [Craft] = []
    package var effortDays: Int?
    package var sponsor: Identifier<Person>?
    package var axis: Identifier<Axis>?
    package var cycle: Identifier<Cycle>?
    package var state = State.idea
    package var proposedBy: Identifier<Person>?
    /// The topic that this one became a part of.
    package var mergedInto: Identifier<Topic>?
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Identifier<Topic>, ref: String, _ content: Content, by person: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        proposedBy = person
        createdAt = now
        updatedAt = now
        take(content)
    }

    package var content: Content {
        Content(
            title: title, problem: problem, source: source, sourceNotes: sourceNotes, sort: sort,
            targetCrafts: targetCrafts, effortDays: effortDays, sponsor: sponsor, axis: axis, cycle: cycle)
    }

    package mutating func take(_ content: Content) {
        title = content.title
        problem = content.problem
        source = content.source
        sourceNotes = content.sourceNotes
        sort = content.sort
        targetCrafts = content.targetCrafts
        effortDays = content.effortDays
        sponsor = content.sponsor
        axis = content.axis
        cycle = content.cycle
    }
}
