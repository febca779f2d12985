import Foundation
import Hummingbird
import Rouage
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of the mercato")
struct MercatoTests {
    private static let electors = ["hana.diallo", "salome.tissier", "ruben.achard"]

    private func vote(_ site: TestSite, _ code: String, _ scores: [String]) async throws {
        let fields = scores.enumerated().map { ("scores-S\($0 + 1)", $1) }
        let page = try await site.signIn(as: code).submit("/mercato/2026-Q2/ballot", fields)
        #expect(page.status == 200 && page.says("4 sur 4 sujets"), "\(code)")
    }

    private func voted(_ database: TestDatabase) async throws -> TestSite {
        let site = try TestSite(database)
        try site.openMercato()
        try await vote(site, "hana.diallo", ["3", "2", "1", "0"])
        try await vote(site, "salome.tissier", ["3", "3", "1", "2"])
        try await vote(site, "ruben.achard", ["2", "3", "1", "2"])
        return site
    }

    @Test("answers that are sent at once are all kept", arguments: TestDatabase.all)
    func answersAtOnce(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mercato = try site.openMercato()
        let hana = try site.id(of: Person.self, "code", "hana.diallo")
        let (desk, phone) = (try await site.signIn(as: "hana.diallo"), try await site.signIn(as: "hana.diallo"))
        for (one, other) in [("3", "1"), ("2", "2"), ("1", "3"), ("3", "0"), ("2", "1"), ("1", "2")] {
            async let first = desk.submit("/mercato/2026-Q2/ballot", ["scores-S1": one])
            async let second = phone.submit("/mercato/2026-Q2/ballot", ["scores-S2": other])
            _ = try await (first, second)
            let ballot = try site.store.readNow { try $0.ownBallot(of: hana, in: mercato) }
            #expect(ballot?.scores.prefix(2).map { $0?.rawValue } == [one, other])
        }
    }

    @Test("a second window does not undo what the first one saved", arguments: TestDatabase.all)
    func secondWindow(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mercato = try site.openMercato()
        let id = try site.id(of: Person.self, "code", "hana.diallo")
        let hana = try await site.signIn(as: "hana.diallo")
        func version() throws -> String {
            String(try site.store.readNow { try $0.ownBallot(of: id, in: mercato) }?.version ?? 0)
        }
        let old = try version()
        _ = try await hana.submit("/mercato/2026-Q2/ballot", ["version": old, "scores-S1": "3"])
        let stale = try await hana.attempt("/mercato/2026-Q2/ballot", ["version": old, "scores-S1": "1"])
        #expect(stale.status == 409 && stale.says("Votre bulletin a changé dans une autre fenêtre"))
        let same = try await hana.attempt("/mercato/2026-Q2/ballot", ["version": old, "scores-S1": "3"])
        #expect(same.status == 303, "what says the same undoes nothing")
        let saved = try await hana.submit("/mercato/2026-Q2/ballot", ["version": try version(), "scores-S1": "1"])
        #expect(saved.says("1 sur 4 sujets"))
    }

    @Test("an elector finds the ballot, saves it, and finds it again as it was", arguments: TestDatabase.all)
    func ballot(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        let hana = try await site.signIn(as: "hana.diallo")
        let page = try await hana.get("/mercato")
        #expect(page.says("Votre bulletin du mercato T2"))
        #expect(page.says("Secret jusqu'à la clôture"))
        #expect(page.says("Vous parrainez ce sujet"))
        #expect(page.says("0 sur 4 sujets"))
        let saved = try await hana.submit(
            "/mercato/2026-Q2/ballot",
            [
                "scores-S1": "3", "scores-S2": "0", "words-S1": "Avant tout le reste.", "concerned": "S1",
            ])
        #expect(saved.says("2 sur 4 sujets") && saved.says("dont 1 sans avis"))
        #expect(saved.html.contains("Avant tout le reste."))
        let same = try await hana.submit(
            "/mercato/2026-Q2/ballot", ["scores-S1": "2", "scores-S2": "2", "scores-S3": "2", "scores-S4": "2"])
        #expect(same.html.contains("<p class=\"note same\" role=\"status\" data-same>"), "a hint, and it counts")
        let camille = try await site.signIn(as: "camille.aubrac").get("/mercato")
        #expect(camille.says("1 bulletin reçu sur 3"))
        #expect(!camille.says("Votre bulletin"))
    }

    @Test("open pages hear that there is one ballot more, without a name, and of no score", arguments: TestDatabase.all)
    func liveCount(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mercato = try site.openMercato()
        let told = Told()
        let listener = site.store.changes.listen { told.take($0) }
        defer { site.store.changes.cancel(listener) }
        let hana = try await site.signIn(as: "hana.diallo")
        for score in ["3", "2", "1"] {
            _ = try await hana.submit("/mercato/2026-Q2/ballot", ["scores-S1": score, "scores-S2": score])
        }
        let changes = told.all.filter { $0.kind == .mercato }
        #expect(changes.map(\.id) == ["\(mercato.id)"] && changes.allSatisfy { $0.actor == nil })
        let page = try await site.signIn(as: "camille.aubrac").get("/mercato")
        #expect(page.has("id=\"mercato\" data-live-part") && page.has("mercato:\(mercato.id)"))
    }

    @Test("wrong answers come back with a sentence", arguments: TestDatabase.all)
    func wrong(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        let hana = try await site.signIn(as: "hana.diallo")
        for (field, value) in [
            ("scores-S1", "4"), ("scores-S9", "3"), ("scores-S1", "'; DROP TABLE ballot; --"),
            ("scores-S1", "<b>3</b>"),
            ("words-S1", String(repeating: "x", count: 281)), ("concerned", "S9"),
        ] {
            let answer = try await hana.attempt("/mercato/2026-Q2/ballot", [field: value])
            #expect(answer.status == 422, "\(field) \(value.prefix(20))")
            #expect(answer.says("Le bulletin n'est pas enregistré"))
        }
        #expect(try await site.store.read { try $0.count("SELECT count(*) FROM ballot") } == 0)
        site.move(to: Day(2026, 3, 11), hour: 18)
        let late = try await hana.attempt("/mercato/2026-Q2/ballot", ["scores-S1": "3"])
        #expect(late.status == 409)
    }

    @Test("until the close no page, file, feed or operation shows anybody a score", arguments: TestDatabase.all)
    func secret(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        let mercato = try site.mercato()
        let word = "Jamais sans la paie du mardi"
        _ = try await site.signIn(as: "hana.diallo").submit(
            "/mercato/2026-Q2/ballot",
            ["scores-S1": "3", "scores-S2": "1", "scores-S3": "0", "scores-S4": "2", "words-S2": word])
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
        let routes = site.node(site.store).router().routes.filter { "\($0.method)" == "GET" }.map { route in
            [
                "{ref}": "2026-Q2", "{label}": "2026-Q2", "{team}": "bulletins", "{code}": "bulletins",
                "{units}": "bulletins,identite", "{id}": "\(mercato.id)",
            ].reduce("\(route.path)") { $0.replacing($1.key, with: $1.value) }
        }
        let pages = routes.filter {
            !$0.hasPrefix("/api/") && !$0.hasPrefix("/assets/") && !$0.hasSuffix("/events") && $0 != "/live"
                && !$0.contains("**")
        }
        .map { $0.hasSuffix("/search") ? $0 + "?q=paie" : $0 }
        let operations = routes.filter { $0.hasPrefix("/api/v1/") && !$0.hasSuffix("openapi.json") }
            .map { $0.replacing("/api/v1", with: "") }.map { $0.hasSuffix("/search") ? $0 + "?q=paie" : $0 }
        #expect(pages.contains("/mercato/2026-Q2/ballots") && operations.contains("/mercatos/2026-Q2/ranking"))
        for code in TestSite.cast where code != "hana.diallo" {
            let browser = try await site.signIn(as: code)
            for path in pages {
                let page = try await browser.request("GET", path)
                #expect(!page.says(word), "\(path) by \(code)")
                #expect(
                    !page.html.contains("name=\"scores-S1\" value=\"3\" checked"),
                    "\(path) by \(code): a score is marked")
                #expect(
                    !page.html.contains("class=\"dist\"") && !page.html.contains("class=\"rk\""), "\(path) by \(code)")
            }
            let client = try await APIClient(site, as: code)
            for path in operations + ["/activity?kind=mercato"] {
                let answer = try await client.get(path)
                #expect(
                    !answer.html.contains("paie du mardi") && !answer.html.contains("\"score\""), "\(path) by \(code)")
                if path.hasSuffix("ranking") || path.hasSuffix("ballots") {
                    #expect(answer.status >= 400, "\(path) by \(code)")
                }
            }
        }
        try site.store.readNow { reading in
            let exporter = try Exporter(reading)
            for name in Exporter.names { #expect(try !exporter.file(name).contains("paie du mardi"), "\(name)") }
            #expect(try exporter.file("ballots").split(separator: "\n").count == 1)
            #expect(try reading.ranking(of: mercato) == nil)
            #expect(try reading.ballots(of: mercato).isEmpty)
            let bodies = try reading.all("SELECT body || reason FROM activity WHERE subject = 'mercato'") { $0.text(0) }
            #expect(bodies.allSatisfy { !$0.contains("mardi") })
            #expect(
                try reading.count(
                    "SELECT count(*) FROM activity WHERE subject NOT IN ('mercato', 'topic') AND at > \(site.clock.now() + -30)"
                ) == 0)
        }
    }

    @Test("its votes are counted at the close and read by all the day after", arguments: TestDatabase.all)
    func result(database: TestDatabase) async throws {
        let site = try await voted(database)
        site.move(to: Day(2026, 3, 11), hour: 18)
        try site.turn()
        #expect(try site.mercato().state == .closed)
        #expect(try await site.signIn(as: "camille.aubrac").get("/mercato").says("Le vote est clos"))
        site.move(to: Day(2026, 3, 12), hour: 10)
        try site.turn()
        let mercato = try site.mercato()
        #expect(mercato.state == .published && mercato.capacityDays > 0)
        let page = try await site.signIn(as: "camille.aubrac").get("/mercato")
        #expect(page.says("3 bulletins sur 3 votants : 1 produit, 1 design, 1 ingénierie"))
        #expect(page.says("Ligne de capacité"))
        #expect(!page.html.contains("/mercato/2026-Q2/ballots"))
        let table = try await site.signIn(as: "camille.aubrac").request("GET", "/mercato/2026-Q2/table")
        #expect(table.status == 303 && table.location == "/mercato/2026-Q2/result")
        let english = try await site.signIn(as: "camille.aubrac").get("/mercato?lang=en")
        #expect(english.says("Capacity line") && english.says("3 ballots of 3 electors"))
        let numbers = try await site.signIn(as: "camille.aubrac").get("/mercato/2026-Q2/calculation")
        #expect(numbers.says("Le calcul en entier"))
        let letter = try await site.signIn(as: "hana.diallo").get("/mercato/2026-Q2/letter")
        #expect(letter.says("Vous avez donné 3.") && letter.says("Vous n'aviez pas d'avis."))
        #expect(!letter.says("piloté par"))
        let first = try #require(mercato.topics.first { mercato.selected.contains($0.code) }?.topic)
        let lead = try site.id(of: Person.self, "code", "thea.nogaret")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let project = OpsProject(
                id: transaction.newID(), ref: "P1", of: try transaction.get(first), in: mercato.cycle, lead: lead,
                buddy: nil, at: transaction.now)
            try transaction.add(project, Activity(.created))
        }
        let later = try await site.signIn(as: "hana.diallo").get("/mercato/2026-Q2/letter")
        #expect(later.says("Le projet , piloté par Théa Nogaret : Retenu."))
        for (code, isOpen) in [
            ("hana.diallo", true), ("thea.nogaret", true), ("nour.castel", true), ("camille.aubrac", false),
        ] {
            let named = try await site.signIn(as: code).request("GET", "/mercato/2026-Q2/ballots")
            #expect(named.status == (isOpen ? 200 : 404), "\(code)")
            if isOpen { #expect(named.says("ST Salomé Tissier") && !named.says("Sans bulletin")) }
            let listed = try await APIClient(site, as: code).get("/mercatos/2026-Q2/ballots")
            #expect(listed.status == (isOpen ? 200 : 403), "\(code)")
        }
        let states: [Topic.State] = try await site.store.read {
            try $0.records(where: "1 = 1 ORDER BY ref").map(\Topic.state)
        }
        #expect(states.allSatisfy { $0 == .selected || $0 == .notSelected })
        #expect(states.count { $0 == .selected } == mercato.selected.count)
    }

    @Test("with too few votes it stays open, once; then the CPO decides", arguments: TestDatabase.all)
    func missedQuorum(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        try await vote(site, "hana.diallo", ["3", "2", "1", "1"])
        site.move(to: Day(2026, 3, 11), hour: 18)
        try site.turn()
        #expect(try site.mercato().extended && site.mercato().state == .open)
        site.move(to: Day(2026, 3, 16), hour: 10)
        try site.turn()
        #expect(try site.mercato().quorumMissed && site.mercato().state == .closed)
        for code in ["thea.nogaret", "hana.diallo", "camille.aubrac"] {
            let refused = try await site.signIn(as: code).attempt(
                "/mercato/2026-Q2/ruling", ["selected": "S1", "reason": "Oui."])
            #expect(refused.status == 403, "\(code)")
        }
        let nour = try await site.signIn(as: "nour.castel")
        let page = try await nour.get("/mercato")
        #expect(page.says("Résultat partiel") && page.says("Votre décision"))
        #expect(try await nour.attempt("/mercato/2026-Q2/ruling", ["selected": "S1", "reason": ""]).status == 422)
        let decided = try await nour.submit(
            "/mercato/2026-Q2/ruling", ["selected": "S1", "reason": "Le plus partagé."])
        #expect(decided.says("Le plus partagé."))
        #expect(try site.mercato().state == .published && site.mercato().selected == ["S1"])
    }

    @Test("the table is set by Product Ops until it opens, then by nobody", arguments: TestDatabase.all)
    func table(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        try site.openMercato()
        #expect(try site.mercato().state == .preparing)
        let thea = try await site.signIn(as: "thea.nogaret")
        let page = try await thea.submit("/mercato/2026-Q2/table", [("topics", "S1"), ("topics", "S2")])
        #expect(page.says("Le tableau"))
        #expect(try await site.store.read { try $0.tabledTopics().map(\.ref) } == ["S1", "S2"])
        #expect(try await thea.attempt("/mercato/2026-Q2/table", ["topics": "S9"]).status == 422)
        #expect(
            try await site.signIn(as: "hana.diallo").attempt("/mercato/2026-Q2/table", ["topics": "S1"]).status == 403)
        site.move(to: Day(2026, 3, 5))
        try site.turn()
        #expect(try site.mercato().topics.map(\.code) == ["S1", "S2"])
        #expect(try await thea.attempt("/mercato/2026-Q2/table", ["topics": "S3"]).status == 409)
        #expect(
            try await site.signIn(as: "nour.castel").attempt("/mercato/2026-Q2/dates", ["reason": "Non."]).status == 409
        )
    }

    @Test("two who set the table at once undo nothing of each other", arguments: TestDatabase.all)
    func tableOfTwo(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        try site.openMercato()
        let thea = try await site.signIn(as: "thea.nogaret")
        let nour = try await site.signIn(as: "nour.castel")
        _ = try await thea.submit("/mercato/2026-Q2/table", [("topics", "S1")])
        #expect(try await thea.get("/mercato/2026-Q2/table").html.contains("name=\"seen\" value=\"S1\""))
        _ = try await thea.submit("/mercato/2026-Q2/table", [("topics", "S1"), ("topics", "S2"), ("seen", "S1")])
        // Nour looked at the table before Théa put S2 on it; she takes S1 off and puts S3 on.
        _ = try await nour.submit("/mercato/2026-Q2/table", [("topics", "S3"), ("seen", "S1")])
        #expect(try await site.store.read { try $0.tabledTopics().map(\.ref) } == ["S2", "S3"])
    }

    @Test("dates that stay as they were are not said to have changed", arguments: TestDatabase.all)
    func sameDates(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        try site.openMercato()
        let nour = try await site.signIn(as: "nour.castel")
        let same = try await nour.submit("/mercato/2026-Q2/dates", ["reason": "Une raison."])
        #expect(same.says("Rien n’a changé.") && !same.says("Les dates sont changées."))
        let moved = try await nour.submit("/mercato/2026-Q2/dates", ["closes": "2026-03-16", "reason": "Une raison."])
        #expect(moved.says("Les dates sont changées."))
        let weekend = try await nour.submit(
            "/mercato/2026-Q2/dates", ["opens": "2026-03-13", "closes": "2026-03-12", "reason": "Une raison."])
        #expect(weekend.says("Au plus tôt le 16 mars 2026"), "the first day on which it may close: \(weekend)")
    }

    @Test("the table of a vote that goes on or waits for the CPO is nobody's to set", arguments: TestDatabase.all)
    func boundTable(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        for (day, hour) in [
            (Day(2026, 3, 13), 19), (Day(2026, 3, 20), 10), (Day(2026, 4, 1), 10), (Day(2026, 6, 2), 10),
        ] {
            site.move(to: day, hour: hour)
            try site.turn()
        }
        #expect(try site.mercato().state == .closed, "it waits for the CPO")
        let ready = try site.topic("Un sujet prêt", .ready)
        let thea = try await site.signIn(as: "thea.nogaret")
        let page = try await thea.get("/mercato/2026-Q3/table")
        #expect(page.says("Un sujet prêt") && !page.says("Savoir qui fait quoi"))
        #expect(try await thea.attempt("/mercato/2026-Q3/table", ["topics": "S1"]).status == 422)
        let ref = try site.store.readNow { try $0.get(ready).ref }
        _ = try await thea.submit("/mercato/2026-Q3/table", ["topics": ref])
        let states = try site.store.readNow { try $0.records(Topic.self, where: "ref LIKE 'S%'").map(\.state) }
        #expect(states == Array(repeating: .tabled, count: 4))
        // The next vote opens with its own table alone.
        site.move(to: Day(2026, 6, 9))
        try site.turn()
        let opened = try site.store.readNow { try $0.mercato(ref: "2026-Q3") }
        #expect(opened?.state == .open && opened?.topics.map(\.code) == [ref])
    }

    @Test("who sets the table is told of a topic that nobody of Product Ops could lead", arguments: TestDatabase.all)
    func tooHeavy(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        try site.openMercato()
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await !thea.get("/mercato/2026-Q2/table").says("à découper ou à alléger"))
        let topic = try site.id(of: Topic.self, "ref", "S1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(topic) { (topic: inout Topic) in
                topic.effortDays = 45
                return Activity(.edited)
            }
        }
        #expect(try await thea.get("/mercato/2026-Q2/table").says("Le piloter prend 32 j"))
        #expect(try await !site.signIn(as: "hana.diallo").get("/mercato/2026-Q2/table").says("Le piloter prend"))
    }

    @Test("a vote whose hours passed without a table says so", arguments: TestDatabase.all)
    func notHeld(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        let thea = try await site.signIn(as: "thea.nogaret")
        try site.turn()
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q2")
        #expect(try site.store.readNow { try $0.mercato(of: cycle) }?.state == .preparing)
        _ = try await thea.get("/mercato")
        site.move(to: Day(2026, 3, 20))
        try site.turn()
        let late = try await site.signIn(as: "thea.nogaret")
        #expect(try await late.get("/mercato?cycle=2026-Q2").says("Le vote n'a pas eu lieu"))
        site.move(to: Day(2026, 7, 2))
        let later = try await site.signIn(as: "thea.nogaret")
        #expect(try await later.attempt("/mercato/2026-Q2/table", [:]).status == 409)
    }

    @Test(
        "why the CPO decides so is read once it is published, not in the activity before", arguments: TestDatabase.all)
    func reasonOfRuling(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        site.move(to: Day(2026, 3, 13), hour: 19)
        try site.turn()
        let mercato = try site.mercato()
        #expect(mercato.state == .closed && mercato.quorumMissed)
        let nour = try await site.signIn(as: "nour.castel")
        _ = try await nour.submit("/mercato/2026-Q2/ruling", ["selected": "S1", "reason": "Parce que S1 mène."])
        #expect(try site.mercato().ruling != nil)
        site.move(to: Day(2026, 3, 13), hour: 20)
        let feed = try await APIClient(site, as: "camille.aubrac").get("/activity?kind=mercato")
        #expect(feed.html.contains("ruled") && !feed.html.contains("Parce que"))
    }

    @Test(
        "the letter says why after the CPO decided, and the sponsor's own vote is told apart",
        arguments: TestDatabase.all)
    func letter(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        try await vote(site, "hana.diallo", ["3", "3", "1", "0"])
        site.move(to: Day(2026, 3, 13), hour: 19)
        try site.turn()
        site.move(to: Day(2026, 3, 16))
        try site.turn()
        _ = try await site.signIn(as: "nour.castel").submit(
            "/mercato/2026-Q2/ruling", ["selected": "S1", "reason": "S1 seul."])
        #expect(try site.mercato().state == .published)
        let letter = try await site.signIn(as: "hana.diallo").get("/mercato/2026-Q2/letter")
        #expect(letter.says("La CPO ne l'a pas retenu") && !letter.says("Il ne tient pas dans la capacité"))
        #expect(letter.says("Vous avez répondu sur 4 sujets"))
        // Hana sponsors the first topic and did not say so.
        let result = try await site.signIn(as: "camille.aubrac").get("/mercato/2026-Q2/result")
        #expect(result.says("sans les parties prenantes") && result.says("1 bulletin sur 3 votants"))
        let late = try await site.signIn(as: "hana.diallo").attempt("/mercato/2026-Q2/ballot", ["scores-S1": "1"])
        #expect(late.status == 409 && late.says("Le vote est clos") && !late.says("Secret jusqu'à la clôture"))
    }

    @Test(
        "a file changes neither the table nor the electors of an open vote, nor a ballot", arguments: TestDatabase.all)
    func frozenForFiles(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.openMercato()
        try await vote(site, "hana.diallo", ["3", "2", "1", "0"])
        let before = try site.mercato()
        func load(_ name: String, _ file: String) throws -> [Flaw.Reason] {
            try Importer(site.store, .init(keepGoing: true), at: site.clock.now(), on: site.today)
                .load([name: Array(file.utf8)]).files.flatMap(\.problems).map(\.reason)
        }
        #expect(
            try load("mercatos", "ref,cycle,state,electors\n2026-Q2,2026-Q2,open,thea.nogaret\n") == [.frozen])
        #expect(
            try load("candidates", "mercato,topic,title,effort_days\n2026-Q2,S1,Autre,1\n2026-Q2,S9,Neuf,1\n")
                == [.frozen, .frozen])
        #expect(
            try load("ballots", "mercato,voter,topic,score\n2026-Q2,hana.diallo,S1,1\n2026-Q2,thea.nogaret,S1,1\n")
                == [.frozen, .unknown])
        #expect(try load("mercatos", "ref,cycle,origin\na/b,2026-Q2,imported\n") == [.notACode])
        #expect(try site.mercato() == before)
    }
}

/// What was told, in order.
private final class Told: Sendable {
    private let changes = Mutex<[Change]>([])
    var all: [Change] { changes.withLock { $0 } }
    func take(_ change: Change) { changes.withLock { $0.append(change) } }
}
