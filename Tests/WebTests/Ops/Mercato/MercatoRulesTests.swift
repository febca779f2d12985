import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The rules of a mercato")
struct MercatoRulesTests {
    private static let address = "/mercato/2026-Q2"

    /// Two days before it opens.
    private func preparing(_ database: TestDatabase) throws -> TestSite {
        let site = try TestSite(database, on: Day(2026, 3, 3))
        try site.openMercato()
        return site
    }

    private func vote(_ site: TestSite, _ code: String, _ fields: [(String, String)]) async throws {
        let page = try await site.signIn(as: code).submit(Self.address + "/ballot", fields)
        #expect(page.status == 200 && page.says("Votre bulletin"), "\(code)")
    }

    /// Three directors vote, one says a word, and the vote is over.
    private func published(_ site: TestSite) async throws {
        site.move(to: Day(2026, 3, 5))
        try site.turn()
        try await vote(
            site, "hana.diallo",
            [("scores-S1", "3"), ("scores-S2", "1"), ("words-S1", "Avant tout le reste."), ("concerned", "S1")])
        try await vote(site, "salome.tissier", [("scores-S1", "2"), ("scores-S2", "3")])
        try await vote(site, "ruben.achard", [("scores-S1", "3"), ("scores-S2", "2")])
        site.move(to: Day(2026, 3, 11), hour: 18)
        try site.turn()
        site.move(to: Day(2026, 3, 12))
        try site.turn()
        #expect(try site.mercato().state == .published)
    }

    @Test("are set while it is prepared, said on the ballot, and frozen when it opens", arguments: TestDatabase.all)
    func set(database: TestDatabase) async throws {
        let site = try preparing(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(
            try await thea.get(Self.address).says(
                "Le vote compte avec 60 % des votants et au moins 1 bulletin par métier"))
        for (field, value) in [
            ("session_quorum", "5"), ("session_quorum", "101"), ("item_quorum", "<b>"), ("craft_minimum", "11"),
            ("visibility", "'; --"), ("cpo_votes", "maybe"), ("session_quorum", "999999999999999999999"),
        ] {
            let refused = try await thea.submit(Self.address + "/settings", [field: value])
            #expect(refused.status == 422 && refused.says("Les règles ne sont pas changées"), "\(field) \(value)")
        }
        for code in ["hana.diallo", "camille.aubrac"] {
            let person = try await site.signIn(as: code)
            #expect(try await person.attempt(Self.address + "/settings", ["session_quorum": "70"]).status == 403)
            #expect(try await !person.get(Self.address).html.contains("/settings"))
        }
        let page = try await thea.submit(
            Self.address + "/settings",
            [
                "version": "1", "session_quorum": "70", "item_quorum": "40", "craft_minimum": "0",
                "visibility": "distribution",
            ])
        #expect(page.says("Le vote compte avec 70 % des votants ; un sujet est classé quand 40 % des bulletins"))
        #expect(
            try await thea.attempt(Self.address + "/settings", ["version": "1", "session_quorum": "80"]).status == 409)
        let settings = try site.mercato().settings
        #expect(settings.sessionPercent == 70 && settings.itemPercent == 40 && settings.craftMinimum == 0)
        #expect(settings.visibility == .distribution && !settings.cpoVotes)
        site.move(to: Day(2026, 3, 5))
        try site.turn()
        let ballot = try await site.signIn(as: "hana.diallo").get(Self.address)
        #expect(ballot.says("Personne ne lit qui a donné quoi, ni les Ops, ni la CPO."))
        #expect(ballot.says("Le vote compte avec 70 % des votants"))
        #expect(try await thea.attempt(Self.address + "/settings", ["visibility": "named"]).status == 409)
        #expect(try site.mercato().settings == settings)
    }

    @Test("let the CPO vote only where they say so", arguments: TestDatabase.all, [false, true])
    func cpo(database: TestDatabase, votes: Bool) async throws {
        let site = try preparing(database)
        let client = try await APIClient(site, as: "thea.nogaret")
        let set = try await client.post("/mercatos/2026-Q2/settings", #"{"cpo_votes": \#(votes)}"#)
        #expect(set.status == 200 && set.html.contains(#""cpo_votes":\#(votes)"#))
        site.move(to: Day(2026, 3, 5))
        try site.turn()
        let nour = try await site.signIn(as: "nour.castel")
        let saved = try await nour.attempt(Self.address + "/ballot", ["scores-S1": "3"])
        #expect(saved.status == (votes ? 303 : 403))
        #expect(try site.mercato().electors.count == (votes ? 4 : 3))
        let ops = try await site.signIn(as: "thea.nogaret")
        #expect(try await ops.attempt(Self.address + "/ballot", ["scores-S1": "3"]).status == 403)
    }

    @Test("with the distribution only, no page, operation or file names who gave what", arguments: TestDatabase.all)
    func nameless(database: TestDatabase) async throws {
        let site = try preparing(database)
        _ = try await site.signIn(as: "nour.castel").submit(Self.address + "/settings", ["visibility": "distribution"])
        try await published(site)
        for code in ["hana.diallo", "thea.nogaret", "nour.castel"] {
            let person = try await site.signIn(as: code)
            let words = try await person.get(Self.address + "/ballots")
            #expect(words.says("Avant tout le reste.") && words.says("sans les noms"))
            #expect(!words.says("Salomé Tissier") && !words.html.contains("<table"))
            let result = try await person.get(Self.address + "/result")
            #expect(!result.says("Les bulletins nommés") && !result.says("sans parrain"))
            #expect(!result.html.contains("class=\"dots\" viewBox=\"0 0 124"), "one ballot a craft: no means")
            let client = try await APIClient(site, as: code)
            #expect(try await client.get("/mercatos/2026-Q2/ballots").status == 403)
            let ranking = try await client.get("/mercatos/2026-Q2/ranking")
            #expect(ranking.status == 200 && !ranking.html.contains("\"design\":"))
        }
        #expect(try await site.signIn(as: "camille.aubrac").request("GET", Self.address + "/ballots").status == 404)
        let letter = try await site.signIn(as: "hana.diallo").get(Self.address + "/letter")
        #expect(letter.says("Vous avez donné 3.") && letter.says("Vous seul lisez vos notes."))
        let file = try site.store.readNow { try Exporter($0).file("ballots") }
        #expect(file.contains("2026-Q2,1,") && file.contains("2026-Q2,3,"))
        for code in ["hana.diallo", "salome.tissier", "ruben.achard"] { #expect(!file.contains(code)) }
    }

    @Test(
        "by name, the words and stakes of a ballot go through the API as through the page", arguments: TestDatabase.all)
    func words(database: TestDatabase) async throws {
        let site = try preparing(database)
        site.move(to: Day(2026, 3, 5))
        try site.turn()
        let client = try await APIClient(site, as: "hana.diallo")
        let path = "/mercatos/2026-Q2/ballot"
        #expect(try await client.get(path).status == 404)
        let saved = try await client.send(
            "PUT", path,
            #"{"scores": {"S1": "3"}, "words": {"S1": "Avant tout.", "S2": "Plus tard."}, "concerned": ["S2"]}"#)
        #expect(saved.status == 200)
        let own = try await client.get(path).html
        #expect(own.contains(#""words":"Avant tout.""#) && own.contains(#""words":"Plus tard.""#))
        #expect(own.contains(#""concerned":true"#) && own.contains(#""score":"3""#))
        _ = try await client.send("PUT", path, #"{"words": {"S2": ""}}"#)
        let after = try await client.get(path).html
        #expect(after.contains("Avant tout.") && !after.contains("Plus tard.") && after.contains(#""concerned":true"#))
        for wrong in [#"{"words": {"S9": "Rien."}}"#, #"{"words": {"S1": "\#(String(repeating: "x", count: 281))"}}"#] {
            #expect(try await client.send("PUT", path, wrong).status == 422)
        }
        for code in ["thea.nogaret", "nour.castel", "camille.aubrac"] {
            #expect(try await APIClient(site, as: code).get(path).status == 403, "\(code)")
        }
        #expect(try await APIClient(site, as: "salome.tissier").get(path).status == 404, "nobody reads another's")
    }

    @Test("of a session held elsewhere, what it has no rule for is left out", arguments: TestDatabase.all)
    func elsewhere(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let at = transaction.now
            var mercato = Mercato(
                id: transaction.newID(), ref: "committee", cycle: cycle, opensAt: at, closesAt: at, publishesAt: at,
                at: at)
            mercato.title = "Steering Committee Election"
            mercato.origin = .imported
            mercato.state = .published
            mercato.settings.sessionQuorum = 0
            mercato.settings.craftMinimum = 0
            mercato.topics = [Mercato.Row(code: "a", title: "Ada", effortDays: 1)]
            try transaction.add(mercato, Activity(.imported))
            let ballot = Ballot(voter: .outside("v1"), craft: .other, scores: [.must], savedAt: at)
            try transaction.keep([ballot], in: mercato.id)
        }
        let camille = try await site.signIn(as: "camille.aubrac")
        let result = try await camille.get("/mercato/committee/result")
        #expect(result.says("Steering Committee Election") && result.says("Ada"))
        for word in ["Ligne de capacité", "Robustesse", "Cumul", "Moyenne par métier"] {
            #expect(!result.says(word), "\(word)")
        }
        let sentences = try await camille.get("/mercato/committee/calculation")
        #expect(sentences.says("À score égal"))
        for word in ["Le vote compte", "La ligne", "La robustesse", "Métier le plus bas"] {
            #expect(!sentences.says(word), "\(word)")
        }
        let history = try await camille.get("/mercato/history")
        #expect(history.says("Steering Committee Election Publié"))
    }

    @Test("what a vote came to is kept once it is published, and counted where it is not", arguments: TestDatabase.all)
    func kept(database: TestDatabase) async throws {
        let site = try preparing(database)
        try await published(site)
        let mercato = try site.mercato()
        let rows = try site.store.readNow {
            try $0.count("SELECT count(*) FROM mercato_ranking WHERE version = \(mercato.version)")
        }
        #expect(rows == 1)
        let kept = try #require(try site.store.readNow { try $0.ranking(of: mercato) })
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("DELETE FROM mercato_ranking")
        }
        #expect(try site.store.readNow { try $0.ranking(of: mercato) } == kept)
        #expect(kept.ballots == 3 && kept.byCraft.count == 3)
    }
}
