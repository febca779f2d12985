import Rouage
import Storage
import TestSupport
import Testing
import Web

@Suite("A team and its people")
struct TeamTests {
    @Test(
        "the page says who leads, who is there by craft, and what the team writes, waits for and owes",
        arguments: TestDatabase.all)
    func page(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "malo.fauvel").get("/teams/bulletins")
        for words in ["Bulletins", "Camille Aubrac", "Ingénierie", "Aziz Charvin", "Paie", "Table unique des libellés"]
        {
            #expect(page.says(words))
        }
        #expect(page.says("Un bulletin que l’on comprend sans appeler le support"))
        // The draft of another team is not told.
        #expect(!page.says("Le bulletin d’un départ"))
        #expect(page.has("data-live=\"unit:"))
    }

    @Test("a director moves a team, and the day before keeps its tribe", arguments: TestDatabase.all)
    func moves(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let version = try #require(try await nour.get("/teams/bulletins/edit").value(of: "version"))
        let page = try await nour.submit(
            "/teams/bulletins",
            [
                "version": version, "code": "bulletins", "name": "Bulletins clairs", "parent": "plateforme",
                "lead": "camille.aubrac",
            ])
        #expect(page.status == 200)
        #expect(page.says("Nour Castel la rattache à Plateforme"))
        let before = try await nour.get("/teams/bulletins?as_of=2026-03-04")
        #expect(before.says("Tel que c’était le 4 mars 2026"))
        #expect(before.has("<a href=\"/teams/paie?as_of=2026-03-04\">Paie</a>"))
        #expect(!before.has("<span><a href=\"/teams/plateforme"))
    }

    @Test("a past quarter keeps the organisation it had", arguments: TestDatabase.all)
    func past(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        let platform = try site.id(of: Rouage.Unit.self, "code", "plateforme")
        let later = Instant(Day(2026, 7, 10), hour: 10, in: site.clock.zone)
        try site.store.writeNow(as: nil, at: later) { transaction in
            try transaction.change(id) { (unit: inout Rouage.Unit) in
                unit.parent = platform
                unit.closedOn = Day(2026, 7, 10)
                return Activity(.moved)
            }
        }
        let end = Instant(Day(2026, 7, 1), hour: 0, in: site.clock.zone)
        let past = try site.store.readNow { try $0.organisation(asOf: Day(2026, 6, 30), until: end) }
        let now = try site.store.readNow { try $0.organisation(on: Day(2026, 7, 11)) }
        #expect(past.tribe(of: id)?.code == "paie")
        #expect(past.teams.contains { $0.id == id })
        #expect(now.tribe(of: id)?.code == "plateforme")
        #expect(!now.teams.contains { $0.id == id })
    }

    @Test("a unit is not put above itself, nor named like another", arguments: TestDatabase.all)
    func refuses(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let circle = try await nour.submit("/teams/paie", ["code": "paie", "name": "Paie", "parent": "bulletins"])
        #expect(circle.status == 422)
        #expect(circle.says("Une unité ne peut pas être au-dessus d'elle-même"))
        let taken = try await nour.submit(
            "/teams", ["kind": "team", "code": "dsn", "name": "Encore DSN", "parent": "paie"])
        #expect(taken.status == 422)
        #expect(taken.says("Ce nom est déjà pris"))
        #expect(taken.value(of: "name") == "Encore DSN")
        let bad = try await nour.submit("/teams", ["kind": "team", "code": "À côté", "name": "", "parent": "paie"])
        #expect(bad.says("Des minuscules sans accent"))
        #expect(bad.says("Ce champ est vide"))
        let stale = try await nour.submit(
            "/teams/dsn", ["version": "0", "code": "dsn", "name": "Autre", "parent": "paie"])
        #expect(stale.status == 409)
    }

    @Test(
        "a team closes once each thing it owes has another giver, who answers for itself", arguments: TestDatabase.all)
    func closes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let dependency = try site.id(of: Dependency.self, "ref", "D2")
        let form = try await nour.get("/teams/identite/closure")
        #expect(form.says("Lien de consultation sans mot de passe"))
        let open = try await nour.submit("/teams/identite/closure", ["closed_on": "2026-03-31"])
        #expect(open.status == 422)
        #expect(open.says("1 dépendance est encore ouverte"))
        let asker = try await nour.submit(
            "/teams/identite/closure", ["closed_on": "2026-03-31", "giver-\(dependency)": "bulletins"])
        #expect(asker.status == 422)
        let done = try await nour.submit(
            "/teams/identite/closure", ["closed_on": "2026-03-31", "giver-\(dependency)": "donnees"])
        #expect(done.status == 200)
        #expect(done.says("Fermée le 31 mars 2026"))
        let handed = try site.store.readNow { try $0.get(dependency) }
        #expect(handed.state == .pointedOut)
        #expect(handed.contact == nil)
        let yanis = try site.id(of: Person.self, "code", "yanis.corbel")
        let places = try site.store.readNow { try $0.memberships(ofPerson: yanis) }
        #expect(places.map(\.to) == [Day(2026, 3, 31)])
        #expect(try await nour.get("/dependencies/\(dependency)").says("confie la demande à Données"))
    }

    @Test("a tribe with open teams does not close", arguments: TestDatabase.all)
    func holds(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").submit("/teams/paie/closure", ["closed_on": "2026-03-31"])
        #expect(page.status == 422)
        #expect(page.says("3 unités sont encore ouvertes en dessous"))
    }

    @Test(
        "the organisation is changed by those whose it is", arguments: TestDatabase.all,
        [
            ("nour.castel", 303), ("loic.perdrix", 303), ("hana.diallo", 303), ("ruben.achard", 403),
            ("fabrice.delmotte", 403), ("camille.aubrac", 403), ("thea.nogaret", 403),
        ])
    func permissions(database: TestDatabase, person: (code: String, status: Int)) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: person.code).submit(
            "/teams/bulletins",
            ["code": "bulletins", "name": "Bulletins et soldes", "parent": "paie", "lead": "camille.aubrac"],
            follow: false)
        #expect(page.status == person.status)
    }
}
