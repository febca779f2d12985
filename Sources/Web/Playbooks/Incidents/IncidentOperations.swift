import Rouage
package import WebCore

/// Incidents: reported, kept up to date, learnt from, closed; their timelines, post-mortems and actions.
extension Operation {
    package static let incidents: [Operation] =
        incidentReads + Incident.acts.operations() + IncidentLine.acts.operations() + Postmortem.acts.operations()
        + IncidentAction.acts.operations()
}
