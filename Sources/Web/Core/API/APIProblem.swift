import Foundation
package import Hummingbird
import Rouage
import Storage

/// What a program reads when the answer is no: a problem document (RFC 9457).
package enum APIProblem {
    package struct Document: Codable, Sendable {
        package let type: String
        package let title: String
        package let status: Int
        package let detail: String
        package var errors: [FieldError]?
        /// The version the record has now, when the one sent is older.
        package var version: Int?
    }

    package struct FieldError: Codable, Sendable {
        package let field: String
        package let reason: String
        package let detail: String
    }

    /// What can go wrong beside what the pages know.
    package struct Fault: Error {
        package let kind: Kind
        package var headers: HTTPFields = [:]
        package var version: Int?

        package init(kind: Kind, headers: HTTPFields = [:], version: Int? = nil) {
            self.kind = kind
            self.headers = headers
            self.version = version
        }
    }

    package enum Kind: String, CaseIterable, Sendable {
        case noToken = "no-token"
        case badToken = "bad-token"
        case readOnlyToken = "read-only-token"
        case wrongMethod = "wrong-method"
        case notAcceptable = "not-acceptable"
        case notJSON = "not-json"
        case malformed
        case needsVersion = "needs-version"
        case staleVersion = "stale-version"
    }

    package static func response(for error: any Error, _ exchange: Exchange, _ site: Site) async -> Response {
        let language = exchange.guessedLanguage
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        let words: Problem.Words
        var document: Document
        if let fault = error as? Fault {
            words = fault.kind.words
            document = Document(
                type: "urn:rouage:problem:\(fault.kind.rawValue)", title: words.title(language),
                status: words.status.code, detail: words.text(language))
            document.version = fault.version
            for field in fault.headers { headers[field.name] = field.value }
        } else {
            words = Problem.words(for: error, at: exchange.path)
            document = Document(
                type: "urn:rouage:problem:\(kind(of: error))", title: words.title(language),
                status: words.status.code, detail: words.text(language))
        }
        if let number = Problem.log(error, words.status, exchange, site) {
            document = Document(
                type: document.type, title: document.title, status: document.status,
                detail: words.numbered(number).text(language))
        }
        if case .invalid(let flaws) = error as? Refusal { document.errors = flaws.map { $0.told(language) } }
        if let tries = error as? TooManyTries {
            let now = site.clock.now()
            headers[.retryAfter] = String(max(1, (tries.until.milliseconds - now.milliseconds) / 1_000))
        }
        return Answer.json(APIJSON.bytes(document), words.status, headers).response
    }

    private static func kind(of error: any Error) -> String {
        switch error {
        case let refusal as Refusal:
            switch refusal {
            case .notAllowed: "not-allowed"
            case .notFound: "not-found"
            case .outdated: "outdated"
            case .closed: "closed"
            case .invalid: "invalid"
            case .over: "over-limit"
            }
        case is UnknownPlace: "not-found"
        case is TooLarge: "too-large"
        case is TooManyTries: "too-many-requests"
        case let failure as StorageFailure where failure.cause != .statement: "unavailable"
        default: "fault"
        }
    }
}

extension APIProblem.Kind {
    package var words: Problem.Words {
        switch self {
        case .noToken:
            Problem.Words(
                status: .unauthorized, title: Phrase(fr: "Il faut un jeton", en: "A token is needed"),
                text: Phrase(
                    fr: "Envoyez « Authorization: Bearer » et un jeton de votre page Mon compte.",
                    en: "Send “Authorization: Bearer” and a token from your account page."))
        case .badToken:
            Problem.Words(
                status: .unauthorized, title: Phrase(fr: "Ce jeton ne sert plus", en: "This token does not work"),
                text: Phrase(
                    fr: "Il est inconnu ou révoqué, ou le compte est fermé.",
                    en: "It is unknown or revoked, or the account is closed."))
        case .readOnlyToken:
            Problem.Words(
                status: .forbidden, title: Phrase(fr: "Ce jeton ne fait que lire", en: "This token only reads"),
                text: Phrase(fr: "Créez un jeton qui écrit.", en: "Create a token that writes."))
        case .wrongMethod:
            Problem.Words(
                status: .methodNotAllowed, title: Phrase(fr: "Pas cette méthode", en: "Not this method"),
                text: Phrase(fr: "L’en-tête Allow dit lesquelles.", en: "The Allow header says which ones."))
        case .notAcceptable:
            Problem.Words(
                status: .notAcceptable, title: Phrase(fr: "Seulement du JSON", en: "JSON only"),
                text: Phrase(
                    fr: "L’API répond en application/json : acceptez-le.",
                    en: "The API answers application/json; accept it."))
        case .notJSON:
            Problem.Words(
                status: .unsupportedMediaType, title: Phrase(fr: "Seulement du JSON", en: "JSON only"),
                text: Phrase(
                    fr: "Envoyez Content-Type: application/json.", en: "Send Content-Type: application/json."))
        case .malformed:
            Problem.Words(
                status: .badRequest, title: Phrase(fr: "Ce n’est pas un objet JSON", en: "This is not a JSON object"),
                text: Phrase(
                    fr: "Envoyez un objet JSON en UTF-8, sans caractère nul.",
                    en: "Send one JSON object in UTF-8, without a NUL."))
        case .needsVersion:
            Problem.Words(
                status: .preconditionRequired, title: Phrase(fr: "Quelle version ?", en: "Which version?"),
                text: Phrase(
                    fr: "Envoyez If-Match avec l’ETag lu, pour ne pas écraser le texte d’une autre personne.",
                    en: "Send If-Match with the ETag you read, so that nobody’s text is overwritten."))
        case .staleVersion:
            Problem.Words(
                status: .preconditionFailed,
                title: Phrase(fr: "Quelqu’un a modifié ceci entre-temps", en: "Somebody changed this meanwhile"),
                text: Phrase(
                    fr: "Relisez, fusionnez, puis renvoyez avec le nouvel ETag.",
                    en: "Read it again, merge, then send with the new ETag."))
        }
    }
}

extension Flaw {
    fileprivate func told(_ language: Language) -> APIProblem.FieldError {
        APIProblem.FieldError(field: field, reason: reason.name, detail: reason.phrase(language))
    }
}

extension Flaw.Reason {
    /// The stable word of the reason.
    fileprivate var name: String {
        let word = String(describing: self).prefix { $0 != "(" }
        return word.reduce(into: "") { text, letter in
            if letter.isUppercase { text += "_" }
            text += letter.lowercased()
        }
    }
}
