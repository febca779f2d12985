import Rouage

/// Everything that pauses, resumes or ends a project, with fields that are right: the rows of the table of its transitions.
enum ProjectMove: String, CaseIterable, Sendable, TransitionMove {
    case pause, resume, stop, close, retable

    /// Where each standing from which the move can be made leads to.
    var ways: [OpsProject.Standing: OpsProject.Standing] {
        switch self {
        case .pause: [.active: .paused]
        case .resume: [.paused: .active]
        case .stop: [.active: .stopped, .paused: .stopped]
        case .close: [.active: .closed, .paused: .closed]
        case .retable: [.active: .retabled, .paused: .retabled]
        }
    }

    /// Camille builds it with Product Ops.
    func able(from _: OpsProject.Standing) -> Set<Cast> { [.ops, .opsInTeam, .cpo, .camille] }

    func record(in standing: OpsProject.Standing) -> OpsProject {
        var project = ProjectScene.project(.rollout)
        project.coBuilders = [Cast.camille.id]
        project.standing = standing
        return project
    }

    static func state(of project: OpsProject) -> OpsProject.Standing { project.standing }

    @discardableResult
    func apply(to project: inout OpsProject, by deed: Deed) throws -> Activity? {
        let cycle = ProjectScene.cycle
        let room = OpsProject.Room(days: 100, projects: [])
        switch self {
        case .pause: return try project.pause(reason: "Les pannes.", by: deed, in: cycle)
        case .resume: return try project.resume(room, by: deed, in: cycle)
        case .stop: return try project.stop(reason: "Plus personne ne le vit.", by: deed)
        case .close:
            return try project.close(after: nil, isUnmeasured: true, reason: "Trop peu de cas.", by: deed)
        case .retable: return try project.retable(reason: "Il reste entier.", by: deed)
        }
    }
}
