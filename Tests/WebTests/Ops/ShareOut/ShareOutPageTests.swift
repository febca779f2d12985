import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The page of sharing out")
struct ShareOutPageTests {
    private let address = "/projects/share-out?cycle=2026-Q2"
    private let secret = "Pas avec cette équipe."

    @Test(
        "Product Ops propose, change with a reason, and confirm; then its lines are projects",
        arguments: TestDatabase.all)
    func wholePath(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let topics = try site.topicsToShare()
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q2")
        let thea = try await site.signIn(as: "thea.nogaret")
        let (first, second) = ("wishes-\(topics[0])", "wishes-\(topics[1])")
        _ = try await thea.submit(
            "/projects/share-out/preferences", ["cycle": "2026-Q2", "days_off": "4", first: "3", second: "1"])
        let proposed = try await thea.submit("/projects/share-out/proposal", ["cycle": "2026-Q2"])
        #expect(proposed.says("Prouvée optimale"))
        func shareOut() throws -> ShareOut { try #require(try site.store.readNow { try $0.shareOut(of: cycle) }) }
        let thea1 = try site.personID("thea.nogaret")
        #expect(try shareOut().lines.first { $0.topic == topics[0] }?.lead == thea1)
        let fields = [
            "cycle": "2026-Q2", "topic": topics[1].description, "lead": "thea.nogaret", "buddy": "idriss.belmonte",
            "reason": "J’ai commencé en février.",
        ]
        let changed = try await thea.submit("/projects/share-out/edits", fields.map { ($0.key, $0.value) })
        #expect(changed.says("changé par Théa Nogaret") && changed.says("J’ai commencé en février."))
        #expect(try shareOut().edits.count == 1 && shareOut().proposal != shareOut().lines)
        #expect(changed.says("Le calcul proposait Idriss Belmonte, en appui Théa Nogaret."))
        #expect(changed.says("Préférence moyenne de chaque pilote"))
        #expect(changed.says("La proposition était prouvée optimale ; 1 ligne a été changée depuis."))
        #expect(!changed.says("aucune autre répartition ne fait mieux"))
        #expect(try await thea.get("/inbox").says("Confirmer la répartition"))
        let confirmed = try await thea.submit("/projects/share-out/confirmation", ["cycle": "2026-Q2"])
        #expect(confirmed.says("confirmée par celles et ceux qui pilotent"))
        let projects = try site.store.readNow { try $0.projects(of: cycle) }
        #expect(Set(projects.compactMap(\.topic)) == Set(topics))
        #expect(projects.allSatisfy { $0.lead == thea1 && !$0.isUnplanned && $0.stage == .selected })
    }

    @Test(
        "wishes and loads are read by Product Ops alone: not on the page, in the API, the activity, the search or the files",
        arguments: TestDatabase.all)
    func secrecy(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, topics) = try site.shareOut()
        try site.writeWishes(topics, reason: secret)
        #expect(try await site.signIn(as: "thea.nogaret").get(address).says("Les préférences de l’équipe"))
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
        for code in ["camille.aubrac", "hana.diallo", "nour.castel", "mehdi.rahal"] {
            let page = try await site.signIn(as: code).get(address)
            #expect(page.status == 200)
            for word in ["préférences", secret, "La charge de chacun", "Qui pilote", "Idriss"] {
                #expect(!page.says(word), "\(code) reads \(word)")
            }
            let client = try await APIClient(site, as: code)
            #expect(try await client.get("/share-preferences").status == 403)
            #expect(try await client.get("/share-outs/\(id)").status == 404)
            #expect(try await client.get("/share-outs").items.isEmpty)
            let lines = try await client.get("/activity?limit=200").items
            let kinds = Set(lines.compactMap { $0["kind"] as? String })
            #expect(kinds.isDisjoint(with: ["share_preference", "share_out"]), "\(code)")
            #expect(!kinds.isEmpty)
            #expect(try await client.get("/search?q=cette").items.isEmpty)
        }
        let ops = try await APIClient(site, as: "thea.nogaret")
        #expect(try await ops.get("/share-preferences").items.count == 1)
        #expect(try await ops.get("/share-outs").items.count == 1)
        let files = try site.store.readNow { reading in
            let exporter = try Exporter(reading)
            return try Exporter.names.map { try exporter.file($0) }.joined()
        }
        #expect(!files.contains(secret) && files.contains("Écrire les décisions"))
        // Once it holds, everybody reads the lines and what nobody takes, and still not how they came about.
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(id) { (shareOut: inout ShareOut) in
                shareOut.state = .confirmed
                shareOut.proposal.removeAll { $0.topic == topics[1] }
                shareOut.leftOut = [.init(topic: topics[1], obstacle: .tooHeavy)]
                return Activity(.published)
            }
        }
        let page = try await site.signIn(as: "camille.aubrac").get(address)
        #expect(page.says("Écrire les décisions") && page.says("Idriss Belmonte"))
        #expect(page.says("Sans personne, et pourquoi") && page.says("Personne n’a à soi seul assez de jours"))
        #expect(!page.says("La charge de chacun") && !page.says("Prouvée") && !page.says("préférences"))
        let told = try await APIClient(site, as: "camille.aubrac").get("/share-outs").items
        #expect(told.count == 1 && (told.first?["making"] is String) == false)
        let left = told.first?["left_out"] as? [[String: Any]]
        #expect(left?.map { $0["obstacle"] as? String } == ["too_heavy"])
    }

    @Test(
        "a project that goes on loads who carries it; one that is paused or handed over does not",
        arguments: TestDatabase.all)
    func carried(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try site.project(.rollout, "Qui appeler la nuit")
        _ = try site.project(.rollout, "Une page partout") { $0.standing = .paused }
        _ = try site.project(.handedOver, "Un point unique")
        _ = try site.topic("Écrire les décisions", .selected)
        let (cycle, thea) = (
            try site.id(of: Cycle.self, "label", "2026-Q1"), try site.personID("thea.nogaret")
        )
        let table = try site.store.readNow { reading in
            try reading.shareOutTable(for: reading.get(cycle), reading.organisation(on: site.today), on: site.today)
        }
        let member = try #require(table.members.first { $0.person == thea })
        #expect(member.carried == 7 && member.leads == 1 && member.left == member.days - 7)
        #expect(try await site.signIn(as: "thea.nogaret").get("/projects/new").says("7 jours pris sur"))
        #expect(try await !site.signIn(as: "nour.castel").get("/projects/new").says("jours pris sur"))
    }

    @Test("what was computed is not called proven once wishes or projects changed", arguments: TestDatabase.all)
    func overtaken(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, topics) = try site.shareOut()
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get(address).says("aucune autre répartition ne fait mieux"))
        site.move(to: site.today, hour: 17)
        try site.writeWishes(topics, reason: secret)
        let page = try await thea.get(address)
        #expect(page.says("prouvée optimale le jour de son calcul") && page.says("recalculez si cela compte"))
        #expect(!page.says("aucune autre répartition ne fait mieux"))
        #expect(page.says(secret), "Product Ops read why")
        let again = try await thea.submit("/projects/share-out/proposal", ["cycle": "2026-Q2", "version": "1"])
        #expect(again.says("aucune autre répartition ne fait mieux"))
        let stale = try await thea.attempt("/projects/share-out/proposal", ["cycle": "2026-Q2", "version": "1"])
        #expect(stale.status == 409)
        #expect(try site.store.readNow { try $0.get(id).version } == 2)
    }

    @Test("a reason without a wish is not lost in silence", arguments: TestDatabase.all)
    func reasonAlone(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let topics = try site.topicsToShare()
        let thea = try await site.signIn(as: "thea.nogaret")
        let fields = ["cycle": "2026-Q2", "wishes-\(topics[0])": "", "reasons-\(topics[0])": secret]
        let refused = try await thea.attempt("/projects/share-out/preferences", fields)
        #expect(refused.status == 422 && refused.html.contains(secret))
        let kept = fields.merging(["wishes-\(topics[0])": "1"]) { $1 }
        let page = try await thea.submit("/projects/share-out/preferences", kept.map { ($0.key, $0.value) })
        #expect(page.says("Les préférences de l’équipe") && page.says(secret))
    }

    @Test("wrong fields hear a sentence, and an old form the newer state", arguments: TestDatabase.all)
    func badInput(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (_, topics) = try site.shareOut()
        let thea = try await site.signIn(as: "thea.nogaret")
        func attempt(_ noun: String, _ fields: [String: String]) async throws -> Page {
            try await thea.attempt(
                "/projects/share-out/\(noun)", fields.merging(["cycle": fields["cycle"] ?? "2026-Q2"]) { $1 })
        }
        #expect(try await attempt("preferences", ["days_off": "beaucoup"]).status == 422)
        #expect(try await attempt("preferences", ["wishes-\(topics[0])": "7"]).status == 422)
        #expect(try await attempt("proposal", ["cycle": "2031-Q9"]).status == 422)
        let same = [
            "topic": topics[0].description, "lead": "thea.nogaret", "buddy": "thea.nogaret", "reason": "Seule.",
        ]
        let page = try await attempt("edits", same)
        #expect(page.status == 422 && page.says("Il faut deux personnes différentes."))
        #expect(try await attempt("confirmation", ["version": "9"]).status == 409)
    }
}
