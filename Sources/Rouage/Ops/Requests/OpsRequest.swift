/// Something that somebody needs from Product Ops: asked in one short form, sorted, perhaps taken in hand, and closed
/// with what came of it.
@dynamicMemberLookup
package struct OpsRequest: Noun, Equatable {
    package static let kind = Kind.request
    package static let inlinedPart = "content"

    package enum State: String, Codable, Sendable, CaseIterable {
        case new
        /// Product Ops have read it and said how pressing it is.
        case triaged
        /// Somebody of Product Ops works on it.
        case inHand = "in_hand"
        case closed
    }

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case answered, redirected
        /// Done at once, in two days at most.
        case quickHelp = "quick_help"
        /// A candidate for a project of the next quarter.
        case becameTopic = "became_topic"
        /// A project that does not wait for the next quarter.
        case urgentProject = "urgent_project"
        case refused

        /// Whether Product Ops take work on by it, so that it has to be in hand before.
        package var needsHands: Bool { self == .quickHelp || self == .becameTopic || self == .urgentProject }
        /// Whether its answer serves the next person who asks.
        package var answers: Bool { self == .answered || self == .redirected || self == .quickHelp }
    }

    /// The most characters of the texts.
    package static let limits: (title: Int, text: Int, line: Int) = (80, 600, 120)
    /// How many people it touches.
    package static let people = 0...1_000_000
    /// How much it weighs and how much it presses, from little to much.
    package static let scale = 1...3
    /// The longest quick help, in days.
    package static let quickHelpDays = 2.0
    /// The most days that are written down for one request.
    package static let mostDays = 200
    package static let satisfactions = 1...5

    package let id: Identifier<OpsRequest>
    package var version = 1
    package let ref: String
    /// Nobody when it came by a link.
    package var requester: Identifier<Person>?
    /// Who asks by a link, in their own words.
    package var guestName = ""
    /// Whose link it came by.
    package var invitedBy: Identifier<Person>?
    package var content: Draft
    /// 1 to 3, once sorted.
    package var impact: Int?
    package var urgency: Int?
    package var state = State.new
    /// Who of Product Ops has it in hand.
    package var handledBy: Identifier<Person>?
    package var triagedOn: Day?
    package var takenOn: Day?
    package var closedOn: Day?
    package var outcome: Outcome?
    /// The answer, where to go instead, or why not.
    package var answer = ""
    /// The topic that it became, or became a part of.
    package var topic: Identifier<Topic>?
    /// Working days that it took so far; for an urgent project, those set aside for it.
    package var spentDays = 0.0
    /// What is dropped for an urgent project for which there was no room.
    package var inExchange = ""
    /// How happy the requester was with it at its close, 1 to 5.
    package var satisfaction: Int?
    /// The requester's day on which it was asked.
    package let askedOn: Day
    package let createdAt: Instant

    /// Whether it asks the same as another.
    package func isSame(as other: OpsRequest) -> Bool {
        (self.title, self.whatHurts, self.since, self.ifWeWait)
            == (other.title, other.whatHurts, other.since, other.ifWeWait)
            && (requester, guestName, self.team) == (other.requester, other.guestName, other.team)
    }

    package init(
        id: Identifier<OpsRequest>, ref: String, _ draft: Draft, requester: Identifier<Person>?, on day: Day,
        at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.requester = requester
        content = draft
        askedOn = day
        createdAt = now
    }

    package subscript<Value>(dynamicMember place: WritableKeyPath<Draft, Value>) -> Value {
        get { content[keyPath: place] }
        set { content[keyPath: place] = newValue }
    }

    /// How pressing it is; before it is sorted, what its form suggests.
    package var priority: Priority { Priority(impact: impact ?? 2, urgency: urgency ?? (self.hotPotato ? 3 : 2)) }

    /// The day by which it is acknowledged.
    package func acknowledgeBy(_ calendar: WorkCalendar) -> Day {
        calendar.adding(workingDays: priority.daysToAcknowledge, to: askedOn)
    }

    /// Working days since it was asked, to its close.
    package func age(_ calendar: WorkCalendar, on day: Day) -> Int {
        calendar.workingDays(after: askedOn, upTo: min(closedOn ?? day, day))
    }

    /// Whether it waits longer for a first word than it should.
    package func isOverdue(_ calendar: WorkCalendar, on day: Day) -> Bool {
        state == .new && day > acknowledgeBy(calendar)
    }

    /// The most working days in hand before it is late.
    package static let daysInHand = 10

    /// The day by which its next step is due: a first word, being taken in hand within as many days again, its close;
    /// nothing once it is closed.
    package func nextStepBy(_ calendar: WorkCalendar) -> Day? {
        switch state {
        case .new: acknowledgeBy(calendar)
        case .triaged: calendar.adding(workingDays: priority.daysToAcknowledge, to: triagedOn ?? askedOn)
        case .inHand: calendar.adding(workingDays: Self.daysInHand, to: takenOn ?? triagedOn ?? askedOn)
        case .closed: nil
        }
    }

    /// Whether its next step waits longer than it should.
    package func isStuck(_ calendar: WorkCalendar = .french, on day: Day) -> Bool {
        nextStepBy(calendar).map { day > $0 } ?? false
    }

    /// Whether its first word came in time; nothing while it is new.
    package func wasAcknowledgedInTime(_ calendar: WorkCalendar) -> Bool? {
        (triagedOn ?? closedOn).map { $0 <= acknowledgeBy(calendar) }
    }
}

extension OpsRequest {
    /// How pressing a request is: the sum of impact and urgency, 6 to 2, in four steps.
    package enum Priority: String, Codable, Sendable, CaseIterable, Comparable {
        case first = "P1"
        case second = "P2"
        case third = "P3"
        case fourth = "P4"

        /// - Parameters: both 1 to 3; a sum of 6 is P1, 5 P2, 4 P3, less P4.
        package init(impact: Int, urgency: Int) {
            switch impact + urgency {
            case 6...: self = .first
            case 5: self = .second
            case 4: self = .third
            default: self = .fourth
            }
        }

        /// Working days until a first word: 1 for P1, 2 for P2, 5 for the others.
        package var daysToAcknowledge: Int {
            switch self {
            case .first: 1
            case .second: 2
            case .third, .fourth: 5
            }
        }

        package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
    }

    /// What somebody writes who asks.
    package struct Draft: Inlined, Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case title
            case whatHurts = "what_hurts"
            case since
            case ifWeWait = "if_we_wait"
            case peopleHit = "people_hit"
            case team
            case hotPotato = "hot_potato"
            case decider
            case returnOwner = "return_owner"
        }

        package static let fields: [Field<Draft>] = [
            .line(.title, \.title, upTo: OpsRequest.limits.title, required: true),
            .text(.whatHurts, \.whatHurts, upTo: OpsRequest.limits.text, required: true),
            .line(.since, \.since, upTo: OpsRequest.limits.line),
            .text(.ifWeWait, \.ifWeWait, upTo: OpsRequest.limits.text),
            .number(.peopleHit, \.peopleHit, in: OpsRequest.people),
            .unit(.team, \.team),
            .flag(.hotPotato, \.hotPotato),
            .person(.decider, \.decider),
            .person(.returnOwner, \.returnOwner),
        ]

        package var title: String
        package var whatHurts: String
        package var since: String
        /// What happens when nothing is done for two weeks.
        package var ifWeWait: String
        package var peopleHit: Int?
        package var team: Identifier<Unit>?
        /// Urgent, and nobody's.
        package var hotPotato: Bool
        /// Who decides on its content; never Product Ops.
        package var decider: Identifier<Person>?
        /// Who takes it back when the work is done; never Product Ops.
        package var returnOwner: Identifier<Person>?

        package init(
            title: String = "", whatHurts: String = "", since: String = "", ifWeWait: String = "",
            peopleHit: Int? = nil,
            team: Identifier<Unit>? = nil, hotPotato: Bool = false, decider: Identifier<Person>? = nil,
            returnOwner: Identifier<Person>? = nil
        ) {
            self.title = title
            self.whatHurts = whatHurts
            self.since = since
            self.ifWeWait = ifWeWait
            self.peopleHit = peopleHit
            self.team = team
            self.hotPotato = hotPotato
            self.decider = decider
            self.returnOwner = returnOwner
        }
    }
}
