import Rouage
import WebCore

/// Requests to Product Ops, the rota and the room for urgencies as the API shows them.
struct RequestJSON: APIRecord {
    let id: Identifier<OpsRequest>
    let version: Int
    let ref: String
    /// Nobody when it came by a link.
    let requester: String?
    /// Who asked by a link, in their own words.
    let guestName: String?
    let invitedBy: String?
    let team: String?
    let title: String
    let whatHurts: String
    let since: String
    let ifWeWait: String
    let peopleHit: Int?
    let hotPotato: Bool
    let decider: String?
    let returnOwner: String?
    let impact: Int?
    let urgency: Int?
    /// Presumed before it is sorted.
    let priority: OpsRequest.Priority
    let state: OpsRequest.State
    let handledBy: String?
    let acknowledgeBy: Day
    let isOverdue: Bool
    let triagedOn: Day?
    let takenOn: Day?
    let closedOn: Day?
    let outcome: OpsRequest.Outcome?
    /// The topic that it became, or became a part of.
    let topic: Identifier<Topic>?
    let answer: String
    let spentDays: Double
    let inExchange: String?
    let askedOn: Day
    let createdAt: Instant

    init(_ request: OpsRequest, _ visit: Visit) {
        id = request.id
        version = request.version
        ref = request.ref
        requester = visit.code(request.requester)
        guestName = request.guestName.isEmpty ? nil : request.guestName
        invitedBy = visit.code(request.invitedBy)
        team = visit.code(request.team)
        title = request.title
        whatHurts = request.whatHurts
        since = request.since
        ifWeWait = request.ifWeWait
        peopleHit = request.peopleHit
        hotPotato = request.hotPotato
        decider = visit.code(request.decider)
        returnOwner = visit.code(request.returnOwner)
        impact = request.impact
        urgency = request.urgency
        priority = request.priority
        state = request.state
        handledBy = visit.code(request.handledBy)
        acknowledgeBy = request.acknowledgeBy(.french)
        isOverdue = request.isOverdue(.french, on: visit.today)
        triagedOn = request.triagedOn
        takenOn = request.takenOn
        closedOn = request.closedOn
        outcome = request.outcome
        topic = request.topic
        answer = request.answer
        spentDays = request.spentDays
        inExchange = request.inExchange.isEmpty ? nil : request.inExchange
        askedOn = request.askedOn
        createdAt = request.createdAt
    }
}

struct DutyWeekJSON: APIRecord {
    let id: Identifier<DutyWeek>
    let version: Int
    /// Its Monday.
    let week: Day
    let person: String
    let isSwapped: Bool

    init(_ week: DutyWeek, _ visit: Visit) {
        id = week.id
        version = week.version
        self.week = week.week
        person = visit.code(week.person) ?? ""
        isSwapped = week.isSwapped
    }
}

/// In working days of the quarter that runs.
struct UrgencyRoomJSON: Codable, Sendable {
    let days: Int
    let used: Double
    let left: Double
    let capacity: Double

    init(_ room: UrgencyRoom) {
        days = room.days
        used = room.used
        left = room.left
        capacity = room.capacity
    }
}

extension OpsRequest.State: SchemaValue {}
extension OpsRequest.Outcome: SchemaValue {}
extension OpsRequest.Priority: SchemaValue {}
