import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

extension TestSite {
    /// A topic that Camille raised, complete.
    func topic(_ title: String = "Écrire les décisions", _ state: Topic.State = .idea) throws -> Identifier<Topic> {
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        return try store.writeNow(as: camille, at: clock.now()) { transaction in
            let organisation = try transaction.organisation(on: today)
            let id = transaction.newID(Topic.self)
            let (raised, activity) = try Topic.propose(
                Topic.Content(
                    title: title, problem: "6 décisions sur 10 ne sont écrites nulle part.", targetCrafts: [.product],
                    effortDays: 20), ref: "t-\(id)", id: id, in: [],
                by: Deed(by: Actor(organisation.people[camille]!, in: organisation), at: transaction.now))
            var topic = raised
            topic.state = state
            try transaction.add(topic, activity)
            return id
        }
    }
}

@Suite("The pages of topics")
struct TopicPageTests {
    @Test("two that are joined with each other at once do not both disappear", arguments: TestDatabase.all)
    func mergersAtOnce(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for _ in 1...8 {
            let (one, other) = (try site.topic("Une"), try site.topic("Autre"))
            let (thea, nour) = (try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "nour.castel"))
            async let first = thea.submit("/topics/\(one)/merger", ["into": other.description])
            async let second = nour.submit("/topics/\(other)/merger", ["into": one.description])
            _ = try await (first, second)
            let states = try site.store.readNow { [try $0.get(one).state, try $0.get(other).state] }
            #expect(states.count { $0 == .merged } == 1)
        }
    }

    @Test("a topic that nobody took on ends with the quarter it was meant for", arguments: TestDatabase.all)
    func expiry(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (meant, undated) = (try site.topic("Pour le T1"), try site.topic("Sans date"))
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(meant) { (topic: inout Topic) in
                topic.cycle = cycle
                return Activity(.edited)
            }
        }
        // The morning that closes the quarter, and the next turn of the clock.
        for day in [Day(2026, 4, 1), Day(2026, 4, 2)] {
            site.move(to: day)
            #expect(try Clockwork(site.store).turn(at: site.clock.now(), on: day).isEmpty)
        }
        let states = try site.store.readNow { [try $0.get(meant).state, try $0.get(undated).state] }
        #expect(states == [.notSelected, .idea])
        let page = try await site.signIn(as: "camille.aubrac").get("/topics/\(meant)")
        #expect(page.says("échu avec son trimestre"))
    }

    @Test("raised by anybody, completed, ready, joined with another", arguments: TestDatabase.all)
    func whole(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mehdi = try await site.signIn(as: "mehdi.rahal")
        #expect(try await mehdi.get("/topics").says("Aucun sujet pour l’instant."))
        let raised = try await mehdi.submit(
            "/topics",
            [
                "title": "Notes de version <lisibles>", "source": "other_ops", "kind": "improve", "cycle": "2026-Q2",
                "crafts": "",
            ])
        #expect(raised.status == 200 && raised.says("Notes de version <lisibles>") && raised.says("Idée"))
        #expect(raised.says("Avant qu’il soit prêt pour le vote, il manque :"))
        let path = raised.path
        #expect(try await mehdi.submit(path + "/readiness", ["version": "1"]).status == 422)
        let edited = try await mehdi.submit(
            path,
            [
                "version": "1", "problem": "Le support découvre un changement sur trois après les clients.",
                "effort_days": "20", "crafts": "product",
            ])
        #expect(edited.status == 200 && edited.says("après les clients"))
        #expect(try await mehdi.submit(path + "/readiness", ["version": "1"]).status == 409)
        #expect(try await mehdi.submit(path + "/readiness", ["version": "2"]).says("Prêt"))
        let list = try await mehdi.get("/topics")
        #expect(list.says("Le prochain") && list.says("Notes de version") && list.says("Sans date"))
        let other = try site.topic()
        let thea = try await site.signIn(as: "thea.nogaret")
        let joined = try await thea.submit(path + "/merger", ["into": other.description])
        #expect(joined.says("Fusionné") && joined.says("Écrire les décisions"))
        #expect(try await thea.get("/topics/\(other)").says("Sujets réunis ici"))
        let apart = try await thea.submit(path + "/separation")
        #expect(apart.status == 200 && apart.says("Idée") && !apart.says("Fait maintenant partie de"))
        #expect(try await thea.submit(path + "/separation").status == 409)
    }

    @Test("one is joined only with topics that the visitor may change too", arguments: TestDatabase.all)
    func joinable(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (own, other) = (try site.topic("À Camille"), try site.topic("À Camille aussi"))
        let aziz = try await site.signIn(as: "aziz.charvin")
        let raised = try await aziz.submit("/topics", ["title": "À Aziz"]).path
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/topics/\(own)")
        #expect(page.has("value=\"\(other)\"") && !page.says("À Aziz"))
        #expect(!(try await aziz.get(raised)).says("Réunir avec un autre sujet"))
    }

    @Test("the topics of a quarter that is over have a page of their own", arguments: TestDatabase.all)
    func past(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (taken, left) = (try site.topic("Retenu au T1", .selected), try site.topic("Laissé au T1", .notSelected))
        let (cycle, waiting) = (try site.id(of: Cycle.self, "label", "2026-Q1"), try site.topic("Pour plus tard"))
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            for id in [taken, left] {
                try transaction.change(id) { (topic: inout Topic) in
                    topic.cycle = cycle
                    return Activity(.edited)
                }
            }
        }
        let thea = try await site.signIn(as: "thea.nogaret")
        let now = try await thea.get("/topics")
        #expect(now.says("Retenu au T1") && !now.says("Les sujets du T"), "no quarter before had topics")
        site.move(to: Day(2026, 4, 1))
        #expect(try Clockwork(site.store).turn(at: site.clock.now(), on: Day(2026, 4, 1)).isEmpty)
        let later = try await site.signIn(as: "thea.nogaret")
        let list = try await later.get("/topics")
        #expect(!list.says("Retenu au T1") && !list.says("Laissé au T1") && list.says("Les sujets du T1 2026"))
        #expect(list.says("Pour plus tard"))
        let page = try await later.get("/topics?cycle=2026-Q1")
        #expect(page.says("Sujets du T1 2026") && page.says("Retenu au T1") && page.says("Laissé au T1"))
        #expect(!page.has(waiting.description))
    }

    @Test("bad input is said in words, and nothing is kept", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let aziz = try await site.signIn(as: "aziz.charvin")
        let wrong: [(KeyValuePairs<String, String>, String)] = [
            (["title": ""], "Le sujet n’est pas enregistré."),
            (["title": "a", "effort_days": "'; DROP TABLE topic; --"], "Effort des Product Ops"),
            (["title": "a", "kind": "annual"], "Ce que l’on ferait"),
            (["title": "a", "cycle": "2027-Q1"], "Pour quand ?"),
            (["title": String(repeating: "a", count: 500)], "Le sujet, en une ligne"),
        ]
        for (fields, words) in wrong {
            let page = try await aziz.submit("/topics", fields)
            #expect(page.status == 422 && page.says(words), "\(fields)")
        }
        #expect(try site.store.readNow { try $0.records(Topic.self) }.isEmpty)
        let topic = try site.topic()
        #expect(try await aziz.submit("/topics/\(topic)/withdrawal", ["reason": "Non."]).status == 403)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.submit("/topics/\(topic)/withdrawal", ["reason": ""]).status == 422)
        #expect(try await camille.submit("/topics/\(topic)/merger", ["into": topic.description]).status == 422)
        #expect(try await camille.submit("/topics/\(topic)/withdrawal", ["reason": "Réglé."]).says("Retiré"))
        #expect(try await aziz.submit("/topics/\(topic)/renewal").says("Idée"))
    }
}
