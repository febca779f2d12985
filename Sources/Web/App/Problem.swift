import HTML
import Hummingbird
import Logging
import Rouage
import Storage

/// The one place where a refusal or a fault becomes a page.
enum Problem {
    static func page(for error: any Error, _ exchange: Exchange?, _ site: Site) async -> Response {
        if error is SignInNeeded {
            return Answer.seeOther("/sign-in?next=\(exchange?.path ?? "/")").response
        }
        let (status, title, text) = words(for: error)
        if status == .internalServerError || status == .serviceUnavailable {
            site.logger.error("request failed", metadata: ["path": "\(exchange?.path ?? "")", "error": "\(error)"])
        }
        var response = await full(title, text, exchange, site)
        response.status = status
        return response
    }

    /// With the masthead when the database answers, without it when it does not.
    private static func full(_ title: Phrase, _ text: Phrase, _ exchange: Exchange?, _ site: Site) async -> Response {
        if let exchange {
            let shown = try? await site.store.read { reading in
                let visit = try Visit(site, reading, exchange)
                return Layout.page(visit, title: visit.say(title), body(visit.say(title), visit.say(text))).response
            }
            if let shown { return shown }
        }
        let language: Language = exchange?.headers[.acceptLanguage]?.hasPrefix("en") == true ? .english : .french
        return Layout.bare(language, title: title(language), body(title(language), text(language))).response
    }

    private static func body(_ title: String, _ text: String) -> HTML {
        "<h1>\(title)</h1><p class=\"lede\">\(text)</p>"
    }

    private static func words(for error: any Error) -> (HTTPResponse.Status, Phrase, Phrase) {
        switch error {
        case let refusal as Refusal: (refusal.status, .refused(refusal), refusal.explanation)
        case is StaleForm:
            (
                .forbidden, Phrase(fr: "Ce formulaire a expiré", en: "This form has expired"),
                Phrase(
                    fr: "Revenez à la page précédente, rechargez-la et envoyez de nouveau : votre texte y est encore.",
                    en: "Go back, reload the page and send again: your text is still there.")
            )
        case let failure as StorageFailure where failure.cause != .statement:
            (
                .serviceUnavailable, Phrase(fr: "La base de données ne répond pas", en: "The database does not answer"),
                failure.explanation
            )
        default:
            (
                .internalServerError, Phrase(fr: "Une erreur du serveur", en: "A server fault"),
                Phrase(
                    fr: "Rien n’a été perdu. Réessayez dans une minute.",
                    en: "Nothing was lost. Try again in a minute.")
            )
        }
    }
}

extension Phrase {
    static func refused(_ refusal: Refusal) -> Phrase {
        switch refusal {
        case .notAllowed: Phrase(fr: "Cette action ne vous revient pas", en: "This is not yours to do")
        case .notFound: Phrase(fr: "Cette page n’existe pas", en: "There is no such page")
        case .outdated: Phrase(fr: "Quelqu’un a modifié ceci entre-temps", en: "Somebody changed this meanwhile")
        case .closed: Phrase(fr: "Ce n’est plus possible à cette étape", en: "It is too late for this")
        case .invalid: Phrase(fr: "Un champ est à revoir", en: "A field needs another look")
        case .over: Phrase(fr: "C’est trop", en: "That is too much")
        }
    }
}

extension Refusal {
    var explanation: Phrase {
        switch self {
        case .notAllowed:
            Phrase(
                fr: "La décision revient à l’équipe concernée ou à sa direction.",
                en: "The team concerned, or its director, decides this.")
        case .notFound:
            Phrase(
                fr: "L’adresse est peut-être ancienne, ou la page ne vous est pas ouverte.",
                en: "The address may be old, or the page is not open to you.")
        case .outdated:
            Phrase(fr: "Votre texte est gardé à côté de l’autre.", en: "Your text is kept beside the other one.")
        case .closed:
            Phrase(
                fr: "L’état a changé : relisez la page pour voir où elle en est.",
                en: "Its state has changed: read the page again to see where it stands.")
        case .invalid(let flaws):
            flaws.first?.reason.phrase ?? Phrase(fr: "Relisez les champs.", en: "Read the fields again.")
        case .over(let limit):
            Phrase(fr: "La limite est de \(limit).", en: "The limit is \(limit).")
        }
    }
}

extension Flaw.Reason {
    package var phrase: Phrase {
        switch self {
        case .missing:
            Phrase(fr: "Ce champ est vide : une phrase suffit.", en: "This field is empty; a sentence will do.")
        case .tooLong(let by):
            Phrase(
                count: by, fr: ("% caractère de trop.", "% caractères de trop."),
                en: ("% character too many.", "% characters too many."))
        case .notANumber: Phrase(fr: "Écrivez un nombre entier.", en: "Write a whole number.")
        case .notADay: Phrase(fr: "Écrivez une date, comme 2026-04-10.", en: "Write a date, such as 2026-04-10.")
        case .outsideTheCycle:
            Phrase(fr: "La date tombe après la fin du cycle.", en: "The date is after the cycle’s end.")
        case .unknown: Phrase(fr: "Rouage ne connaît pas ce nom.", en: "Rouage does not know this name.")
        case .taken: Phrase(fr: "Ce nom est déjà pris.", en: "This name is taken.")
        case .circular:
            Phrase(fr: "Une unité ne peut pas être au-dessus d’elle-même.", en: "A unit cannot be above itself.")
        case .sameTeam: Phrase(fr: "Une équipe ne dépend pas d’elle-même.", en: "A team does not depend on itself.")
        case .tooEarly(let day): Phrase(fr: "Au plus tôt le \(day).", en: "No earlier than \(day).")
        case .tooLate(let day): Phrase(fr: "Au plus tard le \(day).", en: "No later than \(day).")
        case .outOfRange(let range):
            Phrase(
                fr: "Entre \(range.lowerBound) et \(range.upperBound).",
                en: "Between \(range.lowerBound) and \(range.upperBound).")
        case .notText:
            Phrase(
                fr: "Ce texte contient des caractères illisibles : collez-le de nouveau, sans mise en forme.",
                en: "This text holds unreadable characters: paste it again, as plain text.")
        case .nothingSaidOfDependencies:
            Phrase(
                fr: "Signalez une dépendance, ou signez qu’il n’y en a aucune.",
                en: "Point out a dependency, or sign that there is none.")
        }
    }
}

extension StorageFailure {
    var explanation: Phrase {
        switch cause {
        case .full:
            Phrase(
                fr:
                    "Le disque du serveur est plein. Rien de ce qui était enregistré n’est perdu ; prévenez l’administration.",
                en: "The server’s disk is full. Nothing saved is lost; tell the administrator.")
        case .locked:
            Phrase(
                fr: "Elle est occupée. Rien n’a été perdu : réessayez dans une minute.",
                en: "It is busy. Nothing was lost: try again in a minute.")
        case .unavailable, .newerVersion, .statement:
            Phrase(
                fr: "Rien n’a été perdu. Réessayez dans une minute ; revenez en arrière pour retrouver votre texte.",
                en: "Nothing was lost. Try again in a minute; go back to find your text.")
        }
    }
}
