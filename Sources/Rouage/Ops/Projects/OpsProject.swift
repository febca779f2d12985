/// A topic that Product Ops work on with those who live the problem, for one quarter, until it is given back.
package struct OpsProject: Noun, Equatable {
    package static let kind = Kind.opsProject

    /// How it is carried: by an effect that is measured, or by a date.
    package enum Mode: String, Codable, Sendable, CaseIterable {
        case product, project
    }

    /// How far it has come.
    package enum Stage: String, Codable, Sendable, CaseIterable, Comparable {
        case selected, discovery, experiment, rollout
        case handingOver = "handing_over"
        case handedOver = "handed_over"

        private var place: Int { Self.allCases.firstIndex(of: self)! }
        package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
        /// The one after.
        package var next: Stage? { Self.allCases.dropFirst(place + 1).first }
    }

    /// Whether it goes on.
    package enum Standing: String, Codable, Sendable, CaseIterable {
        case active, paused, stopped, closed
        /// It goes back on the table of the next quarter.
        case retabled

        /// Whether nothing more comes of it.
        package var isOver: Bool { self == .stopped || self == .closed || self == .retabled }
    }

    package enum ProblemState: String, Codable, Sendable, CaseIterable {
        case open, proposed, agreed
    }

    package static let titleLimit = 80
    package static let problemLimit = 900
    package static let solutionLimit = 1_200
    package static let noteLimit = 400
    package static let mostParts = 40

    package let id: Identifier<OpsProject>
    package var version = 1
    package var ref: String
    package let topic: Identifier<Topic>?
    /// The request that could not wait for the next quarter, when it came from one.
    package let request: Identifier<OpsRequest>?
    package let cycle: Identifier<Cycle>
    package var title: String
    package var mode: Mode
    /// The day it is meant to be done, in project mode.
    package var endsOn: Day?
    /// Person-days of Product Ops.
    package var effortDays: Int
    package var targetCrafts: [Craft]
    package var lead: Identifier<Person>
    package var buddy: Identifier<Person>?
    /// Those outside Product Ops who build it with them.
    package var coBuilders: [Identifier<Person>] = []
    package var problem: String
    package var problemState = ProblemState.open
    package var evidence: [Evidence] = []
    package var waiver: Waiver?
    package var solution = ""
    package var experiments: [Experiment] = []
    package var waves: [Wave] = []
    package var metric = Metric()
    /// Minutes that one person concerned spends more, or less, in a quarter.
    package var burdenDelta: Int?
    package var receiver: Identifier<Person>?
    /// How it is done from then on: what the project leaves behind.
    package var playbook: Identifier<Playbook>?
    package var ownerAcceptance: Acceptance?
    package var directorAcceptance: Acceptance?
    package var stage = Stage.selected
    package var standing = Standing.active
    /// Why it waits, or ended.
    package var reason = ""
    /// Whether it came in the middle of the quarter.
    package var isUnplanned = false
    package var startedOn: Day?
    package var endedOn: Day?
    package let createdAt: Instant

    package init(
        id: Identifier<OpsProject>, ref: String, topic: Identifier<Topic>?, in cycle: Identifier<Cycle>, title: String,
        problem: String, effortDays: Int, targetCrafts: [Craft], mode: Mode = .product, lead: Identifier<Person>,
        buddy: Identifier<Person>? = nil, request: Identifier<OpsRequest>? = nil, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.topic = topic
        self.request = request
        self.cycle = cycle
        self.title = title
        self.problem = problem
        self.effortDays = effortDays
        self.targetCrafts = targetCrafts
        self.mode = mode
        self.lead = lead
        self.buddy = buddy
        createdAt = now
    }

    /// What the directors selected, about to be worked on.
    package init(
        id: Identifier<OpsProject>, ref: String, of topic: Topic, in cycle: Identifier<Cycle>, mode: Mode = .product,
        lead: Identifier<Person>, buddy: Identifier<Person>?, at now: Instant
    ) {
        self.init(
            id: id, ref: ref, topic: topic.id, in: cycle, title: topic.title, problem: topic.problem,
            effortDays: topic.effortDays ?? 0, targetCrafts: topic.targetCrafts, mode: mode, lead: lead, buddy: buddy,
            at: now)
    }

    /// Whether people work on it, or may.
    package var isAlive: Bool { standing == .active && stage != .handedOver }

    /// Whether it was to be settled when its quarter ended, and is not.
    package func isLeftOver(on day: Day, in cycle: Cycle) -> Bool {
        cycle.end < day && !standing.isOver && stage != .handedOver
    }
}
