@testable import Rouage

/// An Ops project of the tests: Théa leads it, Camille and Maxence build it with her, Nour is the CPO.
enum ProjectScene {
    /// The quarter that runs on the day of the tests.
    static let cycle: Cycle = {
        var cycle = Cycle(Quarter(label: "2026-Q1", fiscalStart: 1)!, id: Identifier(high: 3, low: 9), .french)
        cycle.state = .running
        return cycle
    }()

    static func project(_ stage: OpsProject.Stage = .discovery) -> OpsProject {
        var project = OpsProject(
            id: Identifier(high: 15, low: 1), ref: "P1", topic: nil, in: cycle.id, title: "Des incidents lisibles",
            problem: "Personne ne sait qui prévenir.", effortDays: 20, targetCrafts: [.product], lead: Cast.ops.id,
            at: Cast.now)
        project.stage = stage
        return project
    }

    /// With all that a discovery asks for.
    static func discovered() -> OpsProject {
        var project = project()
        project.problemState = .agreed
        project.metric = OpsProject.Metric(name: "Délai d’annonce", unit: "min", before: 42)
        project.coBuilders = [Cast.camille.id, Cast.giverManager.id]
        project.evidence = [("bulletins", 2), ("conges", 1)].flatMap { code, count in
            (0..<count).map { _ in evidence(.interview, code) }
        }
        project.evidence += [evidence(.data, "dsn"), evidence(.verbatim, "dsn")]
        return project
    }

    static func evidence(_ sort: OpsProject.Evidence.Sort, _ team: String) -> OpsProject.Evidence {
        OpsProject.Evidence(
            sort: sort, team: Cast.unit(team), craft: .product, note: "On cherche qui appeler.", on: Cast.today)
    }

    static func experiment(
        threshold: Int = 15, from start: Day = Cast.today, days: Int = 20
    ) -> OpsProject.Experiment {
        OpsProject.Experiment(
            hypothesis: "Un seul canal suffit.", measure: "Délai d’annonce", aim: .atMost, threshold: threshold,
            teams: [Cast.unit("bulletins")], from: start, to: start + days)
    }

    static func topic(_ state: Topic.State = .selected, effort: Int = 20) -> Topic {
        var topic = Topic(
            id: Identifier(high: 14, low: 1), ref: "S1",
            Topic.Content(
                title: "Des incidents lisibles", problem: "Personne ne sait qui prévenir.", targetCrafts: [.product],
                effortDays: effort), by: nil, at: Cast.now)
        topic.state = state
        return topic
    }
}
