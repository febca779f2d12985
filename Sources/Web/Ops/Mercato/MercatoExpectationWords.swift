package import Rouage
package import WebCore

extension Mercato {
    package func votingWords(answered: Int) -> ExpectationWords {
        ExpectationWords(
            title: answered == 0
                ? Phrase(fr: "Voter au mercato", en: "Vote in the mercato")
                : Phrase(fr: "Finir votre bulletin du mercato", en: "Finish your ballot in the mercato"),
            detail: Phrase(
                count: topics.count - answered,
                fr: (
                    "% sujet à noter. Ce qui est enregistré à 18 h compte.",
                    "% sujets à noter. Ce qui est enregistré à 18 h compte."
                ),
                en: (
                    "% topic left to score. What is saved at 6 pm counts.",
                    "% topics left to score. What is saved at 6 pm counts."
                )), act: Phrase(fr: "Noter", en: "Score"), address: "/mercato/\(ref.inAddress)/ballot")
    }

    package var rulingWords: ExpectationWords {
        ExpectationWords(
            title: Phrase(
                fr: "Décider de ce que le mercato laisse ouvert", en: "Decide what the mercato leaves open"),
            detail: Phrase(
                fr: "Quorum manqué ou égalité sur la ligne de capacité : votre choix, et votre raison.",
                en: "A missed quorum, or a tie on the capacity line: your choice, and your reason."),
            act: Phrase(fr: "Décider", en: "Decide"), address: "/mercato/\(ref.inAddress)/result")
    }

    package var settingWords: ExpectationWords {
        ExpectationWords(
            title: Phrase(fr: "Mettre des sujets sur la table du mercato", en: "Put topics on the mercato’s table"),
            detail: Phrase(
                fr: "La table est vide : le vote ne s’ouvre pas sans sujet.",
                en: "The table is empty: the vote does not open without a topic."),
            act: Phrase(fr: "Dresser la table", en: "Set the table"), address: "/mercato/\(ref.inAddress)/table")
    }
}
