package import Rouage
package import WebCore

extension Topic.Source {
    package var phrase: Phrase {
        switch self {
        case .field: Phrase(fr: "Retours terrain", en: "From the field")
        case .axis: Phrase(fr: "Axe de la direction", en: "Strategic axis")
        case .otherOps: Phrase(fr: "Autre équipe Ops", en: "Other Ops team")
        case .incident: Phrase(fr: "Incidents", en: "Incidents")
        case .pulse: Phrase(fr: "Étude trimestrielle", en: "Quarterly study")
        case .adoption: Phrase(fr: "Adoption", en: "Adoption")
        case .ops: Phrase(fr: "Product Ops", en: "Product Ops")
        }
    }
}

extension Topic.Sort {
    package var phrase: Phrase {
        switch self {
        case .improve: Phrase(fr: "Huiler", en: "Improve")
        case .create: Phrase(fr: "Créer", en: "Create")
        case .retire: Phrase(fr: "Retirer", en: "Retire")
        }
    }

    /// The word and what it means.
    package var words: Phrase {
        switch self {
        case .improve: Phrase(fr: "Huiler : ce qui existe grince", en: "Improve: what exists grates")
        case .create: Phrase(fr: "Créer : il manque un rouage", en: "Create: a cog is missing")
        case .retire: Phrase(fr: "Retirer : un rouage tourne à vide", en: "Retire: a cog turns for nothing")
        }
    }
}

extension Topic.State {
    package var phrase: Phrase {
        switch self {
        case .idea: Phrase(fr: "Idée", en: "Idea")
        case .ready: Phrase(fr: "Prêt", en: "Ready")
        case .tabled: Phrase(fr: "Au tableau", en: "On the table")
        case .ranked: Phrase(fr: "Classé", en: "Ranked")
        case .selected: Phrase(fr: "Retenu", en: "Selected")
        case .notSelected: Phrase(fr: "Non retenu", en: "Not selected")
        case .merged: Phrase(fr: "Fusionné", en: "Merged")
        case .withdrawn: Phrase(fr: "Retiré", en: "Withdrawn")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .idea: ("d-sig", "")
        case .ready: ("d-ack", "acc")
        case .tabled, .ranked: ("d-com", "acc")
        case .selected: ("d-done", "ok")
        case .notSelected: ("d-post", "warn")
        case .merged: ("swap", "")
        case .withdrawn: ("d-no", "")
        }
    }
}

extension Topic.Horizon {
    package func phrase(running: Cycle?, preparing: Cycle?) -> Phrase {
        switch self {
        case .thisCycle:
            Phrase(
                fr: "Ce trimestre" + (running.map { ", \($0.name(.french))" } ?? ""),
                en: "This quarter" + (running.map { ", \($0.name(.english))" } ?? ""))
        case .next:
            Phrase(
                fr: "Le prochain" + (preparing.map { ", \($0.name(.french))" } ?? ""),
                en: "The next one" + (preparing.map { ", \($0.name(.english))" } ?? ""))
        case .undated: Phrase(fr: "Sans date", en: "Undated")
        }
    }
}

extension Visit {
    package func status(_ topic: Topic) -> String { say(topic.state.phrase) }

    func horizon(of topic: Topic) -> Topic.Horizon {
        topic.horizon(running: running?.id, preparing: preparing?.id)
    }

    /// A title as its author wrote it, with the signs of print of their language.
    package func title(of topic: Topic) -> String { topic.title.set(in: language(of: topic.proposedBy)) }
}

extension Topic: Paged {
    package static let sign = KindSign("flag", "Sujet", "Topic")
    package var address: String { "/topics/\(id)" }
    package func heading(_ visit: Visit) -> String { visit.title(of: self) }
}
