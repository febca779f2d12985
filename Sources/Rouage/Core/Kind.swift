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

extension Kind {
    /// What a kind says of itself: who hears of it, and where the product takes it up. What is not said here does not
    /// happen.
    package var facts: KindFacts {
        switch self {
        case .person: KindFacts(Person.self, heardBy: .members, in: .usual, searched: .always(at: 9))
        case .unit:
            KindFacts(Unit.self, heardBy: .members, in: .usual, searched: .always(at: 8), tells: .toldOfUnits)
        case .membership: KindFacts(Membership.self, heardBy: .members, in: .usual)
        case .role: KindFacts(RoleGrant.self, heardBy: .members, in: .usual)
        case .axis:
            KindFacts(
                Axis.self, heardBy: .members, in: [.usual, .turns], searched: .always(at: 10), tells: .toldOfAxes)
        case .cycle: KindFacts(Cycle.self, heardBy: .members, in: [.usual, .turns])
        case .tribeField: KindFacts(TribeField.self, heardBy: .members, in: .usual)

        case .briefing:
            KindFacts(
                Briefing.self, heardBy: .readers, in: .usual, searched: .newest(at: 1), tells: .toldOfBriefings)
        case .dependency:
            KindFacts(
                Dependency.self, heardBy: .members, in: .usual, searched: .newest(at: 2), tells: .toldOfDependencies)
        case .comment: KindFacts(Comment.self, heardBy: .readers, in: .usual, tells: [.commented])
        case .review: KindFacts(Review.self, heardBy: .readers, in: .usual, tells: [.reviewed])
        case .dismissal: KindFacts(Dismissal.self, heardBy: .readers, in: .usual)
        case .meeting: KindFacts(Meeting.self, heardBy: .members, in: .usual)
        case .teamView: KindFacts(TeamView.self, heardBy: .readers, in: .usual)
        case .meetingAction: KindFacts(MeetingAction.self, heardBy: .members, in: .usual)
        case .decision: KindFacts(Decision.self, heardBy: .members, in: .usual)
        case .commitment: KindFacts(Commitment.self, heardBy: .members, in: [.usual, .turns])
        case .retrospective: KindFacts(Retrospective.self, heardBy: .readers, in: .usual)
        case .presentation: KindFacts(Presentation.self, heardBy: .members, in: [.usual, .turns])
        case .presentationSnapshot: KindFacts(PresentationSnapshot.self, heardBy: .members, in: .unfiled)
        case .audienceQuestion: KindFacts(AudienceQuestion.self, heardBy: .members, in: .usual)
        case .rework: KindFacts(Rework.self, heardBy: .members, in: .usual)

        case .reminder: KindFacts(Reminder.self, heardBy: .addressee, in: [.usual, .turns])
        case .relay: KindFacts(Relay.self, heardBy: .addressee, in: [.usual, .turns])

        case .request: KindFacts(OpsRequest.self, heardBy: .members, in: [.usual, .turns], searched: .newest(at: 5))
        case .dutyWeek: KindFacts(DutyWeek.self, heardBy: .members, in: [.usual, .turns])
        case .topic:
            KindFacts(
                Topic.self, heardBy: .members, in: [.usual, .turns], searched: .newest(at: 6), tells: .toldOfTopics)
        case .brainstorm: KindFacts(Brainstorm.self, heardBy: .members, in: [.usual, .turns])
        case .signalAnswer: KindFacts(SignalAnswer.self, heardBy: .members, in: [.usual, .turns])
        case .mercato: KindFacts(Mercato.self, heardBy: .members, in: [.usual, .turns])
        case .sharePreference: KindFacts(SharePreference.self, heardBy: .ops, in: .unfiled)
        case .shareOut: KindFacts(ShareOut.self, heardBy: .readers, in: .usual)
        case .opsProject:
            KindFacts(
                OpsProject.self, heardBy: .members, in: [.usual, .turns], searched: .newest(at: 7),
                tells: .toldOfProjects)

        case .playbook: KindFacts(Playbook.self, heardBy: .members, in: [.usual, .turns], searched: .always(at: 3))
        case .playbookEdition: KindFacts(PlaybookEdition.self, heardBy: .members, in: .usual)
        case .playbookFeedback: KindFacts(PlaybookFeedback.self, heardBy: .members, in: .usual)
        case .occurrence: KindFacts(Occurrence.self, heardBy: .members, in: .usual)
        case .incident: KindFacts(Incident.self, heardBy: .members, in: [.usual, .turns], searched: .newest(at: 4))
        case .incidentLine: KindFacts(IncidentLine.self, heardBy: .members, in: .usual)
        case .incidentAction: KindFacts(IncidentAction.self, heardBy: .members, in: .usual)
        case .postmortem: KindFacts(Postmortem.self, heardBy: .members, in: .usual)
        }
    }
}
