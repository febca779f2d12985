import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The inbox")
struct InboxTests {
    private func page(_ site: TestSite) throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", "B2"))"
    }

    /// What Hana was handed of Bulletins.
    static func addRelay(to site: TestSite) throws {
        let draft = try site.id(of: Briefing.self, "ref", "B2")
        let hana = try site.id(of: Person.self, "code", "hana.diallo")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let briefing: Briefing = try transaction.get(draft)
            let fact = Relay.Fact(obligation: .submit(draft), due: Day(2026, 2, 13), reminders: 3)
            var relay = Relay(
                id: transaction.newID(), .briefings, of: briefing.team, in: briefing.cycle, facts: [fact],
                on: Day(2026, 2, 20), at: transaction.now)
            relay.director = hana
            relay.state = .created
            try transaction.add(relay, Activity(.handedOn))
        }
    }

    @Test("holds what is expected, what was said about it and by whom", arguments: TestDatabase.all)
    func whole(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let before = try await camille.get("/inbox")
        #expect(before.says("À faire") && before.says("Déposer « Le bulletin d’un départ en cours de mois »"))
        #expect(before.says("Les rappels, les offres d’aide, les relais et les réponses à vos demandes viendront ici."))
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let led = try await fabrice.get("/inbox")
        #expect(led.says("Ce que vos équipes doivent encore") && led.says("0 rappel sur 3"))
        let after = try await fabrice.submit(try page(site) + "/reminder")
        #expect(after.says("Le rappel est envoyé."))
        #expect(after.says("1 rappel sur 3"))
        let told = try await camille.get("/inbox")
        #expect(told.says("Rappel 1/3 de Fabrice Delmotte."))
        #expect(told.says("Rappelé 1 fois sur 3 : 5 mars (Fabrice Delmotte)."))
        #expect(told.says("1 non lu"))
        #expect(try await camille.get("/inbox?lang=en").says("Reminder 1/3 by Fabrice Delmotte."))
    }

    @Test("marks what was read, for that person only; nobody marks for another", arguments: TestDatabase.all)
    func marks(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try await site.signIn(as: "fabrice.delmotte").submit(try page(site) + "/reminder")
        let until = try site.store.readNow { try $0.records(Reminder.self).first!.createdAt.description }
        let lison = try await site.signIn(as: "lison.perrault")
        _ = try await lison.submit("/inbox/marks", ["until": until])
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/inbox").says("1 non lu"))
        for _ in 0..<2 { _ = try await camille.submit("/inbox/marks", ["until": until]) }
        #expect(try await !camille.get("/inbox").says("1 non lu"))
        let me = try site.id(of: Person.self, "code", "camille.aubrac")
        #expect(
            try site.store.readNow { try $0.count("SELECT count(*) FROM notice_mark WHERE person = \(me)") } == 1)
    }

    @Test("three times and no more, through pages and programs; never by Product Ops", arguments: TestDatabase.all)
    func most(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let address = try page(site) + "/reminder"
        for code in ["thea.nogaret", "camille.aubrac", "ruben.achard", "mehdi.rahal"] {
            let refused = try await site.signIn(as: code).attempt(address, [:])
            #expect([403, 404].contains(refused.status), "\(code)")
        }
        let fabrice = try await APIClient(site, as: "fabrice.delmotte")
        for number in 1...3 {
            let answer = try await fabrice.post(address)
            #expect(answer.status == 201 && answer.json["number"] as? Int == number, "\(answer)")
        }
        #expect(try await fabrice.post(address).problem == "over-limit")
        #expect(try site.store.readNow { try $0.records(Reminder.self).count } == 3)
        let camille = try await APIClient(site, as: "camille.aubrac")
        #expect(try await camille.get("/reminders").items.count == 3)
        #expect(try await fabrice.get("/reminders").items.isEmpty)
        #expect(try await !site.signIn(as: "fabrice.delmotte").get("/inbox").has("\(address)\""), "no button is left")
    }

    @Test("a relay is read by its director and by nobody else", arguments: TestDatabase.all)
    func relay(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try Self.addRelay(to: site)
        #expect(try await site.signIn(as: "hana.diallo").get("/inbox").says("Relais : l’équipe Bulletins"))
        let items = try await APIClient(site, as: "hana.diallo").get("/relays").items
        #expect(items.first?["team"] as? String == "bulletins")
        for code in ["nour.castel", "thea.nogaret", "salome.tissier", "camille.aubrac"] {
            #expect(try await APIClient(site, as: code).get("/relays").items.isEmpty, "\(code)")
            #expect(try await !site.signIn(as: code).get("/inbox").says("Relais :"), "\(code)")
        }
    }

    @Test(
        "who decides on a hot potato is told while Product Ops hold it, who takes it back once it is closed",
        arguments: TestDatabase.all)
    func hotPotato(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let request = try site.request(.inHand, isHot: true)
        let hana = try await site.signIn(as: "hana.diallo")
        let held = try await hana.get("/inbox")
        #expect(
            held.says("Vous décidez : « Qui valide un accès à la base ? »") && held.says("Camille Aubrac la reprendra.")
        )
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await !camille.get("/inbox").says("De nouveau à vous"))
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await !thea.get("/inbox").says("Vous décidez"))
        _ = try await thea.submit(
            "/requests/\(request)/closing", ["outcome": "answered", "answer": "Les directions ont tranché."])
        #expect(try await !hana.get("/inbox").says("Vous décidez"))
        let back = try await camille.get("/inbox")
        #expect(back.says("De nouveau à vous : « Qui valide un accès à la base ? »"))
        #expect(back.says("Les directions ont tranché.") && back.says("1 non lu"))
        _ = try await camille.submit("/inbox/marks", ["until": site.clock.now().description])
        #expect(try await !camille.get("/inbox").says("1 non lu"))
        #expect(try await camille.get("/inbox?lang=en").says("Yours again: “Qui valide un accès à la base ?”"))
    }

    @Test("the CPO is told of requests that wait past their day, and nobody else is", arguments: TestDatabase.all)
    func stuck(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.request()
        #expect(try await !site.signIn(as: "nour.castel").get("/inbox").says("Demandes qui attendent trop"))
        site.move(to: Day(2026, 3, 13))
        let nour = try await site.signIn(as: "nour.castel")
        let page = try await nour.get("/inbox")
        #expect(page.says("« Qui valide un accès à la base ? »"))
        #expect(page.says("Premier mot attendu le 12 mars : vous pouvez la trier."))
        for other in ["thea.nogaret", "hana.diallo", "camille.aubrac"] {
            #expect(try await !site.signIn(as: other).get("/inbox").says("attendent trop"), "\(other)")
        }
        for number in 1...4 { try site.request(title: "Une autre, \(number)") }
        site.move(to: Day(2026, 3, 27))
        let later = try await site.signIn(as: "nour.castel").get("/inbox")
        #expect(later.says("5 demandes ont passé leur date, dont 5 sans premier mot"))
    }

    @Test("who asked reads what came of it; nobody else does", arguments: TestDatabase.all)
    func answered(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.request(.closed)
        let camille = try await site.signIn(as: "camille.aubrac").get("/inbox")
        #expect(camille.says("Votre demande : « Qui valide un accès à la base ? »"))
        #expect(camille.says("Répondue : Votre direction, en un jour."))
        for other in ["thea.nogaret", "hana.diallo", "lison.perrault"] {
            #expect(try await !site.signIn(as: other).get("/inbox").says("Qui valide un accès"), "\(other)")
        }
    }

    @Test(
        "directors are told of what the CPO would take over; the CPO of what nobody directs",
        arguments: TestDatabase.all)
    func takenOverByTheCPO(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site, carriedBy: .handingOver)
        let nour = try site.id(of: Person.self, "code", "nour.castel")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(scene.playbook) { (playbook: inout Playbook) in
                playbook.handover?.to = nour
                return Activity(.offered)
            }
        }
        for (code, isTold) in [("hana.diallo", true), ("nour.castel", true), ("lison.perrault", false)] {
            let inbox = try await site.signIn(as: code).get("/inbox")
            #expect(inbox.says("Passation : « Relire un bulletin »") == isTold, "\(code)")
        }
    }
}
