import Rouage
import Storage
import TestSupport
import Testing

@Suite("The page of a briefing")
struct BriefingPageTests {
    private func site(_ database: TestDatabase, _ code: String, ref: String = "B1") async throws -> (
        site: TestSite, browser: Browser, id: Identifier<Briefing>, address: String
    ) {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", ref)
        return (site, try await site.signIn(as: code), id, "/briefings/\(id)")
    }

    private func kept(_ site: TestSite, _ id: Identifier<Briefing>) throws -> Briefing {
        try site.store.readNow { try $0.get(id) }
    }

    @Test("is written from nothing to submitted", arguments: TestDatabase.all)
    func mainPath(database: TestDatabase) async throws {
        let (site, camille, _, _) = try await site(database, "camille.aubrac")
        let written = try await camille.submit(
            "/briefings", ["title": "Le bulletin se lit d’une main", "team": "bulletins", "cycle": "2026-Q2"])
        #expect(written.path.hasSuffix("/edit"))
        let id = try site.id(of: Briefing.self, "title", "Le bulletin se lit d’une main")
        let address = "/briefings/\(id)"
        let early = try await camille.submit("\(address)/submission")
        #expect(early.status == 422)
        #expect(early.says("Le briefing n’est pas déposé : 5 points à corriger"))
        #expect(early.has("\(address)/edit#problem"))
        #expect(early.says("Signalez une dépendance, ou signez qu’il n’y en a aucune"))

        let saved = try await camille.submit(
            address,
            [
                "problem": "Un sur deux.", "source": "Enquête.", "source_kind": "data", "problem_size": "Trente mille.",
                "people": "30 000", "intention": "D’une main.", "appetite_days": "12", "contributors_listed": "1",
                "contributor": "aziz.charvin", "other_contributors": "Yanis Corbel, lison.perrault",
            ])
        #expect(saved.says("Un sur deux.") && saved.says("Yanis Corbel") && saved.says("12 j"))
        _ = try await camille.submit("\(address)/no-dependency")
        #expect(try kept(site, id).noDependency != nil)
        _ = try await camille.submit("\(address)/no-dependency-withdrawal")
        #expect(try kept(site, id).noDependency == nil)
        _ = try await camille.submit("\(address)/no-dependency")
        let submitted = try await camille.submit("\(address)/submission")
        #expect(submitted.says("En alignement"))
        // 5 March: more than three working days after 13 February.
        #expect(submitted.says("Déposé après la date"))
    }

    @Test("keeps what is too long in the draft, and says by how much", arguments: TestDatabase.all)
    func tooLong(database: TestDatabase) async throws {
        let (site, camille, id, address) = try await site(database, "camille.aubrac", ref: "B2")
        let long = String(repeating: "à", count: 938)
        _ = try await camille.submit(address, ["problem": long])
        #expect(try kept(site, id).text.problem == long)
        let edit = try await camille.get("\(address)/edit")
        #expect(edit.says("38 caractères de trop. Gardés dans l’ébauche"))
        let refused = try await camille.submit("\(address)/submission")
        #expect(refused.says("Problème : 38 caractères de trop"))
    }

    @Test("is closed to others while it is a draft", arguments: TestDatabase.all)
    func draft(database: TestDatabase) async throws {
        let (site, camille, _, address) = try await site(database, "camille.aubrac", ref: "B2")
        #expect(try await camille.get(address).status == 200)
        for code in ["malo.fauvel", "thea.nogaret", "mehdi.rahal", "loic.perdrix", "ines.maurel", "ruben.achard"] {
            let other = try await site.signIn(as: code)
            for path in [address, "\(address)/edit", "\(address)/versions", "\(address)/versions/1..1"] {
                #expect(try await other.get(path).status == 404, "\(code) \(path)")
            }
            #expect(try await other.submit(address, ["problem": "x"]).status == 404)
            #expect(try await other.submit("\(address)/comments", ["text": "x"]).status == 404)
            let list = try await other.get("/briefings", checked: false)
            #expect(!list.says("Le bulletin d’un départ en cours de mois"))
        }
        for code in ["hana.diallo", "nour.castel", "lison.perrault", "fabrice.delmotte"] {
            #expect(try await site.signIn(as: code).get(address).status == 200, "\(code)")
        }
    }

    @Test(
        "is commented by everyone and written by its people only", arguments: TestDatabase.all,
        ["thea.nogaret", "nour.castel", "hana.diallo", "malo.fauvel", "mehdi.rahal"])
    func others(database: TestDatabase, code: String) async throws {
        let (site, other, id, address) = try await site(database, code)
        let before = try kept(site, id)
        #expect(try await other.get("\(address)/edit").status == 403)
        for (noun, fields) in [
            ("", [("problem", "x")]), ("/submission", []), ("/no-dependency", []), ("/no-dependency-withdrawal", []),
            ("/readiness", []), ("/ending", [("ending", "done"), ("reason", "x")]), ("/slowdown", [("reason", "x")]),
            ("/recovery", []), ("/departure", []),
        ] {
            let page = try await other.submit(address + noun, fields)
            #expect(page.status == 403, "\(noun)")
            #expect(page.says("Cette action ne vous revient pas"), "\(noun)")
        }
        #expect(try kept(site, id) == before)
        let page = try await other.submit("\(address)/comments", ["text": "Vu, @Camille Aubrac."])
        #expect(page.says("Vu, @Camille Aubrac"))
    }

    @Test("is decided by the director of its direction, who is named to others", arguments: TestDatabase.all)
    func decision(database: TestDatabase) async throws {
        let (site, camille, id, address) = try await site(database, "camille.aubrac")
        let refused = try await camille.submit("\(address)/decision", ["outcome": "validated", "reason": "x"])
        #expect(refused.status == 403)
        #expect(refused.says("La décision revient à Hana Diallo, Directrice produit"))
        let hana = try await site.signIn(as: "hana.diallo")
        let blank = try await hana.submit("\(address)/decision", ["outcome": "validated", "reason": " "])
        #expect(blank.status == 422)
        #expect(blank.says("écrivez le risque que vous acceptez"))
        let validated = try await hana.submit(
            "\(address)/decision", ["outcome": "validated", "reason": "Le risque d’Identité est accepté."])
        #expect(validated.says("Validée") && validated.says("Le risque d’Identité est accepté."))
        #expect(try kept(site, id).decision?.reason == "Le risque d’Identité est accepté.")
        #expect(try await camille.get(address).says("Le risque d’Identité est accepté."))
    }

    @Test(
        "postponed, it waits as a draft in the next quarter and frees those it waited for", arguments: TestDatabase.all)
    func postponed(database: TestDatabase) async throws {
        let (site, hana, id, address) = try await site(database, "hana.diallo")
        let page = try await hana.submit(
            "\(address)/decision", ["outcome": "postponed", "code": "capacity", "reason": "L’équipe est pleine."])
        #expect(page.says("Reportée") && page.says("Capacité"))
        #expect(page.says("Ses 3 dépendances sont retirées, les équipes sont prévenues."))
        #expect(page.says("Il attend comme ébauche au T3 2026"))
        let copy = try #require(try site.store.readNow { try $0.briefing(ref: "B1-2026-Q3") })
        #expect(copy.state == .draft && copy.decision == nil)
        #expect(copy.content == (try kept(site, id)).content)
        let states = try site.store.readNow { try $0.dependencies(of: id).map(\.state) }
        #expect(Set(states) == [.withdrawn])
        _ = try await hana.submit(
            "\(address)/decision", ["outcome": "postponed", "code": "priority", "reason": "Autre motif."])
        let drafts = try site.store.readNow { try $0.count("SELECT count(*) FROM briefing WHERE ref LIKE 'B1-%'") }
        #expect(drafts == 1)
    }

    @Test("dropped is final for its quarter", arguments: TestDatabase.all)
    func dropped(database: TestDatabase) async throws {
        let (site, hana, id, address) = try await site(database, "hana.diallo")
        _ = try await hana.submit(
            "\(address)/decision", ["outcome": "dropped", "code": "duplicate", "reason": "Déjà fait."])
        #expect(try kept(site, id).state == .dropped)
        let again = try await hana.submit("\(address)/decision", ["outcome": "validated", "reason": "Finalement."])
        #expect(again.status == 409)
    }

    @Test("a blocking dependency without agreement keeps it from being ready", arguments: TestDatabase.all)
    func notReady(database: TestDatabase) async throws {
        let (_, malo, _, address) = try await site(database, "malo.fauvel", ref: "B3")
        let shown = try await malo.get(address)
        #expect(shown.says("Bulletins répond : Table unique des libellés"))
        #expect(shown.has("aria-disabled=\"true\""))
        let refused = try await malo.submit("\(address)/readiness")
        #expect(refused.status == 409)
        #expect(refused.says("Il reste une dépendance bloquante sans accord"))
    }

    @Test("while it runs, its team says how it goes and how it ends", arguments: TestDatabase.all)
    func running(database: TestDatabase) async throws {
        let (site, malo, id, address) = try await site(database, "malo.fauvel", ref: "B4")
        #expect(try await malo.submit("\(address)/slowdown", ["reason": ""]).status == 422)
        let slowed = try await malo.submit("\(address)/slowdown", ["reason": "Un arrêt maladie.", "cause": "capacity"])
        #expect(slowed.says("Ralentie") && slowed.says("Un arrêt maladie."))
        _ = try await malo.submit("\(address)/recovery")
        #expect(try kept(site, id).slowed == false)
        let ended = try await malo.submit(
            "\(address)/ending", ["ending": "abandoned", "reason": "Le besoin a disparu.", "cause": "priority"])
        #expect(ended.says("Abandonnée"))
        #expect(try site.store.readNow { try $0.dependencies(of: id).allSatisfy { $0.state == .withdrawn } })
    }

    @Test("of the quarter that runs is off the cycle", arguments: TestDatabase.all)
    func offCycle(database: TestDatabase) async throws {
        let (site, camille, _, _) = try await site(database, "camille.aubrac")
        _ = try await camille.submit("/briefings", ["title": "Une urgence", "team": "bulletins", "cycle": "2026-Q1"])
        let id = try site.id(of: Briefing.self, "title", "Une urgence")
        #expect(try kept(site, id).offCycle)
        #expect(try await camille.get("/briefings/\(id)").says("Hors cycle"))
    }

    @Test("lets somebody named on it take their name off", arguments: TestDatabase.all)
    func leaving(database: TestDatabase) async throws {
        let (site, lison, id, address) = try await site(database, "lison.perrault")
        _ = try await lison.submit("\(address)/departure")
        #expect(!(try kept(site, id)).contributors.contains(try site.id(of: Person.self, "code", "lison.perrault")))
    }

    @Test("comments are removed by their author only, and stay in the activity", arguments: TestDatabase.all)
    func comments(database: TestDatabase) async throws {
        let (site, yanis, _, address) = try await site(database, "yanis.corbel")
        let html = "<script>alert(1)</script> '; DROP TABLE comment; --"
        let page = try await yanis.submit("\(address)/comments", ["text": html])
        #expect(page.says(html) && !page.has("<script>alert") && page.says("Le commentaire est publié."))
        let comment = try site.id(of: Rouage.Comment.self, "text", html)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.submit("/comments/\(comment)/removal").status == 403)
        let after = try await yanis.submit("/comments/\(comment)/removal")
        #expect(!after.says(html) && after.says("Le commentaire est retiré."))
        let lines = try site.store.readNow { try $0.history(of: comment.description).map(\.action) }
        #expect(lines == [.removed, .commented])
        let long = try await yanis.submit("\(address)/comments", ["text": String(repeating: "a", count: 2_001)])
        #expect(long.status == 422)
        #expect(long.says("1 caractère de trop") && long.value(of: "text")?.contains("aaaa") == true)
    }

    @Test("people are offered after an @ by any word of their name", arguments: TestDatabase.all)
    func mentions(database: TestDatabase) async throws {
        let (site, yanis, _, _) = try await site(database, "yanis.corbel")
        #expect(try await yanis.get("/mentions?q=tissi").html.contains("Salomé Tissier"))
        #expect(try await yanis.get("/mentions?q=salome").html.contains("Salomé Tissier"))
        #expect(try await yanis.get("/mentions?q=").html == "[]")
        #expect(try await site.signIn(as: "ines.maurel").get("/mentions?q=salome").status == 404)
    }

    @Test(
        "what cannot be read is refused in words, and kept", arguments: TestDatabase.all,
        [
            ("appetite_days", "beaucoup", "Écrivez un nombre entier"), ("appetite_days", "99999", "Entre 0 et 2 000"),
            ("owner", "personne", "ne connaît pas ce nom"), ("owner", "thea.nogaret", "ne connaît pas ce nom"),
            ("other_contributors", "Personne Inconnue", "ne connaît pas ce nom"),
        ])
    func badInput(database: TestDatabase, field: (String, String, String)) async throws {
        let (site, camille, id, address) = try await site(database, "camille.aubrac")
        let before = try kept(site, id)
        let page = try await camille.submit(
            address,
            [
                field.0: field.1, "problem": "<b>Gardé</b> '; --", "contributors_listed": "1",
                "contributor": "aziz.charvin",
            ])
        #expect(page.status == 422)
        #expect(page.says(field.2))
        #expect(page.says("<b>Gardé</b> '; --"))
        #expect(try kept(site, id) == before)
    }

    @Test("reads in English too", arguments: TestDatabase.all)
    func english(database: TestDatabase) async throws {
        let (_, camille, _, address) = try await site(database, "camille.aubrac")
        await camille.set(cookie: "lang", to: "en")
        for path in [address, "\(address)/edit", "\(address)/versions", "/briefings", "/briefings/new"] {
            let page = try await camille.get(path)
            #expect(page.status == 200 && page.has("<html lang=\"en\""))
        }
        #expect(try await camille.get(address).says("What is missing"))
    }
}
