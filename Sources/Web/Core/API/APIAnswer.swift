import HTTPTypes
package import Hummingbird
import Rouage
import Storage

/// One operation being answered: who asks, whether the request can be read, the work, and the headers around it.
package struct APIAnswer {
    /// Requests of one token in a minute.
    package static let perMinute = 1_200

    private let operation: Operation
    private let exchange: Exchange
    private let site: Site

    package init(_ operation: Operation, _ exchange: Exchange, _ site: Site) {
        self.operation = operation
        self.exchange = exchange
        self.site = site
    }

    package func response() async throws -> Response {
        guard exchange.acceptsJSON else { throw APIProblem.Fault(kind: .notAcceptable) }
        let hash = try secretHash()
        switch operation.work {
        case .read(let work):
            let result = try await site.store.read { reading in try work(try call(reading, hash, exchange)) }
            return answer(result)
        case .act(_, let perform):
            let (entries, flaws) = try readEntries()
            let person = try await writer(hash)
            let result = try await site.store.write(as: person, at: site.clock.now()) { transaction in
                var call = try call(transaction, hash, exchange)
                call.entries = entries
                let version = try wantedVersion(call).flatMap { Int($0) }
                return try perform(call, transaction, Sending(entries: entries, flaws: flaws, version: version))
            }
            return answer(result)
        }
    }

    // MARK: Who

    /// Who writes, when the token may.
    private func writer(_ hash: String) async throws -> Identifier<Person>? {
        try await site.store.read { reading in
            let call = try call(reading, hash, exchange)
            guard call.token.scope == .write else { throw APIProblem.Fault(kind: .readOnlyToken) }
            return call.visit.person?.id
        }
    }

    private func secretHash() throws -> String {
        let words = (exchange.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count < 200 else {
            throw APIProblem.Fault(kind: .noToken, headers: [.wwwAuthenticate: "Bearer realm=\"Rouage\""])
        }
        return Secret.hash(String(words[1]))
    }

    private func call(_ reading: Reading, _ hash: String, _ exchange: Exchange) throws -> APICall {
        let token = try reading.accessToken(hash: hash)
        let visit = try token.map { try Visit(site, reading, exchange, bearer: $0.person) }
        guard let token, var visit, visit.person != nil else {
            // Only who guesses waits: the others behind the same address have tokens that are known.
            let (address, now) = ("address \(exchange.address)", site.clock.now())
            if let wait = site.programs.wait(address, limit: 60, at: now) { throw TooManyTries(until: wait) }
            site.programs.count(address, at: now)
            throw APIProblem.Fault(
                kind: .badToken, headers: [.wwwAuthenticate: "Bearer realm=\"Rouage\", error=\"invalid_token\""])
        }
        if !(reading is Transaction) {
            let count = site.programs.count("token \(token.id)", at: visit.now)
            if count > Self.perMinute { throw TooManyTries(until: visit.now + 60) }
            try checkQuery()
            if exchange.query["as_of"] != nil { visit = try visit.onDayAsked() }
        }
        return APICall(visit: visit, token: token)
    }

    // MARK: What

    private func checkQuery() throws {
        let known = operation.filters.map(\.name) + (operation.isList ? APICall.paging.map(\.name) : [])
        let unknown = exchange.query.pairs.map(\.name).filter { !known.contains($0) }
        let missing = operation.filters.filter { $0.isRequired && exchange.query[$0.name] == nil }
        let flaws =
            unknown.map { Flaw(field: $0, reason: .unknown) }
            + missing.map { Flaw(field: $0.name, reason: .missing) }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
    }

    /// The typed body of an act.
    private func readEntries() throws -> (entries: Entries, flaws: [Flaw]) {
        guard case .object(_, let properties) = operation.body else { return (Entries(), []) }
        try checkType()
        return try Entries.read(exchange.body, as: properties)
    }

    private func checkType() throws {
        guard !exchange.body.isEmpty else { return }
        let type = exchange.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        guard type == "application/json" || type == "application/merge-patch+json" else {
            throw APIProblem.Fault(kind: .notJSON)
        }
    }

    /// The version that the program has read, when it says so; refused when it is not the present one.
    private func wantedVersion(_ call: APICall) throws -> String? {
        guard let match = exchange.headers[.ifMatch], match != "*" else {
            if operation.needsVersion && exchange.headers[.ifMatch] == nil {
                throw APIProblem.Fault(kind: .needsVersion)
            }
            return nil
        }
        let present: APIResult
        switch operation.work {
        case .act(.some(let read), _): present = try read(call)
        case .read, .act: return nil
        }
        let wanted = match.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
        let version = present.version ?? 0
        guard wanted.contains(where: { $0 == present.tag || $0 == "\"\(version)\"" }) else {
            throw APIProblem.Fault(kind: .staleVersion, headers: [.eTag: present.tag], version: version)
        }
        return String(version)
    }

    // MARK: Answer

    private func answer(_ result: APIResult) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/json", .eTag: result.tag, .cacheControl: "private, no-cache",
            .vary: "Authorization",
        ]
        if operation.isRead, let known = exchange.headers[.ifNoneMatch], known == "*" || known.contains(result.tag) {
            return Answer.json([], .notModified, headers).response
        }
        if let next = result.next {
            let others = exchange.query.pairs.filter { $0.name != "cursor" }.map {
                "\($0.name)=\($0.value.escapedForQuery)&"
            }
            headers[.init("Link")!] =
                "<\(exchange.path)?\(others.joined())cursor=\(next.escapedForQuery)>; rel=\"next\""
        }
        return Answer.json(result.bytes, operation.isCreation ? .created : .ok, headers).response
    }
}

extension APIResult {
    /// What tells one state from another: the record's version and its bytes.
    package var tag: String {
        let hash = Secret.hash(bytes).prefix(12)
        return version.map { "\"\($0)-\(hash)\"" } ?? "\"\(hash)\""
    }
}

extension Operation {
    package var isList: Bool {
        if case .object(let name, _) = result { name.hasSuffix("Page") } else { false }
    }
}

extension Exchange {
    fileprivate var acceptsJSON: Bool {
        guard let accept = headers[.accept], !accept.isEmpty else { return true }
        return ["application/json", "application/*", "*/*", "application/problem+json"].contains { accept.contains($0) }
    }
}
