import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

extension TestSite {
    /// An axis that somebody wrote.
    func axis(_ title: String = "Une heure rendue", by code: String = "nour.castel", takes condition: String? = nil)
        throws
        -> Identifier<Axis>
    {
        let author = try id(of: Person.self, "code", code)
        return try store.writeNow(as: author, at: clock.now()) { transaction in
            let organisation = try transaction.organisation(on: today)
            let deed = Deed(by: Actor(organisation.people[author]!, in: organisation), at: transaction.now)
            var (axis, activity) = try Axis.create(
                Axis.Content(title: title, why: "Onze heures par mois."), id: transaction.newID(),
                apartFrom: transaction.axisCodes(), by: deed)
            if let condition { _ = try axis.require(Axis.Condition(text: condition), by: deed) }
            try transaction.add(axis, activity)
            return axis.id
        }
    }
}

@Suite("The pages of axes")
struct AxisPageTests {
    @Test(
        "proposed by Product Ops, waiting in the CPO's inbox, taken, taken back and taken again",
        arguments: TestDatabase.all)
    func proposed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (thea, nour) = (try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "nour.castel"))
        #expect(try await thea.get("/axes").says("Proposer un axe"))
        let refused = try await thea.submit("/axes", ["title": "", "from": "2026-Q9", "owner": "personne"])
        #expect(refused.status == 422 && refused.says("L’axe n’est pas enregistré."))
        let axis = try await thea.submit(
            "/axes", ["title": "Des décisions que l’on retrouve", "why": "On les reprend.", "from": "2026-Q1"])
        #expect(axis.status == 200 && axis.says("Proposé") && axis.says("L’axe est enregistré."))
        #expect(try await thea.submit(axis.path + "/acceptance").status == 403)
        let inbox = try await nour.get("/inbox")
        #expect(inbox.says("Répondre à l’axe proposé « Des décisions que l’on retrouve »"))
        let taken = try await nour.submit(axis.path + "/acceptance")
        #expect(taken.says("L’axe est retenu.") && taken.says("En cours") && taken.says("Annuler"))
        #expect(!(try await nour.get("/inbox")).says("Répondre à l’axe proposé"))
        #expect(try await thea.get("/inbox").says("accord donné"))
        #expect(try await nour.submit(axis.path + "/reopening").says("Proposé"))
        #expect(try await nour.submit(axis.path + "/refusal", ["reason": ""]).status == 422)
        let declined = try await nour.submit(axis.path + "/refusal", ["reason": "Il en recoupe un autre."])
        #expect(declined.says("Non retenu") && declined.says("Il en recoupe un autre."))
    }

    @Test(
        "what was written in a form that is not offered any more comes back to be copied", arguments: TestDatabase.all)
    func lost(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (thea, nour) = (try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "nour.castel"))
        let axis = try await thea.submit("/axes", ["title": "Des décisions que l’on retrouve", "from": "2026-Q1"])
        _ = try await nour.submit(axis.path + "/acceptance")
        let late = try await nour.submit(axis.path + "/refusal", ["reason": "Il en recoupe un autre, mot pour mot."])
        #expect(late.status == 409 && late.says("Ce que vous avez écrit"))
        #expect(late.says("Il en recoupe un autre, mot pour mot."))
        let empty = try await nour.submit(axis.path + "/conditions", ["text": ""])
        #expect(empty.status == 422 && empty.says("Ce qu’il faut pour l’exécuter : Ce champ est vide"), "\(empty)")
        #expect(!empty.says("Ce que vous avez écrit"))
    }

    @Test("shows what hangs on it, and who may read a draft alone sees the draft", arguments: TestDatabase.all)
    func work(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let axis = try site.axis()
        let code = try site.store.readNow { try $0.get(axis).code }
        let topic = try site.topic()
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(topic) { (topic: inout Topic) in
                topic.axis = axis
                return Activity(.edited)
            }
            for page in try transaction.records(Briefing.self) {
                try transaction.change(page.id) { (page: inout Briefing) in
                    page.axis = axis
                    return Activity(.edited)
                }
            }
        }
        let pages = try site.store.readNow { try $0.records(Briefing.self) }
        let draft = try #require(pages.first { $0.state == .draft })
        let open = try #require(pages.first { $0.state == .aligning })
        let (camille, mehdi) = (try await site.signIn(as: "camille.aubrac"), try await site.signIn(as: "mehdi.rahal"))
        let page = try await mehdi.get("/axes/\(axis)")
        #expect(!(try await site.signIn(as: "nour.castel").get("/axes/\(axis)")).says("Ne pas le retenir"))
        #expect(page.says(open.text.title) && page.says("Écrire les décisions") && !page.says(draft.text.title))
        #expect(try await mehdi.get("/axes").says("sujet"))
        let label = try site.store.readNow { try $0.get(open.cycle).label }
        let under = try await camille.get("/briefings?cycle=\(label)&axis=\(code)")
        #expect(under.says(open.text.title))
        #expect(!(try await camille.get("/briefings?cycle=\(label)&axis=none")).says(open.text.title))
        #expect(try await mehdi.get("/search?q=heure+rendue").has("/axes/\(axis)"))
    }

    @Test("work is put under those in force and to come alone, on every door", arguments: TestDatabase.all)
    func choosable(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (open, refused) = (try site.axis(), try site.axis("Refusé", by: "thea.nogaret"))
        let nour = try await site.signIn(as: "nour.castel")
        _ = try await nour.submit("/axes/\(refused)/refusal", ["reason": "Il en recoupe un autre."])
        let codes = try site.store.readNow { reading in try [open, refused].map { try reading.get($0).code } }
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/topics/new")
        #expect(page.has("value=\"\(codes[0])\"") && !page.has("value=\"\(codes[1])\""))
        #expect(try await camille.submit("/topics", ["title": "Sous un axe", "axis": codes[1]]).status == 422)
        #expect(try await camille.submit("/topics", ["title": "Sous un axe", "axis": codes[0]]).status == 200)
        let briefing = try site.id(of: Briefing.self, "ref", "B1")
        #expect(!(try await camille.get("/briefings/\(briefing)/edit")).has("value=\"\(codes[1])\""))
        let client = try await APIClient(site, as: "camille.aubrac")
        let answer = try await client.send(
            "PATCH", "/briefings/\(briefing)", #"{"axis":"\#(codes[1])"}"#, headers: ["If-Match": "*"])
        #expect(answer.status == 422)
    }

    @Test("an edit over what somebody else saved shows what that was", arguments: TestDatabase.all)
    func meanwhile(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let axis = try site.axis()
        let nour = try await site.signIn(as: "nour.castel")
        _ = try await nour.submit("/axes/\(axis)", ["version": "1", "why": "Pour dix heures."])
        let stale = try await nour.submit("/axes/\(axis)", ["version": "1", "why": "Pour neuf heures."])
        #expect(stale.status == 409 && stale.says("Ce que Nour Castel a enregistré entre-temps"))
        #expect(stale.says("Pour dix heures.") && stale.says("Pour neuf heures."))
    }

    @Test("names what it takes, by playbook and project, and lets it go", arguments: TestDatabase.all)
    func conditions(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let axis = try site.axis()
        let (thea, camille) = (try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "camille.aubrac"))
        #expect(!(try await camille.get("/axes/\(axis)")).says("Ajouter une condition"))
        let bad = try await thea.submit("/axes/\(axis)/conditions", ["text": "Chacun sait.", "playbook": "\(axis)"])
        #expect(bad.status == 422)
        let added = try await thea.submit("/axes/\(axis)/conditions", ["text": "Chacun sait qui prévenir."])
        #expect(added.says("La condition est ajoutée.") && added.says("Chacun sait qui prévenir."))
        let version = try #require(added.value(of: "version"))
        let gone = try await thea.submit("/axes/\(axis)/release", ["place": "1", "version": version])
        #expect(gone.says("Aucune condition nommée"))
        #expect(try await camille.submit("/axes/\(axis)/conditions", ["text": "À moi"]).status == 403)
    }

    @Test("two that are written at once under one title have a code each", arguments: TestDatabase.all)
    func codes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (thea, nour) = (try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "nour.castel"))
        async let one = thea.submit("/axes", ["title": "Moins de reprises"])
        async let other = nour.submit("/axes", ["title": "Moins de reprises"])
        let pages = try await [one, other]
        #expect(pages.allSatisfy { $0.status == 200 })
        #expect(Set(try site.store.readNow { try $0.axes().map(\.code) }).count >= 2)
    }
}
