import Foundation
import Rouage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

extension Expectation.Task {
    package func words(_ visit: Visit) -> ExpectationWords {
        switch self {
        case .answer(let dependency), .promise(let dependency), .settle(let dependency), .confirm(let dependency),
            .deliver(let dependency), .promiseAgain(let dependency), .mitigate(let dependency):
            dependencyWords(dependency, visit)
        case .submit(let briefing), .prepare(let briefing):
            briefingWords(briefing, visit)
        case .decide(let ready, let aligning):
            ExpectationWords(
                title: Phrase(
                    count: ready + aligning, fr: ("Décider de % initiative", "Décider de % initiatives"),
                    en: ("Decide on % initiative", "Decide on % initiatives")),
                detail: Phrase(
                    fr:
                        "\(ready) \(ready < 2 ? "prête" : "prêtes"), \(aligning) en alignement. Après le gel, la CPO seule décide.",
                    en: "\(ready) ready, \(aligning) in alignment. After the freeze, the CPO alone decides."),
                act: Phrase(fr: "Décider", en: "Decide"),
                address: "/decisions/pending")
        case .rework(let rework):
            reworkWords(rework, visit)
        case .settleAction(let action, let incident): incident.words(of: action, visit)
        case .writePostmortem(let incident): incident.postmortemWords(visit)
        case .takePart(let session): session.words(visit)
        case .vote(let mercato, let answered): voteWords(mercato, answered, visit)
        case .rule(let mercato):
            ExpectationWords(
                title: Phrase(
                    fr: "Décider de ce que le mercato laisse ouvert", en: "Decide what the mercato leaves open"),
                detail: Phrase(
                    fr: "Quorum manqué ou égalité sur la ligne de capacité : votre choix, et votre raison.",
                    en: "A missed quorum, or a tie on the capacity line: your choice, and your reason."),
                act: Phrase(fr: "Décider", en: "Decide"), address: "/mercato/\(mercato.ref.inQuery)/result")
        case .firstWord(let count):
            ExpectationWords(
                title: Phrase(
                    count: count, fr: ("Donner un premier mot à % demande", "Donner un premier mot à % demandes"),
                    en: ("Give % request its first word", "Give % requests their first word")),
                detail: Phrase(
                    fr: "Vous êtes de permanence cette semaine. La date est celle de la plus pressante.",
                    en: "You are on duty this week. The date is that of the most pressing one."),
                act: Phrase(fr: "Trier", en: "Triage"), address: "/requests#triage")
        }
    }

    private func voteWords(_ mercato: Mercato, _ answered: Int, _ visit: Visit) -> ExpectationWords {
        let left = mercato.topics.count - answered
        return ExpectationWords(
            title: answered == 0
                ? Phrase(fr: "Voter au mercato", en: "Vote in the mercato")
                : Phrase(fr: "Finir votre bulletin du mercato", en: "Finish your ballot in the mercato"),
            detail: Phrase(
                count: left,
                fr: (
                    "% sujet à noter. Ce qui est enregistré à 18 h compte.",
                    "% sujets à noter. Ce qui est enregistré à 18 h compte."
                ),
                en: (
                    "% topic left to score. What is saved at 6 pm counts.",
                    "% topics left to score. What is saved at 6 pm counts."
                )), act: Phrase(fr: "Noter", en: "Score"), address: "/mercato/\(mercato.ref.inQuery)/ballot")
    }

    private func reworkWords(_ rework: Rework, _ visit: Visit) -> ExpectationWords {
        let mean = rework.mean
        let whole = Phrase(fr: "le trimestre entier", en: "the whole quarter")
        let french = rework.team.map { visit.name($0) } ?? whole(.french)
        let english = rework.team.map { visit.name($0) } ?? whole(.english)
        return ExpectationWords(
            title: Phrase(fr: "Dire ce qui change pour \(french)", en: "Say what changes for \(english)"),
            detail: Phrase(
                fr: "Confiance de \(ConfidenceViews.decimal(mean, .french)) sur 5 à la présentation finale.",
                en: "Confidence of \(ConfidenceViews.decimal(mean, .english)) out of 5 at the final presentation."),
            act: Phrase(fr: "Répondre", en: "Answer"), address: "/reworks/\(rework.id)")
    }

    private func briefingWords(_ briefing: Briefing, _ visit: Visit) -> ExpectationWords {
        let title = visit.title(of: briefing)
        let address = "/briefings/\(briefing.id)"
        if case .submit = self {
            return ExpectationWords(
                title: Phrase(fr: "Déposer « \(title) »", en: "Submit “\(title)”"),
                detail: Phrase(
                    fr: "Ébauche \("de".before(visit.name(briefing.team), in: .french)). Vous seuls la voyez encore.",
                    en: "A draft of \(visit.name(briefing.team)). Only your team sees it so far."),
                act: Phrase(fr: "Reprendre", en: "Continue"), address: "\(address)/edit")
        }
        return ExpectationWords(
            title: Phrase(fr: "Amener « \(title) » jusqu’au gel", en: "Bring “\(title)” to the freeze"),
            detail: Phrase(
                fr: "En alignement. La page dit ce qui manque encore pour la déclarer prête.",
                en: "In alignment. Its page says what is missing before you can declare it ready."),
            act: Phrase(fr: "Compléter", en: "Complete"), address: address)
    }

    private func dependencyWords(_ dependency: Dependency, _ visit: Visit) -> ExpectationWords {
        let asking = visit.name(dependency.askingTeam)
        let giving = dependency.givingTeam.map { visit.name($0) } ?? dependency.externalParty
        let what = dependency.what.shortened(to: 80)
        let french = DateWords(language: .french)
        let english = DateWords(language: .english)
        let (title, detail, act): (Phrase, Phrase, Phrase)
        switch self {
        case .answer:
            title = Phrase(
                fr: "Répondre à \(asking) : \(what.uncapitalised)", en: "Answer \(asking): \(what.uncapitalised)")
            detail = Phrase(
                fr:
                    "Dépendance \(dependency.criticality.phrase.french.lowercased()) signalée le \(french.short(dependency.pointedOutOn)), attendue pour le \(french.short(dependency.neededBy)).",
                en:
                    "\(dependency.criticality.phrase.english) dependency pointed out on \(english.short(dependency.pointedOutOn)), needed by \(english.short(dependency.neededBy))."
            )
            act = Phrase(fr: "Répondre", en: "Answer")
        case .promise:
            title = Phrase(
                fr: "S’engager envers \(asking) : \(what.uncapitalised)",
                en: "Commit to \(asking): \(what.uncapitalised)")
            detail = Phrase(
                fr: "Prise en compte, sans date promise. Attendue pour le \(french.short(dependency.neededBy)).",
                en: "Acknowledged, no date promised. Needed by \(english.short(dependency.neededBy)).")
            act = Phrase(fr: "S’engager", en: "Commit")
        case .settle:
            return settleWords(dependency, giving, what)
        case .confirm:
            let day = dependency.claimedOn ?? visit.today
            title = Phrase(
                fr: "Confirmer la réception : \(what.uncapitalised)", en: "Confirm receipt: \(what.uncapitalised)")
            detail = Phrase(
                fr: "Livrée par \(giving) le \(french.short(day)). Sans réponse, elle sera comptée comme reçue.",
                en: "Delivered by \(giving) on \(english.short(day)). Without an answer it will count as received.")
            act = Phrase(fr: "Confirmer", en: "Confirm")
        case .deliver:
            title = Phrase(
                fr: "Livrer à \(asking) : \(what.uncapitalised)", en: "Deliver to \(asking): \(what.uncapitalised)")
            let day = dependency.committedFor ?? dependency.neededBy
            detail = Phrase(
                fr: "Engagement pris pour le \(french.short(day)).", en: "Promised for \(english.short(day)).")
            act = Phrase(fr: "Livrer", en: "Deliver")
        case .promiseAgain:
            title = Phrase(fr: "Proposer une nouvelle date à \(asking)", en: "Propose a new date to \(asking)")
            detail = Phrase(
                fr: "\(what) : la date promise est passée.", en: "\(what): the promised date has passed.")
            act = Phrase(fr: "Proposer", en: "Propose")
        case .mitigate:
            title = Phrase(fr: "Dire comment faire sans \(giving)", en: "Say how to do without \(giving)")
            detail = Phrase(
                fr: "\(what) : refusée. Écrivez une solution de repli, ou retirez la demande.",
                en: "\(what): declined. Write a fallback, or drop the request.")
            act = Phrase(fr: "Écrire", en: "Write")
        case .submit, .prepare, .decide, .rework, .firstWord, .vote, .rule, .settleAction, .writePostmortem, .takePart:
            preconditionFailure("not about a dependency")
        }
        return ExpectationWords(title: title, detail: detail, act: act, address: "/dependencies/\(dependency.id)")
    }

    private func settleWords(_ dependency: Dependency, _ giving: String, _ what: String) -> ExpectationWords {
        let of = "de".before(giving, in: .french)
        let address = "/dependencies/\(dependency.id)"
        let act = Phrase(fr: "Comparer", en: "Compare")
        guard let date = dependency.counter?.date else {
            return ExpectationWords(
                title: Phrase(
                    fr: "Accepter ou refuser le périmètre \(of)", en: "Accept or refuse \(giving)’s smaller scope"),
                detail: Phrase(
                    fr: "\(what) : \((dependency.counter?.scope ?? "").shortened(to: 80))",
                    en: "\(what): \((dependency.counter?.scope ?? "").shortened(to: 80))"), act: act, address: address)
        }
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        return ExpectationWords(
            title: Phrase(fr: "Accepter ou refuser la date \(of)", en: "Accept or refuse \(giving)’s date"),
            detail: Phrase(
                fr: "\(what) : \(french.short(date)) au lieu du \(french.short(dependency.neededBy)).",
                en: "\(what): \(english.short(date)) instead of \(english.short(dependency.neededBy))."),
            act: act, address: address)
    }
}
