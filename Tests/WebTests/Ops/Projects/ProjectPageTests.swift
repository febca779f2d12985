import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of Ops projects")
struct ProjectPageTests {
    private func project(_ id: Identifier<OpsProject>, _ site: TestSite) throws -> OpsProject {
        try site.store.readNow { try $0.get(id) }
    }

    @Test("the solution is closed until the problem is agreed, on the page and in the API", arguments: TestDatabase.all)
    func lockedSolution(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.project { $0.problemState = .proposed }
        let thea = try await site.signIn(as: "thea.nogaret")
        let page = try await thea.get("/projects/\(id)")
        #expect(page.says("Fermée tant que le problème n’est pas confirmé"))
        #expect(!page.has("name=\"solution\""))
        let refused = try await thea.attempt("/projects/\(id)/solution", ["solution": "Un canal."])
        #expect(refused.status == 422)
        let api = try await APIClient(site, as: "thea.nogaret").post(
            "/projects/\(id)/solution", #"{"solution":"Un canal."}"#)
        #expect(api.status == 422)
        #expect(try project(id, site).solution.isEmpty)
        try site.answerProblem(of: id)
        #expect(try await thea.submit("/projects/\(id)/agreement", [:]).status == 200)
        let written = try await thea.submit("/projects/\(id)/solution", ["solution": "Un seul canal."])
        #expect(written.says("Un seul canal."))
    }

    @Test("each person answers once; the counts are shown from five answers on", arguments: TestDatabase.all)
    func answers(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.project { $0.problemState = .proposed }
        let camille = try await site.signIn(as: "camille.aubrac")
        let thanked = try await camille.submit("/projects/\(id)/answers", ["answer": "partly"])
        #expect(thanked.says("Vous avez répondu"))
        #expect(thanked.says("avant de montrer les comptes"))
        #expect(try await camille.attempt("/projects/\(id)/answers", ["answer": "yes"]).status == 422)
        let agreement = try site.store.readNow { try $0.agreement(on: id) }
        #expect(agreement == .init(yes: 0, partly: 1, no: 0))
        let traces = try site.store.readNow {
            try $0.count("SELECT count(*) FROM activity WHERE subject_id = \(id) AND action <> 'created'")
        }
        #expect(traces == 0)
    }

    @Test(
        "a word that is on no list is refused, with its field, on the page and in the API", arguments: TestDatabase.all)
    func unknownWords(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let topic = try site.topic("Écrire les décisions", .selected)
        let id = try site.project(.experiment)
        let thea = try await site.signIn(as: "thea.nogaret")
        let start = ["topic": topic.description, "lead": "thea.nogaret", "mode": "autrement"]
        #expect(try await thea.attempt("/projects", start).status == 422)
        let trial: KeyValuePairs = [
            "hypothesis": "Un canal suffit.", "measure": "Délai", "aim": "autour", "threshold": "15",
            "teams": "bulletins", "from": "2026-03-05", "to": "2026-03-20",
        ]
        let refused = try await thea.submit("/projects/\(id)/experiments", trial)
        #expect(refused.status == 422 && refused.says("Rouage ne connaît pas ce nom."))
        #expect(try project(id, site).experiments.isEmpty)
        let api = try await APIClient(site, as: "thea.nogaret").post(
            "/projects", #"{"topic":"\#(topic)","lead":"thea.nogaret","mode":"autrement"}"#)
        #expect(api.status == 422 && api.flawedFields == ["mode"])
    }

    @Test("the board says what keeps each project from its next stage", arguments: TestDatabase.all)
    func board(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try site.project(.experiment, "Qui appeler la nuit")
        _ = try site.project(.rollout, "Une page partout") {
            $0.standing = .paused; $0.reason = "Après la paie."
        }
        let page = try await site.signIn(as: "lison.perrault").get("/projects")
        #expect(page.says("Qui appeler la nuit"))
        #expect(page.says("Aucun essai gardé ou changé n’a encore atteint son seuil."))
        #expect(page.says("Après la paie."))
        let english = try await site.signIn(as: "lison.perrault").get("/projects?lang=en")
        #expect(english.says("No experiment that goes on has met its threshold yet."))
    }

    @Test("beyond the days there are, a project begins when another is paused", arguments: TestDatabase.all)
    func swap(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let topic = try site.topic("Écrire les décisions", .selected)
        let running = try site.project(.rollout) { $0.effortDays = 25 }
        let thea = try await site.signIn(as: "thea.nogaret")
        let fields = ["topic": topic.description, "lead": "thea.nogaret", "mode": "product"]
        let refused = try await thea.attempt("/projects", fields)
        #expect(refused.status == 422)
        #expect(refused.says("Il n’y a plus assez de jours"))
        let swap = fields.merging(
            ["swap": running.description, "swap_ends": "pause", "swap_reason": "Les décisions se perdent."]
        ) { $1 }
        let page = try await thea.submit("/projects", swap.map { ($0.key, $0.value) })
        #expect(page.says("Écrire les décisions"))
        let paused = try project(running, site)
        #expect(paused.standing == .paused && paused.reason == "Les décisions se perdent.")
        #expect(try await thea.attempt("/projects/\(running)/resumption", [:]).status == 422)
    }

    @Test(
        "a project of a quarter that is over waits for its end, and its topic can be voted on again",
        arguments: TestDatabase.all)
    func leftOver(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let topic = try site.topic("Écrire les décisions", .selected)
        let id = try site.project(.discovery, topic: topic)
        site.move(to: Day(2026, 4, 2))
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/projects").says("rien ne se prolonge en silence"))
        #expect(try await thea.attempt("/projects/\(id)/problem", ["problem": "Autre chose."]).status == 409)
        #expect(
            try await thea.submit("/projects/\(id)/retabling", ["reason": "Il reste entier."]).says("Remis au tableau"))
        let state = try site.store.readNow { try $0.get(topic).state }
        #expect(state == .ready)
    }

    @Test(
        "the proof of value shows the figure before and after, and what was not measured", arguments: TestDatabase.all)
    func value(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let first = try site.project(.rollout, "Des incidents lisibles") {
            $0.metric = .init(name: "Délai d’annonce", unit: "min", before: 42)
        }
        let second = try site.project(.rollout, "Une page partout")
        let thea = try await site.signIn(as: "thea.nogaret")
        let closing = [("after", "14"), ("reason", "L’astreinte le tient.")]
        #expect(try await thea.submit("/projects/\(first)/closing", closing).says("Clos"))
        #expect(try await thea.attempt("/projects/\(second)/closing", ["reason": "Fini."]).status == 422)
        _ = try await thea.submit("/projects/\(second)/closing", ["unmeasured": "true", "reason": "Trop peu de cas."])
        _ = try site.project(.handingOver, "Un point unique") {
            $0.metric = .init(name: "Tableaux", unit: "", before: 5, after: 1)
        }
        let page = try await site.signIn(as: "camille.aubrac").get("/projects/value")
        #expect(page.says("2 projets terminés, 1 avec un effet mesuré, 1 en cours déjà mesuré."))
        #expect(page.says("42 min") && page.says("14 min"))
        #expect(page.says("pas d’effet mesuré") && page.says("Trop peu de cas."))
    }

    @Test(
        "what is written stays text, too much is refused, and an old form hears of the newer one",
        arguments: TestDatabase.all)
    func badInput(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.project()
        let thea = try await site.signIn(as: "thea.nogaret")
        let nasty = "<script>alert(1)</script> '; DROP TABLE ops_project; --"
        let page = try await thea.submit("/projects/\(id)/problem", ["problem": nasty])
        #expect(!page.has("<script>alert"))
        #expect(try project(id, site).problem == nasty)
        let long = String(repeating: "a", count: OpsProject.problemLimit + 3)
        let refused = try await thea.attempt("/projects/\(id)/problem", ["problem": long])
        #expect(refused.status == 422 && refused.says("3 caractères de trop"))
        let stale = try await thea.attempt("/projects/\(id)/problem", ["problem": "Autre.", "version": "1"])
        #expect(stale.status == 409)
        let named = try await thea.attempt(
            "/projects/\(id)/evidence",
            ["kind": "verbatim", "team": "bulletins", "craft": "product", "note": "Camille Aubrac attend."])
        #expect(named.status == 422 && named.says("Ce texte nomme quelqu’un"))
    }

    @Test(
        "handed over once its playbook runs without Product Ops, its owner and their director accept; one word for both",
        arguments: TestDatabase.all)
    func handOver(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site, carriedBy: .handingOver)
        let camille = try site.personID("camille.aubrac")
        let id = try site.project(.handingOver) { $0.receiver = camille }
        let address = "/projects/\(id)"
        let thea = try await site.signIn(as: "thea.nogaret")
        let refused = try await thea.attempt(address + "/stage", ["stage": "handed_over"])
        #expect(refused.status == 422 && refused.says("Aucun process ne dit comment on fait ensuite."))
        #expect(try await thea.attempt(address + "/playbook", ["playbook": id.description]).status == 422)
        let named = try await thea.submit(address + "/playbook", ["playbook": scene.playbook.description])
        #expect(named.says("Relire un bulletin") && named.says("points sur 100"))
        #expect(try await thea.attempt(address + "/acceptance", [:]).status == 403)
        let owner = try await site.signIn(as: "camille.aubrac")
        #expect(try await owner.get(address).says("Je le reprends"))
        _ = try await owner.submit(address + "/acceptance", [:])
        func handover() throws -> Playbook { try site.store.readNow { try $0.get(scene.playbook) } }
        #expect(try handover().handover?.ownerAcceptedOn == site.today)
        _ = try await site.signIn(as: "hana.diallo").submit(address + "/acceptance", [:])
        #expect(try handover().carriedBy == .organisation)
        let done = try await thea.submit(address + "/stage", ["stage": "handed_over"])
        #expect(done.says("Rendu à l’orga"))
        #expect(try await owner.get(scene.address).says("Des incidents lisibles"))
    }

    @Test(
        "the inbox asks who takes it over, one director, and who builds it whether the problem is theirs; nobody else",
        arguments: TestDatabase.all)
    func inbox(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lison = try site.personID("lison.perrault")
        let taken = try site.project(.handingOver, "Une page partout") { $0.receiver = lison }
        let asked = try site.project(.discovery, "Qui appeler la nuit") { $0.problemState = .proposed }
        func inbox(_ code: String) async throws -> Page { try await site.signIn(as: code).get("/inbox") }
        #expect(try await inbox("lison.perrault").says("Reprendre « Une page partout »"))
        #expect(try await inbox("hana.diallo").says("Lison Perrault le reprendrait"))
        let shown = try await site.signIn(as: "thea.nogaret").get("/projects/\(taken)")
        #expect(shown.says("Sa direction Hana Diallo pas encore accepté"))
        for code in ["thea.nogaret", "nour.castel", "aziz.charvin"] {
            #expect(!(try await inbox(code).says("Une page partout")), "\(code)")
        }
        #expect(try await inbox("camille.aubrac").says("« Qui appeler la nuit » : est-ce votre problème ?"))
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(!(try await camille.get("/projects/\(asked)").says("Confirmé à partir de")))
        _ = try await camille.submit("/projects/\(asked)/answers", ["answer": "yes"])
        #expect(!(try await inbox("camille.aubrac").says("Qui appeler la nuit")))
        site.move(to: Day(2026, 4, 2))
        #expect(try await inbox("thea.nogaret").says("Régler « Une page partout »"))
    }

    @Test(
        "an urgent request becomes a project that lives off the room kept for it, once", arguments: TestDatabase.all)
    func urgent(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (request, camille) = (try site.request(), try site.personID("camille.aubrac"))
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(request) { (request: inout OpsRequest) in
                request.state = .closed
                request.outcome = .urgentProject
                request.spentDays = 6.5
                request.returnOwner = camille
                return Activity(.closed)
            }
        }
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.get("/requests/\(request)").says("Démarrer le projet"))
        #expect(try await thea.get("/projects/new?request=\(request)").says("elle vit sur la réserve"))
        let fields = ["request": request.description, "lead": "thea.nogaret", "mode": "product"]
        let started = try await thea.submit("/projects", fields.map { ($0.key, $0.value) })
        #expect(started.says("Demande d’origine"))
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q1")
        let project = try #require(try site.store.readNow { try $0.project(of: request) })
        #expect(project.effortDays == 7 && project.isUnplanned && project.receiver == camille)
        #expect(try site.store.readNow { try $0.room(of: $0.get(cycle), $0.organisation(on: site.today)).taken } == 0)
        #expect(try await thea.attempt("/projects", fields).status == 422)
        let asked = try await site.signIn(as: "camille.aubrac").get("/requests/\(request)")
        #expect(asked.says("Le projet") && !asked.says("Démarrer le projet"))
    }

    @Test(
        "a topic is offered to the quarter that took it on, and again once its project was stopped",
        arguments: TestDatabase.all)
    func topicsToBegin(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try site.topicsToShare()
        let topic = try site.topic("Une réserve pour les urgences", .selected)
        let thea = try await site.signIn(as: "thea.nogaret")
        let offered = try await thea.get("/projects/new")
        #expect(offered.says("Une réserve pour les urgences"))
        #expect(!offered.says("Écrire les décisions"), "the next quarter took that one on")
        let project = try site.project(topic: topic)
        #expect(try await !thea.get("/projects/new").says("Une réserve pour les urgences"))
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(project) { (project: inout OpsProject) in
                project.standing = .stopped
                return Activity(.stopped)
            }
        }
        #expect(try await thea.get("/projects/new").says("Une réserve pour les urgences"))
    }
}
