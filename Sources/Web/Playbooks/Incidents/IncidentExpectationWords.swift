package import Rouage
package import WebCore

extension Incident {
    package func coordinationWords(_ visit: Visit) -> ExpectationWords {
        let (name, since) = (visit.title(of: self), visit.fullMoment(startedAt))
        return expected(
            Phrase(fr: "\(running.french) : vous le coordonnez", en: "\(running.english): you coordinate it"),
            Phrase(fr: "« \(name) », depuis le \(since).", en: "“\(name)”, since \(since)."),
            Phrase(fr: "Coordonner", en: "Coordinate"))
    }

    package func followingWords(_ visit: Visit) -> ExpectationWords {
        let (name, since) = (visit.title(of: self), visit.fullMoment(startedAt))
        let lead = visit.name(self.lead)
        return expected(
            Phrase(fr: "\(running.french) : « \(name) »", en: "\(running.english): “\(name)”"),
            lead.isEmpty
                ? Phrase(
                    fr: "Depuis le \(since). Personne ne le coordonne encore.",
                    en: "Since \(since). Nobody coordinates it yet.")
                : Phrase(fr: "Depuis le \(since). \(lead) coordonne.", en: "Since \(since). \(lead) coordinates."),
            Phrase(fr: "Suivre", en: "Follow"))
    }

    package func actionWords(_ action: IncidentAction, _ visit: Visit) -> ExpectationWords {
        let (what, title) = (action.what.shortened(to: 90), visit.title(of: self))
        return expected(
            Phrase(fr: what, en: what),
            Phrase(fr: "Action après l’incident « \(title) ».", en: "Action after the incident “\(title)”."),
            Phrase(fr: "Le dire", en: "Say so"), at: "#action-\(action.id)")
    }

    package func postmortemWords(_ visit: Visit) -> ExpectationWords {
        let title = visit.title(of: self)
        return expected(
            Phrase(fr: "Publier le post-mortem de « \(title) »", en: "Publish the post-mortem of “\(title)”"),
            Phrase(
                fr: "Ce que le système a permis, ce qui a aidé, trois actions au plus.",
                en: "What the system allowed, what helped, three actions at most."),
            Phrase(fr: "Écrire", en: "Write"), at: "/postmortem")
    }

    private var running: Phrase {
        Phrase(
            fr: "Incident de gravité \(severity.rawValue) en cours",
            en: "Incident of severity \(severity.rawValue) under way")
    }
}
