import Rouage

/// The files that a department is written into and read from, in the order in which one refers to another.
enum DataFile: String, CaseIterable {
    case people, units, memberships, roles, axes, fields, cycles, briefings, dependencies, contacts
    case comments, reviews, dismissals, meetings, views, actions, decisions, outcomes
    case commitments, retrospectives, reminders, relays
    case presentations, questions, confidence, reworks
    case topics, brainstorms, clusters, ideas, requests, duty
    case playbooks, editions, occurrences, feedback
    case mercatos, candidates, ballots, signals
    case projects, evidence, experiments, waves, preferences, sharing
    case incidents, timeline, postmortems
    case incidentActions = "incident_actions"

    /// The kind of record whose content it holds.
    var kind: Kind {
        switch self {
        case .people: .person
        case .units: .unit
        case .memberships: .membership
        case .roles: .role
        case .axes: .axis
        case .fields: .tribeField
        case .cycles: .cycle
        case .briefings, .outcomes: .briefing
        case .dependencies, .contacts: .dependency
        case .comments: .comment
        case .reviews: .review
        case .dismissals: .dismissal
        case .meetings: .meeting
        case .views: .teamView
        case .actions: .meetingAction
        case .decisions: .decision
        case .commitments: .commitment
        case .retrospectives: .retrospective
        case .reminders: .reminder
        case .relays: .relay
        case .presentations, .confidence: .presentation
        case .questions: .audienceQuestion
        case .reworks: .rework
        case .topics: .topic
        case .brainstorms, .clusters, .ideas: .brainstorm
        case .requests: .request
        case .duty: .dutyWeek
        case .playbooks: .playbook
        case .editions: .playbookEdition
        case .occurrences: .occurrence
        case .feedback: .playbookFeedback
        case .mercatos, .candidates, .ballots: .mercato
        case .signals: .signalAnswer
        case .projects, .evidence, .experiments, .waves: .opsProject
        case .preferences: .sharePreference
        case .sharing: .shareOut
        case .incidents: .incident
        case .timeline: .incidentLine
        case .postmortems: .postmortem
        case .incidentActions: .incidentAction
        }
    }

    /// Whether an export writes it: where its kind is written at all. Contacts are a shorter way to bring in what
    /// stands in the dependencies.
    func isWritten(_ kinds: Kinds) -> Bool { self != .contacts && kinds[kind].places.contains(.files) }
}
