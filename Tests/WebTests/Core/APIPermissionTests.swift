import Hummingbird
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Who the API is for")
struct APIPermissionTests {
    /// The addresses of the API with real records in their places.
    private func addresses(_ site: TestSite) throws -> [(method: String, path: String)] {
        let briefing = try site.id(of: Briefing.self, "ref", "B1").description
        let dependency = try site.id(of: Dependency.self, "ref", "D2").description
        let (meeting, action) = try site.meetingWithAction()
        let decision: Decision = try site.store.readNow { try $0.decisions(of: meeting)[0] }
        let scene = try PlaybookScene(on: site)
        let incident = try site.incident(.resolved, published: false)
        let records = [
            ("/api/v1/incidents", incident.id.description), ("/api/v1/incident-lines", incident.line.description),
            ("/api/v1/postmortems", incident.postmortem.description),
            ("/api/v1/incident-actions", incident.action.description),
            ("/api/v1/playbooks", scene.playbook.description),
            ("/api/v1/occurrences", scene.occurrence.description),
            ("/api/v1/playbook-feedback", scene.feedback.description),
            ("/api/v1/dependencies", dependency), ("/api/v1/meetings", meeting.description),
            ("/api/v1/meeting-actions", action.description), ("/api/v1/decisions", decision.id.description),
            ("/api/v1/requests", try site.request().description),
            ("/api/v1/projects", try site.project().description),
            ("/api/v1/share-outs", try site.confirmedShareOut().description),
            ("/api/v1/topics", try site.topic("Au tableau", .tabled).description),
            ("/api/v1/duty-weeks", try site.dutyWeek().description),
            ("/api/v1/axes", try site.axis().description),
        ]
        try site.brainstorm(.writing)
        _ = try Stage(on: site)
        try site.publishMercato()
        return site.node(site.store).router().routes.compactMap { route in
            let path = "\(route.path)"
            let method = "\(route.method)"
            guard path.hasPrefix("/api/v1/"), !path.hasSuffix("openapi.json"),
                ["GET", "POST", "PATCH", "PUT"].contains(method)
            else { return nil }
            let record = records.first { path.hasPrefix($0.0 + "/") }?.1 ?? briefing
            return (
                method,
                path.replacing("{id}", with: record).replacing("{code}", with: code(in: path))
                    .replacing("{key}", with: "none").replacing("{ref}", with: "2026-Q2").replacing(
                        "{label}", with: "2026-Q2"
                    )
                    .replacing("{team}", with: "bulletins").replacing("{place}", with: record)
                    .replacing("{role}", with: record)
                    + (path.hasSuffix("/search") ? "?q=bulletin" : path.hasSuffix("/alignment") ? "?cycle=2026-Q2" : "")
            )
        }
    }

    private func code(in path: String) -> String {
        if path.contains("units") { return "bulletins" }
        return path.contains("tribes") ? "paie" : "camille.aubrac"
    }

    private func token(of code: String, _ site: TestSite) throws -> String {
        let secret = AccessToken.secret()
        let person = try site.id(of: Person.self, "code", code)
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.add(
                AccessToken(
                    id: Identifier(at: transaction.now, random: 1, .random(in: 0 ... .max)), person: person,
                    name: "test", scope: .write),
                hash: Secret.hash(secret))
        }
        return secret
    }

    private func lines(_ site: TestSite) throws -> Int {
        try site.store.readNow { try $0.count("SELECT count(*) FROM activity") }
    }

    @Test("without a token: nothing, at any address", arguments: TestDatabase.all)
    func nobody(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let signedIn = try await site.signIn(as: "camille.aubrac")
        for (method, path) in try addresses(site) {
            for browser in [site.visitor(), signedIn] {
                let page = try await browser.request(
                    method, path, headers: ["Content-Type": "application/json"], Array("{}".utf8))
                #expect(page.status == 401 || page.status == 405, "\(method) \(path): \(page.status)")
            }
        }
    }

    @Test(
        "a stranger, an administrator and Product Ops change nothing", arguments: TestDatabase.all,
        ["ines.maurel", "loic.perdrix", "thea.nogaret"])
    func outsiders(database: TestDatabase, code: String) async throws {
        let site = try TestSite(database)
        let headers = ["Authorization": "Bearer \(try token(of: code, site))", "Content-Type": "application/json"]
        let addresses = try addresses(site)
        let before = try lines(site)
        let isMember = code == "thea.nogaret"
        // What Product Ops may: comment, follow what they read, say that the run of show, whose order is theirs, is
        // ready, replace the link of its guests, and their own projects and brainstorm.
        let theirs = [
            "/comments", "/presentations/2026-Q2/readiness", "/presentations/2026-Q2/guest-link", "/proposal",
            "/co-builders", "/playbook",
            "/brainstorms/2026-Q2/plan",
        ]
        for (method, path) in addresses
        where !isMember || !path.contains("/follows/") && !theirs.contains(where: path.hasSuffix) {
            let page = try await site.visitor().request(method, path, headers: headers, Array("{}".utf8))
            let place: Testing.Comment = "\(method) \(path) by \(code): \(page.status)"
            if method == "GET" {
                // Product Ops have no ballot to read.
                let isOpen = isMember && !path.hasSuffix("/ballot") || path.hasSuffix("/me")
                #expect(isOpen ? [200, 405].contains(page.status) : [403, 404, 405].contains(page.status), place)
            } else {
                #expect((400..<500).contains(page.status), place)
            }
        }
        #expect(try lines(site) == before)
    }
}
