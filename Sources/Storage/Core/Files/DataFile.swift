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
    case projects, evidence, experiments, waves, preferences, sharing, conditions
    case incidents, timeline, postmortems
    case incidentActions = "incident_actions"

    /// Whether an export writes it: where its kind is written at all.
    func isWritten(_ kinds: Kinds) -> Bool { facts.table != nil && kinds[facts.kind].places.contains(.files) }
}
