/// What one team needs from another, as a contract with two sides: a request is not a commitment until the giver says so.
package struct Dependency: Noun, Equatable {
    /// What kind of thing is needed. After Strode and Huff, "A taxonomy of dependencies in agile software development"
    /// (2012): task, technical resource, person, process, knowledge, activity.
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case deliverable, access, expertise, decision, information
        case sharedChange = "shared_change"
    }

    /// How the two teams work on it, after Skelton and Pais, "Team Topologies": together, one helping the other, or by
    /// what the giver offers to everyone.
    package enum Interaction: String, Codable, Sendable, CaseIterable {
        case collaboration, facilitating
        case asAService = "as_a_service"
    }

    /// What happens without it: the initiative cannot be done, takes longer, or is less good.
    package enum Criticality: String, Codable, Sendable, CaseIterable {
        case blocking, slowing, comfort
    }

    /// Where the two teams stand; `DependencyVerbs` and `DependencyAnswers` say who moves it on.
    package enum State: String, Codable, Sendable, CaseIterable {
        case acknowledged, committed, replanned, declined, delivered, broken, withdrawn
        case pointedOut = "pointed_out"

        /// Whether the giver still owes an answer or the thing itself.
        package var isOpen: Bool {
            switch self {
            case .pointedOut, .acknowledged, .replanned, .committed, .broken: true
            case .declined, .delivered, .withdrawn: false
            }
        }

        /// Whether the two teams still have to agree.
        package var isUnsettled: Bool {
            switch self {
            case .pointedOut, .acknowledged, .replanned, .declined: true
            case .committed, .broken, .delivered, .withdrawn: false
            }
        }
    }

    /// Why a giver says no.
    package enum DeclineCode: String, Codable, Sendable, CaseIterable {
        case capacity, priority, technical, other
        case notOurs = "not_ours"
    }

    package static let kind = Kind.dependency
    /// The most characters of what is asked for.
    package static let limit = 280
    /// Working days of one person that a promise may take.
    package static let efforts = 0...500

    package let id: Identifier<Dependency>
    package var version = 1
    package var ref: String
    package var cycle: Identifier<Cycle>
    package var briefing: Identifier<Briefing>
    package var askingTeam: Identifier<Unit>
    /// Nobody when the giver is outside the company.
    package var givingTeam: Identifier<Unit>?
    /// The giver's own initiative that delivers it, once the giver has said: what that waits for comes first.
    package var givingBriefing: Identifier<Briefing>?
    package var externalParty: String
    package var what: String
    package var sort: Sort
    package var interaction: Interaction
    /// The last day on which the two teams work together; nobody said it of what is no collaboration.
    package var collaboratesUntil: Day?
    package var criticality: Criticality
    package var neededBy: Day
    /// The date first asked for, kept when a counter-proposal moved it.
    package var firstNeededBy: Day
    package var state = State.pointedOut
    package var pointedOutOn: Day
    /// Where the cycle stood that day: from the freeze on, the need was not foreseen.
    package var pointedOutPhase: Cycle.State
    package var contact: Identifier<Person>?
    /// Working days of one person of the giving team.
    package var effortDays: Int?
    /// The day promised, while the promise stands or after it was kept or broken.
    package var committedFor: Day?
    package var counter: Counter?
    package var decline: Decline?
    /// How the asking team lives without what was declined.
    package var mitigation = ""
    /// The day on which the giver said that it is delivered, while the asker has not contested it.
    package var claimedOn: Day?
    package var deliveredOn: Day?
    /// How often a promise lapsed or was taken back; never goes down.
    package var breaks = 0
    /// How often the giver asked to move a promise before its day; never goes down.
    package var redates = 0
    /// How often the asker refused a counter-proposal; from 2 on it is the leads' affair.
    package var refusals = 0
    /// Whether it was asked again after a refusal: that is possible once.
    package var reasked = false
    package let createdAt: Instant
    package var updatedAt: Instant

    /// Another date, a smaller scope, or both, that the giver offers.
    package struct Counter: Codable, Sendable, Equatable {
        package let date: Day?
        package let scope: String
        package let reason: String

        package init(date: Day?, scope: String, reason: String) {
            self.date = date
            self.scope = scope
            self.reason = reason
        }
    }

    /// The giver's no.
    package struct Decline: Codable, Sendable, Equatable {
        package let code: DeclineCode
        package let reason: String

        package init(code: DeclineCode, reason: String) {
            self.code = code
            self.reason = reason
        }
    }

    /// What the asking team writes when it points a dependency out.
    package struct Request: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case givingTeam = "giving_team"
            case externalParty = "external_party"
            case what, type, interaction
            case collaboratesUntil = "collaborates_until"
            case criticality
            case neededBy = "needed_by"
        }

        package static let fields: [Field<Request>] = [
            .unit(.givingTeam, \.givingTeam),
            .line(.externalParty, \.externalParty, upTo: 120),
            .text(.what, \.what, upTo: Dependency.limit, required: true),
            .choice(.type, \.sort),
            .choice(.interaction, \.interaction),
            .day(.collaboratesUntil, \.collaboratesUntil),
            .choice(.criticality, \.criticality),
            .day(.neededBy, \.neededBy),
        ]

        package var ref: String
        package var givingTeam: Identifier<Unit>?
        package var externalParty: String
        package var what: String
        package var sort: Sort
        package var interaction: Interaction
        /// Kept for a collaboration only.
        package var collaboratesUntil: Day?
        package var criticality: Criticality
        package var neededBy: Day

        package init(
            ref: String, givingTeam: Identifier<Unit>?, externalParty: String = "", what: String,
            sort: Sort = .deliverable, interaction: Interaction = .asAService, collaboratesUntil: Day? = nil,
            criticality: Criticality = .slowing, neededBy: Day
        ) {
            self.ref = ref
            self.givingTeam = givingTeam
            self.externalParty = externalParty
            self.what = what
            self.sort = sort
            self.interaction = interaction
            self.collaboratesUntil = interaction == .collaboration ? collaboratesUntil : nil
            self.criticality = criticality
            self.neededBy = neededBy
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, version, ref, cycle, briefing, askingTeam, givingTeam, externalParty, what, interaction, criticality
        case collaboratesUntil, neededBy, firstNeededBy, state, pointedOutOn, pointedOutPhase, contact, effortDays,
            committedFor, counter
        case decline, mitigation, claimedOn, deliveredOn, breaks, redates, refusals, reasked, createdAt, updatedAt
        case givingBriefing
        case sort = "type"
    }

    package init(
        id: Identifier<Dependency>, _ request: Request, of briefing: Briefing, in cycle: Cycle, on day: Day,
        at now: Instant
    ) {
        self.id = id
        ref = request.ref
        self.cycle = briefing.cycle
        self.briefing = briefing.id
        askingTeam = briefing.team
        givingTeam = request.givingTeam
        externalParty = request.externalParty
        what = request.what
        sort = request.sort
        interaction = request.interaction
        collaboratesUntil = request.collaboratesUntil
        criticality = request.criticality
        neededBy = request.neededBy
        firstNeededBy = request.neededBy
        pointedOutOn = day
        pointedOutPhase = cycle.state
        createdAt = now
        updatedAt = now
    }

    /// What is asked for, as it now stands.
    package var request: Request {
        get {
            Request(
                ref: ref, givingTeam: givingTeam, externalParty: externalParty, what: what, sort: sort,
                interaction: interaction, collaboratesUntil: collaboratesUntil, criticality: criticality,
                neededBy: neededBy)
        }
        set {
            givingTeam = newValue.givingTeam
            externalParty = newValue.externalParty
            what = newValue.what
            sort = newValue.sort
            interaction = newValue.interaction
            collaboratesUntil = newValue.collaboratesUntil
            criticality = newValue.criticality
            neededBy = newValue.neededBy
        }
    }

    /// Whether somebody still counts on it: not delivered, not withdrawn, and not declined with a way to do without.
    package var isAwaited: Bool { state.isOpen || (state == .declined && mitigation.isBlank) }

    /// First pointed out after the freeze: the alignment did not see it coming.
    package var isLate: Bool { pointedOutPhase.isLate }
}
