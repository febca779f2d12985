package import HTML
import Rouage

/// The pages of Product Ops' own work that share a section: from what is asked to what is made of it, and how we work.
package enum OpsTabs: String, CaseIterable {
    case requests = "/requests"
    case topics = "/topics"
    case projects = "/projects"
    case playbooks = "/playbooks"
    case incidents = "/incidents"

    private var section: Layout.Section {
        switch self {
        case .requests, .topics, .projects: .requests
        case .playbooks, .incidents: .playbooks
        }
    }

    private var phrase: Phrase {
        switch self {
        case .requests: Phrase(fr: "Demandes", en: "Requests")
        case .topics: Phrase(fr: "Sujets", en: "Topics")
        case .projects: Phrase(fr: "Projets", en: "Projects")
        case .playbooks: Phrase(fr: "Process", en: "Playbooks")
        case .incidents: Phrase(fr: "Incidents", en: "Incidents")
        }
    }

    /// The pages of the section side by side; nothing while there is one only.
    package static func html(_ visit: Visit, current: OpsTabs) -> HTML {
        let tabs = allCases.filter { $0.section == current.section }
        guard tabs.count > 1 else { return "" }
        let links = tabs.map { tab -> HTML in
            "<a href=\"\(tab.rawValue)\"\(" aria-current=\"page\"", if: tab == current)>\(visit.say(tab.phrase))</a>"
        }
        let label = visit.say(Phrase(fr: "Le travail de Product Ops", en: "The work of Product Ops"))
        return "<nav class=\"seg\" aria-label=\"\(label)\">\(links)</nav>"
    }
}
