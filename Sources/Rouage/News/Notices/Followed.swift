/// What anybody may follow: an initiative, a dependency, a topic, a project or a unit.
package enum Followed: Sendable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case briefing, dependency, topic, unit
        case project = "ops_project"

        package var kind: Kind {
            switch self {
            case .briefing: .briefing
            case .dependency: .dependency
            case .topic: .topic
            case .project: .opsProject
            case .unit: .unit
            }
        }
    }

    case briefing(Briefing)
    case dependency(Dependency)
    case topic(Topic)
    case project(OpsProject)
    case unit(Unit)

    package var sort: Sort {
        switch self {
        case .briefing: .briefing
        case .dependency: .dependency
        case .topic: .topic
        case .project: .project
        case .unit: .unit
        }
    }

    package var id: String {
        switch self {
        case .briefing(let page): page.id.description
        case .dependency(let need): need.id.description
        case .topic(let topic): topic.id.description
        case .project(let project): project.id.description
        case .unit(let unit): unit.id.description
        }
    }
}

/// That a person follows something, since a moment: what happened before is not told.
package struct Follow: Codable, Sendable, Hashable {
    private enum CodingKeys: String, CodingKey {
        case sort = "kind"
        case subject, since
    }

    package let sort: Followed.Sort
    package let subject: String
    package let since: Instant

    package init(_ sort: Followed.Sort, _ subject: String, since: Instant) {
        self.sort = sort
        self.subject = subject
        self.since = since
    }
}
