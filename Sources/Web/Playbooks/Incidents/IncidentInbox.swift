import Rouage
import Storage
package import WebCore

/// The serious incidents that go on and call a person: who coordinates, and at severity 1 those who answer for the rest.
package enum IncidentInbox {
    package static func matters(_ visit: Visit) throws -> InboxMatters {
        var matters = InboxMatters("incidents", Phrase(fr: "Incidents en cours", en: "Incidents under way"))
        guard let actor = visit.actor, actor.isMember else { return matters }
        for incident in try visit.reading.runningIncidents() {
            guard let call = incident.call(of: actor) else { continue }
            let (name, since) = (visit.title(of: incident), visit.fullMoment(incident.startedAt))
            let (fr, en) = (
                "Incident de gravité \(incident.severity.rawValue) en cours",
                "Incident of severity \(incident.severity.rawValue) under way"
            )
            switch call {
            case .coordinate:
                matters.add(
                    Phrase(fr: "\(fr) : vous le coordonnez", en: "\(en): you coordinate it"),
                    Phrase(fr: "« \(name) », depuis le \(since).", en: "“\(name)”, since \(since)."),
                    at: "/incidents/\(incident.id)")
            case .follow:
                let lead = visit.name(incident.lead)
                matters.add(
                    Phrase(fr: "\(fr) : « \(name) »", en: "\(en): “\(name)”"),
                    lead.isEmpty
                        ? Phrase(
                            fr: "Depuis le \(since). Personne ne le coordonne encore.",
                            en: "Since \(since). Nobody coordinates it yet.")
                        : Phrase(
                            fr: "Depuis le \(since). \(lead) coordonne.", en: "Since \(since). \(lead) coordinates."),
                    at: "/incidents/\(incident.id)")
            }
        }
        return matters
    }
}
