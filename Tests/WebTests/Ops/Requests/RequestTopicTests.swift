import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("A request that becomes a topic")
struct RequestTopicTests {
    private func topics(_ site: TestSite) throws -> [Topic] { try site.store.readNow { try $0.records(Topic.self) } }

    @Test("makes the topic in the words of the request; both pages lead to the other", arguments: TestDatabase.all)
    func made(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.inHand)
        let thea = try await site.signIn(as: "thea.nogaret")
        let form = try await thea.get("/requests/\(id)")
        #expect(form.html.contains("value=\"Qui valide un accès à la base ?\""), "its title is there already")
        let blank = try await thea.submit(
            "/requests/\(id)/closing", ["outcome": "became_topic", "topic_title": " "])
        #expect(blank.status == 422 && blank.says("Ce champ est vide"))
        #expect(try topics(site).isEmpty && site.opsRequest(id).state == .inHand)
        let closed = try await thea.submit(
            "/requests/\(id)/closing",
            [
                "outcome": "became_topic", "topic": "", "topic_title": "Les accès à la base",
                "topic_problem": "Dix jours.",
            ])
        let topic = try #require(try topics(site).first)
        #expect(topic.title == "Les accès à la base" && topic.problem == "Dix jours." && topic.state == .idea)
        #expect(closed.says("Les accès à la base") && closed.html.contains("/topics/\(topic.id)"))
        #expect(closed.says("C'est une idée, pas encore prête pour le vote."))
        let page = try await thea.get("/topics/\(topic.id)")
        #expect(page.says("La demande dont il vient") && page.html.contains("/requests/\(id)"))
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/requests").says("Devenue sujet"))
        #expect(try await camille.get("/requests/\(id)").says("Les accès à la base"))
    }

    @Test("joins a topic that is there, and follows it into what that becomes a part of", arguments: TestDatabase.all)
    func joined(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, other) = (try site.request(.inHand), try site.request(.inHand, title: "Qui ouvre la base ?"))
        let (topic, whole, gone) = (
            try site.topic("Les accès"), try site.topic("Qui décide"), try site.topic("Non", .withdrawn)
        )
        let thea = try await site.signIn(as: "thea.nogaret")
        for wrong in ["\(gone)", "00000000-0000-7000-8000-000000000000", "'; --", "<b>"] {
            let refused = try await thea.submit(
                "/requests/\(id)/closing", ["outcome": "became_topic", "topic": wrong])
            #expect(refused.status == 422 && refused.says("Rouage ne connaît pas ce nom."), "\(wrong)")
        }
        for request in [id, other] {
            _ = try await thea.submit("/requests/\(request)/closing", ["outcome": "became_topic", "topic": "\(topic)"])
            #expect(try site.opsRequest(request).topic == topic)
        }
        #expect(try topics(site).count == 3, "no topic was made")
        #expect(try await thea.get("/topics/\(topic)").says("Les demandes dont il vient"))
        _ = try await thea.submit("/topics/\(topic)/merger", ["into": "\(whole)"])
        let page = try await thea.get("/requests/\(id)")
        #expect(page.says("Réuni au sujet") && page.says("Qui décide") && page.html.contains("/topics/\(whole)"))
    }

    @Test(
        "nobody but Product Ops makes a topic of it, until it waits too long: then the CPO", arguments: TestDatabase.all
    )
    func allowed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.inHand)
        for code in ["camille.aubrac", "hana.diallo", "yanis.corbel", "nour.castel"] {
            let person = try await site.signIn(as: code)
            let refused = try await person.submit("/requests/\(id)/closing", ["outcome": "became_topic"])
            #expect(refused.status == 403, "\(code)")
        }
        #expect(try topics(site).isEmpty)
        site.move(to: Day(2026, 3, 20))
        let nour = try await site.signIn(as: "nour.castel")
        #expect(try await nour.submit("/requests/\(id)/closing", ["outcome": "became_topic"]).status == 200)
        #expect(try topics(site).map(\.title) == ["Qui valide un accès à la base ?"])
    }

    @Test("who asked reads the result of the vote on it", arguments: TestDatabase.all)
    func voted(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, other) = (try site.request(.inHand), try site.request(.inHand, title: "Une autre"))
        try site.openMercato()
        let tabled = try topics(site).sorted { $0.ref < $1.ref }
        let thea = try await site.signIn(as: "thea.nogaret")
        for (request, topic) in [(id, tabled[0]), (other, tabled[1])] {
            _ = try await thea.submit(
                "/requests/\(request)/closing", ["outcome": "became_topic", "topic": "\(topic.id)"])
        }
        let camille = try await site.signIn(as: "camille.aubrac")
        let open = try await camille.get("/requests/\(id)")
        #expect(open.says("Le mercato T2 est ouvert au vote jusqu'à") && open.says("Au tableau"))
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            for (topic, isTaken) in [(tabled[0], true), (tabled[1], false)] {
                try transaction.change(topic.id) { (topic: inout Topic) in
                    topic.state = isTaken ? .selected : .notSelected
                    return Activity(isTaken ? .selected : .leftOut)
                }
            }
        }
        #expect(try await camille.get("/requests/\(id)").says("Product Ops le prennent. Le résultat du mercato T2"))
        #expect(try await camille.get("/requests/\(other)").says("Il n'a pas été retenu. Le résultat du mercato T2"))
        #expect(try await camille.get("/requests").says("Retenu"))
    }
}
