import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of a brainstorm")
struct BrainstormPageTests {
    private static let path = "/brainstorms/2026-Q2"

    @Test("planned, written in silence, hung, put in order, made into topics, closed", arguments: TestDatabase.all)
    func whole(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/brainstorms").says("Préparer la séance"))
        let planned = try await thea.submit("/brainstorms", ["cycle": "2026-Q2"])
        #expect(
            planned.path == Self.path && planned.says("Brainstorming du T2") && planned.says("Commencer l'écriture"))
        #expect(try await thea.submit("/brainstorms", ["cycle": "2026-Q2"]).status == 200, "there is one already")
        let arranged = try await thea.submit(
            Self.path + "/plan",
            ["held_on": "2026-03-06", "minutes": "20", "invited": "camille.aubrac"])
        #expect(arranged.says("Camille Aubrac invitation") && arranged.says("20 minutes d'écriture en silence"))
        #expect(try await thea.submit(Self.path + "/beginning").says("Personne ne lit les idées des autres"))
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/brainstorms")
        #expect(page.says("sur 20 min") && page.says("0 idée écrite") && !page.says("Clore l'écriture"))
        for (browser, text, source) in [
            (camille, "Écrire <b>chaque</b> décision", "pulse"), (camille, "Relire les décisions", "field"),
            (thea, "Un annuaire", "incident"),
        ] {
            let answer = try await browser.submit(Self.path + "/ideas", ["text": text, "source": source])
            #expect(answer.status == 200 && answer.says(text))
        }
        #expect(try await camille.get(Self.path).says("3 idées écrites"))
        #expect(try await !camille.get(Self.path).says("Un annuaire"))
        let wall = try await thea.submit(Self.path + "/wall")
        #expect(
            wall.says("3 idées, 0 groupe") && wall.says("Écrire <b>chaque</b> décision") && wall.says("Hors groupe"))
        #expect(!wall.says("Camille Aubrac, ") && wall.says("de vous"))
        let ideas = try site.store.readNow { try $0.wall(of: $0.brainstorms()[0], for: nil) }
        #expect(ideas.compactMap(\.number) == [1, 2, 3] && ideas.allSatisfy { $0.author == nil })
        let written = ideas.filter { $0.text.contains("décision") }.compactMap(\.number)
        let grouped = try await camille.submit(
            Self.path + "/moves",
            [("ideas", "\(written[0])@"), ("ideas", "\(written[1])@"), ("to", "new"), ("title", "Les décisions")])
        #expect(
            grouped.status == 200 && grouped.says("3 idées, 1 groupe")
                && grouped.says("2 idées, Retours terrain 1, Étude trimestrielle 1"))
        let topic = try await camille.submit(Self.path + "/clusters/1/topic")
        #expect(topic.says("Sujet : Les décisions"))
        let made = try site.store.readNow { try $0.records(Topic.self)[0] }
        let cycle = try site.session().cycle
        #expect(made.title == "Les décisions" && made.cycle == cycle && made.state == .idea)
        #expect(
            made.problem.contains("• Relire les décisions")
                && made.sourceNotes.contains("Retours terrain 1, Étude trimestrielle 1"))
        let origin = try await camille.get("/topics/\(made.id)")
        #expect(origin.says("Brainstorming du T2 : Les décisions , 2 idées"))
        let closed = try await thea.submit(Self.path + "/closing")
        #expect(closed.says("Devenu sujet") && closed.says("Un annuaire") && !closed.has("type=\"checkbox\""))
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await malo.get(Self.path).says("Relire les décisions"), "what was not taken stays to be read")
    }

    @Test("the second of two who move one idea is told where it is, and changes nothing", arguments: TestDatabase.all)
    func conflict(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm()
        let (thea, camille) = (
            try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "camille.aubrac")
        )
        #expect(try await thea.submit(Self.path + "/moves", ["ideas": "5@", "to": "2"]).status == 200)
        let late = try await camille.submit(Self.path + "/moves", ["ideas": "5@", "to": "1"])
        #expect(late.status == 409 && late.says("Quelqu'un vient de déplacer cette idée"))
        #expect(late.says("Elle est maintenant dans « Savoir qui » et y reste."))
        #expect(try site.session().cluster(of: 5)?.key == 2)
        // Of many at once each idea ends in one place.
        for _ in 1...5 {
            let from = try site.session().cluster(of: 6)?.key.description ?? ""
            async let first = thea.submit(Self.path + "/moves", ["ideas": "6@\(from)", "to": from == "1" ? "2" : "1"])
            async let second = camille.submit(
                Self.path + "/moves", ["ideas": "6@\(from)", "to": from == "2" ? "1" : "2"])
            let states = try await [first.status, second.status].sorted()
            #expect(states == [200, 409] || (from.isEmpty == false && states == [200, 200]), "\(states)")
            #expect(try site.session().clusters.flatMap(\.ideas).count { $0 == 6 } == 1)
        }
    }

    @Test(
        "an idea that is sent as the writing ends is hung, or comes back to who wrote it", arguments: TestDatabase.all)
    func lastIdea(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let session = try site.brainstorm(.writing)
        _ = try site.ownIdea()
        let (thea, camille) = (
            try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "camille.aubrac")
        )
        async let hanging = thea.submit(Self.path + "/wall")
        async let writing = camille.submit(Self.path + "/ideas", ["text": "La toute dernière"])
        let (ended, written) = try await (hanging, writing)
        #expect(ended.status == 200)
        let wall = try site.store.readNow { try $0.wall(of: $0.get(session.id), for: nil) }
        let hung = try site.session().hung
        #expect(wall.count == hung)
        if written.status == 200 {
            #expect(wall.contains { $0.text == "La toute dernière" })
        } else {
            #expect(written.status == 409 && written.says("Votre idée n'est pas au mur"))
            #expect(written.says("La toute dernière"))
        }
        let late = try await camille.submit(Self.path + "/ideas", ["text": "Trop tard"])
        #expect(late.status == 409 && late.says("Trop tard"))
    }

    @Test("the author alone signs, then everybody knows", arguments: TestDatabase.all)
    func signature(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm()
        let idea = try site.ownIdea()
        let (thea, camille) = (
            try await site.signIn(as: "thea.nogaret"), try await site.signIn(as: "camille.aubrac")
        )
        #expect(try await !thea.get(Self.path).says("Retours terrain, Camille"))
        #expect(try await thea.submit("\(Self.path)/ideas/\(idea)/signature").status == 404)
        #expect(
            try await camille.submit("\(Self.path)/ideas/\(idea)/signature").says("Retours terrain, Camille Aubrac"))
        #expect(try await thea.get(Self.path).says("Retours terrain, Camille Aubrac"))
    }

    @Test("all write once more: the wall is turned round, what is in order stays so", arguments: TestDatabase.all)
    func again(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm()
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.submit(Self.path + "/writing", ["reason": ""]).status == 422)
        let writing = try await thea.submit(Self.path + "/writing", ["reason": "Il manquait le support."])
        #expect(writing.says("6 idées écrites") && !writing.says("Idée 6") && !writing.says("Savoir qui"))
        _ = try await thea.submit(Self.path + "/ideas", ["text": "Une septième"])
        let wall = try await thea.submit(Self.path + "/wall")
        #expect(wall.says("7 idées, 2 groupes") && wall.says("Reprise : Il manquait le support."))
        let seventh = try site.store.readNow { try $0.wall(of: $0.brainstorms()[0], for: nil) }.last
        #expect(seventh?.number == 7 && seventh?.text == "Une septième")
    }

    @Test(
        "who takes part finds it on their home while it is near or under way, and nobody else",
        arguments: TestDatabase.all)
    func expected(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm(.writing)
        let (camille, malo) = (try await site.signIn(as: "camille.aubrac"), try await site.signIn(as: "malo.fauvel"))
        let thea = try await site.signIn(as: "thea.nogaret")
        for path in ["/", "/inbox"] {
            #expect(try await camille.get(path).says("Écrire vos idées pour le T2"), "\(path)")
            #expect(try await !malo.get(path).says("Écrire vos idées"), "\(path)")
        }
        #expect(try await thea.get("/").says("Écrire vos idées pour le T2"))
        _ = try await thea.submit(Self.path + "/ideas", ["text": "Une idée"])
        _ = try await thea.submit(Self.path + "/wall")
        #expect(try await camille.get("/").says("Ranger les idées du T2"))
        _ = try await thea.submit(Self.path + "/closing")
        #expect(try await !camille.get("/").says("Ranger les idées"))
        let later = try TestSite(database)
        let session = try later.brainstorm(.planned)
        let theirs = try await later.signIn(as: "camille.aubrac")
        #expect(try await theirs.get("/").says("Venir au brainstorming du T2"))
        try later.store.writeNow(as: nil, at: later.clock.now()) { transaction -> Void in
            try transaction.change(session.id) { (session: inout Brainstorm) in
                session.heldOn = later.today + 8
                return Activity(.edited)
            }
        }
        #expect(try await !theirs.get("/").says("Venir au brainstorming"))
    }

    @Test("bad input is said in words, and nothing is kept", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let session = try site.brainstorm(.writing)
        let camille = try await site.signIn(as: "camille.aubrac")
        for (fields, words) in [
            (["text": " "], "Ce champ est vide"), (["text": String(repeating: "x", count: 141)], "1 caractère de trop"),
            (["text": "a", "source": "'; DROP TABLE idea; --"], "Rouage ne connaît pas ce nom"),
        ] as [([String: String], String)] {
            let page = try await camille.attempt(Self.path + "/ideas", fields)
            #expect(page.status == 422 && page.says(words), "\(fields)")
        }
        #expect(try site.store.readNow { try $0.ideaCount(in: session.id) } == 0)
        #expect(try await camille.submit(Self.path + "/wall").status == 403)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.submit(Self.path + "/wall").says("Personne n'a encore rien écrit"))
        #expect(try await thea.submit(Self.path + "/plan", ["minutes": "x"]).status == 422)
        #expect(try await thea.submit(Self.path + "/plan", ["held_on": "demain"]).status == 422)
        #expect(
            try await thea.submit(Self.path + "/plan", ["invited": "nobody"]).status == 422)
        let aziz = try await site.signIn(as: "aziz.charvin")
        #expect(try await aziz.get(Self.path).says("Vous n'êtes pas de cette séance"))
        #expect(try await aziz.submit(Self.path + "/ideas", ["text": "a"]).status == 403)
        _ = try await thea.submit(Self.path + "/ideas", ["text": "a"])
        _ = try await thea.submit(Self.path + "/wall")
        for idea in ["9@", "1@7", "x", "1@<b>"] {
            let page = try await thea.submit(Self.path + "/moves", ["ideas": idea, "to": "new"])
            #expect([409, 422].contains(page.status), "\(idea)")
        }
        #expect(try await thea.submit(Self.path + "/moves", ["to": "new"]).says("Cochez au moins une idée"))
        #expect(try await thea.submit(Self.path + "/moves", ["ideas": "1@", "to": "x"]).status == 422)
        #expect(try await thea.submit(Self.path + "/clusters/9/topic").status == 404)
        #expect(try site.session().clusters.isEmpty)
    }
}
