import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// What the operations of projects and of sharing out need to work once.
enum ProjectScenes {
    struct Scene {
        var person = "thea.nogaret"
        var id = ""
        var body: [String: Any]?
    }

    static let names: Set = [
        "listProjects", "writeProblem", "proposeProblem", "answerProblem", "agreeProblem", "writeSolution",
        "addEvidence",
        "removeEvidence", "nameCoBuilders", "waiveDiscovery", "beginExperiment", "concludeExperiment", "planWave",
        "decideWave", "setFrame", "nameReceiver", "namePlaybook", "listShareOuts", "getShareOut", "proposeShareOut",
        "editShareOut",
        "confirmShareOut",
        "listPreferences", "writePreferences",
    ]

    static func scene(_ name: String, _ site: TestSite) throws -> Scene {
        switch name {
        case "startProject":
            let topic = try site.topic("Écrire les décisions", .selected)
            return Scene(body: ["topic": topic.description, "lead": "thea.nogaret"])
        case "proposeShareOut", "writePreferences":
            _ = try site.topicsToShare()
            return Scene()
        case "listPreferences":
            try site.writeWishes(try site.topicsToShare())
            return Scene()
        case "getShareOut": return Scene(id: try site.shareOut().id.description)
        case "listShareOuts", "confirmShareOut":
            try site.shareOut()
            return Scene()
        case "editShareOut":
            let (id, topics) = try site.shareOut()
            let line = try site.store.readNow { reading in
                try reading.get(id).lines.first { $0.topic == topics[0] }
            }
            let isHers = line?.lead == (try site.personID("thea.nogaret"))
            return Scene(body: [
                "cycle": "2026-Q2", "topic": topics[0].description, "lead": isHers ? "idriss.belmonte" : "thea.nogaret",
                "buddy": isHers ? "thea.nogaret" : "idriss.belmonte", "reason": "Pour équilibrer.",
            ])
        case _: return try project(name, site)
        }
    }

    private static func project(_ name: String, _ site: TestSite) throws -> Scene {
        let team = try site.id(of: Rouage.Unit.self, "code", "moteur")
        let camille = try site.personID("camille.aubrac")
        let stage: OpsProject.Stage =
            switch name {
            case "moveProject": .selected
            case "beginExperiment", "concludeExperiment": .experiment
            case "planWave", "decideWave": .rollout
            case "acceptProject": .handingOver
            case _: .discovery
            }
        let id = try site.project(stage) { project in
            switch name {
            case "answerProblem", "agreeProblem": project.problemState = .proposed
            case "writeSolution": project.problemState = .agreed
            case "removeEvidence":
                project.evidence = [
                    .init(sort: .data, team: team, craft: .product, note: "Six fois sur dix.", on: site.today)
                ]
            case "concludeExperiment":
                project.experiments = [
                    .init(
                        hypothesis: "Un canal suffit.", measure: "Délai", aim: .atMost, threshold: 15, teams: [team],
                        from: site.today - 20, to: site.today)
                ]
            case "decideWave": project.waves = [.init(teams: [team], from: site.today)]
            case "acceptProject": project.receiver = camille
            case "resumeProject": project.standing = .paused
            case _: break
            }
        }
        if name == "agreeProblem" { try site.answerProblem(of: id) }
        let person =
            switch name {
            case "waiveDiscovery": "nour.castel"
            case "answerProblem", "acceptProject", "listProjects", "getProject": "camille.aubrac"
            case _: "thea.nogaret"
            }
        return Scene(person: person, id: id.description)
    }
}
