import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

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

    @Test("real names open: with a slash, a colon, blanks, accents, a percent sign", arguments: TestDatabase.all)
    func realNames(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let codes = ["group:manage/import", "deux mots", "équipe", "50 % ?", "a#b&c"]
        let labels = ["FY27/Q4", "T3 été", "2027 Q2"]
        let units = codes.map { "\"\($0)\",team,paie,Équipe \($0)\n" }.joined()
        let cycles = zip(labels, 0...).map { "\($0),\(2030 + $1)-01-01,\(2030 + $1)-03-31\n" }.joined()
        let report = try Importer(site.store, at: site.clock.now(), on: site.today).load([
            "units": Array("code,kind,parent,name\n\(units)".utf8),
            "cycles": Array("label,start,end\n\(cycles)".utf8),
            "memberships": Array("person,unit\n\(codes.map { "camille.aubrac,\"\($0)\"\n" }.joined())".utf8),
        ])
        #expect(report.isClean, "\(report.files.flatMap(\.problems))")
        let nour = try await site.signIn(as: "nour.castel")
        let people = try await nour.get("/people")
        for code in codes {
            let address = "/teams/\(code.inAddress)"
            #expect(people.has("href=\"\(address)\""), "\(code)")
            #expect(try await nour.get(address).says("Équipe \(code)"), "\(code)")
            let version = try #require(try await nour.get("\(address)/edit").value(of: "version"))
            let kept = try await nour.submit(
                address,
                ["version": version, "code": code, "name": "Équipe \(code)", "parent": "plateforme", "lead": ""])
            #expect(kept.says("Nour Castel la rattache à Plateforme"), "\(code)")
            #expect(try await nour.get("/alignment/\(code.inAddress),bulletins").status == 200, "\(code)")
        }
        for label in labels {
            let step = label.inAddress
            for page in ["cycles/\(step)/report", "cycles/\(step)/changes", "briefings?cycle=\(step)"] {
                #expect(try await nour.get("/\(page)").status == 200, "\(page)")
            }
        }
        let program = try await APIClient(site, as: "nour.castel")
        for path in codes.map({ "units/\($0.inAddress)" }) + labels.map({ "cycles/\($0.inAddress)/risks" }) {
            #expect(try await program.get("/\(path)").status == 200, "\(path)")
        }
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
        #expect(taken.says("C'est déjà pris"))
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
        let outside = try await site.signIn(as: "loic.perdrix").get("/teams/identite/closure")
        #expect(outside.says("Une dépendance, attendue le") && !outside.says("Lien de consultation"))
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

    @Test("its own pages go to another team with what they wait for, or end with a reason", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let (kept, ended) = (
            try site.id(of: Briefing.self, "ref", "B1"), try site.id(of: Briefing.self, "ref", "B2")
        )
        let owed = try ["D4", "D5"].map { try site.id(of: Dependency.self, "ref", $0) }
        let givers = owed.map { ("giver-\($0)", "donnees") }
        let form = try await nour.get("/teams/bulletins/closure")
        #expect(form.says("Un bulletin que l’on comprend") && form.says("Le bulletin d’un départ"))
        let open = try await nour.submit("/teams/bulletins/closure", [("closed_on", "2026-03-31")] + givers)
        #expect(open.status == 422 && open.says("2 briefings sont encore en route"))
        let takers = [("closed_on", "2026-03-31"), ("taker-\(kept)", "moteur"), ("taker-\(ended)", "-")] + givers
        let silent = try await nour.submit("/teams/bulletins/closure", takers)
        #expect(silent.status == 422 && silent.has("id=\"f-ending_reason-e\""))
        #expect(silent.value(of: "taker-\(kept)") == "moteur")
        // Loïc keeps the organisation in order, and ends nobody's initiative.
        let loic = try await site.signIn(as: "loic.perdrix")
        let takersAndReason = takers + [("ending_reason", "Le moteur en fait son affaire.")]
        #expect(try await loic.submit("/teams/bulletins/closure", takersAndReason, follow: false).status == 403)
        #expect(try site.store.readNow { try $0.get(kept).version } == 1)
        let done = try await nour.submit("/teams/bulletins/closure", takersAndReason)
        #expect(done.status == 200 && done.says("Fermée le 31 mars 2026"))
        let (moved, dropped) = try site.store.readNow { (try $0.get(kept), try $0.get(ended)) }
        let moteur = try site.id(of: Rouage.Unit.self, "code", "moteur")
        #expect(moved.team == moteur && moved.state == .aligning)
        #expect(moved.owner == (try site.id(of: Person.self, "code", "wassim.ferhat")))
        #expect(dropped.state == .dropped && dropped.decision?.reason == "Le moteur en fait son affaire.")
        // What it asked of the team that took it over needs nobody any more; the rest is asked by that team.
        for (ref, state) in [("D1", Dependency.State.withdrawn), ("D2", .replanned), ("D3", .acknowledged)] {
            let id = try site.id(of: Dependency.self, "ref", ref)
            let dependency = try site.store.readNow { try $0.get(id) }
            #expect(dependency.state == state, "\(ref)")
            #expect(state == .withdrawn || dependency.askingTeam == moteur)
        }
        #expect(try await nour.get("/briefings/\(kept)").says("Moteur de paie"))
        #expect(try site.store.readNow { try $0.changedBehindTheDoor() } == [])
    }

    @Test(
        "a change is dated back within the quarter, and the days before stay as they were", arguments: TestDatabase.all)
    func datedBack(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let fields = [
            ("code", "bulletins"), ("name", "Bulletins clairs"), ("parent", "plateforme"), ("lead", "camille.aubrac"),
        ]
        let closed = try await nour.submit("/teams/bulletins", fields + [("from", "2025-12-31")])
        #expect(closed.status == 422 && closed.has("id=\"f-from-e\"") && closed.value(of: "from") == "2025-12-31")
        let page = try await nour.submit("/teams/bulletins", fields + [("from", "2026-02-16")])
        #expect(page.says("Nour Castel la rattache à Plateforme. À partir du 16 févr."))
        for (day, name, tribe) in [
            ("2026-02-15", "Bulletins", "paie"), ("2026-02-16", "Bulletins clairs", "plateforme"),
            ("2026-03-04", "Bulletins clairs", "plateforme"),
        ] {
            let past = try await nour.get("/teams/bulletins?as_of=\(day)")
            #expect(past.has("<h1 id=\"title\">\(name)</h1>"), "\(day)")
            #expect(past.has("<span><a href=\"/teams/\(tribe)?as_of="), "\(day)")
        }
        // Each day has one truth: the next change holds from the last one on.
        let again = try await nour.submit(
            "/teams/bulletins", fields + [("deputy", "lison.perrault"), ("from", "2026-02-10")])
        #expect(again.status == 422 && again.has("id=\"f-from-e\""))
    }

    @Test(
        "a change is planned for a day to come, shown, given up, and made by the date alone",
        arguments: TestDatabase.all)
    func planned(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let fields = [
            ("code", "bulletins"), ("name", "Bulletins clairs"), ("parent", "plateforme"), ("lead", "lison.perrault"),
            ("from", "2026-04-01"),
        ]
        let sentence =
            "À partir du 1er avr. : l’unité s’appelle Bulletins clairs, rattachée à Plateforme, confiée à Lison Perrault."
        let page = try await nour.submit("/teams/bulletins", fields)
        #expect(page.says(sentence), "\(page)")
        #expect(page.has("<h1 id=\"title\">Bulletins</h1>"))
        #expect(try await nour.get("/teams/bulletins?as_of=2026-04-02").has("<h1 id=\"title\">Bulletins clairs</h1>"))
        let camille = try await site.signIn(as: "camille.aubrac")
        let seen = try await camille.get("/teams/bulletins")
        #expect(seen.says(sentence) && !seen.says("Y renoncer"))
        #expect(try await nour.submit("/teams/bulletins/plan/removal").says("renonce au changement prévu"))
        _ = try await nour.submit("/teams/bulletins", fields)
        let day = Day(2026, 4, 2)
        let stuck = try Clockwork(site.store).turn(at: Instant(day, hour: 9, in: site.clock.zone), on: day)
        #expect(stuck.isEmpty)
        let id = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        let end = Instant(Day(2026, 4, 2), hour: 0, in: site.clock.zone)
        let first = try site.store.readNow { try $0.organisation(asOf: Day(2026, 4, 1), until: end) }
        #expect(first.units[id]?.name == "Bulletins clairs" && first.tribe(of: id)?.code == "plateforme")
        #expect(
            try site.store.readNow { try $0.organisation(asOf: Day(2026, 3, 31), until: end) }.units[id]?.name
                == "Bulletins")
        #expect(try site.store.readNow { try $0.changedBehindTheDoor() } == [])
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
