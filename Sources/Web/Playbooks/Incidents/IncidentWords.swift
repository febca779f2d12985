package import HTML
package import Rouage
import Storage
package import WebCore

extension Incident.Severity {
    package var phrase: Phrase { Phrase(fr: "Gravité \(rawValue)", en: "Severity \(rawValue)") }

    /// The word and what it means.
    package var meaning: Phrase {
        switch self {
        case .one:
            Phrase(
                fr: "1 : un service essentiel est arrêté, une paie est fausse, des données sont exposées",
                en: "1: an essential service is down, a payroll is wrong, data are exposed")
        case .two:
            Phrase(
                fr: "2 : une fonction importante est dégradée, ou fausse pour certains",
                en: "2: an important function is degraded, or wrong for some")
        case .three: Phrase(fr: "3 : gênant, avec un détour possible", en: "3: a nuisance, with a way around")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .one: ("halt", "stop")
        case .two: ("alert", "warn")
        case .three: ("info", "")
        }
    }
}

extension Incident.State {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase(fr: "Ouvert", en: "Open")
        case .mitigated: Phrase(fr: "Contenu", en: "Mitigated")
        case .resolved: Phrase(fr: "Résolu", en: "Resolved")
        case .reviewed: Phrase(fr: "Revu", en: "Reviewed")
        case .closed: Phrase(fr: "Clos", en: "Closed")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .open: ("d-sig", "stop")
        case .mitigated: ("d-ack", "warn")
        case .resolved: ("d-com", "acc")
        case .reviewed: ("doc", "acc")
        case .closed: ("d-done", "ok")
        }
    }
}

extension IncidentAction.State {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase(fr: "À faire", en: "To do")
        case .done: Phrase(fr: "Faite", en: "Done")
        case .refused: Phrase(fr: "Refusée", en: "Refused")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .open: ("d-sig", "")
        case .done: ("d-done", "ok")
        case .refused: ("d-no", "")
        }
    }
}

extension Visit {
    package func severity(_ incident: Incident) -> HTML {
        Part.status(say(incident.severity.phrase), incident.severity.dial)
    }
    package func status(_ incident: Incident) -> HTML { Part.status(say(incident.state.phrase), incident.state.dial) }
    package func title(of incident: Incident) -> String { incident.title.set(in: language(of: incident.reportedBy)) }
}

extension Incident: Paged {
    package static let sign = KindSign("alert", "Incident", "Incident")
    package var address: String { "/incidents/\(id)" }
    package func heading(_ visit: Visit) -> String { visit.title(of: self) }
    package func place(_ visit: Visit) -> [String]? { [visit.say(Self.sign.name), visit.shortDay(startedAt)] }
}
