import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// A program that talks to the API as one of the cast.
struct APIClient {
    let site: TestSite
    private let browser: Browser
    private let secret: String?

    init(_ site: TestSite, as code: String?, scope: AccessToken.Scope = .write) async throws {
        self.site = site
        browser = site.visitor()
        guard let code else {
            secret = nil
            return
        }
        let secret = AccessToken.secret()
        let person = try site.id(of: Person.self, "code", code)
        try await site.store.write(as: nil, at: site.clock.now()) { transaction in
            let token = AccessToken(id: transaction.newKey(), person: person, name: "test", scope: scope)
            try transaction.add(token, hash: Secret.hash(secret))
        }
        self.secret = secret
    }

    func send(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]
    ) async throws -> Page {
        var headers = headers
        if let secret, headers["Authorization"] == nil { headers["Authorization"] = "Bearer \(secret)" }
        if body != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return try await browser.request(method, "/api/v1" + path, headers: headers, Array((body ?? "").utf8))
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Page {
        try await send("GET", path, headers: headers)
    }

    func post(_ path: String, _ body: String? = nil, headers: [String: String] = [:]) async throws -> Page {
        try await send("POST", path, body, headers: headers)
    }
}

extension Page {
    /// The answer as a JSON object.
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:] }
    var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
    var flawedFields: [String] { (json["errors"] as? [[String: Any]] ?? []).compactMap { $0["field"] as? String } }
    var problem: String { (json["type"] as? String ?? "").replacing("urn:rouage:problem:", with: "") }
}
