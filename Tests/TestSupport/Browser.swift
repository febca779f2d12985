import HTTPTypes

/// Somebody who looks at the site: keeps cookies, sends forms with their token, follows redirections, reads strictly.
package actor Browser {
    private let site: TestSite
    private var cookies: [String: String] = [:]
    private var csrf = ""
    /// Kinds of addresses that answered; an identifier is taken for any other.
    private var tried: Set<String> = []

    init(_ site: TestSite) { self.site = site }

    package func signIn(as code: String) async throws {
        _ = try await send("/sign-in", [("as", code)], follow: false)
        guard cookies["rouage"] != nil else { throw Fault(path: "/sign-in", problems: ["nobody is called \(code)"]) }
        _ = try await get("/people", checked: false)
    }

    /// Signs in and opens the home, as a person does in the morning.
    package func begin(as code: String) async throws -> Page {
        _ = try await send("/sign-in", [("as", code)], follow: false)
        return try await request("GET", "/")
    }

    /// - Parameter checked: whether the page is read strictly and its links are tried.
    package func get(_ path: String, headers: [String: String] = [:], checked: Bool = true) async throws -> Page {
        let page = try await request("GET", path, headers: headers)
        if let location = page.location { return try await get(location, headers: headers, checked: checked) }
        if checked, page.isHTML, page.status != 404 { try await check(page) }
        return page
    }

    /// Sends a form with the token of this session.
    /// - Parameter follow: whether the answer's redirection is followed to the page it leads to.
    package func submit(_ path: String, _ fields: [(String, String)], follow: Bool = true) async throws -> Page {
        try await send(path, fields + [("csrf", csrf)], follow: follow)
    }

    package func submit(_ path: String, _ fields: KeyValuePairs<String, String> = [:], follow: Bool = true) async throws
        -> Page
    {
        try await submit(path, fields.map { ($0.key, $0.value) }, follow: follow)
    }

    /// Sends fields as they are, without the token.
    package func send(_ path: String, _ fields: [(String, String)], follow: Bool = true) async throws -> Page {
        let body = fields.map { "\($0.0.encoded)=\($0.1.encoded)" }.joined(separator: "&")
        return try await post(path, Array(body.utf8), type: "application/x-www-form-urlencoded", follow: follow)
    }

    /// Sends bytes as they are.
    package func post(_ path: String, _ body: [UInt8], type: String, follow: Bool = true) async throws -> Page {
        let page = try await request("POST", path, headers: ["Content-Type": type], body)
        if follow, let location = page.location { return try await get(location) }
        // A page that is not there leads nowhere, to itself among others.
        if page.isHTML, page.status != 404 { try await check(page) }
        return page
    }

    /// Sends a form with the token of this session: the answer as it is, not followed and not read strictly.
    package func attempt(
        _ path: String, _ fields: [String: String] = [:], headers: [String: String] = [:]
    ) async throws -> Page {
        let all = fields.map { ($0.key, $0.value) } + [("csrf", csrf)]
        let body = all.map { "\($0.0.encoded)=\($0.1.encoded)" }.joined(separator: "&")
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await request("POST", path, headers: headers.merging(form) { $1 }, Array(body.utf8))
    }

    /// One request, answered as it is.
    package func request(
        _ method: String, _ path: String, headers more: [String: String] = [:], _ body: [UInt8] = [],
        keepsCookies: Bool = true
    ) async throws -> Page {
        let path = String(path.prefix { $0 != "#" })
        var headers = HTTPFields(more.map { HTTPField(name: .init($0.key)!, value: $0.value) })
        if !cookies.isEmpty { headers[.cookie] = cookieHeader }
        let answer = try await site.answer(.init(rawValue: method)!, path, headers, body)
        for cookie in keepsCookies ? answer.head.headerFields[values: .setCookie] : [] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 && !cookie.contains("Max-Age=0") ? String(pair[1]) : nil
        }
        let page = Page(path: path, head: answer.head, bytes: answer.body)
        if let token = page.value(of: "csrf"), !token.isEmpty { csrf = token }
        return page
    }

    /// What the browser sends as its cookies.
    package var cookieHeader: String { cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }

    /// Sets a cookie by hand, such as `lang`.
    package func set(cookie name: String, to value: String?) { cookies[name] = value }

    private func check(_ page: Page) async throws {
        let markup = Markup(page.html)
        var problems = markup.problems
        for link in markup.links where link.hasPrefix("/") || link.hasPrefix("?") {
            let path = link.hasPrefix("?") ? page.path.prefix { $0 != "?" } + link : link
            guard tried.insert(path.kind).inserted else { continue }
            let answer = try await request("GET", path, keepsCookies: false)
            if answer.status == 404 || answer.status >= 500 {
                problems.append("the link \(link) answers \(answer.status)")
            }
        }
        if !problems.isEmpty { throw Fault(path: page.path, problems: problems) }
    }

    package struct Fault: Error, CustomStringConvertible {
        package let path: String
        package let problems: [String]
        package var description: String { "\(path):\n" + problems.map { "  \($0)\n" }.joined() }
    }
}

extension String {
    /// The address with identifiers left out: pages of one kind are tried once.
    fileprivate var kind: String {
        var kind = ""
        var rest = self[...]
        while !rest.isEmpty {
            let run = rest.prefix { $0 == "-" || $0.isHexDigit }
            kind += run.utf8.count == 36 ? "…" : run
            rest = rest[run.endIndex...]
            if let next = rest.popFirst() { kind.append(next) }
        }
        return kind
    }

    fileprivate var encoded: String {
        utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
