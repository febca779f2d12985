extension OpsProject {
    /// What a project comes from.
    package enum Origin: Sendable {
        /// A topic that the directors selected.
        case topic(Topic)
        /// A request that does not wait for the next quarter, for which room was found when it was closed.
        case request(OpsRequest)

        var isReady: Bool {
            switch self {
            case .topic(let topic): topic.state == .selected
            case .request(let request): request.state == .closed && request.outcome == .urgentProject
            }
        }

        /// Days of Product Ops.
        var effort: Int {
            switch self {
            case .topic(let topic): topic.effortDays ?? 0
            case .request(let request): Int(request.spentDays.rounded(.up))
            }
        }

        func begins(_ project: OpsProject) -> Bool {
            switch self {
            case .topic(let topic): project.topic == topic.id && !project.standing.isOver
            case .request(let request): project.request == request.id
            }
        }

        func project(
            _ id: Identifier<OpsProject>, _ ref: String, in cycle: Cycle, _ beginning: Beginning,
            led lead: Identifier<Person>, _ organisation: Organisation, at now: Instant
        ) -> OpsProject {
            switch self {
            case .topic(let topic):
                return OpsProject(
                    id: id, ref: ref, of: topic, in: cycle.id, mode: beginning.mode, lead: lead,
                    buddy: beginning.buddy, at: now)
            case .request(let request):
                var project = OpsProject(
                    id: id, ref: ref, topic: nil, in: cycle.id, title: request.title, problem: request.whatHurts,
                    effortDays: effort, targetCrafts: [], mode: beginning.mode, lead: lead, buddy: beginning.buddy,
                    request: request.id, at: now)
                project.receiver = request.returnOwner.flatMap { organisation.isOutsideOps($0) ? $0 : nil }
                return project
            }
        }
    }
}
