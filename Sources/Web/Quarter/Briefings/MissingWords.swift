import HTML
import Rouage
package import WebCore

extension Missing {
    /// What is missing and who moves, in one line.
    package func phrase(_ visit: Visit, isAsker: Bool) -> Phrase {
        switch self {
        case .empty(let field):
            return Phrase(
                fr: "\(field.phrase(.french)) : à écrire", en: "\(field.phrase(.english)): to be written")
        case .tooLong(let field, let by):
            let over = Flaw.Reason.tooLong(by: by).phrase
            return Phrase(
                fr: "\(field.phrase(.french)) : \(over(.french))", en: "\(field.phrase(.english)): \(over(.english))")
        case .valueTooLong(let field, let by):
            let over = Flaw.Reason.tooLong(by: by).phrase
            return Phrase(fr: "\(field.labelFr) : \(over(.french))", en: "\(field.labelEn): \(over(.english))")
        case .valueNotANumber(let field):
            return Phrase(fr: "\(field.labelFr) : un nombre", en: "\(field.labelEn): a number")
        case .wordOnDependencies:
            return Phrase(
                fr: "Dépendances : en signaler une, ou signer qu’il n’y en a pas",
                en: "Dependencies: point one out, or sign that there is none")
        case .answer(let dependency):
            let (who, what) = (DependencyViews.giver(visit, dependency), dependency.what)
            return Phrase(fr: "\(who) répond : \(what)", en: "\(who) answers: \(what)")
        case .commitment(let dependency):
            let (who, what) = (DependencyViews.giver(visit, dependency), dependency.what)
            return Phrase(fr: "\(who) s’engage : \(what)", en: "\(who) commits: \(what)")
        case .newPromise(let dependency):
            let (who, what) = (DependencyViews.giver(visit, dependency), dependency.what)
            return Phrase(fr: "\(who) s’engage de nouveau : \(what)", en: "\(who) commits again: \(what)")
        case .replyToCounter(let dependency):
            let (giver, asker) = (DependencyViews.giver(visit, dependency), visit.name(dependency.askingTeam))
            return isAsker
                ? Phrase(
                    fr: "Vous répondez à la contre-proposition de \(giver)",
                    en: "You reply to the counter-proposal of \(giver)")
                : Phrase(
                    fr: "\(asker) répond à la contre-proposition de \(giver)",
                    en: "\(asker) replies to the counter-proposal of \(giver)")
        case .fallback(let dependency):
            let (what, asker) = (dependency.what, visit.name(dependency.askingTeam))
            return isAsker
                ? Phrase(
                    fr: "Vous écrivez comment faire sans, ou vous y renoncez : \(what)",
                    en: "You write how to do without, or let it go: \(what)")
                : Phrase(
                    fr: "\(asker) écrit comment faire sans : \(what)", en: "\(asker) writes how to do without: \(what)")
        }
    }

    /// The same in two or three words, for paper.
    package func short(_ visit: Visit) -> Phrase {
        switch self {
        case .empty(let field), .tooLong(let field, _):
            return Phrase(fr: field.phrase(.french).lowercased(), en: field.phrase(.english).lowercased())
        case .valueTooLong(let field, _), .valueNotANumber(let field):
            return Phrase(fr: field.labelFr, en: field.labelEn)
        case .wordOnDependencies: return Phrase(fr: "un mot sur les dépendances", en: "a word on dependencies")
        case .answer(let dependency), .commitment(let dependency), .newPromise(let dependency):
            let giver = DependencyViews.giver(visit, dependency)
            return Phrase(fr: "l’accord de \(giver)", en: "the agreement of \(giver)")
        case .replyToCounter(let dependency):
            let giver = DependencyViews.giver(visit, dependency)
            return Phrase(fr: "la réponse à \(giver)", en: "the reply to \(giver)")
        case .fallback(let dependency):
            let giver = DependencyViews.giver(visit, dependency)
            return Phrase(fr: "une parade au refus de \(giver)", en: "a way to do without \(giver)")
        }
    }

    /// Where it is settled.
    package func place(_ address: String) -> String {
        switch self {
        case .empty(let field), .tooLong(let field, _): "\(address)/edit#\(field.rawValue)"
        case .valueTooLong(let field, _), .valueNotANumber(let field): "\(address)/edit#field-\(field.key)"
        case .wordOnDependencies: "#dependencies"
        case .answer(let dependency), .commitment(let dependency), .replyToCounter(let dependency),
            .fallback(let dependency), .newPromise(let dependency):
            "#d-\(dependency.id)"
        }
    }

    package var isBlocking: Bool {
        switch self {
        case .empty, .tooLong, .valueTooLong, .valueNotANumber, .wordOnDependencies: false
        case .answer(let dependency), .commitment(let dependency), .replyToCounter(let dependency),
            .fallback(let dependency), .newPromise(let dependency):
            dependency.blocks
        }
    }

    var isOverLimit: Bool {
        switch self {
        case .tooLong, .valueTooLong, .valueNotANumber: true
        case .empty, .wordOnDependencies, .answer, .commitment, .replyToCounter, .fallback, .newPromise: false
        }
    }

    /// Whether only the briefing's people can settle it on the page being written.
    var isOfThePage: Bool {
        switch self {
        case .empty, .tooLong, .valueTooLong, .valueNotANumber: true
        case .wordOnDependencies, .answer, .commitment, .replyToCounter, .fallback, .newPromise: false
        }
    }
}
