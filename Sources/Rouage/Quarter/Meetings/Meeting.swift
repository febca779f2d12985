/// Two to five teams, or a tribe, that settle what they need from each other: at an hour, or each in writing first.
package struct Meeting: Noun, Equatable {
    package enum Mode: String, Codable, Sendable, CaseIterable {
        /// Everybody at the same time.
        case sync
        /// Each team writes its view before it sees the others'.
        case async
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        /// Product Ops propose it; the teams have not taken it up.
        case proposed
        case planned
        /// It goes on: at the table, or in writing.
        case open
        case held, cancelled

        /// Whether it is still to come, or goes on.
        package var isAlive: Bool {
            switch self {
            case .proposed, .planned, .open: true
            case .held, .cancelled: false
            }
        }
    }

    package static let kind = Kind.meeting
    /// How many teams meet; a tribe may have more.
    package static let teamCount = 2...5
    /// Minutes that it is meant to last.
    package static let lengths = 10...180
    /// The most characters of the minutes.
    package static let minutesLimit = 4_000
    /// The most characters of the place, or of the address of the call.
    package static let placeLimit = 200
    /// The most characters of why it is called off.
    package static let reasonLimit = 400

    package let id: Identifier<Meeting>
    package var version = 1
    package var ref: String
    package var cycle: Identifier<Cycle>
    package var teams: [Identifier<Unit>]
    /// The tribe whose teams meet, when it is the whole of it.
    package var tribe: Identifier<Unit>?
    package var mode: Mode
    package var state: State
    /// When they sit down; nothing in writing.
    package var startsAt: Instant?
    /// Minutes, 10 to 180.
    package var length: Int
    package var place: String
    /// The day from which all read the views, in writing, even when one is missing.
    package var revealOn: Day?
    /// The teams that have written their view.
    package var heard: [Identifier<Unit>] = []
    /// When the views were shown to all.
    package var revealedAt: Instant?
    package var openedAt: Instant?
    package var closedAt: Instant?
    package var minutes = ""
    /// The dependencies between these teams that moved while it went on.
    package var moved: [Identifier<Dependency>] = []
    package var calledBy: Identifier<Person>?
    /// How often its time, its place or its fate changed, as calendars count it (RFC 5545, SEQUENCE).
    package var sequence = 0
    package let createdAt: Instant
    package var updatedAt: Instant

    /// What somebody says who calls a meeting.
    package struct Plan: Sendable, Equatable {
        package var teams: [Identifier<Unit>]
        package var tribe: Identifier<Unit>?
        package var mode: Mode
        package var startsAt: Instant?
        package var length: Int
        package var place: String
        package var revealOn: Day?

        package init(
            teams: [Identifier<Unit>], tribe: Identifier<Unit>? = nil, mode: Mode, startsAt: Instant? = nil,
            length: Int = 30, place: String = "", revealOn: Day? = nil
        ) {
            self.teams = teams
            self.tribe = tribe
            self.mode = mode
            self.startsAt = startsAt
            self.length = length
            self.place = place
            self.revealOn = revealOn
        }
    }

    package init(
        id: Identifier<Meeting>, ref: String, cycle: Identifier<Cycle>, _ plan: Plan, state: State,
        calledBy: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.cycle = cycle
        teams = plan.teams
        tribe = plan.tribe
        mode = plan.mode
        self.state = state
        startsAt = plan.startsAt
        length = plan.length
        place = plan.place
        revealOn = plan.revealOn
        self.calledBy = calledBy
        createdAt = now
        updatedAt = now
    }

    /// When it is meant to end.
    package var endsAt: Instant? { startsAt.map { $0 + length * 60 } }

    /// Whether everybody reads the views on a day: all have written, or the day has come.
    package func isRevealed(on day: Day) -> Bool {
        if revealedAt != nil { return true }
        guard mode == .async, state == .open || state == .held, let revealOn else { return false }
        return revealOn <= day
    }

    /// Whether the teams still write their views on a day.
    package func takesViews(on day: Day) -> Bool { mode == .async && state == .open && !isRevealed(on: day) }
}
