import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The board")
struct BoardTests {
    @Test("counts what each team gives in each week, framed by the worst risk", arguments: TestDatabase.all)
    func counts(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").get("/board")
        #expect(page.says("4 dépendances entre"))
        #expect(page.says("1 sans réponse"))
        // S14 begins on 30 March, S27 on 29 June: fourteen weeks.
        #expect(page.says("S14") && page.says("30 mars") && page.says("S27") && page.says("29 juin"))
        // Bulletins has not answered DSN, which needs it on 3 April.
        #expect(
            page.has("team=bulletins&amp;side=giving&amp;week=2026-03-30\">1<span class=\"vh\">, risque élevé</span>"))
        #expect(!page.has("class=\"cords\""), "no strings before something is chosen")
        #expect(page.says("Les plus exposées du département"))
        #expect(page.has("team=bulletins#load\">"), "a load leads to why it is so")
        let team = try await site.signIn(as: "nour.castel").get("/teams/bulletins")
        let waits = try site.id(of: Dependency.self, "ref", "D4")
        #expect(team.has("/dependencies/\(waits)#risk"), "the page of a team says the risk of what it owes")
    }

    @Test("draws the strings of one team, with letters that lead to rows", arguments: TestDatabase.all)
    func strings(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").get("/board?team=bulletins")
        #expect(page.says("Les 4 ficelles de Bulletins"))
        #expect(page.says("3 à recevoir, 1 à donner"))
        #expect(page.html.components(separatedBy: "class=\"knot ").count - 1 == 4)
        let asked = try site.id(of: Dependency.self, "ref", "D4")
        #expect(page.has("href=\"#d-\(asked)\"") && page.has("<tr id=\"d-\(asked)\">"))
        #expect(page.has("Table unique des libellés, de Bulletins à DSN\"><rect"), "the knot says what it is")
        #expect(page.says("Pourquoi"))
    }

    @Test(
        "draws only what was chosen", arguments: TestDatabase.all,
        [
            ("", 0), ("team=identite", 1), ("tribe=plateforme", 0), ("circle=1", 0), ("unanswered=1", 0),
            ("team=bulletins&side=giving", 1), ("team=bulletins&side=giving&week=2026-03-30", 1),
            ("team=bulletins&side=giving&week=2026-04-06", 0), ("team=identite&side=giving&to=bulletins", 1),
            ("team=identite&side=giving&to=dsn", 0),
        ])
    func chosen(database: TestDatabase, view: (query: String, strings: Int)) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").get("/board?\(view.query)")
        #expect(page.html.components(separatedBy: "class=\"knot ").count - 1 == view.strings)
    }

    @Test("draws one initiative, for those who may read it", arguments: TestDatabase.all)
    func briefing(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let submitted = try site.id(of: Briefing.self, "ref", "B1")
        let draft = try site.id(of: Briefing.self, "ref", "B2")
        let malo = try await site.signIn(as: "malo.fauvel")
        let page = try await malo.get("/board?briefing=\(submitted)")
        #expect(page.says("Un bulletin que l’on comprend sans appeler le support"))
        #expect(page.html.components(separatedBy: "class=\"knot ").count - 1 == 3)
        #expect(try await malo.get("/board?briefing=\(draft)", checked: false).status == 404)
    }

    @Test("explains each risk and the load of the chosen team", arguments: TestDatabase.all)
    func explained(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/board?team=bulletins")
        #expect(page.says("Signalée : la chance de départ"))
        #expect(page.says("Charge de Bulletins :"))
        #expect(page.says("Ses initiatives, selon leur appétit"))
        let id = try site.id(of: Dependency.self, "ref", "D4")
        let dependency = try await camille.get("/dependencies/\(id)")
        #expect(dependency.says("Pourquoi") && dependency.says("Chance d’être à l’heure, donc un risque de"))
        let briefing = try site.id(of: Briefing.self, "ref", "B1")
        let page2 = try await camille.get("/briefings/\(briefing)")
        #expect(page2.says("Chance de tenir") && page2.says("chance sur"))
        #expect(page2.says("On les suppose indépendantes"))
    }

    @Test("shows a circle first and draws it; once all have promised a day it is quiet", arguments: TestDatabase.all)
    func circle(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try close(site)
        let nour = try await site.signIn(as: "nour.castel")
        let page = try await nour.get("/board?circle=1")
        #expect(page.says("Attente circulaire.") && page.says("Fabrice Delmotte tranche"))
        #expect(page.html.components(separatedBy: "class=\"knot loop\"").count - 1 == 2)
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            for ref in ["D4", "D9"] {
                try transaction.change(try site.id(of: Dependency.self, "ref", ref)) { (dependency: inout Dependency) in
                    dependency.state = .committed
                    dependency.committedFor = dependency.neededBy
                    return Activity(.committed)
                }
            }
        }
        let quiet = try await nour.get("/board")
        #expect(!quiet.says("Attente circulaire.") && !quiet.says("1 attente circulaire"))
        #expect(!quiet.has("circle=1"))
    }

    /// DSN waits for Bulletins, and Bulletins for DSN, each for the initiative that waits.
    private func close(_ site: TestSite) throws {
        let asked = try site.id(of: Briefing.self, "ref", "B1")
        let asking = try site.id(of: Briefing.self, "ref", "B3")
        let dependency = try site.id(of: Dependency.self, "ref", "D4")
        let dsn = try site.id(of: Rouage.Unit.self, "code", "dsn")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            let cycle: Cycle = try transaction.get(try transaction.get(asked).cycle)
            var back = Dependency(
                id: transaction.newID(),
                .init(ref: "D9", givingTeam: dsn, what: "Les codes de la DSN", neededBy: Day(2026, 4, 10)),
                of: try transaction.get(asked), in: cycle, on: site.today, at: site.clock.now())
            back.givingBriefing = asking
            try transaction.add(back, Activity(.pointedOut))
            try transaction.change(dependency) { (dependency: inout Dependency) in
                dependency.givingBriefing = asked
                return Activity(.edited)
            }
        }
    }

    @Test("as a matrix says who owes whom", arguments: TestDatabase.all)
    func matrix(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").get("/board/matrix")
        #expect(page.says("Doit, à qui"))
        #expect(page.has("team=identite&amp;side=giving&amp;to=bulletins\">1"))
        let none = try await site.signIn(as: "nour.castel").get("/board/matrix?late=1")
        #expect(none.says("Aucune équipe n’attend rien d’une autre ici"))
    }

    @Test("the table sorts by risk, the highest first", arguments: TestDatabase.all)
    func sorted(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let page = try await nour.get("/dependencies?scope=all&sort=-risk")
        #expect(page.has("aria-sort=\"descending\"") && page.has("sort=risk"))
        let first = try #require(page.words.range(of: "Table unique des libellés"))
        let last = try #require(page.words.range(of: "Étiquette lisible"))
        #expect(first.lowerBound < last.lowerBound)
        #expect(try await nour.get("/dependencies?scope=all").has("sort=-risk"))
    }

    @Test("is for Product Ops to read, not to point out; a stranger finds nothing", arguments: TestDatabase.all)
    func readers(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let ops = try await site.signIn(as: "thea.nogaret").get("/board")
        #expect(ops.says("Moteur de paie") && !ops.says("Signaler une dépendance"))
        let lead = try await site.signIn(as: "fabrice.delmotte").get("/board?tribe=paie")
        #expect(lead.says("Moteur de paie"))
        let ines = try await site.signIn(as: "ines.maurel").get("/board", checked: false)
        #expect(ines.says("Vous n'avez pas encore de place ici") && !ines.says("Moteur de paie"))
    }

    @Test("in English too", arguments: TestDatabase.all)
    func english(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        await camille.set(cookie: "lang", to: "en")
        let page = try await camille.get("/board?team=bulletins")
        #expect(page.says("W14") && page.says("The 4 strings of Bulletins") && page.says("3 to receive, 1 to give"))
        #expect(try await camille.get("/board/matrix").says("Owes, to whom"))
    }
}
