import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of playbooks")
struct PlaybookPageTests {
    private func playbook(_ site: TestSite, _ id: Identifier<Playbook>) throws -> Playbook {
        try site.store.readNow { try $0.get(id) }
    }

    @Test("an empty library offers six starters, each installed with one click and once", arguments: TestDatabase.all)
    func starters(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/playbooks").says("Rien n’est encore écrit."))
        for key in ["alignment", "maintenance", "incident", "culture", "mercato", "onboarding"] {
            let answer = try await thea.submit("/playbook-starters/\(key)")
            #expect(answer.status == 200 && answer.says("Porté par les Ops"))
        }
        let known = try site.store.readNow { try $0.playbooks() }
        #expect(known.count == 6 && known.allSatisfy { $0.state == .draft && $0.content.steps.count >= 5 })
        #expect(try await thea.submit("/playbook-starters/culture").status == 422)
        #expect(PlaybookStarters.all(.english).map(\.key) == PlaybookStarters.all(.french).map(\.key))
        let english = try await site.signIn(as: "nour.castel").get("/playbooks?lang=en")
        #expect(english.says("How we work here"))
    }

    @Test("a playbook says why, how, what it costs, and its score with each part", arguments: TestDatabase.all)
    func shows(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get(scene.address)
        for words in [
            "Une erreur sur dix se voyait trop tard.", "Choisir dix bulletins", "Trop long pour dix bulletins.",
        ] {
            #expect(page.says(words))
        }
        let score = try await camille.get(scene.address + "/score")
        #expect(score.says("1 équipe sur 1 (100 %)"))
        #expect(score.says("Lison Perrault"))
        #expect(try await camille.get(scene.address + "/editions/1").says("De l’édition 1 à la 2"))
        #expect(try await camille.get("/playbooks/reliance").says("Rien ne s’arrêterait."))
    }

    @Test(
        "it is written in a form, comes back with what was typed, and keeps each edition", arguments: TestDatabase.all)
    func writes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let bad = try await camille.submit(
            "/playbooks",
            [
                "title": "<b>'; DROP TABLE playbook; --</b>", "why": "", "category": "other", "cadence": "weekly",
                "steps_listed": "true", "steps-0-what": "Une étape", "steps-0-role": "engineer",
            ])
        #expect(bad.status == 422 && bad.has("Une étape"))
        let made = try await camille.submit(
            "/playbooks",
            [
                "title": "<b>'; DROP TABLE playbook; --</b>", "why": "Parce que.", "category": "other",
                "cadence": "weekly", "steps_listed": "true", "steps-0-what": "Une étape", "steps-0-role": "engineer",
                "steps-0-blocking": "true", "steps-2-what": "Une autre", "steps-2-role": "designer",
                "owner": "Camille Aubrac", "deputy": "lison.perrault",
            ])
        #expect(made.status == 200 && made.says("<b>'; DROP TABLE playbook; --</b>"))
        let known = try #require(try site.store.readNow { try $0.playbooks().first })
        #expect(known.content.steps.map(\.what) == ["Une étape", "Une autre"] && known.carriedBy == .organisation)
        let address = "/playbooks/\(known.id)"
        let again = try await camille.submit(
            address, ["version": "1", "title": "Relire", "note": "Un titre plus court."])
        #expect(again.status == 200 && again.says("L’édition 2 est en vigueur."))
        let stale = try await camille.submit(address, ["version": "1", "title": "Autre"])
        #expect(stale.status == 409)
        let link = ["version": "2", "links_listed": "true", "links-0-title": "Modèle", "links-0-address": "modèle"]
        let wrong = try await camille.submit(address, link.map { ($0, $1) })
        #expect(wrong.status == 422 && wrong.says("Écrivez l’adresse d’une page"))
        let unknown = try await camille.submit(address, ["version": "2", "owner": "Personne Inconnue"])
        #expect(unknown.status == 422)
    }

    @Test(
        "run twice without Product Ops, then accepted by who receives it and their director, it is carried by all",
        arguments: TestDatabase.all)
    func handOver(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site, carriedBy: .ops)
        let thea = try await site.signIn(as: "thea.nogaret")
        let own = try await thea.submit(scene.address + "/hand-over", ["to": "thea.nogaret"])
        #expect(own.status == 422 && own.says("hors Product Ops"))
        let offered = try await thea.submit(
            scene.address + "/hand-over", ["to": "camille.aubrac", "support_ends_on": "2026-05-01"])
        #expect(offered.status == 200 && offered.says("En passation") && offered.says("Presque autoporté"))
        #expect(try await thea.submit(scene.address + "/acceptance", ["as": "owner"]).status == 403)
        let camille = try await site.signIn(as: "camille.aubrac")
        _ = try await camille.submit(scene.address + "/acceptance", ["as": "owner"])
        let rest = try await camille.submit(
            scene.address,
            [
                "exit_rule": "Après un an.", "metric_name": "Erreurs", "metric_threshold": "2 %",
                "metric_owner": "camille.aubrac",
            ])
        #expect(rest.status == 200)
        #expect(try playbook(site, scene.playbook).carriedBy == .handingOver)
        let hana = try await site.signIn(as: "hana.diallo")
        #expect(try await hana.get(scene.address).says("J’accepte au titre de la direction"))
        _ = try await hana.submit(scene.address + "/acceptance", ["as": "director"])
        let carried = try playbook(site, scene.playbook)
        #expect(carried.carriedBy == .organisation && carried.carriedSince == site.today)
        #expect(carried.owner == (try site.id(of: Person.self, "code", "camille.aubrac")))
        #expect(try await thea.get(scene.address + "/edit").status == 403)
    }

    @Test("an occurrence is written down with who did each step", arguments: TestDatabase.all)
    func records(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let lison = try await site.signIn(as: "lison.perrault")
        let form = try await lison.get(scene.address + "/occurrences/new")
        #expect(form.says("Qui a fait chaque étape") && form.value(of: "ran_by") == "Lison Perrault")
        #expect(try await lison.get(scene.address + "/edit").value(of: "owner") == "Camille Aubrac")
        let fields = [
            "held_on": "2026-03-05", "ran_by": "lison.perrault", "steps-0-step": "1", "steps-0-by": "Théa Nogaret",
            "teams": "bulletins", "note": "Avec de l’aide.",
        ]
        let page = try await lison.submit(scene.address + "/occurrences", fields.map { ($0, $1) })
        #expect(page.status == 200 && page.says("Avec Product Ops"))
        let missing = try await lison.submit(
            scene.address + "/occurrences", fields.map { ($0, $0 == "ran_by" ? "" : $1) })
        #expect(missing.status == 422 && missing.has("Avec de l’aide."))
        #expect(try await lison.get("/playbooks/reliance").says("faite par Product Ops la dernière fois"))
        let rewritten = try await lison.submit(scene.address, ["trigger": "Le 21 du mois."])
        #expect(rewritten.says("L’édition 3 est en vigueur."))
        #expect(try await lison.get("/playbooks/reliance").says("faite par Product Ops la dernière fois"))
    }

    @Test(
        "what is sent twice is written down once; what was wrong is taken away, with a reason",
        arguments: TestDatabase.all)
    func corrected(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let lison = try await site.signIn(as: "lison.perrault")
        func count() throws -> Int { try site.store.readNow { try $0.occurrenceCount(of: scene.playbook) } }
        let fields = [
            "held_on": "2026-03-05", "ran_by": "lison.perrault", "steps-0-step": "2", "steps-0-by": "Lison Perrault",
        ]
        for _ in 1...2 { _ = try await lison.submit(scene.address + "/occurrences", fields.map { ($0, $1) }) }
        #expect(try count() == 3)
        let again = try await APIClient(site, as: "lison.perrault").post(
            "/playbooks/\(scene.playbook)/occurrences",
            #"{"held_on":"2026-03-05","ran_by":"lison.perrault","steps":[{"step":2,"by":"lison.perrault"}]}"#)
        #expect(again.status == 422)
        let last = try site.store.readNow { try $0.occurrences(of: scene.playbook, last: 1)[0] }
        #expect(try last.recordedBy == site.id(of: Person.self, "code", "lison.perrault"))
        let wassim = try await site.signIn(as: "wassim.ferhat")
        #expect(try await wassim.attempt("/occurrences/\(last.id)/removal", ["reason": "Non."]).status == 403)
        let empty = try await lison.submit("/occurrences/\(last.id)/removal", ["reason": " "])
        #expect(empty.status == 422 && empty.says("Pourquoi la retirer"))
        let page = try await lison.submit("/occurrences/\(last.id)/removal", ["reason": "Ce n’était pas ce jour-là."])
        #expect(try page.status == 200 && count() == 2)
        for _ in 1...3 { _ = try await wassim.submit(scene.address + "/feedback", ["useful": "5", "text": ""]) }
        #expect(try await wassim.get(scene.address).says("2 avis, 3,5 sur 5"))
    }

    @Test("feedback reaches the owner, who answers in front of all", arguments: TestDatabase.all)
    func answers(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let wassim = try await site.signIn(as: "wassim.ferhat")
        #expect(try await wassim.submit(scene.address + "/feedback", ["useful": "5", "text": ""]).says("5/5"))
        let empty = try await site.signIn(as: "camille.aubrac").submit(
            "/playbook-feedback/\(scene.feedback)/answer", ["answer": " "])
        #expect(empty.status == 422)
        let page = try await site.signIn(as: "camille.aubrac").submit(
            "/playbook-feedback/\(scene.feedback)/answer", ["answer": "Cinq suffiront."])
        #expect(page.says("Cinq suffiront."))
        #expect(try await wassim.get(scene.address).says("Réponses : 1 sur 1, en 3 jours ouvrés (médiane)."))
    }

    @Test("a relapse is told to the owner and the director, not to Product Ops", arguments: TestDatabase.all)
    func relapse(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let later = site.moved(to: Day(2026, 5, 5))
        try Clockwork(site.store).turn(at: later.clock.now(), on: later.today)
        #expect(try playbook(site, scene.playbook).relapsedOn == later.today)
        #expect(try await later.signIn(as: "camille.aubrac").get(scene.address).says("Ce process glisse"))
        #expect(try await later.signIn(as: "hana.diallo").get(scene.address).says("Ce process glisse"))
        #expect(try await !later.signIn(as: "thea.nogaret").get(scene.address).says("Ce process glisse"))
    }

    @Test("its review date passes: it is to review, and its owner confirms it", arguments: TestDatabase.all)
    func review(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let later = site.moved(to: Day(2026, 10, 1))
        try Clockwork(site.store).turn(at: later.clock.now(), on: later.today)
        #expect(try playbook(site, scene.playbook).state == .toReview)
        let camille = try await later.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/playbooks?due=true").says("Relire un bulletin"))
        let page = try await camille.submit(scene.address + "/state", ["state": "in_force"])
        #expect(page.status == 200 && page.says("Relu le 1er octobre 2026"))
        let reader = try await later.signIn(as: "malo.fauvel").get(scene.address)
        #expect(reader.says("Relu le 1er octobre 2026") && reader.says("Votre nom se lit à côté de votre avis."))
    }
}
