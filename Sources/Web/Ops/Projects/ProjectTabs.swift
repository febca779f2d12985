import HTML
import Rouage
import WebCore

/// The pages around projects, side by side.
enum ProjectTabs: String, CaseIterable {
    case board = "/projects"
    case shareOut = "/projects/share-out"
    case value = "/projects/value"

    private var phrase: Phrase {
        switch self {
        case .board: Phrase(fr: "Par étape", en: "By stage")
        case .shareOut: Phrase(fr: "Répartition", en: "Sharing out")
        case .value: Phrase(fr: "Preuves de valeur", en: "Proof of value")
        }
    }

    static func html(_ visit: Visit, current: ProjectTabs) -> HTML {
        let links = allCases.map { tab -> HTML in
            "<a href=\"\(tab.rawValue)\"\(" aria-current=\"page\"", if: tab == current)>\(visit.say(tab.phrase))</a>"
        }
        let label = visit.say(Phrase(fr: "Autour des projets", en: "Around the projects"))
        return "<nav class=\"projtabs noprint\" aria-label=\"\(label)\">\(links)</nav>"
    }
}
