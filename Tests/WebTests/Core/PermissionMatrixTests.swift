import Hummingbird
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

/// Every address of the site, asked by each of the cast and by nobody, against one table. A new address fails the test
/// until somebody has said here whom it is for. The fields of a form are wrong on purpose where they may be: who may
/// send it hears what is wrong (409, 422), who may not hears that (403), or that there is nothing (404).
@Suite("Every route, by each of the cast")
struct PermissionMatrixTests {
    typealias Fields = [String: String]

    struct Row: Sendable {
        let route: String
        let path: String
        let open: Set<String>
        /// What the others get.
        let closed: [Int]
        let fields: Fields
        /// What somebody who is not signed in gets.
        let nobody: Int

        init(
            _ route: String, _ path: String, _ open: Set<String>, else closed: Int..., with fields: Fields = [:],
            nobody: Int? = nil
        ) {
            self.init(route, path, open, closed, fields, nobody)
        }

        /// For an address without a name in it.
        init(
            _ route: String, _ open: Set<String>, else closed: Int..., with fields: Fields = [:], nobody: Int? = nil
        ) {
            self.init(route, String(route.split(separator: " ")[1]), open, closed, fields, nobody)
        }

        private init(
            _ route: String, _ path: String, _ open: Set<String>, _ closed: [Int], _ fields: Fields, _ nobody: Int?
        ) {
            self.route = route
            self.path = path
            self.open = open
            self.closed = closed
            self.fields = fields
            self.nobody = nobody ?? (route.hasPrefix("GET") ? 303 : 401)
        }
    }

    private static let all = Set(TestSite.cast)
    private static let members = all.subtracting(["loic.perdrix", "ines.maurel"])
    private static let directory = members.union(["loic.perdrix"])
    private static let bulletins: Set = ["camille.aubrac", "lison.perrault", "aziz.charvin", "fabrice.delmotte"]
    private static let authors = bulletins.union(["malo.fauvel", "wassim.ferhat", "yanis.corbel", "mehdi.rahal"])
    private static let givers: Set = ["yanis.corbel"]
    private static let paieDirectors: Set = ["hana.diallo", "salome.tissier"]
    private static let directors = paieDirectors.union(["ruben.achard"])
    private static let cpo: Set = ["nour.castel"]
    private static let administrator: Set = ["loic.perdrix"]
    private static let department = cpo.union(administrator)
    private static let tribeLead: Set = ["fabrice.delmotte"]

    /// Addresses of one site: `B1` and `B2` are briefings of Bulletins, the second a draft; Identité gives `D2`, and
    /// Design système has seen `D3`.
    private static func rows(_ site: TestSite) throws -> [Row] {
        let submitted = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
        let draft = "/briefings/\(try site.id(of: Briefing.self, "ref", "B2"))"
        let dependency = "/dependencies/\(try site.id(of: Dependency.self, "ref", "D2"))"
        let seen = "/dependencies/\(try site.id(of: Dependency.self, "ref", "D3"))"
        let person = try site.id(of: Person.self, "code", "yse.carpentier")
        let comment = try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let comment = Rouage.Comment(
                id: transaction.newID(), on: try site.id(of: Briefing.self, "ref", "B1"),
                by: try site.id(of: Person.self, "code", "malo.fauvel"), text: "Bien vu.", at: transaction.now)
            try transaction.add(comment, Activity(.commented))
            return comment.id
        }
        let membership = try site.store.readNow { try $0.organisation(on: site.today).memberships(of: person)[0].id }
        let grant = try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let grant = RoleGrant(id: transaction.newID(), person: person, role: .guest)
            try transaction.add(grant, Activity(.created))
            return grant.id
        }
        let planned = "/meetings/\(try site.callMeeting())"
        let action = "/meeting-actions/\(try site.meetingWithAction().action)/completion"
        return common + accounts(person) + briefings(submitted, draft, comment) + dependencies(dependency, seen: seen)
            + organisation(person, membership, grant) + meetings(planned, action)
            + (try presentations(site)) + (try requests(site)) + (try PlaybookRows.rows(site)) + (try topics(site))
            + (try IncidentRouteRows.rows(site))
            + (try mercato(site))
            + (try ProjectRows.rows(site))
            + (try BrainstormRows.rows(site))
            + (try AxisRows.rows(site))
    }

    /// Camille asks, Product Ops sort and close; the CPO only where it waits past its day, and drops links.
    private static func requests(_ site: TestSite) throws -> [Row] {
        let asked = "/requests/\(try site.request())"
        let working: Set = ["thea.nogaret"]
        let week = try site.dutyWeek()
        let none = "00000000-0000-7000-8000-000000000000"
        let moves: [(String, Fields)] = [
            ("triage", ["impact": "9"]), ("taking", ["decider": "nobody"]), ("days", ["spent_days": "x"]),
            ("closing", ["outcome": ""]),
        ]
        return [
            Row("GET /requests", all), Row("GET /requests/new", members, else: 404),
            Row("GET /requests/answered", members, else: 404), Row("GET /requests/charter", members, else: 404),
            Row("GET /requests/duty", members, else: 404),
            Row("POST /requests", members, else: 404, with: ["title": ""]),
            Row("GET /requests/{id}", asked, members, else: 404),
            Row("POST /requests/{id}/satisfaction", asked + "/satisfaction", ["camille.aubrac"], else: 403, 404),
            Row("POST /requests/link", members, else: 404),
            Row("POST /requests/link/renewal", cpo.union(working), else: 403, 404),
            Row("POST /duty-weeks/{id}", "/duty-weeks/\(week)", working, else: 403, 404, with: ["person": "x"]),
            Row("GET /ask/{link}", "/ask/none", [], else: 404, nobody: 404),
            Row("POST /ask/{link}", "/ask/none", [], else: 404, nobody: 404),
            Row("GET /ask/{link}/{id}", "/ask/none/\(none)", [], else: 404, nobody: 404),
        ] + moves.map { Row("POST /requests/{id}/\($0.0)", "\(asked)/\($0.0)", working, else: 403, 404, with: $0.1) }
    }

    /// Camille raised a topic: she, Product Ops and the CPO change it; anybody raises one.
    private static func topics(_ site: TestSite) throws -> [Row] {
        let topic = "/topics/\(try site.topic())"
        let editing: Set = ["camille.aubrac", "thea.nogaret", "nour.castel"]
        return [
            Row("GET /topics", all), Row("GET /topics/new", members, else: 404),
            Row("POST /topics", members, else: 404, with: ["title": ""]),
            Row("GET /topics/{id}", topic, members, else: 404),
            Row("POST /topics/{id}", topic, editing, else: 403, 404, with: ["title": ""]),
            Row("POST /topics/{id}/readiness", topic + "/readiness", editing, else: 403, 404),
            Row("POST /topics/{id}/merger", topic + "/merger", editing, else: 403, 404, with: ["into": ""]),
            Row("POST /topics/{id}/separation", topic + "/separation", editing, else: 403, 404),
            Row("POST /topics/{id}/withdrawal", topic + "/withdrawal", editing, else: 403, 404, with: ["reason": ""]),
            Row("POST /topics/{id}/renewal", topic + "/renewal", members, else: 404),
        ]
    }

    /// Bulletins and Identité meet: their people and those above them hold it; Product Ops may propose one.
    private static let holders = bulletins.union(givers).union(directors).union(cpo)

    private static func meetings(_ planned: String, _ action: String) -> [Row] {
        let moves: [(String, Fields)] = [
            ("acceptance", [:]), ("date", ["starts_on": ""]), ("opening", [:]), ("minutes", [:]),
            ("closing", ["minutes": ""]), ("cancellation", ["reason": ""]), ("decisions", ["decision": ""]),
            ("actions", ["what": ""]),
        ]
        return [
            Row("GET /alignment", all), Row("GET /alignment/choice", members, else: 404),
            Row("GET /alignment/{units}", "/alignment/bulletins,identite", members, else: 404),
            Row("GET /meetings/new", members, else: 404),
            Row(
                "POST /meetings", holders.union(["thea.nogaret"]), else: 403, 404,
                with: ["teams": "bulletins,identite", "mode": "sync", "starts_on": ""]),
            Row("GET /meetings/{id}", planned, members, else: 404),
            Row("GET /meetings/feed/{file}", "/meetings/feed/none.ics", [], else: 404, nobody: 404),
            Row(
                "POST /meetings/{id}/views", planned + "/views", ["camille.aubrac", "lison.perrault", "aziz.charvin"],
                else: 403, 404, with: ["team": "bulletins", "text": ""]),
            Row("POST /meeting-actions/{id}/completion", action, holders, else: 403, 404),
            Row("GET /decisions", all), Row("GET /decisions/pending", members, else: 404),
            Row("POST /account/calendar", members, else: 403),
            Row("POST /account/calendar/revocation", members, else: 404),
        ] + moves.map { Row("POST /meetings/{id}/\($0.0)", "\(planned)/\($0.0)", holders, else: 403, 404, with: $0.1) }
    }

    /// Bulletins has a slot in the presentation of the second quarter.
    private static func presentations(_ site: TestSite) throws -> [Row] {
        let team = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q2")
        let page = try site.id(of: Briefing.self, "ref", "B1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let (presentation, activity) = Presentation.build(
                [Presentation.Entry(briefing: page, team: team)], id: transaction.newID(),
                of: try transaction.get(cycle))
            try transaction.add(presentation, activity)
        }
        let rework = try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let presentation = try #require(try transaction.presentation(of: cycle))
            let rework = Rework(
                id: transaction.newID(), of: presentation.id, team: team, mean: 2.5, due: Day(2026, 4, 2))
            try transaction.add(rework, Activity(.opened))
            return rework.id
        }
        let (route, path) = ("/presentations/{label}", "/presentations/2026-Q2")
        let ordering = cpo.union(["thea.nogaret"])
        let running = ordering.union(bulletins).union(directors)
        return [
            Row("GET /presentations", all), Row("GET \(route)", path, members, else: 404),
            Row("GET \(route)/slides", path + "/slides", members, else: 404),
            Row("GET \(route)/deck", path + "/deck", members, else: 404),
            Row("GET \(route)/slots/{team}", "\(path)/slots/\(team)", bulletins, else: 403, 404),
            Row(
                "POST \(route)/slots/{team}", "\(path)/slots/\(team)", bulletins, else: 403, 404, with: ["minutes": "9"]
            ),
            Row("POST \(route)/order", path + "/order", ordering, else: 403, 404),
            Row("POST \(route)/beginning", path + "/beginning", ordering, else: 403, 404),
            Row("GET /direct", members, else: 404), Row("GET \(route)/follow", path + "/follow", members, else: 404),
            Row("GET \(route)/prompter", path + "/prompter", running, else: 403, 404),
            Row("GET \(route)/calendar.ics", path + "/calendar.ics", members, else: 404),
            // Not before it is published.
            Row("GET \(route)/snapshot.json", path + "/snapshot.json", [], else: 404),
            Row(
                "GET /reworks/{id}", "/reworks/\(rework)", members, else: 404),
            Row(
                "POST /reworks/{id}/answer", "/reworks/\(rework)/answer", paieDirectors.union(cpo), else: 403, 404,
                with: ["answer": ""]),
            // A link that nobody signed opens nothing.
            Row("GET /follow/{link}", "/follow/2026-Q2.20540.none", [], else: 404, nobody: 404),
        ]
            + ["readiness", "start", "position", "publication", "guest-link", "answers", "recording"].map { noun in
                Row("POST \(route)/\(noun)", "\(path)/\(noun)", running, else: 403, 404, with: ["recording": "x"])
            }
            + ["questions", "support", "confidence"].flatMap { noun in
                [
                    Row("POST \(route)/follow/\(noun)", "\(path)/follow/\(noun)", members, else: 404),
                    Row("POST /follow/{link}/\(noun)", "/follow/none/\(noun)", [], else: 404, nobody: 404),
                ]
            }
    }

    /// The vote on the second quarter is open; the directors of the three crafts are its electors.
    private static func mercato(_ site: TestSite) throws -> [Row] {
        try site.openMercato()
        let (route, path) = ("/mercato/{ref}", "/mercato/2026-Q2")
        let preparing = cpo.union(["thea.nogaret"])
        return [
            Row("GET /mercato", all), Row("GET /mercato/history", all), Row("GET \(route)", path, members, else: 404),
            Row("GET \(route)/table", path + "/table", members, else: 404),
            Row("GET \(route)/result", path + "/result", members, else: 404),
            Row("GET \(route)/calculation", path + "/calculation", members, else: 404),
            Row("GET \(route)/ballot", path + "/ballot", directors, else: 404),
            Row("GET \(route)/letter", path + "/letter", directors, else: 404),
            // Not before it closes.
            Row("GET \(route)/ballots", path + "/ballots", [], else: 404),
            Row("POST \(route)/ballot", path + "/ballot", directors, else: 403, 404, with: ["scores-S1": "9"]),
            Row("POST \(route)/dates", path + "/dates", preparing, else: 403, 404, with: ["reason": ""]),
            Row("POST \(route)/table", path + "/table", preparing, else: 403, 404),
            Row("POST \(route)/settings", path + "/settings", preparing, else: 403, 404),
            Row("POST \(route)/ruling", path + "/ruling", cpo, else: 403, 404),
        ]
    }

    private static let common = [
        Row("GET /", all), Row("GET /health", all, nobody: 200), Row("GET /preferences", all, nobody: 303),
        Row("GET /sign-in", all, nobody: 200), Row("POST /sign-in", all, nobody: 422),
        Row("GET /welcome/{token}", "/welcome/none", all, nobody: 200),
        Row("POST /welcome/{token}", "/welcome/none", [], else: 404, nobody: 404),
        Row("GET /search", all), Row("GET /calendar", members, else: 404),
        Row("GET /reports", members, else: 404),
        Row("GET /mentions", members, else: 404),
        Row("GET /cycles/{label}/changes", "/cycles/2026-Q2/changes", members, else: 404),
        Row("GET /cycles/{label}/report", "/cycles/2026-Q1/report", members, else: 404),
        Row(
            "GET /cycles/{label}/retrospectives/{team}", "/cycles/2026-Q1/retrospectives/bulletins", bulletins,
            else: 404
        ),
        Row(
            "POST /cycles/{label}/retrospectives/{team}", "/cycles/2026-Q1/retrospectives/bulletins", bulletins,
            else: 404),
        Row("POST /cycles/{label}/dates", "/cycles/2026-Q2/dates", cpo, else: 403, 404, with: ["reason": ""]),
    ]

    private static func accounts(_ person: Identifier<Person>) -> [Row] {
        let none = "00000000-0000-7000-8000-000000000001"
        return [
            Row("GET /inbox", members, else: 404), Row("POST /inbox/marks", members, else: 404),
            Row("POST /follows/{kind}/{id}", "/follows/comment/\(none)", [], else: 404),
            Row("POST /follows/{kind}/{id}/removal", "/follows/topic/\(none)/removal", [], else: 404),
            Row("GET /account", all), Row("POST /account", all, with: ["locale": "xx"]),
            Row("POST /account/password", all), Row("POST /account/tokens", all),
            Row("POST /account/sessions/closure", all),
            // Nobody ends what is somebody else's.
            Row("POST /account/sessions/{id}/closure", "/account/sessions/\(none)/closure", [], else: 404),
            Row("POST /account/tokens/{id}/revocation", "/account/tokens/\(none)/revocation", [], else: 404),
            Row("GET /accounts", administrator, else: 403),
            Row("POST /accounts/{id}/invitation", "/accounts/\(person)/invitation", administrator, else: 403),
            Row("POST /accounts/{id}/closure", "/accounts/\(person)/closure", administrator, else: 403),
            Row("POST /accounts/{id}/reopening", "/accounts/\(person)/reopening", administrator, else: 403),
        ]
    }

    private static func briefings(_ submitted: String, _ draft: String, _ comment: Identifier<Rouage.Comment>) -> [Row]
    {
        let draftReaders = bulletins.union(paieDirectors).union(cpo)
        let team: [(String, Fields)] = [
            ("", ["version": "1", "title": String(repeating: "x", count: 9_000)]), ("/submission", [:]),
            ("/no-dependency", [:]), ("/no-dependency-withdrawal", [:]), ("/readiness", [:]), ("/ending", [:]),
            ("/slowdown", [:]), ("/recovery", [:]), ("/dependencies", [:]),
        ]
        return [
            Row("GET /briefings", all),
            Row("GET /briefings/new", authors, else: 403),
            Row("POST /briefings", bulletins, else: 403, 404, with: ["team": "bulletins", "title": " "]),
            Row("GET /briefings/{id}", submitted, members, else: 404),
            Row("GET /briefings/{id}", draft, draftReaders, else: 404),
            Row("GET /briefings/{id}/edit", submitted + "/edit", bulletins, else: 403, 404),
            Row("GET /briefings/{id}/edit", draft + "/edit", bulletins, else: 403, 404),
            Row("GET /briefings/{id}/versions", submitted + "/versions", members, else: 404),
            Row("GET /briefings/{id}/versions", draft + "/versions", draftReaders, else: 404),
            Row("GET /briefings/{id}/versions/{pair}", submitted + "/versions/1..1", members, else: 404),
            Row("GET /briefings/{id}/versions/{pair}", draft + "/versions/1..1", draftReaders, else: 404),
            Row("GET /briefings/{id}/dependencies/new", draft + "/dependencies/new", bulletins, else: 403, 404),
            Row("POST /briefings/{id}/comments", submitted + "/comments", members, else: 404),
            Row("POST /briefings/{id}/comments", draft + "/comments", draftReaders, else: 404),
            Row("POST /comments/{id}/removal", "/comments/\(comment)/removal", ["malo.fauvel"], else: 403, 404),
            Row("POST /briefings/{id}/decision", submitted + "/decision", paieDirectors.union(cpo), else: 403, 404),
            Row(
                "POST /briefings/{id}/reviews", submitted + "/reviews", cpo.union(["hana.diallo"]), else: 403, 404,
                with: ["craft": "product", "opinion": "reserved", "text": ""]),
            Row(
                "POST /briefings/{id}/dismissals", draft + "/dismissals", bulletins, else: 403, 404,
                with: ["team": "bulletins"]),
            Row(
                "POST /briefings/{id}/dismissals/{code}/removal", draft + "/dismissals/dsn/removal", [], else: 403,
                404),
            Row(
                "POST /briefings/{id}/reminder", draft + "/reminder", tribeLead.union(paieDirectors), else: 403, 404),
            Row("POST /briefings/{id}/departure", draft + "/departure", [], else: 403, 404),
            Row("GET /tribes/{code}/fields", "/tribes/paie/fields", members, else: 404),
            Row("POST /tribes/{code}/fields", "/tribes/paie/fields", tribeLead, else: 403, 404, with: ["limit": "9"]),
            Row("POST /tribes/{code}/fields/{key}", "/tribes/paie/fields/none", [], else: 404),
            Row("POST /tribes/{code}/fields/{key}/removal", "/tribes/paie/fields/none/removal", [], else: 404),
        ]
            + team.map { noun, fields in
                Row("POST /briefings/{id}\(noun)", draft + noun, bulletins, else: 403, 404, with: fields)
            }
    }

    private static func dependencies(_ dependency: String, seen: String) -> [Row] {
        let asking = [
            "counter-proposal-acceptance", "counter-proposal-refusal", "new-request", "mitigation", "receipt",
            "claim-refusal", "withdrawal",
        ]
        let giving = ["acknowledgement", "commitment", "counter-proposal", "decline", "claim", "withdrawn-promise"]
        func row(_ noun: String, _ who: Set<String>) -> Row {
            Row("POST /dependencies/{id}/\(noun)", "\(dependency)/\(noun)", who, else: 403)
        }
        return [
            Row("GET /board", all), Row("GET /board/matrix", all),
            Row("GET /dependencies", all), Row("GET /dependencies/new", members, else: 404),
            Row("GET /dependencies/{id}", dependency, members, else: 404),
            // Design système gives it, in a tribe without a lead: its line is the director.
            Row("POST /dependencies/{id}/reminder", seen + "/reminder", ["ruben.achard"], else: 403, 404),
        ] + asking.map { row($0, bulletins) } + giving.map { row($0, givers) }
    }

    private static func organisation(
        _ person: Identifier<Person>, _ membership: Identifier<Membership>, _ grant: Identifier<RoleGrant>
    ) -> [Row] {
        let paie = department.union(paieDirectors)
        // Ysé works in Design système, of the tribe Plateforme, which names no lead.
        let plateforme = department.union(["ruben.achard"])
        return [
            Row("GET /people", all),
            Row("GET /people/new", department.union(directors).union(tribeLead), else: 403),
            Row(
                "POST /people", paie.union(tribeLead), else: 403,
                with: ["unit": "bulletins", "from": "2026-03-05", "name": ""]),
            Row("GET /people/{id}", "/people/\(person)", directory, else: 404),
            Row("GET /people/{id}/edit", "/people/\(person)/edit", department, else: 403, 404),
            Row("POST /people/{id}", "/people/\(person)", department, else: 403, 404, with: ["name": ""]),
            Row(
                "POST /people/{id}/memberships", "/people/\(person)/memberships", paie.union(tribeLead), else: 403, 404,
                with: ["unit": "bulletins", "from": "2025-03-05", "fte": "100"]),
            Row(
                "POST /people/{id}/memberships/{place}/end", "/people/\(person)/memberships/\(membership)/end",
                plateforme, else: 403, 404, with: ["to": "2020-01-01"]),
            Row(
                "POST /people/{id}/roles", "/people/\(person)/roles", department, else: 403, 404,
                with: ["role": "cpo", "from": "2020-01-01"]),
            Row(
                "POST /people/{id}/roles/{role}/end", "/people/\(person)/roles/\(grant)/end", department, else: 403,
                404,
                with: ["to": "2020-01-01"]),
            Row("GET /teams/new", department, else: 403),
            Row(
                "POST /teams", department, else: 403,
                with: ["kind": "team", "code": "!", "name": "", "parent": "emargo"]),
            Row("GET /teams/{code}", "/teams/bulletins", directory, else: 404),
            Row("GET /teams/{code}/edit", "/teams/bulletins/edit", paie, else: 403, 404),
            Row("POST /teams/{code}", "/teams/bulletins", paie, else: 403, 404, with: ["code": "!", "parent": "paie"]),
            Row("POST /teams/{code}/plan/removal", "/teams/bulletins/plan/removal", paie, else: 403, 404),
            Row("GET /teams/{code}/closure", "/teams/bulletins/closure", paie, else: 403, 404),
            Row("POST /teams/{code}/closure", "/teams/bulletins/closure", paie, else: 403, 404),
        ]
    }

    /// Addresses that are looked at elsewhere: files, the stream of changes, the end of a session, and the API.
    private static func isElsewhere(_ route: String) -> Bool {
        route.contains(" /assets/") || route.contains(" /api/")
            || route.hasSuffix("/events") || ["GET /live", "POST /sign-out", "GET /**"].contains(route)
    }

    @Test("stands in the table")
    func complete() throws {
        let site = try TestSite(.sqlite)
        let routes = site.node(site.store).router().routes.map { "\($0.method) \($0.path)" }
            .filter { !$0.hasPrefix("HEAD") && !Self.isElsewhere($0) }
        let known = Set(try Self.rows(site).map(\.route))
        #expect(Set(routes).subtracting(known).sorted() == [], "say in the table whom these are for")
        #expect(known.subtracting(routes).sorted() == [], "these answer no longer")
    }

    @Test("is open to those of the table and to nobody else", arguments: TestDatabase.all)
    func matrix(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let rows = try Self.rows(site)
        let nobody = site.visitor()
        for row in rows {
            let page = try await answer(row, nobody)
            #expect(page.status == row.nobody, "\(row.route) by nobody: \(page.status)")
            if row.nobody == 303, row.route != "GET /preferences" {
                #expect(page.location?.hasPrefix("/sign-in") == true)
            }
        }
        for code in TestSite.cast {
            let browser = try await site.signIn(as: code)
            for row in rows {
                let page = try await answer(row, browser)
                let place: Testing.Comment = "\(row.route) \(row.path) by \(code): \(page.status)"
                #expect(page.status < 500 && page.status != 405, place)
                if [403, 409, 413, 422].contains(page.status), row.route.hasPrefix("POST") {
                    let isSaid = page.has("role=\"alert\"") || Self.refusals.contains(where: page.says)
                    #expect(isSaid, "\(place) says nothing of it")
                }
                if row.open.contains(code) {
                    #expect(![401, 403, 404].contains(page.status), place)
                } else {
                    #expect(row.closed.contains(page.status), place)
                }
            }
        }
    }

    /// What a page of its own says of a refusal, where no form comes back.
    private static let refusals = [
        "Cette action ne vous revient pas", "Ce n’est plus possible à cette étape", "Un champ est à revoir",
    ]

    private func answer(_ row: Row, _ browser: Browser) async throws -> Page {
        row.route.hasPrefix("GET")
            ? try await browser.request("GET", row.path) : try await browser.attempt(row.path, row.fields)
    }

    @Test("shows nothing of the department to a stranger or to the administrator", arguments: TestDatabase.all)
    func stranger(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["ines.maurel", "loic.perdrix"] {
            let browser = try await site.signIn(as: code)
            // The administrator knows people and teams, whose accounts they keep; the stranger knows nobody.
            for path in ["/", "/briefings", "/dependencies", "/account"] + (code == "ines.maurel" ? ["/people"] : []) {
                let page = try await browser.get(path)
                for word in ["bulletin", "DSN", "Étiquette", "Camille"] {
                    #expect(!page.words.contains(word), "\(code) \(path)")
                }
            }
        }
        #expect(try await site.visitor().request("GET", "/live?subjects=briefing:*").status == 403)
        #expect(try await site.signIn(as: "ines.maurel").request("GET", "/live?subjects=briefing:*").status == 403)
    }
}
