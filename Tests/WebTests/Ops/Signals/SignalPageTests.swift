import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Suggested topics")
struct SignalPageTests {
    @Test(
        "figures suggest; one click makes a topic, once; another dismisses until something new comes",
        arguments: TestDatabase.all)
    func whole(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await !thea.get("/topics").says("La même demande revient"))
        try site.askThrice()
        let page = try await thea.get("/topics")
        #expect(page.says("La même demande revient : 3 fois en 60 jours, de 3 équipes."))
        #expect(page.says("Qui valide un accès à la base de production ?"))
        #expect(try site.store.readNow { try $0.records(Topic.self) }.isEmpty, "it makes no work by itself")
        let path = "/cycles/2026-Q2/signals/repeated_request-A-1"
        let (malo, nour) = (try await site.signIn(as: "malo.fauvel"), try await site.signIn(as: "nour.castel"))
        #expect(try await malo.submit(path + "/dismissal").status == 403)
        async let first = malo.submit(path + "/topic")
        async let second = nour.submit(path + "/topic")
        let states = try await [first.status, second.status].sorted()
        #expect(states == [200, 409], "two at once make one topic")
        let topics = try site.store.readNow { try $0.records(Topic.self) }
        #expect(topics.count == 1 && topics[0].source == .field && topics[0].state == .idea)
        #expect(topics[0].title == "Qui valide un accès à la base de production ?")
        #expect(topics[0].sourceNotes == "Demandes A-1, A-2, A-3" && topics[0].cycle != nil)
        let root = try await malo.get("/topics/\(topics[0].id)")
        #expect(
            root.says("Demande répétée : Qui valide un accès à la base de production ?") && !root.says("répétée : A-1"))
        let after = try await thea.get("/topics")
        #expect(after.says("1 signal déjà traité") && !after.says("La même demande revient"))
        #expect(try await thea.submit("/cycles/2026-Q2/signals/none/topic").status == 404)
    }

    @Test("a dismissed signal stays silent, with its reason to be read", arguments: TestDatabase.all)
    func dismissed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.askThrice()
        let thea = try await site.signIn(as: "thea.nogaret")
        let path = "/cycles/2026-Q2/signals/repeated_request-A-1/dismissal"
        let client = try await APIClient(site, as: "thea.nogaret")
        let unread = try await client.post(path, #"{"reason":7,"colour":"red"}"#)
        #expect(unread.status == 422 && unread.flawedFields.sorted() == ["colour", "reason"])
        let long = try await thea.submit(path, ["reason": String(repeating: "x", count: 401)])
        #expect(long.status == 422 && long.says("1 caractère de trop"))
        let page = try await thea.submit(path, ["reason": "La réponse est <b>dans l’aide</b>."])
        #expect(page.says("Le signal est écarté."))
        #expect(page.says("écarté : La réponse est <b>dans l'aide</b>.") && !page.says("La même demande revient"))
        #expect(try await thea.submit(path, ["reason": "Encore"]).status == 409)
        try site.askThriceMore()
        #expect(try await thea.get("/topics").says("6 fois en 60 jours"), "three new ones are a new occurrence")
    }

    @Test("late dependencies of the quarter that runs, and a playbook that relapsed", arguments: TestDatabase.all)
    func figures(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site, carriedBy: .organisation)
        let known = try site.id(of: Dependency.self, "ref", "D5")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let one = try transaction.get(known)
            let briefing = try transaction.get(one.briefing)
            let cycle = try transaction.get(one.cycle)
            for number in 6...9 {
                let request = Dependency.Request(
                    ref: "D5-\(number)", givingTeam: one.givingTeam, what: one.what, neededBy: one.neededBy)
                var more = Dependency(
                    id: transaction.newID(), request, of: briefing, in: cycle, on: site.today, at: transaction.now)
                more.pointedOutPhase = number < 8 ? .running : .aligning
                try transaction.add(more, Activity(.pointedOut))
            }
            try transaction.change(scene.playbook) { (playbook: inout Playbook) in
                playbook.relapsedOn = Day(2026, 3, 3)
                return Activity(.relapsed)
            }
        }
        let thea = try await site.signIn(as: "thea.nogaret")
        let page = try await thea.get("/topics")
        #expect(
            page.says("3 dépendances du T1 sur 5 n'ont été signalées qu'après le gel : 60 %, au-dessus de 20 %.")
        )
        #expect(page.says("glisse depuis le 3 mars"))
        let items = try await APIClient(site, as: "thea.nogaret").get("/cycles/2026-Q2/signals").items
        #expect(items.compactMap { $0["kind"] as? String } == ["late_dependencies", "relapse"])
    }
}

extension TestSite {
    /// The same once more, in other words.
    func askThriceMore() throws {
        let person = try id(of: Person.self, "code", "camille.aubrac")
        let team = try id(of: Rouage.Unit.self, "code", "bulletins")
        for number in 4...6 {
            try store.writeNow(as: nil, at: clock.now()) { transaction in
                let request = OpsRequest(
                    id: transaction.newID(), ref: "A-\(number)",
                    OpsRequest.Draft(
                        title: "Valider un accès à la base de production", whatHurts: "La demande attend.", team: team),
                    requester: person, on: today, at: transaction.now)
                try transaction.add(request, Activity(.created))
            }
        }
    }
}
