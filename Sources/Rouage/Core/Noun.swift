/// A record with a name for ever and a version that grows by one at each change (optimistic locking).
package protocol Noun: Codable, Sendable {
    static var kind: Kind { get }
    var id: Identifier<Self> { get }
    var version: Int { get set }
    /// The property whose own properties are columns of the record's table: what people write of it.
    static var inlinedPart: String? { get }
}

extension Noun {
    package static var inlinedPart: String? { nil }
}

/// The kinds of records, as the activity, live updates, search and the API name them.
package enum Kind: String, Codable, Sendable, CaseIterable {
    case person, unit, membership, role, cycle, briefing, dependency, comment, review, axis
    case tribeField = "tribe_field"
    case dismissal, reminder, relay
    case meeting, decision
    case teamView = "team_view"
    case meetingAction = "meeting_action"
    case commitment, retrospective
    case presentation, rework
    case audienceQuestion = "audience_question"
    case presentationSnapshot = "presentation_snapshot"
    case request
    case dutyWeek = "duty_week"
    case playbook, occurrence
    case playbookEdition = "playbook_edition"
    case playbookFeedback = "playbook_feedback"
    case topic, mercato
    case sharePreference = "share_preference"
    case shareOut = "share_out"
    case opsProject = "ops_project"
    case brainstorm
    case signalAnswer = "signal_answer"
    case incident, postmortem
    case incidentLine = "incident_line"
    case incidentAction = "incident_action"
}
