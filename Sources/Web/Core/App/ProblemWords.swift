import Hummingbird
package import Rouage
import Storage

/// What is said of each refusal and each fault.
extension Problem {
    /// - Parameter path: the address at which it happened.
    package static func words(for error: any Error, at path: String) -> Words {
        switch error {
        case let refusal as Refusal:
            Words(status: refusal.status, title: .refused(refusal), text: refusal.explanation(at: path))
        case is UnknownPlace:
            Words(status: .notFound, title: .refused(.notFound), text: Refusal.notFound.explanation)
        case is SignInNeeded:
            Words(
                status: .unauthorized, title: Phrase(fr: "Votre session a expiré", en: "Your session has expired"),
                text: Phrase(
                    fr: "Connectez-vous de nouveau : ce que vous avez écrit est gardé.",
                    en: "Sign in again; what you wrote is kept."))
        case is StaleForm:
            Words(
                status: .forbidden, title: Phrase(fr: "Ce formulaire a expiré", en: "This form has expired"),
                text: Phrase(
                    fr:
                        "Il vient d’une autre session ou d’un autre site. Rien n’a été enregistré ; relisez avant d’envoyer de nouveau.",
                    en:
                        "It comes from another session or another site. Nothing was saved; read it before you send it again."
                ), mayRepeat: true)
        case let large as TooLarge:
            Words(
                status: .contentTooLarge, title: Phrase(fr: "C’est trop long", en: "That is too long"),
                text: Phrase(
                    fr:
                        "Un envoi tient en \(large.limit / 1_024) ko. Revenez en arrière : votre texte y est encore, et peut être raccourci.",
                    en:
                        "What is sent fits in \(large.limit / 1_024) kB. Go back: your text is still there and can be cut."
                ))
        case let tries as TooManyTries:
            Words(
                status: .tooManyRequests, title: Phrase(fr: "Trop d’essais", en: "Too many tries"),
                text: Phrase(
                    fr: "Réessayez après \(tries.until.description.dropFirst(11).prefix(5)) (UTC).",
                    en: "Try again after \(tries.until.description.dropFirst(11).prefix(5)) UTC."))
        case is Crowded:
            Words(
                status: .serviceUnavailable,
                title: Phrase(fr: "Beaucoup de monde entre en même temps", en: "Many people sign in at once"),
                text: Phrase(fr: "Réessayez dans quelques secondes.", en: "Try again in a few seconds."),
                mayRepeat: true)
        case let failure as StorageFailure where failure.cause != .statement:
            Words(
                status: .serviceUnavailable,
                title: Phrase(fr: "La base de données ne répond pas", en: "The database does not answer"),
                text: failure.explanation, mayRepeat: true)
        default:
            Words(
                status: .internalServerError, title: Phrase(fr: "Une erreur du serveur", en: "A server fault"),
                text: Phrase(
                    fr: "Ce qui était enregistré n’est pas perdu. Réessayez dans une minute.",
                    en: "What was saved is not lost. Try again in a minute."), mayRepeat: true)
        }
    }
}

extension Problem.Words {
    /// With the number under which the fault is in the log.
    func numbered(_ number: String) -> Problem.Words {
        let more = Phrase(
            fr: " Si cela dure, donnez ce numéro à l’administration : \(number).",
            en: " If it lasts, give this number to the administrator: \(number).")
        return Problem.Words(
            status: status, title: title,
            text: Phrase(fr: text(.french) + more(.french), en: text(.english) + more(.english)), mayRepeat: mayRepeat)
    }
}

extension Phrase {
    package static func refused(_ refusal: Refusal) -> Phrase {
        switch refusal {
        case .notAllowed: Phrase(fr: "Cette action ne vous revient pas", en: "This is not yours to do")
        case .notFound: Phrase(fr: "Cette page n’existe pas", en: "There is no such page")
        case .outdated: Phrase(fr: "Quelqu’un a modifié ceci entre-temps", en: "Somebody changed this meanwhile")
        case .closed: Phrase(fr: "Ce n’est plus possible à cette étape", en: "It is too late for this")
        case .invalid(let flaws) where flaws.count > 1:
            Phrase(fr: "\(flaws.count) champs sont à revoir", en: "\(flaws.count) fields need another look")
        case .invalid: Phrase(fr: "Un champ est à revoir", en: "A field needs another look")
        case .over: Phrase(fr: "C’est trop", en: "That is too much")
        }
    }
}

extension Refusal {
    /// Why; where somebody else may do it, who.
    /// - Parameter path: the address at which it was tried.
    package func explanation(at path: String) -> Phrase {
        if case .over(let limit) = self, path.hasSuffix("/reminder") {
            return Phrase(
                fr: "\(limit) rappels au plus pour une même attente : ensuite vient une offre d’aide, puis un relais.",
                en: "\(limit) reminders at most of one thing: after them come an offer of help, then a relay.")
        }
        guard self == .notAllowed else { return explanation }
        if path.hasSuffix("/playbooks") {
            return Phrase(
                fr: "Hors Product Ops, on commence un process à son propre nom : écrivez-vous comme responsable.",
                en: "Outside Product Ops one begins a playbook in one’s own name: write yourself as its owner.")
        }
        if path.contains("/axes") {
            return Phrase(
                fr: "La CPO et les VP fixent les axes ; Product Ops et les directions les proposent.",
                en: "The CPO and the VPs set the axes; Product Ops and the directors propose them.")
        }
        if path.contains("/duty-weeks/") {
            return Phrase(
                fr: "Le tour de permanence se change entre membres de Product Ops.",
                en: "Members of Product Ops change the duty rota among themselves.")
        }
        guard path.contains("/requests/") else { return explanation }
        if path.hasSuffix("/satisfaction") {
            return Phrase(
                fr: "L’avis est celui de la personne qui a demandé.", en: "The view is that of who asked.")
        }
        if path.contains("/requests/link") {
            return Phrase(
                fr: "Product Ops et la CPO remplacent les liens.", en: "Product Ops and the CPO replace the links.")
        }
        return Phrase(
            fr: "Product Ops fait avancer les demandes ; la CPO aussi, quand leur date est passée.",
            en: "Product Ops move requests on; so does the CPO, once their day has passed.")
    }

    package var explanation: Phrase {
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
            Phrase(
                fr: "Cela a changé entre-temps : vérifiez, puis recommencez.",
                en: "It changed meanwhile: check it, then try again.")
        case .closed:
            Phrase(
                fr: "L’état a changé : relisez la page pour voir où elle en est.",
                en: "Its state has changed: read the page again to see where it stands.")
        case .invalid(let flaws) where flaws.count > 1:
            Phrase(fr: "Chacun dit ce qui lui manque.", en: "Each says what it lacks.")
        case .invalid(let flaws):
            flaws.first?.reason.phrase ?? Phrase(fr: "Relisez les champs.", en: "Read the fields again.")
        case .over(let limit):
            Phrase(fr: "La limite est de \(limit).", en: "The limit is \(limit).")
        }
    }
}
