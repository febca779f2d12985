package import WebCore

extension ExpectationWords {
    /// Initiatives that wait for a decision.
    package static func deciding(ready: Int, aligning: Int) -> ExpectationWords {
        ExpectationWords(
            title: Phrase(
                count: ready + aligning, fr: ("Décider de % initiative", "Décider de % initiatives"),
                en: ("Decide on % initiative", "Decide on % initiatives")),
            detail: Phrase(
                fr:
                    "\(ready) \(ready < 2 ? "prête" : "prêtes"), \(aligning) en alignement. Après le gel, la CPO seule décide.",
                en: "\(ready) ready, \(aligning) in alignment. After the freeze, the CPO alone decides."),
            act: Phrase(fr: "Décider", en: "Decide"), address: "/decisions/pending")
    }
}
