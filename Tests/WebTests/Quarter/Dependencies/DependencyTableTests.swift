import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The dependencies of a quarter")
struct DependencyTableTests {
    @Test("the table has two sides: what my team waits for, what it owes", arguments: TestDatabase.all)
    func twoSides(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "camille.aubrac").get("/dependencies")
        #expect(page.says("4 dépendances entre"))
        #expect(page.says("1 sans réponse"))
        let words = page.words
        let waits = try #require(words.range(of: "J'attends"))
        let owes = try #require(words.range(of: "Je dois"))
        let mine = try #require(words.range(of: "Étiquette lisible pour chaque rubrique"))
        let theirs = try #require(words.range(of: "Table unique des libellés"))
        #expect(waits.lowerBound < mine.lowerBound && mine.lowerBound < owes.lowerBound)
        #expect(owes.lowerBound < theirs.lowerBound)
        // 25 February to 5 March: six working days.
        #expect(page.says("Signalée depuis 6 j"))
    }

    @Test(
        "filters narrow the table", arguments: TestDatabase.all,
        [
            ("scope=all", 4), ("scope=all&unanswered=1", 1), ("scope=all&criticality=blocking", 2),
            ("scope=all&state=replanned", 1), ("team=identite", 1), ("team=bulletins&side=giving", 1),
            ("tribe=plateforme", 2), ("scope=all&external=1", 0), ("scope=all&late=1", 0),
        ])
    func filters(database: TestDatabase, filter: (query: String, rows: Int)) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "nour.castel").get("/dependencies?\(filter.query)")
        #expect(page.html.components(separatedBy: "<tr id=\"d-").count - 1 == filter.rows)
    }

    @Test("heads sort, and say how", arguments: TestDatabase.all)
    func sorts(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        let up = try await nour.get("/dependencies?scope=all&sort=what")
        #expect(up.has("aria-sort=\"ascending\""))
        #expect(up.has("sort=-what"))
        let down = try await nour.get("/dependencies?scope=all&sort=-what")
        #expect(down.has("aria-sort=\"descending\""))
        let first = try #require(down.words.range(of: "Table unique des libellés"))
        let last = try #require(down.words.range(of: "Composant"))
        #expect(first.lowerBound < last.lowerBound)
    }

    @Test("a circular wait comes first, with who settles it", arguments: TestDatabase.all)
    func circle(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let asked = try site.id(of: Briefing.self, "ref", "B1")
        let asking = try site.id(of: Briefing.self, "ref", "B3")
        let dependency = try site.id(of: Dependency.self, "ref", "D4")
        let dsn = try site.id(of: Rouage.Unit.self, "code", "dsn")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
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
        let page = try await site.signIn(as: "nour.castel").get("/dependencies")
        #expect(page.says("Attente circulaire."))
        #expect(page.says("DSN attend Bulletins , qui attend DSN") || page.says("DSN attend Bulletins, qui attend DSN"))
        #expect(page.says("Fabrice Delmotte tranche"))
        #expect(page.says("1 attente circulaire"))
    }

    @Test("a stranger finds no table and no dependency", arguments: TestDatabase.all)
    func stranger(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let ines = try await site.signIn(as: "ines.maurel")
        let id = try site.id(of: Dependency.self, "ref", "D1")
        let table = try await ines.get("/dependencies", checked: false)
        #expect(table.says("Vous n'avez pas encore de place ici"))
        #expect(!table.says("Étiquette lisible"))
        #expect(try await ines.get("/dependencies/\(id)", checked: false).status == 404)
    }

    @Test("in English too", arguments: TestDatabase.all)
    func english(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        await camille.set(cookie: "lang", to: "en")
        let page = try await camille.get("/dependencies")
        #expect(page.says("I wait for"))
        #expect(page.says("Dependencies of Q2"))
        let id = try site.id(of: Dependency.self, "ref", "D4")
        let one = try await camille.get("/dependencies/\(id)")
        #expect(one.says("I commit"))
        #expect(one.says("An answer has been due for 3 d."))
    }
}
