import HTML
import Rouage

/// The pages of Product Ops' own work that share a section: from what is asked to what is made of it.
enum OpsTabs: String, CaseIterable {
    case requests = "/requests"

    private var phrase: Phrase {
        switch self {
        case .requests: Phrase(fr: "Demandes", en: "Requests")
        }
    }

    /// The pages side by side; nothing while there is one only.
    static func html(_ visit: Visit, current: OpsTabs) -> HTML {
        guard allCases.count > 1 else { return "" }
        let links = allCases.map { tab -> HTML in
            "<a href=\"\(tab.rawValue)\"\(" aria-current=\"page\"", if: tab == current)>\(visit.say(tab.phrase))</a>"
        }
        let label = visit.say(Phrase(fr: "Le travail de Product Ops", en: "The work of Product Ops"))
        return "<nav class=\"seg\" aria-label=\"\(label)\">\(links)</nav>"
    }
}
