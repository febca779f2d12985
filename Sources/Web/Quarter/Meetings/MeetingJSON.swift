import Rouage
import WebCore

/// Meetings, what came of them and the log of decisions as the API shows them.
struct MeetingJSON: APIRecord {
    let id: Identifier<Meeting>
    let version: Int
    let ref: String
    let cycle: String
    let teams: [String]
    let tribe: String?
    let mode: Meeting.Mode
    let state: Meeting.State
    let startsAt: Instant?
    let length: Int
    let place: String
    let revealOn: Day?
    /// The teams that have written their view.
    let heard: [String]
    let isRevealed: Bool
    /// Those that who asks may read.
    let views: [TeamViewJSON]
    let openedAt: Instant?
    let closedAt: Instant?
    let minutes: String
    /// The dependencies that moved while it went on.
    let moved: [Identifier<Dependency>]
    let actions: [MeetingActionJSON]
    let calledBy: String?
    let createdAt: Instant
    let updatedAt: Instant

    init(_ meeting: Meeting, _ visit: Visit, views: [TeamView], actions: [MeetingAction]) {
        id = meeting.id
        version = meeting.version
        ref = meeting.ref
        cycle = visit.label(meeting.cycle)
        teams = meeting.teams.compactMap { visit.code($0) }
        tribe = visit.code(meeting.tribe)
        mode = meeting.mode
        state = meeting.state
        startsAt = meeting.startsAt
        length = meeting.length
        place = meeting.place
        revealOn = meeting.revealOn
        heard = meeting.heard.compactMap { visit.code($0) }
        isRevealed = meeting.isRevealed(on: visit.today)
        self.views = views.filter { visit.actor?.may(.readView($0, meeting)) ?? false }.map { TeamViewJSON($0, visit) }
        openedAt = meeting.openedAt
        closedAt = meeting.closedAt
        minutes = meeting.minutes
        moved = meeting.moved
        self.actions = actions.map { MeetingActionJSON($0, visit) }
        calledBy = visit.code(meeting.calledBy)
        createdAt = meeting.createdAt
        updatedAt = meeting.updatedAt
    }
}

struct TeamViewJSON: Codable, Sendable {
    let team: String
    let author: String
    let text: String
    let writtenAt: Instant

    init(_ view: TeamView, _ visit: Visit) {
        team = visit.code(view.team) ?? ""
        author = visit.code(view.author) ?? ""
        text = view.text
        writtenAt = view.writtenAt
    }
}

struct MeetingActionJSON: APIRecord {
    let id: Identifier<MeetingAction>
    let version: Int
    let meeting: Identifier<Meeting>
    let what: String
    let owner: String
    let due: Day
    let doneOn: Day?

    init(_ action: MeetingAction, _ visit: Visit) {
        id = action.id
        version = action.version
        meeting = action.meeting
        what = action.what
        owner = visit.code(action.owner) ?? ""
        due = action.due
        doneOn = action.doneOn
    }
}

/// One entry of the log.
struct LogEntryJSON: APIRecord {
    let id: Identifier<Decision>
    let version: Int
    let ref: String
    let kind: Decision.Sort
    let cycle: String
    let teams: [String]
    let briefing: Identifier<Briefing>?
    let meeting: Identifier<Meeting>?
    let what: String
    let outcome: Briefing.Outcome?
    let code: Briefing.Decision.Code?
    let reason: String
    let acceptsRisk: Bool
    let afterFreeze: Bool
    let by: String?
    let on: Day
    let supersedes: Identifier<Decision>?
    let withdrawn: [Identifier<Dependency>]
    let carriedTo: Identifier<Briefing>?
    let createdAt: Instant

    init(_ decision: Decision, _ visit: Visit) {
        id = decision.id
        version = decision.version
        ref = decision.ref
        kind = decision.sort
        cycle = visit.label(decision.cycle)
        teams = decision.teams.compactMap { visit.code($0) }
        briefing = decision.briefing
        meeting = decision.meeting
        what = decision.what
        outcome = decision.outcome
        code = decision.code
        reason = decision.reason
        acceptsRisk = decision.acceptsRisk
        afterFreeze = decision.afterFreeze
        by = visit.code(decision.by)
        on = decision.decidedOn
        supersedes = decision.supersedes
        withdrawn = decision.withdrawn
        carriedTo = decision.carriedTo
        createdAt = decision.createdAt
    }
}

/// Two teams that share dependencies, and what they have left to settle.
struct PairJSON: Codable, Sendable {
    let teams: [String]
    let isSettled: Bool
    /// What is left, in the order of the agenda.
    let toSettle: [Identifier<Dependency>]
    let settled: [Identifier<Dependency>]
}

extension Meeting.Mode: SchemaValue {}
extension Meeting.State: SchemaValue {}
extension Decision.Sort: SchemaValue {}
extension Briefing.Outcome: SchemaValue {}
