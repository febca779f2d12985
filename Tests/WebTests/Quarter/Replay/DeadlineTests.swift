import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The day after each deadline")
struct DeadlineTests {
    /// The small department on a later day, with everything done that was due by date.
    private func site(_ database: TestDatabase, on days: Day...) throws -> TestSite {
        let site = try TestSite(database)
        for day in days { try move(site, to: day) }
        return site
    }

    private func move(_ site: TestSite, to day: Day) throws {
        site.move(to: day)
        #expect(try Clockwork(site.store).turn(at: site.clock.now(), on: day).isEmpty)
    }

    private func briefing(_ ref: String, _ site: TestSite) throws -> Briefing {
        let id = try site.id(of: Briefing.self, "ref", ref)
        return try site.store.readNow { try $0.get(id) }
    }

    private let decision = ["outcome": "validated", "code": "priority", "reason": "Le risque est accepté."]

    @Test(
        "for drafts: within the grace days they are on time, after them they are taken and marked",
        arguments: TestDatabase.all,
        [(Day(2026, 2, 16), false), (Day(2026, 2, 18), false), (Day(2026, 2, 19), true)])
    func drafts(database: TestDatabase, on: (day: Day, isLate: Bool)) async throws {
        let site = try site(database, on: on.day)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try briefing("B2", site).id
        _ = try await camille.attempt("/briefings/\(id)/no-dependency")
        #expect(try await camille.attempt("/briefings/\(id)/submission").status == 303)
        let submitted = try briefing("B2", site)
        #expect(submitted.state == .aligning && submitted.late == on.isLate)
    }

    @Test(
        "for the freeze: texts stay as they are and what was typed is shown; only the CPO decides",
        arguments: TestDatabase.all)
    func freeze(database: TestDatabase) async throws {
        let site = try site(database, on: Day(2026, 3, 24))
        let id = try briefing("B1", site).id
        let camille = try await site.signIn(as: "camille.aubrac")
        let text = "Un lecteur sur dix, d’après les appels de mars."
        let refused = try await camille.attempt("/briefings/\(id)", ["version": "1", "problem": text])
        #expect(refused.status == 409 && refused.says("Le trimestre est gelé") && refused.says(text))
        #expect(try briefing("B1", site).text.problem != text)
        let director = try await site.signIn(as: "hana.diallo")
        let late = try await director.attempt("/briefings/\(id)/decision", decision)
        #expect(late.status == 403 && late.says("La décision revient à"))
        #expect(try await site.signIn(as: "nour.castel").attempt("/briefings/\(id)/decision", decision).status == 303)
        // What was not seen coming is still said, and marked.
        let asked = try await camille.attempt(
            "/briefings/\(id)/dependencies", ["what": "Un accord", "giving_team": "dsn", "needed_by": "2026-05-04"])
        #expect(asked.status == 303)
        let dependency = try site.id(of: Dependency.self, "what", "Un accord")
        #expect(try await camille.get("/dependencies/\(dependency)").says("Non anticipée : signalée après le gel"))
    }

    @Test(
        "for the presentation and the start: what was validated is shown and begins, a new page is off the cycle",
        arguments: TestDatabase.all)
    func start(database: TestDatabase) async throws {
        let site = try site(database, on: Day(2026, 3, 20))
        let id = try briefing("B1", site).id
        let hana = try await site.signIn(as: "hana.diallo")
        #expect(try await hana.attempt("/briefings/\(id)/decision", decision).status == 303)
        try move(site, to: Day(2026, 3, 27))
        #expect(try briefing("B1", site).state == .presented && briefing("B3", site).state == .aligning)
        let nour = try await site.signIn(as: "nour.castel")
        let late = try await nour.attempt(
            "/briefings/\(id)/decision", ["outcome": "dropped", "code": "priority", "reason": "Non."])
        #expect(late.status == 409 && late.says("Une décision a été prise : l’initiative est présentée"))
        try move(site, to: Day(2026, 4, 1))
        #expect(try briefing("B1", site).state == .inProgress)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.attempt(
            "/briefings", ["team": "bulletins", "cycle": "2026-Q2", "title": "Une norme imprévue"])
        #expect(page.status == 303)
        let unforeseen = try site.id(of: Briefing.self, "title", "Une norme imprévue")
        #expect(try site.store.readNow { try $0.get(unforeseen).offCycle })
    }

    @Test(
        "for a promise: broken after five working days, promised again, and counted once", arguments: TestDatabase.all)
    func promise(database: TestDatabase) async throws {
        let site = try site(database, on: Day(2026, 3, 19))
        let id = try site.id(of: Dependency.self, "ref", "D5")
        func dependency() throws -> Dependency { try site.store.readNow { try $0.get(id) } }
        #expect(try dependency().state == .committed)
        try move(site, to: Day(2026, 3, 20))
        #expect(try dependency().state == .broken)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.attempt("/dependencies/\(id)/claim").status == 409)
        let again = try await camille.attempt(
            "/dependencies/\(id)/counter-proposal", ["counter_date": "2026-03-27", "reason": "La reprise est finie."])
        #expect(again.status == 303)
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await malo.attempt("/dependencies/\(id)/counter-proposal-acceptance").status == 303)
        #expect(try dependency().state == .committed && dependency().breaks == 1)
    }

    @Test(
        "two that are postponed at the same moment both wait in the quarter after, which opens once",
        arguments: TestDatabase.all)
    func postponed(database: TestDatabase) async throws {
        let site = try site(database, on: Day(2026, 3, 20))
        let ids = try ["B1", "B3"].map { try briefing($0, site).id }
        let (hana, nour) = (try await site.signIn(as: "hana.diallo"), try await site.signIn(as: "nour.castel"))
        let later = ["outcome": "postponed", "code": "capacity", "reason": "Au trimestre suivant."]
        async let one = hana.attempt("/briefings/\(ids[0])/decision", later)
        async let two = nour.attempt("/briefings/\(ids[1])/decision", later)
        let pages = try await [one, two]
        #expect(pages.map(\.status) == [303, 303])
        let (cycles, copies) = try site.store.readNow { reading in
            (
                try reading.count("SELECT count(*) FROM cycle WHERE label = '2026-Q3'"),
                try reading.count("SELECT count(*) FROM briefing WHERE ref IN ('B1-2026-Q3', 'B3-2026-Q3')")
            )
        }
        #expect(cycles == 1 && copies == 2)
    }

    @Test("with nobody there for a quarter: every date is made up for at once", arguments: TestDatabase.all)
    func away(database: TestDatabase) async throws {
        let site = try site(database, on: Day(2026, 7, 2))
        let cycles: [Cycle] = try site.store.readNow { try $0.records() }
        let states = Dictionary(uniqueKeysWithValues: cycles.map { ($0.label, $0.state) })
        #expect(states["2026-Q1"] == .closed && states["2026-Q2"] == .closed && states["2026-Q3"] == .running)
        let camille = try await site.signIn(as: "camille.aubrac")
        for path in ["/", "/briefings", "/dependencies", "/calendar", "/briefings?cycle=2026-Q2"] {
            #expect(try await camille.get(path).status == 200, "\(path)")
        }
    }
}
