import Rouage
import WebCore

/// Playbooks, the times they were run and what people say of them, as the API shows them.
struct PlaybookJSON: APIRecord {
    let id: Identifier<Playbook>
    let version: Int
    let ref: String
    let title: String
    let category: Playbook.Category
    let why: String
    let trigger: String
    let cadence: Playbook.Cadence
    let steps: [PlaybookStepJSON]
    let burden: [BurdenJSON]
    let links: [LinkJSON]
    let metricName: String
    let metricThreshold: String
    let metricOwner: String?
    let exitRule: String
    let reentryRule: String
    let language: Language
    let owner: String?
    let deputy: String?
    let coAuthors: [String]
    /// The teams it is meant for; all when empty.
    let teams: [String]
    let state: Playbook.State
    let carriedBy: Playbook.Carrier
    let edition: Int
    let reviewOn: Day
    let reviewedOn: Day
    let supportEndsOn: Day?
    let handOver: HandoverJSON?
    let carriedSince: Day?
    let createdAt: Instant
    let updatedAt: Instant

    init(_ playbook: Playbook, _ visit: Visit) {
        let content = playbook.content
        id = playbook.id
        version = playbook.version
        ref = playbook.ref
        title = content.title
        category = content.category
        why = content.why
        trigger = content.trigger
        cadence = content.cadence
        steps = content.steps.map { PlaybookStepJSON(what: $0.what, role: $0.role, blocking: $0.blocking) }
        burden = content.burden.map { BurdenJSON(role: $0.role, minutes: $0.minutes) }
        links = content.links.map { LinkJSON(title: $0.title, address: $0.address) }
        metricName = content.metric?.name ?? ""
        metricThreshold = content.metric?.threshold ?? ""
        metricOwner = visit.code(content.metric?.owner)
        exitRule = content.exitRule
        reentryRule = content.reentryRule
        language = playbook.language
        owner = visit.code(playbook.owner)
        deputy = visit.code(playbook.deputy)
        coAuthors = playbook.coAuthors.compactMap { visit.code($0) }
        teams = playbook.teams.compactMap { visit.code($0) }
        state = playbook.state
        carriedBy = playbook.carriedBy
        edition = playbook.edition
        reviewOn = playbook.reviewOn
        reviewedOn = playbook.reviewedOn
        supportEndsOn = playbook.supportEndsOn
        handOver = playbook.handover.map { HandoverJSON($0, visit) }
        carriedSince = playbook.carriedSince
        createdAt = playbook.createdAt
        updatedAt = playbook.updatedAt
    }
}

struct PlaybookStepJSON: Codable, Sendable {
    let what: String
    let role: PlaybookRole
    let blocking: Bool
}

struct BurdenJSON: Codable, Sendable {
    let role: PlaybookRole
    let minutes: Int
}

struct LinkJSON: Codable, Sendable {
    let title: String
    let address: String
}

struct HandoverJSON: Codable, Sendable {
    let to: String
    let offeredBy: String?
    let offeredOn: Day
    let ownerAcceptedOn: Day?
    let director: String?
    let directorAcceptedOn: Day?
    let signedOff: [String]

    init(_ handover: Playbook.Handover, _ visit: Visit) {
        to = visit.code(handover.to) ?? ""
        offeredBy = visit.code(handover.offeredBy)
        offeredOn = handover.offeredOn
        ownerAcceptedOn = handover.ownerAcceptedOn
        director = visit.code(handover.director)
        directorAcceptedOn = handover.directorAcceptedOn
        signedOff = handover.signedOff.compactMap { visit.code($0) }
    }
}

struct OccurrenceJSON: APIRecord {
    let id: Identifier<Occurrence>
    let version: Int
    let playbook: Identifier<Playbook>
    let edition: Int
    let heldOn: Day
    let ranBy: String
    let steps: [DoneStepJSON]
    let teams: [String]
    let note: String
    /// Whether each blocking step was done.
    let ok: Bool
    let recordedBy: String?
    let recordedAt: Instant

    init(_ occurrence: Occurrence, _ visit: Visit) {
        id = occurrence.id
        version = occurrence.version
        playbook = occurrence.playbook
        edition = occurrence.edition
        heldOn = occurrence.heldOn
        ranBy = visit.code(occurrence.ranBy) ?? ""
        steps = occurrence.doneSteps.map {
            DoneStepJSON(step: $0.step, by: visit.code($0.by) ?? "", blocking: $0.blocking, ops: $0.ops)
        }
        teams = occurrence.teams.compactMap { visit.code($0) }
        note = occurrence.note
        ok = occurrence.ok
        recordedBy = visit.code(occurrence.recordedBy)
        recordedAt = occurrence.recordedAt
    }
}

struct DoneStepJSON: Codable, Sendable {
    let step: Int
    let by: String
    let blocking: Bool
    let ops: Bool
}

struct PlaybookFeedbackJSON: APIRecord {
    let id: Identifier<PlaybookFeedback>
    let version: Int
    let playbook: Identifier<Playbook>
    let useful: Int
    let text: String
    let givenBy: String?
    let givenOn: Day
    let answer: String
    let answeredBy: String?
    let answeredOn: Day?

    init(_ feedback: PlaybookFeedback, _ visit: Visit) {
        id = feedback.id
        version = feedback.version
        playbook = feedback.playbook
        useful = feedback.useful
        text = feedback.text
        givenBy = visit.code(feedback.givenBy)
        givenOn = feedback.givenOn
        answer = feedback.answer
        answeredBy = visit.code(feedback.answeredBy)
        answeredOn = feedback.answeredOn
    }
}

struct PlaybookEditionJSON: APIRecord {
    let id: Identifier<PlaybookEdition>
    let version: Int
    let playbook: Identifier<Playbook>
    let number: Int
    let title: String
    let why: String
    let steps: [PlaybookStepJSON]
    let exitRule: String
    let note: String
    let replacedBy: String?
    let replacedAt: Instant

    init(_ edition: PlaybookEdition, _ visit: Visit) {
        id = edition.id
        version = edition.version
        playbook = edition.playbook
        number = edition.number
        title = edition.content.title
        why = edition.content.why
        steps = edition.content.steps.map { PlaybookStepJSON(what: $0.what, role: $0.role, blocking: $0.blocking) }
        exitRule = edition.content.exitRule
        note = edition.note
        replacedBy = visit.code(edition.replacedBy)
        replacedAt = edition.replacedAt
    }
}

/// The score of a playbook, part by part.
struct ScoreJSON: Codable, Sendable {
    let playbook: Identifier<Playbook>
    let score: Int
    let band: SelfSustaining.Band
    let parts: [ScorePartJSON]
    /// The share of eligible teams that use it, or of the times it was run whole when it waits for its trigger, 0 to 1.
    let adoption: Double?
    /// Blocking steps that Product Ops did the last time, of all that were done, 0 to 1.
    let reliance: Double?

    init(_ standing: PlaybookStanding) {
        let known = standing.score
        playbook = standing.playbook.id
        score = known.rounded
        band = known.band
        parts = SelfSustaining.Criterion.allCases.map {
            ScorePartJSON(
                criterion: $0, value: known.value($0), weight: $0.weight, gate: $0.gate != nil, met: known.isMet($0))
        }
        adoption = standing.adoption
        reliance = standing.reliance.share
    }
}

struct ScorePartJSON: Codable, Sendable {
    let criterion: SelfSustaining.Criterion
    let value: Double
    let weight: Int
    let gate: Bool
    let met: Bool
}

/// What rests on Product Ops.
struct RelianceJSON: Codable, Sendable {
    let quarters: [QuarterRelianceJSON]
    let stops: [StopJSON]
    let inForce: Int
    let carriedByOrganisation: Int
    let relapses: Int
}

struct QuarterRelianceJSON: Codable, Sendable {
    let cycle: String
    let byOps: Int
    let all: Int
}

struct StopJSON: Codable, Sendable {
    let playbook: Identifier<Playbook>
    /// From 1.
    let steps: [Int]
}

extension Playbook.Category: SchemaValue {}
extension Playbook.State: SchemaValue {}
extension Playbook.Carrier: SchemaValue {}
extension Playbook.Cadence: SchemaValue {}
extension Playbook.Consent: SchemaValue {}
extension PlaybookRole: SchemaValue {}
extension SelfSustaining.Band: SchemaValue {}
extension SelfSustaining.Criterion: SchemaValue {}
