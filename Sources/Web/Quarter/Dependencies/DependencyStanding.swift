import Rouage
import Storage
package import WebCore

/// Where a dependency stands, said in a sentence: under its row, and on top of its page.
struct DependencyStanding {
    let visit: Visit
    let dependency: Dependency

    private var asker: String { visit.name(dependency.askingTeam) }
    private var giver: String { DependencyViews.giver(visit, dependency) }
    private var calendar: WorkCalendar { .french }

    var sentence: Phrase { said.ended }

    private var said: Phrase {
        switch dependency.state {
        case .pointedOut: pointedOut
        case .acknowledged:
            Phrase(
                fr: "\(contact) l’a prise en compte. Il reste à s’engager, à contre-proposer ou à refuser.",
                en: "\(contact) has acknowledged it. A commitment, a counter-proposal or a refusal comes next.")
        case .replanned: counter
        case .committed: dependency.claimedOn.map(claimed) ?? committed
        case .declined: declined
        case .delivered:
            Phrase(
                fr: "Livrée le \((dependency.deliveredOn ?? dependency.neededBy).inFrench).",
                en: "Delivered on \((dependency.deliveredOn ?? dependency.neededBy).inEnglish).")
        case .broken:
            Phrase(
                fr:
                    "Promise pour le \(promised.inFrench), pas livrée. \(giver) s’engage de nouveau, ou \(asker) fait sans.",
                en:
                    "Promised for \(promised.inEnglish), not delivered. \(giver) commits again, or \(asker) does without."
            )
        case .withdrawn:
            Phrase(fr: "\(asker) n’en a plus besoin.", en: "\(asker) needs it no longer.")
        }
    }

    private var contact: String { dependency.contact == nil ? giver : visit.name(dependency.contact) }
    private var promised: Day { dependency.committedFor ?? dependency.neededBy }

    private var pointedOut: Phrase {
        let since = dependency.pointedOutOn
        let due = calendar.adding(workingDays: Dependency.daysToAnswer, to: since)
        let late = calendar.workingDays(after: due, upTo: visit.today)
        if late > 0 {
            return Phrase(
                fr: "Signalée par \(asker) le \(since.inFrench). Réponse attendue depuis \(late) j.",
                en: "Pointed out by \(asker) on \(since.inEnglish). An answer has been due for \(late) d.")
        }
        return Phrase(
            fr: "Signalée par \(asker) le \(since.inFrench). Réponse attendue d’ici le \(due.inFrench).",
            en: "Pointed out by \(asker) on \(since.inEnglish). An answer is due by \(due.inEnglish).")
    }

    private var counter: Phrase {
        guard let counter = dependency.counter else {
            return Phrase(fr: "\(giver) propose autre chose.", en: "\(giver) proposes something else.")
        }
        let scopeFr = counter.scope.isBlank ? "" : " \(counter.scope)"
        guard let date = counter.date else {
            return Phrase(
                fr: "Contre-proposition de \(contact) :\(scopeFr)", en: "Counter-proposal of \(contact):\(scopeFr)")
        }
        let old = dependency.committedFor ?? dependency.neededBy
        return Phrase(
            fr: "Contre-proposition de \(contact) : \(date.inFrench) au lieu du \(old.inFrench).\(scopeFr)",
            en: "Counter-proposal of \(contact): \(date.inEnglish) instead of \(old.inEnglish).\(scopeFr)")
    }

    /// What the people said themselves, shown as a quotation behind the sentence.
    var quotation: String {
        switch dependency.state {
        case .replanned: dependency.counter?.reason ?? ""
        case .declined: dependency.decline?.reason ?? ""
        case .pointedOut, .acknowledged, .committed, .delivered, .broken, .withdrawn: ""
        }
    }

    private var committed: Phrase {
        let lapse = calendar.adding(workingDays: Dependency.daysToLapse, to: promised)
        return Phrase(
            fr:
                "Promise pour le \(promised.inFrench). Sans livraison annoncée le \(lapse.inFrench), elle sera notée rompue.",
            en:
                "Promised for \(promised.inEnglish). Without word of delivery by \(lapse.inEnglish), it will be noted as broken."
        )
    }

    private func claimed(_ day: Day) -> Phrase {
        let end = calendar.adding(workingDays: Dependency.daysToConfirm, to: day)
        return Phrase(
            fr:
                "Annoncée livrée le \(day.inFrench). Sans réponse de \(asker) le \(end.inFrench), elle comptera comme livrée.",
            en:
                "Said to be delivered on \(day.inEnglish). Without an answer of \(asker) by \(end.inEnglish), it will count as delivered."
        )
    }

    private var declined: Phrase {
        let code = dependency.decline?.code ?? .other
        if dependency.mitigation.isBlank {
            return Phrase(
                fr:
                    "Refusée (\(code.phrase(.french).lowercased())). \(asker) écrit une parade, redemande une fois, ou renonce.",
                en:
                    "Declined (\(code.phrase(.english).lowercased())). \(asker) writes a fallback, asks once more, or does without."
            )
        }
        return Phrase(
            fr: "Refusée (\(code.phrase(.french).lowercased())). \(asker) a écrit une parade.",
            en: "Declined (\(code.phrase(.english).lowercased())). \(asker) has written a fallback.")
    }
}

extension Phrase {
    /// The same, where a sentence ends with a short month: `le 8 avr.` has its full stop already.
    package var ended: Phrase { Phrase(fr: french.replacing("..", with: "."), en: english.replacing("..", with: ".")) }
}
