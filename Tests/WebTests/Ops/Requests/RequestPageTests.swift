import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of requests")
struct RequestPageTests {
    private static let asked: KeyValuePairs = [
        "title": "Qui pilote la bascule d’Identité ?", "what_hurts": "Sept équipes en dépendent.", "since": "lundi",
        "if_we_wait": "La bascule glisse après l’été.", "people_hit": "200", "team": "bulletins", "hot_potato": "true",
    ]

    @Test(
        "a hot potato: asked, sorted, refused without owners, taken in hand, closed, rated", arguments: TestDatabase.all
    )
    func hotPotato(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit("/requests", Self.asked)
        #expect(page.status == 200 && page.says("Patate chaude") && page.says("Premier mot d’ici au lun. 9 mars"))
        let thea = try await site.signIn(as: "thea.nogaret")
        let list = try await thea.get("/requests")
        #expect(list.says("1 demande ouverte. 1 attend un premier mot.") && list.says("Qui pilote la bascule"))
        let sorted = try await thea.submit(
            page.path + "/triage", ["impact": "3", "urgency": "3", "version": "1", "back": "list"])
        #expect(sorted.path == "/requests" && sorted.says("Triées, à prendre") && sorted.says("P1"))
        let alone = try await thea.submit(page.path + "/taking", ["version": "2", "decider": "", "return_owner": ""])
        #expect(alone.status == 422 && alone.says("Il faut ici une personne hors Product Ops"))
        let inside = try await thea.submit(
            page.path + "/taking", ["decider": "thea.nogaret", "return_owner": "camille.aubrac"])
        #expect(inside.status == 422)
        let taken = try await thea.submit(
            page.path + "/taking", ["version": "2", "decider": "ruben.achard", "return_owner": "yanis.corbel"])
        #expect(taken.says("En main") && taken.says("Yanis Corbel"))
        let long = try await thea.submit(
            page.path + "/closing", ["outcome": "quick_help", "answer": "Fait.", "spent_days": "2,5"])
        #expect(long.status == 422 && long.says("Un coup de main dure deux jours au plus"))
        let closed = try await thea.submit(
            page.path + "/closing",
            ["outcome": "became_topic", "answer": "Trois Tribes le demandent.", "spent_days": "0,5"])
        #expect(closed.says("Devenue sujet") && closed.says("Trois Tribes le demandent."))
        let notTheirs = try await thea.submit(page.path + "/satisfaction", ["satisfaction": "5"])
        #expect(notTheirs.status == 403 && notTheirs.says("L’avis est celui de la personne qui a demandé."))
        let early = try await camille.submit(page.path + "/satisfaction")
        #expect(early.status == 422 && early.says("Choisissez une réponse."))
        let barred = try await camille.submit(page.path + "/closing", ["outcome": "answered", "answer": "Non."])
        #expect(barred.status == 403 && barred.says("la CPO aussi, quand leur date est passée"))
        let rated = try await camille.submit(page.path + "/satisfaction", ["satisfaction": "4"])
        #expect(rated.status == 200)
        let request: OpsRequest = try site.store.readNow { try $0.records()[0] }
        #expect(request.satisfaction == 4 && request.spentDays == 0.5 && request.outcome == .becameTopic)
    }

    @Test("a hot potato is marked and unmarked as it is sorted", arguments: TestDatabase.all)
    func marked(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request()
        let thea = try await site.signIn(as: "thea.nogaret")
        func sort(_ hot: [String]) async throws -> Bool {
            let fields = [("impact", "2"), ("urgency", "2")] + hot.map { ("hot_potato", $0) }
            #expect(try await thea.submit("/requests/\(id)/triage", fields).status == 200)
            return try site.opsRequest(id).hotPotato
        }
        #expect(try await sort(["", "true"]))
        #expect(try await sort([]), "a program that says nothing of it leaves it")
        #expect(try await !sort([""]))
    }

    @Test("bad input comes back with a clear sentence and what was typed", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let wrong = try await camille.submit(
            "/requests",
            [
                "title": "", "what_hurts": "<script>alert(1)</script>'; DROP TABLE request; --",
                "people_hit": "beaucoup",
                "team": "nulle-part",
            ])
        #expect(wrong.status == 422 && wrong.says("Écrivez un nombre entier."))
        #expect(wrong.says("Rouage ne connaît pas ce nom.") && !wrong.has("<script>alert"))
        let many = try await camille.submit(
            "/requests", ["title": "Là", "what_hurts": "Oui.", "people_hit": "2 000 000"])
        #expect(many.status == 422 && many.says("Entre 0 et 1 000 000."))
        let spaced = try await camille.submit(
            "/requests", ["title": "Là", "what_hurts": "Oui.", "people_hit": "1\u{202F}300"])
        #expect(spaced.status == 200 && spaced.says("1 300"))
        let long = try await camille.submit(
            "/requests", ["title": String(repeating: "a", count: 81), "what_hurts": "Oui."])
        #expect(long.status == 422 && long.says("1 caractère de trop."))
        let kept = try await camille.submit(
            "/requests", ["title": "Ici", "what_hurts": "<b>gras</b>'; DROP TABLE request; --"])
        #expect(kept.status == 200 && kept.says("DROP TABLE request"))
        let id = try site.request()
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.submit("/requests/\(id)/triage", ["impact": "4", "urgency": ""]).says("Entre 1 et 3."))
        #expect(try await thea.submit("/requests/\(id)/triage", ["impact": "1", "urgency": "1"]).status == 200)
        let stale = try await thea.submit("/requests/\(id)/triage", ["impact": "2", "urgency": "1", "version": "1"])
        #expect(stale.status == 409)
        let early = try await thea.submit("/requests/\(id)/closing", ["outcome": "quick_help", "answer": "Fait."])
        #expect(early.status == 409)
        let unknown = try await thea.submit("/requests/\(id)/closing", ["outcome": "forgotten", "answer": "Oui."])
        #expect(unknown.status == 422 && unknown.says("Rouage ne connaît pas ce nom."))
        let nonsense = try await thea.submit(
            "/requests/\(id)/closing", ["outcome": "answered", "answer": "Oui.", "spent_days": "nan"])
        #expect(nonsense.status == 422 && nonsense.says("Écrivez un nombre, comme 2 ou 1,5."))
    }

    @Test(
        "sent twice it is one request; in hand, somebody else of Product Ops may take it over",
        arguments: TestDatabase.all)
    func onceAndOver(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let (first, second) = (
            try await camille.submit("/requests", Self.asked), try await camille.submit("/requests", Self.asked)
        )
        #expect(first.path == second.path)
        #expect(try site.store.readNow { try $0.records(OpsRequest.self) }.count == 1)
        #expect(try site.store.readNow { try $0.requests(saying: "bascule") }.count == 1)
        let id = try site.request(.inHand)
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let nour = try site.id(of: Person.self, "code", "nour.castel")
            try transaction.change(id) { (request: inout OpsRequest) in
                request.handledBy = nour
                return Activity(.edited)
            }
        }
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/requests/\(id)").says("La prendre à mon compte"))
        let taken = try await thea.submit("/requests/\(id)/taking", ["decider": "ruben.achard", "return_owner": ""])
        #expect(taken.status == 200 && taken.says("Changer qui décide ou qui la reprend"))
        let request = try site.store.readNow { try $0.get(id) }
        #expect(try request.handledBy == site.id(of: Person.self, "code", "thea.nogaret") && request.decider != nil)
    }

    @Test(
        "an urgent project does not begin beyond the room, unless the CPO drops something", arguments: TestDatabase.all)
    func urgent(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.inHand)
        let thea = try await site.signIn(as: "thea.nogaret")
        // One person, 63 working days less 5, by 70 %, a quarter: 10 days.
        #expect(try await thea.get("/requests").says("0 jours utilisés sur 10"))
        let fields: KeyValuePairs = ["outcome": "urgent_project", "answer": "", "spent_days": "11"]
        let over = try await thea.submit("/requests/\(id)/closing", fields)
        #expect(over.status == 422 && over.says("Il reste 10 jours dans l'enveloppe d'urgences du trimestre."))
        let nour = try await site.signIn(as: "nour.castel")
        #expect(try await nour.submit("/requests/\(id)/closing", fields).status == 422)
        let swapped = try await nour.submit(
            "/requests/\(id)/closing",
            ["outcome": "urgent_project", "spent_days": "11", "in_exchange": "La refonte des modèles"])
        #expect(swapped.says("Arrêté à la place : La refonte des modèles"))
        let told = try await nour.get("/inbox")
        #expect(told.says("Projet urgent au-delà de l’enveloppe : « Qui valide un accès à la base ? »"))
        #expect(told.says("En échange : La refonte des modèles"))
        #expect(try await thea.get("/requests").says("Enveloppe dépassée"))
    }

    @Test("an urgent project counts in the quarter whose room it was held against", arguments: TestDatabase.all)
    func quarter(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.inHand)
        let first = Day(2026, 1, 1)...Day(2026, 3, 31)
        let second = Day(2026, 4, 1)...Day(2026, 6, 30)
        site.move(to: Day(2026, 4, 2))
        let thea = try await site.signIn(as: "thea.nogaret")
        let closed = try await thea.submit(
            "/requests/\(id)/closing", ["outcome": "urgent_project", "spent_days": "6"])
        #expect(closed.status == 200)
        let days = try site.store.readNow { [try $0.urgentDays(in: first), try $0.urgentDays(in: second)] }
        #expect(days == [0, 6])
    }

    @Test("two urgent projects that begin at once do not share the same room", arguments: TestDatabase.all)
    func together(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let ids = try (1...4).map { try site.request(.inHand, title: "Bascule \($0)") }
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for id in ids {
                let thea = try await site.signIn(as: "thea.nogaret")
                group.addTask {
                    try await thea.attempt(
                        "/requests/\(id)/closing", ["outcome": "urgent_project", "spent_days": "6"]
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
        // Ten days of room: six fit once.
        #expect(statuses == [303, 422, 422, 422])
    }

    @Test("what was answered is found: as one types, in its list, in the search", arguments: TestDatabase.all)
    func answeredOnce(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.closed)
        let malo = try await site.signIn(as: "malo.fauvel")
        let found = try await malo.get(
            "/requests/answered?q=qui%20valide%20les%20acc%C3%A8s%20%C3%A0%20la%20base",
            headers: ["Accept": "application/json"])
        #expect(found.html.contains(id.description) && found.html.contains("Votre direction"))
        let other = try await malo.get("/requests/answered?q=salle", headers: ["Accept": "application/json"])
        #expect(other.html == "[]")
        #expect(try await malo.get("/requests?q=direction").has("/requests/\(id)"))
        #expect(!(try await malo.get("/requests?q=girafe")).has("/requests/\(id)"))
        let search = try await malo.get("/search?q=valide")
        #expect(search.has("/requests/\(id)") && search.says("Demande"))
        let again = try await malo.submit(
            "/requests", ["title": "Qui valide un accès ?", "what_hurts": "Une demande attend."])
        #expect(again.says("Déjà répondu, peut-être") && again.has("/requests/\(id)"))
    }

    @Test("what is asked already and under way is found as one types", arguments: TestDatabase.all)
    func askedAlready(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (open, topic) = (
            try site.request(.triaged), try site.request(.inHand, title: "Une salle libre pour les revues")
        )
        let thea = try await site.signIn(as: "thea.nogaret")
        _ = try await thea.submit("/requests/\(topic)/closing", ["outcome": "became_topic"])
        let malo = try await site.signIn(as: "malo.fauvel")
        func found(_ question: String) async throws -> String {
            try await malo.get("/requests/answered?q=\(question)", headers: ["Accept": "application/json"]).html
        }
        let first = try await found("valide%20un%20acc%C3%A8s%20base")
        #expect(first.contains(open.description) && first.contains("en cours") && first.contains("triée"))
        let second = try await found("salle%20libre%20revues")
        #expect(second.contains(topic.description) && second.contains("devenue sujet"))
    }

    @Test("a mean is shown from five views on", arguments: TestDatabase.all)
    func mean(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        for number in 1...5 {
            let id = try site.request(.closed, title: "Question \(number)")
            #expect(try await camille.get("/requests").says("Moins de cinq avis en six mois : pas de moyenne."))
            _ = try await camille.submit("/requests/\(id)/satisfaction", ["satisfaction": number == 1 ? "2" : "4"])
        }
        let page = try await camille.get("/requests")
        #expect(page.says("3,6 sur 5, d'après 5 avis en six mois."))
        #expect(page.says("Premier mot à temps : 5 sur 5 ce trimestre."))
    }

    @Test("who is on duty is seen by all and swapped by Product Ops", arguments: TestDatabase.all)
    func duty(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.dutyWeek()
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await malo.get("/requests").says("Théa Nogaret"))
        let rota = try await malo.get("/requests/duty")
        #expect(rota.says("2 mars cette semaine") && !rota.has("duty-weeks"))
        #expect(try await malo.submit("/duty-weeks/\(id)", ["person": "ravneet.gill"]).status == 403)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.submit("/duty-weeks/\(id)", ["person": "malo.fauvel"]).status == 422)
        let swapped = try await thea.submit("/duty-weeks/\(id)", ["person": "ravneet.gill", "version": "1"])
        #expect(swapped.says("Ravneet Gill échangée"))
        #expect(try await thea.submit("/duty-weeks/\(id)", ["person": "thea.nogaret", "version": "1"]).status == 409)
    }

    @Test("who is on duty finds on their home what waits for a first word", arguments: TestDatabase.all)
    func expected(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        let id = try site.request()
        #expect(!(try await thea.get("/")).says("premier mot à 1 demande"))
        let week = try site.dutyWeek()
        for path in ["/", "/inbox"] {
            #expect(try await thea.get(path).says("Donner un premier mot à 1 demande"), "\(path)")
        }
        #expect(!(try await site.signIn(as: "camille.aubrac").get("/")).says("premier mot"))
        _ = try await thea.submit("/requests/\(id)/triage", ["impact": "1", "urgency": "1"])
        #expect(!(try await thea.get("/")).says("premier mot"))
        _ = try site.request(title: "Une autre")
        _ = try await thea.submit("/duty-weeks/\(week)", ["person": "ravneet.gill"])
        #expect(!(try await thea.get("/")).says("premier mot"))
    }

    @Test("the product names who is on duty for the weeks to come, once", arguments: TestDatabase.all)
    func proposed(database: TestDatabase) throws {
        let site = try TestSite(database)
        _ = try site.dutyWeek()
        for _ in 0..<2 { #expect(try Clockwork(site.store).turn(at: site.clock.now(), on: site.today).isEmpty) }
        let weeks: [DutyWeek] = try site.store.readNow { try $0.records() }.sorted { $0.week < $1.week }
        #expect(weeks.count == DutyWeek.ahead && weeks.map(\.week).first == Day(2026, 3, 2))
        for (one, next) in zip(weeks, weeks.dropFirst()) { #expect(one.person != next.person) }
    }

    @Test("the weeks of somebody who leaves Product Ops go to others, once", arguments: TestDatabase.all)
    func leaving(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.dutyWeek()
        let malo = try site.id(of: Person.self, "code", "malo.fauvel")
        let ravneet = try site.id(of: Person.self, "code", "ravneet.gill")
        let team = try site.id(of: Rouage.Unit.self, "code", "product-ops")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.add(Membership(id: transaction.newID(), person: malo, unit: team), Activity(.created))
        }
        func planned() throws -> [DutyWeek] {
            #expect(try Clockwork(site.store).turn(at: site.clock.now(), on: site.today).isEmpty)
            return try site.store.readNow { try $0.records(DutyWeek.self) }.sorted { $0.week < $1.week }
        }
        let before = try planned()
        #expect(before.count == DutyWeek.ahead && before.contains { $0.person == ravneet })
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(ravneet) { (person: inout Person) in
                person.leftOn = site.today + 1
                return Activity(.edited)
            }
        }
        let after = try planned()
        #expect(after.count == DutyWeek.ahead && after.allSatisfy { $0.person != ravneet })
        for (one, next) in zip(after, after.dropFirst()) { #expect(one.person != next.person) }
        #expect(try planned() == after, "nothing more to do")
        let thea = try await site.signIn(as: "thea.nogaret")
        let swap = try await thea.submit("/duty-weeks/\(id)", ["person": "ravneet.gill"])
        #expect(swap.status == 200, "this week is theirs to the end")
        let later = try #require(after.last?.id)
        let refused = try await thea.submit("/duty-weeks/\(later)", ["person": "ravneet.gill"])
        #expect(refused.status == 422 && refused.says("son dernier jour est le 6 mars"))
    }

    @Test("the page in English, and the charter in both languages", arguments: TestDatabase.all)
    func english(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.request(.triaged)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/requests/charter").says("Ce que nous ne faisons pas"))
        await thea.set(cookie: "lang", to: "en")
        #expect(try await thea.get("/requests").says("Triaged, to be taken"))
        #expect(try await thea.get("/requests/\(id)").says("Where it stands"))
        #expect(try await thea.get("/requests/new").says("Ask Product Ops"))
        #expect(try await thea.get("/requests/charter").says("What we do not do"))
    }
}
