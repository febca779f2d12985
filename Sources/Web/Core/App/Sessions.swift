import HTTPTypes
package import Rouage
package import Storage

/// The cookie that holds a browser's token. A session lives 14 days after its last use, looked at once a day.
package enum Sessions {
    package static let cookie = "rouage"
    package static let days = 14

    package static func setCookie(_ token: String, secure: Bool) -> String {
        "\(cookie)=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(days * 86_400)\(secure ? "; Secure" : "")"
    }

    /// What tells a browser again in which somebody has entered before; kept for half a year after the last time.
    static let browserCookie = (name: "known", days: 180)

    static func setBrowser(_ token: String, secure: Bool) -> String {
        """
        \(browserCookie.name)=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(browserCookie.days * 86_400)\
        \(secure ? "; Secure" : "")
        """
    }

    static let forgetCookie = "\(cookie)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"

    /// The language for the one page that cannot ask the database: that it is away.
    package static func languageCookie(_ language: Language) -> String {
        "speaks=\(language.rawValue); Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"
    }

    package static func end(after now: Instant) -> Instant { now + days * 86_400 }
}

extension Session {
    /// Whether its life is to be prolonged.
    package func isDue(at now: Instant) -> Bool { seenAt + 86_400 < now }
}

extension Visit {
    /// Signs a person in, in this browser.
    package func open(_ person: Person, _ transaction: Transaction) throws -> (Session, cookies: [String]) {
        let token = Secret.new()
        let session = Session(
            id: transaction.newKey(), person: person.id, csrf: Secret.new(), browser: exchange.browser, at: now)
        try transaction.open(session, hash: Secret.hash(token), until: Sessions.end(after: now))
        let known = try transaction.known(exchange.browserToken, of: person.id)
        let browser = known ?? Secret.new()
        try transaction.know(browser: browser, of: person.id, for: Sessions.browserCookie.days)
        let cookies = [
            Sessions.setCookie(token, secure: exchange.isSecure), Sessions.languageCookie(person.locale),
            Sessions.setBrowser(browser, secure: exchange.isSecure),
        ]
        return (session, cookies)
    }
}

extension Exchange {
    /// What the browser shows of having been here before.
    package var browserToken: String? {
        cookies[Sessions.browserCookie.name].flatMap { $0.utf8.count == 64 ? $0 : nil }
    }

    /// What the browser calls itself, in two words: `Firefox, Linux`.
    package var browser: String {
        let agent = headers[.userAgent] ?? ""
        let names = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ]
        let name = names.first { agent.contains($0.0) }?.1
        let system = systems.first { agent.contains($0.0) }?.1
        return [name, system].compactMap { $0 }.joined(separator: ", ")
    }
}
