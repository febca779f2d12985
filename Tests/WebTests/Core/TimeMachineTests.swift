import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("A day that is past")
struct TimeMachineTests {
    private let bulletin = "Un bulletin que l’on comprend sans appeler le support"
    private let dsn = "Une DSN prête avant le 5 du mois"
    private let draft = "Le bulletin d’un départ en cours de mois"

    /// The department written on 5 March, and looked at on the 12th; in between the DSN briefing was validated with
    /// another title, a promise was broken, and the team DSN was moved.
    private func later(_ database: TestDatabase) throws -> TestSite {
        let site = try TestSite(database)
        let (day, zone) = (Day(2026, 3, 10), site.clock.zone)
        let briefing = try site.id(of: Briefing.self, "ref", "B3")
        let need = try site.id(of: Dependency.self, "ref", "D1")
        let team = try site.id(of: Rouage.Unit.self, "code", "dsn")
        let tribe = try site.id(of: Rouage.Unit.self, "code", "plateforme")
        try site.store.writeNow(as: nil, at: Instant(day, hour: 10, in: zone)) { transaction -> Void in
            try transaction.change(briefing) { (briefing: inout Briefing) in
                briefing.text.title = "Une DSN prête le 3"
                briefing.state = .validated
                briefing.decision = .init(code: .strategy, reason: "Le calcul est prêt.", by: nil, on: day)
                return Activity(.validated)
            }
            try transaction.change(need) { (dependency: inout Dependency) in
                dependency.state = .broken
                return Activity(.broken)
            }
            try transaction.change(team) { (unit: inout Rouage.Unit) in
                unit.parent = tribe
                return Activity(.moved)
            }
        }
        return site.moved(to: Day(2026, 3, 12))
    }

    @Test("shows the portfolio as it stood, marked, without a form that writes", arguments: TestDatabase.all)
    func portfolio(database: TestDatabase) async throws {
        let camille = try await later(database).signIn(as: "camille.aubrac")
        let now = try await camille.get("/briefings")
        #expect(now.says("Une DSN prête le 3") && now.says("Validée") && !now.says("Tel que c’était"))
        let then = try await camille.get("/briefings?as_of=2026-03-06")
        #expect(then.says("Tel que c’était le 6 mars 2026") && then.says("Revenir à aujourd’hui"))
        #expect(then.says(dsn) && !then.says("Une DSN prête le 3") && !then.says("Validée"))
        #expect(then.has("?as_of=2026-03-06") && !then.says("Écrire un briefing"))
        #expect(!then.has("data-behaviour=\"live\""))
        let before = try await camille.get("/briefings?as_of=2026-03-04")
        #expect(before.says("Rien n’était encore écrit"))
    }

    @Test("shows a briefing, a dependency and the table as they stood", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let site = try later(database)
        let malo = try await site.signIn(as: "malo.fauvel")
        let briefing = "/briefings/\(try site.id(of: Briefing.self, "ref", "B3"))"
        let then = try await malo.get("\(briefing)?as_of=2026-03-06")
        #expect(then.says(dsn) && !then.says("Le calcul est prêt.") && !then.has("\(briefing)/ending"))
        #expect(!then.has("method=\"post\" action=\"\(briefing)"))
        #expect(try await malo.get(briefing).says("Le calcul est prêt."))
        let need = "/dependencies/\(try site.id(of: Dependency.self, "ref", "D1"))"
        #expect(try await malo.get(need).says("Rompue"))
        #expect(try await !malo.get("\(need)?as_of=2026-03-06").says("Rompue"))
        let table = try await malo.get("/dependencies?scope=all&as_of=2026-03-06")
        #expect(table.says("Tel que c’était le 6 mars 2026") && !table.has("#i-d-brk"))
        #expect(try await malo.get("/dependencies?scope=all").has("#i-d-brk"))
        #expect(!table.has("method=\"post\" action=\"/dependencies"))
        #expect(try await malo.request("GET", "\(briefing)?as_of=2026-03-04").status == 404)
    }

    @Test("shows a team with the tribe, the briefings and the needs of that day", arguments: TestDatabase.all)
    func team(database: TestDatabase) async throws {
        let malo = try await later(database).signIn(as: "malo.fauvel")
        let then = try await malo.get("/teams/dsn?as_of=2026-03-06")
        #expect(then.has("<a href=\"/teams/paie?as_of=2026-03-06\">Paie</a>") && then.says(dsn))
        let now = try await malo.get("/teams/dsn")
        #expect(now.has("<a href=\"/teams/plateforme\">Plateforme</a>") && now.says("Une DSN prête le 3"))
    }

    @Test("keeps a draft closed to who could not read it then, or may not today", arguments: TestDatabase.all)
    func drafts(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let day = Day(2026, 3, 10)
        let id = try site.id(of: Briefing.self, "ref", "B2")
        let (yanis, malo) = (
            try site.id(of: Person.self, "code", "yanis.corbel"), try site.id(of: Person.self, "code", "malo.fauvel")
        )
        func name(_ people: [Identifier<Person>], on day: Day) throws {
            try site.store.writeNow(as: nil, at: Instant(day, hour: 10, in: site.clock.zone)) { transaction -> Void in
                try transaction.change(id) { (briefing: inout Briefing) in
                    briefing.contributors = people
                    return Activity(.revised)
                }
            }
        }
        try name([yanis], on: Day(2026, 3, 6))
        try name([malo], on: day)
        let later = site.moved(to: Day(2026, 3, 12))
        // Yanis was named on it, and is no longer; Malo is, and was not then; Camille is of its team all along.
        let expected = ["yanis.corbel": false, "malo.fauvel": false, "camille.aubrac": true, "thea.nogaret": false]
        for (code, isOpen) in expected {
            let browser = try await later.signIn(as: code)
            #expect(try await browser.get("/briefings?as_of=2026-03-07").says(draft) == isOpen, "\(code)")
            let page = try await browser.request("GET", "/briefings/\(id)?as_of=2026-03-07")
            #expect((page.status == 200) == isOpen, "\(code)")
        }
    }

    @Test("refuses a day that is none, or that has not come", arguments: TestDatabase.all)
    func badDays(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        for path in ["/briefings", "/dependencies"] {
            #expect(try await camille.request("GET", "\(path)?as_of=hier").status == 422)
            #expect(try await camille.request("GET", "\(path)?as_of=2030-01-01").status == 422)
            #expect(try await camille.request("GET", "\(path)?as_of=2026-03-05").status == 200)
        }
        #expect(try await camille.request("GET", "/cycles/2026-Q2/changes?from=x").status == 422)
        #expect(try await camille.request("GET", "/cycles/2026-Q2/changes?from=2026-03-05&to=2026-03-01").status == 422)
        #expect(try await camille.request("GET", "/cycles/1999-Q1/changes").status == 404)
    }

    @Test("is held against another day: what was added, decided, rewritten, broken", arguments: TestDatabase.all)
    func changes(database: TestDatabase) async throws {
        let camille = try await later(database).signIn(as: "camille.aubrac")
        let page = try await camille.get("/cycles/2026-Q2/changes?from=2026-03-06")
        #expect(page.says("Décisions") && page.says("Le calcul est prêt.") && page.says("Engagements rompus"))
        #expect(page.says("Textes changés") && page.has("<ins>"))
        #expect(!page.says("Initiatives ajoutées"))
        let all = try await camille.get("/cycles/2026-Q2/changes?from=2026-03-04")
        #expect(all.says("Initiatives ajoutées") && all.says(bulletin) && all.says(draft))
        let thea = try await later(database).signIn(as: "thea.nogaret")
        #expect(try await !thea.get("/cycles/2026-Q2/changes?from=2026-03-04").says(draft))
        #expect(try await camille.get("/cycles/2026-Q2/changes?from=2026-03-11").says("Rien n’a changé"))
    }

    @Test("a quarter that is over keeps the department it ended with", arguments: TestDatabase.all)
    func closedQuarter(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let team = try site.id(of: Rouage.Unit.self, "code", "dsn")
        let tribe = try site.id(of: Rouage.Unit.self, "code", "plateforme")
        let moved = Instant(Day(2026, 4, 15), hour: 10, in: site.clock.zone)
        try site.store.writeNow(as: nil, at: moved) { transaction -> Void in
            try transaction.change(team) { (unit: inout Rouage.Unit) in
                unit.parent = tribe
                return Activity(.moved)
            }
        }
        let malo = try await site.moved(to: Day(2026, 4, 20)).signIn(as: "malo.fauvel")
        #expect(try await malo.get("/briefings?cycle=2026-Q1").has(">Paie</h2>"))
        #expect(try await malo.get("/briefings?cycle=2026-Q2&tribe=plateforme").says(dsn))
        let table = try await malo.get("/dependencies?cycle=2026-Q1&tribe=plateforme")
        #expect(!table.says("Reprise des corrections 2025"))
    }

    @Test("is read through the API too", arguments: TestDatabase.all)
    func api(database: TestDatabase) async throws {
        let site = try later(database)
        let id = try site.id(of: Briefing.self, "ref", "B3")
        let malo = try await APIClient(site, as: "malo.fauvel")
        #expect(try await malo.get("/briefings/\(id)").json["state"] as? String == "validated")
        #expect(try await malo.get("/briefings/\(id)?as_of=2026-03-06").json["state"] as? String == "aligning")
        let list = try await malo.get("/briefings?as_of=2026-03-06&cycle=2026-Q2")
        #expect(list.items.contains { $0["title"] as? String == dsn })
        let needs = try await malo.get("/dependencies?as_of=2026-03-06").items
        #expect(needs.count == 5 && !needs.contains { $0["state"] as? String == "broken" })
        #expect(try await malo.get("/briefings?as_of=demain").status == 422)
        #expect(try await malo.get("/briefings/\(id)?as_of=2026-03-04").status == 404)
    }
}
