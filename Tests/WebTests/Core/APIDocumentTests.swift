import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

@Suite("The API's document")
struct APIDocumentTests {
    /// What an operation needs to work once: who asks, and the records named in its path.
    private struct Scene {
        var person: String
        var places: [String: String] = [:]
        var body: [String: Any]?
        var query = ""
    }

    @Test(
        "says what the API does: each operation takes what it describes and answers as it describes",
        arguments: TestDatabase.all)
    func document(database: TestDatabase) async throws {
        let anyone = try await APIClient(TestSite(database), as: nil)
        let document = try await anyone.get("/openapi.json").json
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        var names: Set<String> = []
        for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
            for (method, operation) in methods {
                let name = try #require(operation["operationId"] as? String)
                #expect(names.insert(name).inserted)
                try await play(name, method.uppercased(), path, operation, document, database)
            }
        }
        #expect(names.count > 30)
    }

    @Test("gives each shape a name of its own")
    func names() {
        var shapes: [String: JSONValue] = [:]
        for operation in API.operations {
            var own: [String: JSONValue] = [:]
            operation.result.collect(into: &own)
            operation.body?.collect(into: &own)
            for (name, shape) in own {
                #expect(name != "Problem", "\(operation.name) describes its own in the place of every refusal")
                #expect(shapes[name] ?? shape == shape, "\(operation.name) describes another \(name)")
                shapes[name] = shape
            }
        }
    }

    private func play(
        _ name: String, _ method: String, _ path: String, _ operation: [String: Any], _ document: [String: Any],
        _ database: TestDatabase
    ) async throws {
        let site = try TestSite(database)
        let scene = try await scene(for: name, in: site)
        let client = try await APIClient(site, as: scene.person)
        var path = path.replacing("/api/v1", with: "")
        for (place, value) in scene.places { path = path.replacing("{\(place)}", with: value) }
        #expect(!path.contains("{"), "\(name) names nothing for \(path)")
        let checker = JSONChecker(document: document)
        var body: String?
        let content = ((operation["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]])?[
            "application/json"]
        if let content, let example = scene.body ?? content["example"] as? [String: Any] {
            let schema = try #require(content["schema"] as? [String: Any])
            #expect(checker.problems(example, schema) == [], "the example of \(name)")
            body = String(decoding: try JSONSerialization.data(withJSONObject: example), as: UTF8.self)
        }
        var headers: [String: String] = [:]
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        // A place and a role are read with their person: they have no address, and so no ETag, of their own.
        let isPart = ["endMembership", "endRole"].contains(name)
        if !isPart, parameters.contains(where: { $0["name"] as? String == "If-Match" }) {
            let record = path.split(separator: "/").prefix(2).joined(separator: "/")
            headers["If-Match"] = try await client.get("/" + record).header("ETag")
        }
        let answer = try await client.send(method, path + scene.query, body, headers: headers)
        let responses = try #require(operation["responses"] as? [String: [String: Any]])
        let response = responses[String(answer.status)]
        let schema =
            ((response?["content"] as? [String: [String: Any]])?["application/json"])?["schema"] as? [String: Any]
        guard let schema else {
            Issue.record("\(name) answers \(answer)")
            return
        }
        #expect(checker.problems(answer.json, schema) == [], "\(name)")
        if method == "GET" {
            #expect(
                !answer.bytes.isEmpty && answer.items.isEmpty == (answer.json["items"] == nil), "\(name): \(answer)")
        }
    }

    private func scene(for name: String, in site: TestSite) async throws -> Scene {
        func briefing(_ ref: String) throws -> String { try site.id(of: Briefing.self, "ref", ref).description }
        func dependency(_ ref: String) throws -> String { try site.id(of: Dependency.self, "ref", ref).description }
        func after(_ ref: String, _ person: String, _ moves: [(String, String?)]) async throws -> String {
            let id = try dependency(ref)
            for (noun, body) in moves {
                let client = try await APIClient(site, as: person)
                let answer = try await client.post("/dependencies/\(id)/\(noun)", body)
                #expect(answer.status == 200, "\(answer)")
            }
            return id
        }
        let camille = "camille.aubrac"
        switch name {
        case "getMe", "listUnits", "listPeople", "listCycles", "listBriefings", "listDependencies":
            return Scene(person: camille)
        case "listActivity":
            try await Self.age(site)
            return Scene(person: camille)
        case "listAlignment": return Scene(person: camille, query: "?cycle=2026-Q2")
        case "listMeetings", "listDecisions":
            _ = try site.meetingWithAction()
            return Scene(person: camille)
        case "callMeeting": return Scene(person: camille)
        case let name where name.hasSuffix("Project") || ProjectScenes.names.contains(name):
            let scene = try ProjectScenes.scene(name, site)
            return Scene(person: scene.person, places: ["id": scene.id], body: scene.body)
        case let name where OrganisationScenes.names.contains(name):
            let scene = try await OrganisationScenes.scene(name, site)
            return Scene(person: scene.person, places: scene.places, body: scene.body)
        case "createAxis": return Scene(person: "thea.nogaret")
        case "listAxes", "getAxis", "editAxis", "addAxisCondition":
            return Scene(person: "nour.castel", places: ["id": try site.axis().description])
        case "removeAxisCondition":
            return Scene(
                person: "nour.castel", places: ["id": try site.axis(takes: "Chacun sait qui prévenir.").description])
        case "acceptAxis", "declineAxis":
            return Scene(person: "nour.castel", places: ["id": try site.axis(by: "thea.nogaret").description])
        case "withdrawAxis":
            return Scene(person: "thea.nogaret", places: ["id": try site.axis(by: "thea.nogaret").description])
        case "reopenAxis":
            let axis = try site.axis(by: "thea.nogaret")
            _ = try await APIClient(site, as: "nour.castel").post("/axes/\(axis)/acceptance")
            return Scene(person: "nour.castel", places: ["id": axis.description])
        case "proposeTopic": return Scene(person: camille)
        case "listTopics", "getTopic", "editTopic", "makeTopicReady", "withdrawTopic":
            return Scene(person: camille, places: ["id": try site.topic().description])
        case "mergeTopic":
            return Scene(
                person: camille, places: ["id": try site.topic().description],
                body: ["into": try site.topic("Réduire la liste des outils").description])
        case "separateTopic":
            let (topic, whole) = (try site.topic(), try site.topic("Réduire la liste des outils"))
            _ = try await APIClient(site, as: camille).post("/topics/\(topic)/merger", #"{"into":"\#(whole)"}"#)
            return Scene(person: camille, places: ["id": topic.description])
        case "renewTopic":
            let topic = try site.topic()
            _ = try await APIClient(site, as: camille).post("/topics/\(topic)/withdrawal", #"{"reason":"Réglé."}"#)
            return Scene(person: camille, places: ["id": topic.description])
        case "getMeeting":
            return Scene(person: camille, places: ["id": try site.meetingWithAction().meeting.description])
        case "acceptMeeting":
            let proposed = try site.callMeeting(by: "thea.nogaret")
            return Scene(person: camille, places: ["id": proposed.description])
        case "moveMeeting", "openMeeting", "cancelMeeting":
            return Scene(person: camille, places: ["id": try site.callMeeting().description])
        case "writeMinutes", "closeMeeting", "agreeDecision", "agreeAction":
            return Scene(person: camille, places: ["id": try site.meetingWithAction().meeting.description])
        case "writeTeamView":
            return Scene(person: camille, places: ["id": try site.callMeeting(.async).description])
        case "finishAction":
            return Scene(person: camille, places: ["id": try site.meetingWithAction().action.description])
        case "getDecision":
            let meeting = try site.meetingWithAction().meeting
            let decision: Decision = try await site.store.read { try $0.decisions(of: meeting)[0] }
            return Scene(person: camille, places: ["id": decision.id.description])
        case "search": return Scene(person: camille, query: "?q=bulletin")
        case "getUnit": return Scene(person: camille, places: ["code": "bulletins"])
        case "getPerson": return Scene(person: camille, places: ["code": "hana.diallo"])
        case "getCycle": return Scene(person: camille, places: ["label": "2026-Q2"])
        case "createBriefing": return Scene(person: camille)
        case "getBriefing": return Scene(person: camille, places: ["id": try briefing("B1")])
        case "reviseBriefing", "signNoDependency": return Scene(person: camille, places: ["id": try briefing("B2")])
        case "submitBriefing":
            let id = try briefing("B2")
            _ = try await APIClient(site, as: camille).post("/briefings/\(id)/no-dependency")
            return Scene(person: camille, places: ["id": id])
        case "declareBriefingReady":
            let id = try briefing("B1")
            let client = try await APIClient(site, as: camille)
            let text = String(repeating: "Une phrase qui dit ce qu’il faut. ", count: 4)
            let body = #"{"problem":"\#(text)","source":"\#(text)","problem_size":"\#(text)","intention":"\#(text)"}"#
            #expect(try await client.send("PATCH", "/briefings/\(id)", body, headers: ["If-Match": "*"]).status == 200)
            for ref in ["D2", "D3"] {
                _ = try await client.post("/dependencies/\(try dependency(ref))/withdrawal", #"{"reason":"Sans."}"#)
            }
            _ = try await site.signIn(as: "hana.diallo").submit(
                "/briefings/\(id)/reviews", ["craft": "product", "opinion": "favourable"])
            return Scene(person: camille, places: ["id": id])
        case "withdrawNoDependency":
            let id = try briefing("B2")
            _ = try await APIClient(site, as: camille).post("/briefings/\(id)/no-dependency")
            return Scene(person: camille, places: ["id": id])
        case "endBriefing", "slowBriefing": return Scene(person: "malo.fauvel", places: ["id": try briefing("B4")])
        case "resumeBriefing":
            let id = try briefing("B4")
            _ = try await APIClient(site, as: "malo.fauvel").post(
                "/briefings/\(id)/slowdown", #"{"cause":"other","reason":"Retard."}"#)
            return Scene(person: "malo.fauvel", places: ["id": id])
        case "listCommitments", "listRetrospectives":
            try await Self.present(site)
            return Scene(person: camille)
        case "shiftDates": return Scene(person: "nour.castel", places: ["label": "2026-Q2"])
        case "getRisks": return Scene(person: camille, places: ["label": "2026-Q2"])
        case "getReport": return Scene(person: camille, places: ["label": "2026-Q1"])
        case "writeRetrospective":
            return Scene(person: camille, places: ["label": "2026-Q1", "team": "bulletins"])
        case "leaveBriefing":
            let (id, aziz) = (try site.id(of: Briefing.self, "ref", "B1"), "aziz.charvin")
            let person = try site.id(of: Person.self, "code", aziz)
            try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
                try transaction.change(id) { (briefing: inout Briefing) in
                    briefing.contributors.append(person)
                    return Activity(.revised)
                }
            }
            return Scene(person: aziz, places: ["id": id.description])
        case "decideBriefing": return Scene(person: "hana.diallo", places: ["id": try briefing("B1")])
        case "listComments", "addComment":
            let id = try briefing("B1")
            _ = try await APIClient(site, as: camille).post("/briefings/\(id)/comments", #"{"text":"Bonjour"}"#)
            return Scene(person: camille, places: ["id": id])
        case "remindOfBriefing", "listReminders":
            let id = try briefing("B2")
            _ = try await APIClient(site, as: "fabrice.delmotte").post("/briefings/\(id)/reminder")
            return Scene(person: name == "listReminders" ? camille : "fabrice.delmotte", places: ["id": id])
        case "remindOfDependency": return Scene(person: "fabrice.delmotte", places: ["id": try dependency("D4")])
        case "listExpectations": return Scene(person: camille)
        case "listNotices":
            let id = try briefing("B1")
            _ = try await APIClient(site, as: "yanis.corbel").post("/briefings/\(id)/comments", #"{"text":"Bonjour"}"#)
            return Scene(person: camille)
        case "follow", "listFollows", "unfollow":
            let (id, wassim) = (try briefing("B1"), "wassim.ferhat")
            if name != "follow" { _ = try await APIClient(site, as: wassim).send("PUT", "/follows/briefing/\(id)") }
            return Scene(person: wassim, places: ["kind": "briefing", "id": id])
        case "listRelays":
            try InboxTests.addRelay(to: site)
            return Scene(person: "hana.diallo")
        case "listSilentDependencies", "dismissTeam":
            try site.addPast()
            return Scene(person: camille, places: ["id": try briefing("B2")])
        case "listDismissals", "undoDismissal":
            let id = try briefing("B2")
            _ = try await APIClient(site, as: camille).post("/briefings/\(id)/dismissals", #"{"team":"moteur"}"#)
            return Scene(person: camille, places: ["id": id, "code": "moteur"])
        case "removeComment":
            let id = try briefing("B1")
            let comment = try await APIClient(site, as: camille).post(
                "/briefings/\(id)/comments", #"{"text":"Bonjour"}"#)
            return Scene(person: camille, places: ["id": try #require(comment.json["id"] as? String)])
        case "listReviews", "giveReview":
            let id = try briefing("B1")
            _ = try await APIClient(site, as: "salome.tissier").post(
                "/briefings/\(id)/reviews", #"{"craft":"design","opinion":"favourable"}"#)
            return Scene(person: "hana.diallo", places: ["id": id])
        case "defineTribeField": return Scene(person: "fabrice.delmotte", places: ["code": "paie"])
        case "listTribeFields", "editTribeField", "removeTribeField":
            let body = #"{"label_fr":"Risque légal","label_en":"Legal risk","kind":"text","limit":80}"#
            let made = try await APIClient(site, as: "fabrice.delmotte").post("/tribes/paie/fields", body)
            let key = try #require(made.json["key"] as? String)
            return Scene(person: "fabrice.delmotte", places: ["code": "paie", "key": key])
        case "pointOutDependency": return Scene(person: camille, places: ["id": try briefing("B2")])
        case "getDependency": return Scene(person: camille, places: ["id": try dependency("D1")])
        case "acknowledgeDependency", "declineDependency":
            return Scene(person: camille, places: ["id": try dependency("D4")])
        case "commitDependency":
            return Scene(
                person: camille, places: ["id": try dependency("D4")],
                body: ["committed_for": "2026-04-01", "effort_days": 3])
        case "counterDependency":
            return Scene(
                person: "yse.carpentier", places: ["id": try dependency("D3")])
        case "acceptCounterProposal", "refuseCounterProposal":
            return Scene(person: camille, places: ["id": try dependency("D2")])
        case "mitigateDependency", "askAgain":
            let id = try await after("D4", camille, [("decline", #"{"code":"capacity","reason":"Trop tôt."}"#)])
            return Scene(person: "malo.fauvel", places: ["id": id])
        case "claimDependency": return Scene(person: camille, places: ["id": try dependency("D5")])
        case "breakPromise": return Scene(person: "wassim.ferhat", places: ["id": try dependency("D1")])
        case "confirmDependency", "refuseClaim":
            return Scene(person: "malo.fauvel", places: ["id": try await after("D5", camille, [("claim", nil)])])
        case "listPresentations", "getPresentation", "orderPresentation", "setBeginning", "prepareSlot",
            "declarePresentationReady", "startPresentation", "movePresentation", "publishPresentation", "setRecording",
            "listQuestions", "askQuestion", "answerQuestion", "listConfidence", "listReworks", "answerRework",
            "renewGuestLink":
            return try await presented(name, site)
        case "listRequests", "getRequest":
            return Scene(person: camille, places: ["id": try site.request().description])
        case "askRequest", "getUrgencyRoom": return Scene(person: camille)
        case "triageRequest", "closeRequest":
            return Scene(person: "thea.nogaret", places: ["id": try site.request().description])
        case "takeRequest": return Scene(person: "thea.nogaret", places: ["id": try site.request(.triaged).description])
        case "countRequestDays":
            return Scene(person: "thea.nogaret", places: ["id": try site.request(.inHand).description])
        case "rateRequest": return Scene(person: camille, places: ["id": try site.request(.closed).description])
        case "listDutyWeeks", "swapDutyWeek":
            return Scene(
                person: "thea.nogaret", places: ["id": try site.dutyWeek().description],
                body: name == "swapDutyWeek" ? ["person": "ravneet.gill"] : nil)
        case "reportIncident", "getIncidentSurge", "listIncidents", "getIncident", "correctIncident",
            "mitigateIncident", "resolveIncident", "addIncidentLine", "agreeIncidentAction":
            return Scene(person: camille, places: ["id": try site.incident(.open).id.description])
        case "reopenIncident":
            return Scene(person: camille, places: ["id": try site.incident(.resolved).id.description])
        case "beginPostmortem":
            return Scene(
                person: camille, places: ["id": try site.incident(.resolved, withPostmortem: false).id.description])
        case "closeIncident":
            let incident = try site.incident(.reviewed)
            _ = try await APIClient(site, as: camille).post("/incident-actions/\(incident.action)/completion")
            return Scene(person: camille, places: ["id": incident.id.description])
        case "listIncidentLines", "getIncidentLine", "removeIncidentLine":
            return Scene(person: camille, places: ["id": try site.incident(.open).line.description])
        case "listPostmortems", "getPostmortem", "writePostmortem", "publishPostmortem":
            let incident = try site.incident(.resolved, published: false)
            return Scene(person: camille, places: ["id": incident.postmortem.description])
        case "listIncidentActions", "getIncidentAction", "changeIncidentAction", "finishIncidentAction",
            "refuseIncidentAction", "takeUpIncidentAction":
            let action = try site.incident(.resolved).action
            if name == "takeUpIncidentAction" {
                _ = try await APIClient(site, as: camille).post("/incident-actions/\(action)/completion")
            }
            return Scene(person: camille, places: ["id": action.description])
        case "listMercatos", "getMercato", "saveBallot", "getBallot", "getRanking", "listBallots", "shiftMercato",
            "setMercatoTable", "setMercatoRules", "ruleMercato":
            return try mercato(name, site)
        case "listBrainstorms", "planBrainstorm", "getBrainstorm", "listIdeas", "arrangeBrainstorm", "beginBrainstorm",
            "hangIdeas", "writeAgain", "closeBrainstorm", "reopenBrainstorm", "writeIdea", "editIdea", "withdrawIdea",
            "signIdea", "moveIdeas", "renameCluster", "mergeClusters", "makeClusterTopic":
            return try brainstorm(name, site)
        case "listSignals", "takeSignal", "dismissSignal", "listSignalAnswers":
            try site.askThrice()
            let key = "repeated_request-A-1"
            if name == "listSignalAnswers" {
                _ = try await APIClient(site, as: "thea.nogaret").post("/cycles/2026-Q2/signals/\(key)/dismissal")
            }
            return Scene(person: "thea.nogaret", places: ["label": "2026-Q2", "key": key])
        case "withdrawDependency": return Scene(person: camille, places: ["id": try dependency("D1")])
        case "listPlaybooks", "getPlaybook", "getPlaybookScore", "listPlaybookEditions", "listOccurrences",
            "listFeedback",
            "getReliance", "writePlaybook", "installStarter", "revisePlaybook", "movePlaybook", "offerPlaybook",
            "acceptPlaybook", "takePlaybookBack", "recordOccurrence", "removeOccurrence", "giveFeedback",
            "answerFeedback":
            return try playbook(name, site)
        default:
            Issue.record("no scene for \(name)")
            return Scene(person: camille)
        }
    }

    /// What DSN stands by this quarter, and what it says of it.
    private static func present(_ site: TestSite) async throws {
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q1")
        let team = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        let author = try site.id(of: Person.self, "code", "camille.aubrac")
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.recordCommitments(of: transaction.get(cycle))
            let page = Retrospective(
                id: transaction.newID(), cycle: cycle, team: team,
                .init(helped: "Les libellés.", slowed: "", changes: ""), by: author, at: transaction.now)
            try transaction.add(page, Activity(.created))
        }
    }

    /// The presentation of the second quarter, where the operation finds it.
    private func presented(_ name: String, _ site: TestSite) async throws -> Scene {
        let stage = try Stage(on: site)
        let ordering = ["orderPresentation", "setBeginning"].contains(name)
        var scene = Scene(
            person: ordering ? "thea.nogaret" : "camille.aubrac",
            places: ["label": "2026-Q2", "team": "bulletins"])
        switch name {
        case "movePresentation", "askQuestion", "answerQuestion", "listQuestions": try stage.show()
        case "startPresentation", "publishPresentation": try stage.hold(on: site.today)
        default: break
        }
        if name == "answerQuestion" || name == "listQuestions" {
            scene.body = ["question": try stage.ask("Et pour les apprentis ?").description]
        }
        if name == "listConfidence" { try stage.voteAndPublish() }
        if name == "answerRework" || name == "listReworks" {
            scene.places["id"] = try stage.rework().description
            scene.person = "hana.diallo"
        }
        return scene
    }

    /// A playbook with an edition, an occurrence and a voice, carried as the operation needs it.
    private func playbook(_ name: String, _ site: TestSite) throws -> Scene {
        let carrier: Playbook.Carrier =
            switch name {
            case "offerPlaybook": .ops
            case "acceptPlaybook", "takePlaybookBack": .handingOver
            default: .organisation
            }
        let scene = try PlaybookScene(on: site, state: name == "movePlaybook" ? .draft : .inForce, carriedBy: carrier)
        var place = scene.playbook.description
        if name == "removeOccurrence" { place = scene.occurrence.description }
        if name == "answerFeedback" { place = scene.feedback.description }
        return Scene(
            person: name == "offerPlaybook" ? "thea.nogaret" : "camille.aubrac",
            places: ["id": place, "key": "culture"])
    }

    /// The brainstorm of the second quarter, at the step that the operation needs.
    private func brainstorm(_ name: String, _ site: TestSite) throws -> Scene {
        var scene = Scene(person: "thea.nogaret", places: ["label": "2026-Q2", "key": "1"])
        let isOwn = ["writeIdea", "editIdea", "withdrawIdea", "signIdea"].contains(name)
        if isOwn { scene.person = "camille.aubrac" }
        switch name {
        case "planBrainstorm": return scene
        case "arrangeBrainstorm", "beginBrainstorm": try site.brainstorm(.planned)
        case "hangIdeas", "writeIdea", "editIdea", "withdrawIdea": try site.brainstorm(.writing)
        case "reopenBrainstorm": try site.brainstorm(.closed)
        default: try site.brainstorm()
        }
        if isOwn || name == "hangIdeas" { scene.places["id"] = try site.ownIdea().description }
        if name == "moveIdeas" { scene.body = ["ideas": ["5@"], "to": "new", "title": "Astreintes"] }
        return scene
    }

    /// The vote of the second quarter, as far as the operation needs it.
    private func mercato(_ name: String, _ site: TestSite) throws -> Scene {
        let isEarly = ["shiftMercato", "setMercatoTable", "setMercatoRules"].contains(name)
        if isEarly { site.move(to: Day(2026, 3, 3)) }
        let mercato = try site.openMercato()
        var scene = Scene(person: isEarly ? "thea.nogaret" : "hana.diallo", places: ["ref": "2026-Q2"])
        if ["getBallot", "getRanking", "listBallots", "ruleMercato"].contains(name) {
            try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
                let ballot = Ballot(
                    voter: .person(mercato.electors[0].person), craft: mercato.electors[0].craft,
                    scores: [.must, .useful, .notNow, .noOpinion], savedAt: transaction.now)
                try transaction.keep([ballot], in: mercato.id)
                try transaction.change(mercato.id) { (mercato: inout Mercato) in
                    mercato.state = .closed
                    mercato.quorumMissed = name == "ruleMercato"
                    mercato.publishesAt = transaction.now
                    return Activity(.closed)
                }
            }
        }
        if name == "ruleMercato" { scene.person = "nour.castel" }
        return scene
    }

    /// Lets the lines of the activity settle.
    private static func age(_ site: TestSite) async throws {
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
    }
}
