import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of incidents")
struct IncidentPageTests {
    private func incident(_ site: TestSite, _ path: String) throws -> Incident {
        let id = try #require(path.split(separator: "/").last.flatMap { Identifier<Incident>(String($0)) })
        return try site.store.readNow { try $0.get(id) }
    }

    @Test("reported, followed, mended, learnt from and closed", arguments: TestDatabase.all)
    func whole(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/incidents").says("Aucun incident pour l’instant."))
        let reported = try await camille.submit(
            "/incidents",
            [
                "title": "Les bulletins partent <sans> net", "severity": "1", "started_at": "2026-03-05T09:00",
                "detected_at": "2026-03-05T09:10",
                "customer_effect": "1 260 salariés.", "teams_listed": "true", "teams": "bulletins",
                "lead": "Aziz Charvin",
            ])
        #expect(reported.status == 200 && reported.says("Les bulletins partent <sans> net"))
        #expect(reported.says("Gravité 1") && reported.says("Ouvert") && reported.says("Aziz Charvin"))
        let path = reported.path
        let aziz = try await site.signIn(as: "aziz.charvin")
        let line = try await aziz.submit(
            path + "/timeline", ["text": "Édition suspendue.", "at": "2026-03-05T09:20"])
        #expect(line.says("Édition suspendue.") && line.says("9 h 20"))
        #expect(try await aziz.submit(path + "/mitigation", ["at": "2026-03-05T09:30"]).says("Contenu"))
        let early = try await aziz.submit(path + "/resolution", ["at": "2026-03-05T08:00"])
        #expect(early.status == 422 && early.says("vient avant celui qui le précède"))
        #expect(try await aziz.submit(path + "/resolution", ["at": ""]).says("Résolu"))
        #expect(try await aziz.get("/").says("Publier le post-mortem de"))
        #expect(try await aziz.submit(path + "/closing").status == 409)
        let agreed = try await aziz.submit(
            path + "/actions",
            ["what": "Comparer dix bulletins", "owner": "lison.perrault", "due": "2026-03-12"])
        #expect(agreed.says("Comparer dix bulletins") && agreed.says("Lison Perrault"))
        let draft = try await aziz.submit(
            path + "/postmortem",
            [
                "summary": "Lison a lancé l’édition sans relire.", "factors": "Aucun essai\r\n\r\nUne seule relecture",
                "what_helped": "",
            ])
        #expect(draft.says("Ce texte nomme") && draft.says("Lison") && draft.says("Ébauche"))
        let reviewed = try incident(site, path).id
        let page = try #require(try site.store.readNow { try $0.postmortem(of: reviewed) }).id
        let published = try await aziz.submit("/postmortems/\(page)/publication")
        #expect(published.status == 200 && published.says("Publié le") && published.says("Une seule relecture"))
        #expect(try incident(site, path).state == .reviewed)
        let stuck = try await aziz.submit(path + "/closing")
        #expect(stuck.status == 422)
        let action = try site.store.readNow { try $0.openIncidentActions()[0].action }
        let lison = try await site.signIn(as: "lison.perrault")
        #expect(try await lison.get("/").says("Comparer dix bulletins"))
        #expect(try await lison.submit("/incident-actions/\(action.id)/completion").says("Faite"))
        #expect(!(try await lison.get("/").says("Comparer dix bulletins")))
        #expect(try await aziz.submit(path + "/closing").says("Clos"))
        #expect(try await aziz.submit(path + "/timeline", ["text": "Trop tard."]).status == 409)
        let list = try await camille.get("/incidents?severity=1&quarter=2026-Q1&team=bulletins")
        #expect(list.says("Les bulletins partent <sans> net") && list.says("T1 2026"))
        #expect(!(try await camille.get("/incidents?open=true").says("Les bulletins partent")))
        #expect(try await camille.get("/search?q=bulletins+net").says("Incident"))
    }

    @Test(
        "a grave one is in the inbox of who coordinates it and of those who answer for it", arguments: TestDatabase.all)
    func called(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            "/incidents",
            [
                "title": "Les bulletins partent sans net", "severity": "1", "teams_listed": "true",
                "teams": "bulletins", "lead": "aziz.charvin",
            ])
        let aziz = try await site.signIn(as: "aziz.charvin")
        #expect(try await aziz.get("/inbox").says("Incident de gravité 1 en cours : vous le coordonnez"))
        for person in ["hana.diallo", "nour.castel"] {
            let inbox = try await site.signIn(as: person).get("/inbox")
            #expect(inbox.says("Incident de gravité 1 en cours : « Les bulletins partent sans net »"), "\(person)")
            #expect(inbox.says("Aziz Charvin coordonne."), "\(person)")
        }
        for person in ["ruben.achard", "thea.nogaret", "malo.fauvel"] {
            #expect(try await !site.signIn(as: person).get("/inbox").says("Incident de gravité 1"), "\(person)")
        }
        _ = try await aziz.submit(page.path + "/resolution", ["at": ""])
        #expect(try await !aziz.get("/inbox").says("Incident de gravité 1"))
    }

    @Test("what goes on stands in the order of its gravity, then of its age", arguments: TestDatabase.all)
    func order(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let now = site.clock.now()
        try site.incident(.open, title: "Gêne ancienne", startedAt: now + -86_400, severity: .three)
        try site.incident(.mitigated, title: "Grave récent", startedAt: now + -3_600, severity: .one)
        try site.incident(.open, title: "Grave ancien", startedAt: now + -7_200, severity: .one)
        let page = try await site.signIn(as: "camille.aubrac").get("/incidents")
        let words = page.words
        let places = ["Grave ancien", "Grave récent", "Gêne ancienne"].map { words.firstRange(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test("bad input is said in words, and nothing is kept", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let aziz = try await site.signIn(as: "aziz.charvin")
        let wrong: [(KeyValuePairs<String, String>, String)] = [
            (["title": "", "severity": "1"], "Ce qui ne va pas, en une phrase"),
            (["title": "a"], "Gravité"), (["title": "a", "severity": "9"], "Gravité"),
            (["title": "a", "severity": "1", "started_at": "'; DROP TABLE incident; --"], "Commencé"),
            (["title": "a", "severity": "1", "started_at": "2027-03-05T10:00"], "pas encore venu"),
            (["title": "a", "severity": "1", "lead": "thea.nogaret"], "hors Product Ops"),
            (["title": "a", "severity": "1", "teams_listed": "true", "teams": "rien"], "Équipes concernées"),
            (["title": String(repeating: "<b>", count: 300), "severity": "1"], "Ce qui ne va pas, en une phrase"),
        ]
        for (fields, words) in wrong {
            let page = try await aziz.submit("/incidents", fields)
            #expect(page.status == 422 && page.says(words), "\(fields)")
        }
        #expect(try site.store.readNow { try $0.incidents() }.isEmpty)
        let scene = try site.incident(.resolved, published: false)
        let path = "/incidents/\(scene.id)"
        #expect(try await aziz.submit(path, ["version": "9", "title": "a"]).status == 409)
        #expect(try await aziz.submit(path + "/reopening", ["reason": " "]).status == 422)
        let refusal = try await aziz.submit("/incident-actions/\(scene.action)/refusal", ["reason": ""])
        #expect(refusal.status == 422 && refusal.says("Pourquoi elle ne sera pas faite"))
        #expect(try await aziz.submit(path + "/actions", ["what": "a", "owner": "personne", "due": "x"]).status == 422)
        let long = try await aziz.submit(
            "/postmortems/\(scene.postmortem)", ["summary": String(repeating: "a", count: 3_001)])
        #expect(long.status == 422 && long.says("Écrire le post-mortem"))
        #expect(try await aziz.submit(path + "/postmortem", ["summary": "Un second."]).status == 409)
        for person in ["malo.fauvel", "mehdi.rahal", "hana.diallo", "thea.nogaret"] {
            let other = try await site.signIn(as: person)
            #expect(try await other.submit(path + "/timeline", ["text": "a"]).status == 403, "\(person)")
            #expect(try await other.get(path).says("Cette page les suit d’elle-même"), "\(person)")
        }
    }

    @Test("a minute that is not changed keeps its seconds, a line can be taken away", arguments: TestDatabase.all)
    func edit(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let scene = try site.incident(.open, startedAt: site.clock.now() + -3_601)
        let before = try site.store.readNow { try $0.get(scene.id) }
        let zone = site.clock.zone
        let (hour, minute) = before.startedAt.clock(in: zone)
        let shown =
            "\(before.startedAt.day(in: zone))T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        let page = try await camille.submit(
            "/incidents/\(scene.id)", ["version": "1", "started_at": shown, "severity": "2"])
        #expect(page.says("Gravité 2"))
        let after = try site.store.readNow { try $0.get(scene.id) }
        #expect(after.startedAt == before.startedAt && after.severity == .two && after.teams == before.teams)
        let gone = try await camille.submit("/incident-lines/\(scene.line)/removal")
        #expect(gone.says("Rien n’est noté pour l’instant."))
        #expect(try await camille.submit("/incident-lines/\(scene.line)/removal").status == 404)
    }

    @Test(
        "late on the eve it belongs to the new quarter; its timeline says a year that is over",
        arguments: TestDatabase.all)
    func eve(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.incident(.closed, startedAt: Instant("2025-12-31T23:30:00.000Z")!, severity: .two)
        let counts = try site.store.readNow { reading in
            let quarter = try reading.calendarQuarter(of: site.today)
            return try reading.seriousIncidents(in: [quarter, quarter.previous])
        }
        #expect(counts == [1, 0])
        let old = try site.incident(.closed, startedAt: Instant("2025-12-12T08:00:00.000Z")!)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/incidents/\(old.id)").says("Vendredi 12 décembre 2025"))
        let running = try site.incident(.open)
        let page = try await camille.get("/incidents/\(running.id)")
        #expect(page.says("Jeudi 5 mars") && !page.says("Jeudi 5 mars 2026"))
        let early = try await camille.submit(
            "/incidents/\(running.id)/timeline", ["text": "Une erreur de saisie.", "at": "2001-03-05T09:00"])
        #expect(early.status == 422 && early.says("Au plus tôt le 3 février 2026."))
    }

    @Test("after four quiet quarters the least that is reckoned with is said", arguments: TestDatabase.all)
    func quiet(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.incident(.closed, startedAt: Instant("2024-11-12T08:00:00.000Z")!, severity: .three)
        try site.incident(.open)
        let page = try await site.signIn(as: "camille.aubrac").get("/incidents")
        #expect(page.says("0 (au moins 0,25)"))
    }

    @Test("what is late stands on top: an action of theirs, a post-mortem", arguments: TestDatabase.all)
    func late(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.incident(.resolved, title: "Sans net", published: false)
        site.move(to: Day(2026, 3, 20))
        let camille = try await site.signIn(as: "camille.aubrac")
        let list = try await camille.get("/incidents")
        #expect(list.says("En retard") && list.says("Post-mortem à publier") && list.says("Comparer dix bulletins"))
        let home = try await camille.get("/")
        #expect(home.says("Comparer dix bulletins avant l’envoi") && home.says("Action après l’incident « Sans net »."))
    }

    @Test("a quarter out of the ordinary is said, and one that is not is left alone", arguments: TestDatabase.all)
    func surge(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let start = Instant("2026-02-10T08:00:00.000Z")!
        for day in 0..<6 { try site.incident(.closed, startedAt: start + day * 86_400, severity: .two) }
        let camille = try await site.signIn(as: "camille.aubrac")
        let young = try await camille.get("/incidents")
        #expect(!young.says("par trimestre d’ordinaire") && young.says("trop peu d’historique"))
        for (quarter, count) in [("2025-02-10", 2), ("2025-05-12", 1), ("2025-08-11", 3), ("2025-11-10", 2)] {
            for hour in 1...count {
                try site.incident(.closed, startedAt: Instant("\(quarter)T1\(hour):00:00.000Z")!, severity: .one)
            }
            // The lightest do not count.
            try site.incident(.closed, startedAt: Instant("\(quarter)T19:00:00.000Z")!, severity: .three)
        }
        let page = try await camille.get("/incidents")
        #expect(page.says("6 incidents graves ce trimestre, pour 2 par trimestre d’ordinaire."))
        #expect(page.says("1,7 %") && page.says("une fois sur 60"))
        let surge = try site.store.readNow { try $0.incidentSurge(on: site.today) }
        #expect(surge == IncidentSurge(seen: 6, before: [2, 1, 3, 2]))
        let quiet = try site.store.readNow { try $0.incidentSurge(in: $0.calendarQuarter(of: site.today).previous) }
        #expect(quiet.mean == nil && quiet.before.count == 3)
    }
}
