import Rouage
package import WebCore

/// Incidents: reported, kept up to date, learnt from, closed; their timelines, post-mortems and actions.
extension Operation {
    package static let incidents: [Operation] =
        incidentReads + Incident.acts.operations(Incident.schema) { try $0.one($1) }
        + IncidentLine.writing.operations(IncidentLine.schema) { try $0.one($1) }
        + IncidentLine.removing.operations(.of(RemovedJSON.self)) { try $0.removal(of: $1) }
        + [Postmortem.beginning, Postmortem.acts].flatMap { acts in
            acts.operations(Postmortem.schema) { try $0.one($1) }
        }
        + [IncidentAction.agreeing, IncidentAction.acts].flatMap { acts in
            acts.operations(IncidentAction.schema) { try $0.one($1) }
        }
}
