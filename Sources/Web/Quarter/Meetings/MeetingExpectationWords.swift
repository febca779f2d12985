package import Rouage
package import WebCore

extension Meeting {
    package func takeUpWords(_ visit: Visit) -> ExpectationWords {
        words(
            Phrase(
                fr: "Retenir ou non la réunion : \(names(visit))",
                en: "Take up the meeting or not: \(names(visit))"),
            Phrase(
                fr: "Proposée par Product Ops, \(when(visit)).", en: "Proposed by Product Ops, \(when(visit))."),
            Phrase(fr: "Répondre", en: "Answer"))
    }

    package func meetWords(_ visit: Visit) -> ExpectationWords {
        let at = [when(visit), place].filter { !$0.isBlank }.joined(separator: ", ")
        return words(
            Phrase(fr: "Réunion : \(names(visit))", en: "Meeting: \(names(visit))"),
            Phrase(fr: "\(length) min, \(at).", en: "\(length) min, \(at)."),
            Phrase(fr: "Voir l’ordre du jour", en: "See the agenda"))
    }

    package func viewWords(for team: Rouage.Unit, _ visit: Visit) -> ExpectationWords {
        words(
            Phrase(
                fr: "Écrire le point de vue \("de".before(team.name, in: .french))",
                en: "Write the view of \(team.name)"),
            Phrase(
                fr: "Réunion par écrit : \(names(visit)). Chacun écrit avant de lire les autres.",
                en: "A meeting in writing: \(names(visit)). Each writes before reading the others."),
            Phrase(fr: "Écrire", en: "Write"))
    }

    package func minutesWords(_ visit: Visit) -> ExpectationWords {
        words(
            Phrase(
                fr: "Clore la réunion : \(names(visit))", en: "Close the meeting: \(names(visit))"),
            Phrase(
                fr: "Ce qui a été décidé, en quelques lignes. Ce qui a bougé s’y note seul.",
                en: "What was decided, in a few lines. What moved is noted by itself."),
            Phrase(fr: "Écrire", en: "Write"))
    }

    private func words(_ title: Phrase, _ detail: Phrase, _ act: Phrase) -> ExpectationWords {
        ExpectationWords(title: title, detail: detail, act: act, address: "/meetings/\(id)")
    }

    private func when(_ visit: Visit) -> String { MeetingWords(visit).when(self) }

    private func names(_ visit: Visit) -> String {
        if let tribe { return visit.name(tribe) }
        return teams.map { visit.name($0) }.joined(separator: ", ")
    }
}

extension MeetingAction {
    package func expectationWords() -> ExpectationWords {
        let what = self.what.shortened(to: 90)
        return ExpectationWords(
            title: Phrase(fr: what, en: what),
            detail: Phrase(fr: "Action décidée en réunion.", en: "Agreed on at a meeting."),
            act: Phrase(fr: "Le dire", en: "Say so"), address: "/meetings/\(meeting)#actions")
    }
}
