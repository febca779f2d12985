package import Rouage

/// What the whole department has open, but for initiatives and dependencies: as much as goes on at once, whatever lies
/// behind. What of it is expected of whom is for each noun to say.
package struct OpenMatters: Sendable {
    /// What changes it, with the organisation and its quarters.
    package static let kinds = Set(Kind.allCases).subtracting([
        .briefing, .dependency, .comment, .review, .dismissal, .reminder, .tribeField, .decision, .commitment,
        .audienceQuestion, .teamView, .incidentLine, .playbookEdition, .presentationSnapshot, .signalAnswer,
    ])

    let presentations: [Presentation]
    let reworks: [Rework]
    let meetings: [Meeting]
    let actions: [MeetingAction]
    let relays: [Relay]
    /// Those not closed, and those closed lately.
    let requests: [OpsRequest]
    let onDuty: Identifier<Person>?
    let brainstorms: [Brainstorm]
    /// The quarter being prepared, when nobody has called its brainstorm.
    let unplanned: Cycle?
    let mercatos: [Mercato]
    /// Those whose count leaves something open.
    let unsettled: Set<Identifier<Mercato>>
    let hasEmptyTable: Bool
    let shareOuts: [ShareOut]
    let wishes: [Wishes]
    let projects: [OpsProject]
    let legacies: [Identifier<OpsProject>: OpsProject.Legacy]
    let playbooks: [Playbook]
    let relapses: [Identifier<Playbook>: Relapse]
    let voices: [Identifier<Playbook>: [PlaybookFeedback]]
    let incidents: [Incident]
    /// Those that wait for the word of the leadership.
    let axes: [Axis]
    let incidentActions: [OpenIncidentAction]
    /// The teams that have written what they think of the quarter that ended last.
    let lookedBack: Set<Identifier<Rouage.Unit>>

    /// A quarter whose topics are about to be shared out.
    struct Wishes: Sendable {
        let cycle: Cycle
        let mercato: Mercato
        let writers: [Identifier<Person>]
    }
}

extension Reading {
    /// What is open on the day of an outlook.
    package func openMatters(_ outlook: Outlook, in organisation: Organisation) throws -> OpenMatters {
        let alive = [outlook.running, outlook.prepared].compactMap(\.self)
        let soon = outlook.today + Dependency.daysToDeliver
        let requests: [OpsRequest] = try records(
            where: """
                id IN (SELECT id FROM request WHERE state <> 'closed' UNION ALL SELECT id FROM request
                    WHERE closed_on >= \(outlook.today - OpsRequest.daysAfterClose))
                ORDER BY created_at, id
                """)
        let onDuty =
            requests.contains { $0.state == .new }
            ? try dutyRota(in: organisation, outlook.calendar).week(of: outlook.today)?.person : nil
        let mercatos =
            try livingMercatos() + (alive.compactMap { try mercato(of: $0.id) }.filter { $0.state == .preparing })
        let counted = try mercatos.filter { $0.state == .closed }.filter { mercato in
            try ranking(of: mercato).map(mercato.needsRuling) ?? false
        }
        let shareOuts = try alive.compactMap { try shareOut(of: $0.id) }
        let projects = try livingProjects()
        let playbooks = try self.playbooks().filter { $0.state != .retired }
        let slipping = playbooks.filter { $0.relapsedOn != nil }
        let unplanned = try outlook.prepared.flatMap { try brainstorm(of: $0.id) == nil ? $0 : nil }
        return OpenMatters(
            presentations: try alive.compactMap { try presentation(of: $0.id) }.filter { $0.state != .published },
            reworks: try openReworks(),
            meetings: try records(
                where: "cycle IN \(in: alive.map(\.id)) AND state IN ('proposed', 'planned', 'open') ORDER BY id"),
            actions: try records(where: "done_on IS NULL AND due <= \(soon) ORDER BY due, id"),
            // "Not closed" is there for the index of the open ones.
            relays: try records(where: "state <> 'closed' AND state = 'created' ORDER BY created_at, id"),
            requests: requests, onDuty: onDuty, brainstorms: try openBrainstorms(), unplanned: unplanned,
            mercatos: mercatos, unsettled: Set(counted.map(\.id)),
            hasEmptyTable: try mercatos.contains { $0.state == .preparing } && tabledTopics().isEmpty,
            shareOuts: shareOuts.filter { $0.state == .proposed },
            wishes: try alive.filter { cycle in !shareOuts.contains { $0.cycle == cycle.id } }.compactMap(wishes),
            projects: projects,
            legacies: try legacies(of: projects.filter { $0.stage == .handingOver }, in: organisation),
            playbooks: playbooks,
            relapses: Dictionary(
                try standings(of: slipping, in: organisation).compactMap { standing in
                    Relapse.of(standing).map { (standing.playbook.id, $0) }
                }, uniquingKeysWith: { $1 }),
            voices: Dictionary(grouping: try unansweredFeedback(on: playbooks.map(\.id)), by: \.playbook),
            incidents: try runningIncidents() + incidentsOwingPostmortem(),
            axes: try axes().filter { $0.standing(in: nil) == .proposed },
            incidentActions: try openIncidentActions(dueBy: soon),
            lookedBack: Set(try outlook.ended.map { try retrospectives(of: $0.id).map(\.team) } ?? []))
    }

    /// Nothing before its vote is published.
    private func wishes(in cycle: Cycle) throws -> OpenMatters.Wishes? {
        guard let mercato = try mercato(of: cycle.id), mercato.state == .published, !mercato.selected.isEmpty else {
            return nil
        }
        return OpenMatters.Wishes(
            cycle: cycle, mercato: mercato, writers: try preferences(of: cycle.id).map(\.person))
    }
}
