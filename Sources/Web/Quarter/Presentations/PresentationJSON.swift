import Rouage
import Storage
import WebCore

/// Presentations, questions and reworks as the API shows them.
struct PresentationJSON: APIRecord {
    let id: Identifier<Presentation>
    let version: Int
    let cycle: String
    let day: Day
    /// Hour and minute on the department's clocks, `10:00`.
    let starts: String
    let state: Presentation.State
    let runOfShow: [SlotJSON]
    /// The team on stage while it is live.
    let showing: String?
    let startedAt: Instant?
    let publishedAt: Instant?
    /// SHA-256 of the published text; empty before.
    let hash: String
    let recording: String

    init(_ presentation: Presentation, _ visit: Visit) {
        id = presentation.id
        version = presentation.version
        cycle = visit.label(presentation.cycle)
        day = visit.cycles.first { $0.id == presentation.cycle }?.phases.presentation ?? visit.today
        starts = "\(presentation.startsHour.padded(2)):\(presentation.startsMinute.padded(2))"
        state = presentation.state
        runOfShow = presentation.runOfShow.map { SlotJSON($0, visit) }
        showing = visit.code(presentation.showing)
        startedAt = presentation.startedAt
        publishedAt = presentation.publishedAt
        hash = presentation.hash
        recording = presentation.recording
    }
}

struct SlotJSON: Codable, Sendable {
    let team: String
    let minutes: Int
    let initiatives: [Identifier<Briefing>]
    let presenters: [String]
    let ready: Bool

    init(_ slot: Presentation.Slot, _ visit: Visit) {
        team = visit.code(slot.team) ?? ""
        minutes = slot.minutes
        initiatives = slot.initiatives
        presenters = slot.presenters.compactMap { visit.code($0) }
        ready = slot.isReady
    }
}

struct QuestionJSON: APIRecord {
    let id: Identifier<AudienceQuestion>
    let version: Int
    /// Nobody when it is for all teams.
    let team: String?
    /// Nobody for a guest.
    let author: String?
    let text: String
    let askedAt: Instant
    let answeredAt: Instant?

    init(_ question: AudienceQuestion, _ visit: Visit) {
        id = question.id
        version = question.version
        team = visit.code(question.team)
        author = visit.code(question.author)
        text = question.text
        askedAt = question.askedAt
        answeredAt = question.answeredAt
    }
}

struct ReworkJSON: APIRecord {
    let id: Identifier<Rework>
    let version: Int
    /// Nobody when it is about the whole quarter.
    let team: String?
    let mean: Double
    let due: Day
    let answer: String
    let answeredBy: String?
    let answeredOn: Day?

    init(_ rework: Rework, _ visit: Visit) {
        id = rework.id
        version = rework.version
        team = visit.code(rework.team)
        mean = rework.mean
        due = rework.due
        answer = rework.answer
        answeredBy = visit.code(rework.answeredBy)
        answeredOn = rework.answeredOn
    }
}

/// How much the audience believed, once the vote is closed: nothing where too few voted.
struct ConfidenceJSON: Codable, Sendable {
    /// Nobody for the whole quarter.
    let team: String?
    let mean: Double?
}
