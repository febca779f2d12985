/// What a person may do with the work of Product Ops: sharing it out, and the projects it becomes.
package enum OpsWorkPermission: Sendable, Equatable {
    /// What each of Product Ops would like to do: theirs alone.
    case readWishes
    /// One's own wishes.
    case writeWishes
    /// Computing a sharing out, changing it, confirming it.
    case shareOut
    /// Everybody reads a sharing out once it is confirmed, and Product Ops before.
    case readShareOut(ShareOut)
    /// Everybody of the department and around it reads projects.
    case readProjects
    case startProject
    /// A project's words, parts and stages: Product Ops, those who build it with them, and the CPO.
    case carry(OpsProject)
    /// Whether the problem is one that people have: those who would live with the answer, never Product Ops.
    case answer(OpsProject)
    /// Going on before the discovery is done, because it is urgent.
    case waive
    /// Taking a project over: its owner, outside Product Ops.
    case accept(OpsProject)
    /// Agreeing that it is taken over: the director of its owner.
    case acceptAsDirector(OpsProject)
    /// Either of both.
    case takeOver(OpsProject)

    /// Whether it changes nothing.
    var isToRead: Bool {
        switch self {
        case .readWishes, .readShareOut, .readProjects: true
        default: false
        }
    }
}

extension Actor {
    func may(_ permission: OpsWorkPermission) -> Bool {
        guard let id, isMember else { return false }
        switch permission {
        case .readWishes, .writeWishes, .shareOut: return isOps
        case .readShareOut(let shareOut): return isOps || shareOut.state == .confirmed
        case .readProjects: return true
        case .startProject: return isOps || holds(.cpo)
        case .carry(let project): return isOps || holds(.cpo) || project.coBuilders.contains(id)
        case .answer(let project):
            guard !isOps, let craft = person?.craft else { return false }
            return project.targetCrafts.isEmpty || project.targetCrafts.contains(craft)
        case .waive: return !isOps && holds(.cpo)
        case .accept(let project): return !isOps && project.receiver == id
        case .acceptAsDirector(let project):
            return !isOps && project.receiver.map(directs) ?? false
        case .takeOver(let project):
            return may(.accept(project)) || may(.acceptAsDirector(project))
        }
    }
}
