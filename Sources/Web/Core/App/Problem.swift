import HTML
package import Hummingbird
import Logging
import Rouage
import Storage

/// The one place where a refusal or a fault becomes a page, or a problem document for a program.
package enum Problem {
    /// What is said of an error: the status, a title, and where the way out is.
    package struct Words {
        package let status: HTTPResponse.Status
        package let title: Phrase
        package let text: Phrase
        /// Whether the same form may be sent again as it is.
        var mayRepeat = false
    }

    package static func answer(for error: any Error, _ exchange: Exchange, _ site: Site) async -> Response {
        if exchange.isProgram { return await APIProblem.response(for: error, exchange, site) }
        if error is SignInNeeded, exchange.method == .get || exchange.method == .head {
            return Answer.seeOther("/sign-in?next=\(exchange.target.escapedForQuery)").response
        }
        var words = words(for: error, at: exchange.path)
        if let number = log(error, words.status, exchange, site) { words = words.numbered(number) }
        var response = exchange.wantsAutosave ? json(words, exchange) : await page(words, error, exchange, site)
        response.status = words.status
        if error is Crowded { response.headers[.retryAfter] = "5" }
        return response
    }

    /// Faults go to the log with a number that the page shows too; what people typed does not.
    package static func log(_ error: any Error, _ status: HTTPResponse.Status, _ exchange: Exchange, _ site: Site)
        -> String?
    {
        guard status.code >= 500 else { return nil }
        let number = String(Secret.new().prefix(8))
        site.logger.error(
            "request failed",
            metadata: [
                "id": "\(number)", "method": "\(exchange.method)", "path": "\(told(exchange.path))",
                "error": "\(String(describing: error).prefix(600))",
            ])
        return number
    }

    /// The path as a log may tell it: without the secrets of links, calendars and invitations, which are all written in
    /// hexadecimal and longer than any part of an identifier.
    package static func told(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let runs = part.split { !$0.isHexDigit }
            return runs.contains { $0.count > 20 } ? "…" : String(part)
        }.joined(separator: "/")
    }

    private static func json(_ words: Words, _ exchange: Exchange) -> Response {
        let language = exchange.guessedLanguage
        let text = APIProblem.Document(
            type: "about:blank", title: words.title(language), status: words.status.code, detail: words.text(language))
        return Answer.json(APIJSON.bytes(text), words.status, [.contentType: "application/problem+json"]).response
    }

    /// With the masthead when the database answers, without it when it does not; with what was typed in any case.
    private static func page(
        _ words: Words, _ error: any Error, _ exchange: Exchange, _ site: Site
    ) async -> Response {
        let shown = try? await site.store.read { reading in
            let visit = try Visit(site, reading, exchange)
            if error is SignInNeeded { return SignInViews.expired(visit).response }
            let held = Held(exchange).section(visit.language, csrf: visit.session?.csrf, mayRepeat: words.mayRepeat)
            return Layout.page(visit, title: visit.say(words.title), body(words, visit.language, held)).response
        }
        if let shown { return shown }
        let language = exchange.guessedLanguage
        let held = Held(exchange).section(language, csrf: exchange.form["csrf"], mayRepeat: words.mayRepeat)
        return Layout.bare(language, title: words.title(language), body(words, language, held)).response
    }

    private static func body(_ words: Words, _ language: Language, _ held: HTML) -> HTML {
        "<h1>\(words.title(language))</h1><p class=\"lede\">\(words.text(language))</p>\(held)"
    }
}

extension Exchange {
    /// The language when the database cannot say: the one of the last sign-in, else the browser's.
    var guessedLanguage: Language {
        let known = query["lang"] ?? cookies["lang"] ?? cookies["speaks"]
        return known.flatMap(Language.init(rawValue:))
            ?? (headers[.acceptLanguage]?.hasPrefix("en") == true ? .english : .french)
    }

    /// Whether a script saves in the background and wants to hear only how it went.
    var wantsAutosave: Bool { headers[.init("X-Autosave")!] != nil || wantsJSON }
}

extension String {
    /// As a value in an address.
    package var escapedForQuery: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 47: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
