package import Rouage
package import WebCore

extension ExpectationWords {
    package static func confirmingSharing(_ cycle: Cycle) -> ExpectationWords {
        let (fr, en) = (cycle.name(.french), cycle.name(.english))
        return ExpectationWords(
            title: Phrase(fr: "Confirmer la répartition, \(fr)", en: "Confirm the sharing out, \(en)"),
            detail: Phrase(
                fr: "Elle tient une fois confirmée par chaque pilote.", en: "It holds once each lead has confirmed."),
            act: Phrase(fr: "Relire", en: "Read"), address: "/projects/share-out?cycle=\(cycle.label.inAddress)")
    }

    package static func wishing(_ cycle: Cycle) -> ExpectationWords {
        let (fr, en) = (cycle.name(.french), cycle.name(.english))
        return ExpectationWords(
            title: Phrase(
                fr: "Dire vos souhaits pour la répartition, \(fr)", en: "Say your wishes for the sharing out, \(en)"),
            detail: Phrase(
                fr: "Ce que vous aimeriez porter, et vos jours d’absence. Product Ops seul le lit.",
                en: "What you would like to carry, and your days off. Product Ops alone read it."),
            act: Phrase(fr: "Écrire", en: "Write"), address: "/projects/share-out?cycle=\(cycle.label.inAddress)")
    }
}
