import Rouage
import Storage
import TestSupport
import Testing

@Suite("The people of the department")
struct PeopleTests {
    private func path(_ site: TestSite, _ code: String) throws -> String {
        "/people/\(try site.id(of: Person.self, "code", code))"
    }

    @Test("are found by name, job or team, whatever the accents", arguments: TestDatabase.all)
    func search(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/people?q=thea").says("Théa Nogaret"))
        #expect(try await camille.get("/people?q=ingenieur+bulletins").says("Aziz Charvin"))
        let page = try await camille.get("/people?craft=design")
        #expect(page.says("Lison Perrault"))
        #expect(!page.has("Aziz Charvin</a>"))
        #expect(try await camille.get("/people?q=zzz").says("Personne de ce nom"))
    }

    @Test("have a page with places, roles, briefings and what they answer for", arguments: TestDatabase.all)
    func page(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lison = try await site.signIn(as: "lison.perrault")
        let camille = try await lison.get(try path(site, "camille.aubrac"))
        #expect(camille.says("Bulletins"))
        #expect(camille.says("Reprise des corrections 2025"))
        #expect(camille.says("Un bulletin que l’on comprend"))
        #expect(!camille.says("Donner un rôle"))
        #expect(try await lison.get(try path(site, "fabrice.delmotte")).says("Tribe lead, Paie"))
    }

    @Test("move from a day on: the old place ends, the past stays", arguments: TestDatabase.all)
    func move(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let lison = try site.id(of: Person.self, "code", "lison.perrault")
        let place = try site.store.readNow { try $0.memberships(ofPerson: lison)[0].id }
        let page = try await fabrice.submit(
            "/people/\(lison)/memberships",
            ["unit": "dsn", "leaves": "\(place)", "fte": "100", "from": "2026-03-09"])
        #expect(page.status == 200)
        #expect(page.says("jusqu’au 8 mars 2026"))
        #expect(try await fabrice.get("/teams/bulletins?on=2026-03-08").has(">Lison Perrault</a>"))
        #expect(!(try await fabrice.get("/teams/bulletins?as_of=2026-03-09").has(">Lison Perrault</a>")))
        #expect(try await fabrice.get("/teams/dsn?as_of=2026-03-09").has(">Lison Perrault</a>"))
    }

    @Test(
        "are not placed twice, nor for more than their time, nor in a quarter that is over", arguments: TestDatabase.all
    )
    func places(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let path = try path(site, "lison.perrault")
        let twice = try await fabrice.submit(
            "\(path)/memberships", ["unit": "bulletins", "leaves": "", "fte": "20", "from": "2026-03-09"])
        #expect(twice.status == 422)
        #expect(twice.says("C’est déjà le cas"))
        let more = try await fabrice.submit(
            "\(path)/memberships", ["unit": "dsn", "leaves": "", "fte": "20", "from": "2026-03-09"])
        #expect(more.status == 422)
        #expect(more.says("Son temps est déjà pris en entier"))
        let lison = try site.id(of: Person.self, "code", "lison.perrault")
        let place = try site.store.readNow { try $0.memberships(ofPerson: lison)[0].id }
        let past = try await fabrice.submit(
            "\(path)/memberships", ["unit": "dsn", "leaves": "\(place)", "fte": "100", "from": "2025-12-01"])
        #expect(past.status == 422)
        #expect(past.value(of: "from") == "2025-12-01")
    }

    @Test("join a team; an address or a code is not used twice", arguments: TestDatabase.all)
    func join(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let taken = try await fabrice.submit(
            "/people",
            [
                "name": "Oriane Keller", "code": "oriane.keller", "email": "Camille.Aubrac@emargo.example",
                "craft": "product", "unit": "bulletins", "fte": "100", "from": "2026-03-09",
            ])
        #expect(taken.status == 422)
        #expect(taken.value(of: "name") == "Oriane Keller")
        let page = try await fabrice.submit(
            "/people",
            [
                "name": "Oriane Keller", "code": "oriane.keller", "email": "oriane.keller@emargo.example",
                "craft": "product", "unit": "bulletins", "fte": "80", "from": "2026-03-09",
            ])
        #expect(page.status == 200)
        #expect(page.says("Oriane Keller"))
        #expect(page.says("80 %"))
    }

    @Test("are placed by their tribe lead, not by anyone", arguments: TestDatabase.all)
    func permissions(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let path = try path(site, "lison.perrault")
        for code in ["camille.aubrac", "thea.nogaret", "ruben.achard"] {
            let page = try await site.signIn(as: code).submit(
                "\(path)/memberships", ["unit": "dsn", "leaves": "", "fte": "20", "from": "2026-03-09"])
            #expect(page.status == 403)
        }
    }

    @Test(
        "receive a role from the CPO; nobody gives one to themselves, a director only names tribe leads",
        arguments: TestDatabase.all)
    func roles(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let hana = try await site.signIn(as: "hana.diallo")
        let malo = try path(site, "malo.fauvel")
        let given = try await nour.submit(
            "\(malo)/roles", ["role": "director", "unit": "plateforme", "from": "2026-03-09"])
        #expect(given.says("Direction d'un métier, Plateforme") || given.says("Direction d'un métier , Plateforme"))
        let own = try await nour.submit(
            "\(try path(site, "nour.castel"))/roles", ["role": "admin", "from": "2026-03-09"])
        #expect(own.status == 403)
        let lead = try await hana.submit("\(malo)/roles", ["role": "tribe_lead", "unit": "paie", "from": "2026-03-09"])
        #expect(lead.status == 200)
        let more = try await hana.submit("\(malo)/roles", ["role": "cpo", "unit": "paie", "from": "2026-03-09"])
        #expect(more.status == 403)
        let backwards = try await nour.submit(
            "\(malo)/roles", ["role": "director", "unit": "paie", "from": "2026-03-09", "to": "2026-03-08"])
        #expect(backwards.status == 422)
    }
}
