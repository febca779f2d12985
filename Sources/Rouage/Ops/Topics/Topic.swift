/// Something that Product Ops could take on: what hurts, where that is known from, and how far it has come on its way to
/// a project.
@dynamicMemberLookup
package struct Topic: Noun, Equatable {
    package static let kind = Kind.topic
    package static let inlinedPart = "content"

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

        /// Whether its words may still change: before it is on the table.
        package var isOpen: Bool { self == .idea || self == .ready }

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
    package struct Content: Inlined, Drafted, Equatable {
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
    package var content: Content
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
        self.content = content
    }

    package subscript<Value>(dynamicMember place: WritableKeyPath<Content, Value>) -> Value {
        get { content[keyPath: place] }
        set { content[keyPath: place] = newValue }
    }
}

extension Topic.Content {
    /// Whom a topic may concern.
    package static let allCrafts: [Craft] = [.product, .design, .engineering, .productBuilding, .ops]

    package enum Name: String, CaseIterable, Sendable {
        case title, problem, source
        case sourceNotes = "source_notes"
        case kind, crafts
        case effortDays = "effort_days"
        case sponsor, axis, cycle
    }

    package static let fields: [Field<Self>] = [
        .line(.title, \.title, upTo: Topic.titleLimit, required: true),
        .text(.problem, \.problem, upTo: Topic.problemLimit),
        .choice(.source, \.source),
        .line(.sourceNotes, \.sourceNotes, upTo: Topic.notesLimit),
        .choice(.kind, \.sort),
        .choices(.crafts, \.targetCrafts, of: allCrafts),
        .number(.effortDays, \.effortDays, in: Topic.efforts),
        .person(.sponsor, \.sponsor),
        .axis(.axis, \.axis),
        .cycle(.cycle, \.cycle),
    ]
}
