import Rouage
import Storage
import TestSupport
import Testing

@Suite("Pointing out a dependency")
struct DependencyPointOutTests {
    private let request: KeyValuePairs = [
        "what": "Un champ pour le motif", "giving_team": "dsn", "criticality": "blocking", "type": "deliverable",
        "interaction": "as_a_service", "needed_by": "2026-05-04",
    ]

    private func path(_ site: TestSite) throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))/dependencies"
    }

    @Test("anyone of the team points out what it needs, from one other team", arguments: TestDatabase.all)
    func pointsOut(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lison = try await site.signIn(as: "lison.perrault")
        let form = try await lison.get("\(try path(site))/new")
        #expect(form.says("Une seule. Pour deux équipes, signalez deux dépendances."))
        #expect(form.says("Bloquante : sans elle, nous ne commençons pas"))
        #expect(form.has("max=\"2026-06-30\""))
        #expect(form.has("<optgroup label=\"Plateforme\">"))
        let page = try await lison.submit(try path(site), request)
        #expect(page.status == 200)
        #expect(page.says("Un champ pour le motif"))
        let made = try site.store.readNow { reading in
            try reading.records(Dependency.self, where: "what = \("Un champ pour le motif")")
        }
        #expect(made.first?.criticality == .blocking)
        #expect(made.first?.interaction == .asAService)
        #expect(made.first?.state == .pointedOut)
    }

    @Test("every field that is wrong is named, and what was typed stays", arguments: TestDatabase.all)
    func refuses(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            try path(site), ["what": "", "giving_team": "inconnue", "needed_by": "bientôt", "criticality": "comfort"])
        #expect(page.status == 422)
        #expect(page.says("Rouage ne connaît pas ce nom"))
        #expect(page.says("Écrivez une date"))
        #expect(page.says("Ce champ est vide"))
        #expect(page.value(of: "needed_by") == "bientôt")
    }

    @Test(
        "a choice that does not exist is refused with its field, and not stored as the usual one",
        arguments: TestDatabase.all)
    func unknownChoice(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        for field in ["criticality", "type", "interaction"] {
            let page = try await camille.submit(
                try path(site),
                [
                    "what": "Un champ pour le motif", "giving_team": "dsn", "needed_by": "2026-05-04",
                    field: "catastrophic",
                ])
            #expect(page.status == 422, "\(field)")
        }
        let made = try site.store.readNow { reading in
            try reading.records(Dependency.self, where: "what = \("Un champ pour le motif")")
        }
        #expect(made.isEmpty)
    }

    @Test("a collaboration says when it ends, and shows it", arguments: TestDatabase.all)
    func collaboration(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let fields = [
            ("what", "Un champ"), ("giving_team", "dsn"), ("interaction", "collaboration"), ("needed_by", "2026-05-04"),
        ]
        let endless = try await camille.submit(try path(site), fields)
        #expect(endless.status == 422)
        #expect(endless.has("id=\"f-collaborates_until-e\""))
        let odd = try await camille.submit(try path(site), fields + [("collaborates_until", "un jour")])
        #expect(odd.status == 422 && odd.value(of: "collaborates_until") == "un jour")
        _ = try await camille.submit(try path(site), fields + [("collaborates_until", "2026-05-12")])
        let id = try site.id(of: Dependency.self, "what", "Un champ")
        #expect(try await camille.get("/dependencies/\(id)").says("jusqu’au 12 mai"))
    }

    @Test(
        "the day lies between today and the end of the quarter", arguments: TestDatabase.all,
        ["2026-03-04", "2026-07-01"])
    func days(database: TestDatabase, day: String) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            try path(site), ["what": "Un champ", "giving_team": "dsn", "needed_by": day])
        #expect(page.status == 422)
        #expect(page.has("id=\"f-needed_by-e\""))
    }

    @Test(
        "a party outside the company is named, and its answers written down by the asker", arguments: TestDatabase.all)
    func outside(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let nobody = try await camille.submit(
            try path(site), ["what": "Un accord", "giving_team": "", "needed_by": "2026-05-04"])
        #expect(nobody.status == 422)
        _ = try await camille.submit(
            try path(site),
            ["what": "Un accord", "giving_team": "", "external_party": "Urssaf", "needed_by": "2026-05-04"])
        let id = try site.id(of: Dependency.self, "what", "Un accord")
        let page = try await camille.get("/dependencies/\(id)")
        #expect(page.says("Urssaf"))
        let answer = try await camille.submit(
            "/dependencies/\(id)/commitment", ["committed_for": "2026-04-30", "effort_days": "0"])
        #expect(answer.says("Engagée"))
    }

    @Test("another team, Product Ops and a team itself do not", arguments: TestDatabase.all)
    func others(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["malo.fauvel", "thea.nogaret", "nour.castel"] {
            let page = try await site.signIn(as: code).submit(try path(site), request)
            #expect(page.status == 403)
        }
        let own = try await site.signIn(as: "camille.aubrac").submit(
            try path(site), ["what": "Un champ", "giving_team": "bulletins", "needed_by": "2026-05-04"])
        #expect(own.status == 422)
        #expect(own.says("Une équipe ne dépend pas d'elle-même"))
    }
}
