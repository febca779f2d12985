package import Rouage
package import WebCore

extension OpsProject {
    package func takingOverWords(_ visit: Visit) -> ExpectationWords {
        expected(
            Phrase(fr: "Reprendre « \(name(visit)) »", en: "Take over “\(name(visit))”"),
            Phrase(fr: "Product Ops vous propose de le reprendre.", en: "Product Ops propose that you take it over."),
            Phrase(fr: "Répondre", en: "Answer"))
    }

    package func agreeingWords(_ visit: Visit) -> ExpectationWords {
        let receiver = visit.name(receiver)
        return expected(
            Phrase(fr: "Reprendre « \(name(visit)) »", en: "Take over “\(name(visit))”"),
            Phrase(
                fr: "\(receiver) le reprendrait : l’acceptez-vous ?",
                en: "\(receiver) would take it over: do you agree?"),
            Phrase(fr: "Répondre", en: "Answer"))
    }

    package func concernWords(_ visit: Visit) -> ExpectationWords {
        expected(
            Phrase(
                fr: "« \(name(visit)) » : est-ce votre problème ?", en: "“\(name(visit))”: is this your problem?"),
            Phrase(fr: "Une réponse, comptée sans votre nom.", en: "One answer, counted without your name."),
            Phrase(fr: "Répondre", en: "Answer"), at: "#problem")
    }

    package func settlingWords(_ visit: Visit) -> ExpectationWords {
        expected(
            Phrase(fr: "Régler « \(name(visit)) »", en: "Settle “\(name(visit))”"),
            Phrase(
                fr: "Son trimestre est clos : à clore, à rendre ou à remettre au tableau.",
                en: "Its quarter is over: close it, hand it over or put it back on the table."),
            Phrase(fr: "Régler", en: "Settle"))
    }

    private func name(_ visit: Visit) -> String { visit.title(of: self) }
}
