package import Rouage

/// What hangs on an axis: the newest quarter first, each part as long as anybody reads.
package struct AxisWork: Sendable {
    package static let most = 100

    package let briefings: [Briefing]
    package let topics: [Topic]
    /// Those that came of its topics.
    package let projects: [OpsProject]
}

/// How much of what is alive hangs on an axis, or on none.
package struct AxisCount: Sendable, Equatable {
    package var briefings = 0
    package var topics = 0
    package var projects = 0

    package init() {}

    package var total: Int { briefings + topics + projects }
}

/// How the work of some quarters lies under the axes, with the topics and projects that lie under none.
package struct AxisBalance: Sendable {
    package let counts: [Identifier<Axis>?: AxisCount]
    package let topics: [Topic]
    package let projects: [OpsProject]
}

extension Reading {
    package func axes() throws -> [Axis] { try records(where: "1 = 1 ORDER BY code") }

    /// How axes are called, for lists that name them.
    package func axisTitles() throws -> [(id: Identifier<Axis>, code: String, title: String)] {
        try all("SELECT id, code, title FROM axis ORDER BY title, code") { (try $0.id(0), $0.text(1), $0.text(2)) }
    }

    /// What hangs on an axis, for who may read it: a draft is for its people.
    package func work(on axis: Identifier<Axis>, for actor: Actor) throws -> AxisWork {
        let pages: [Briefing] = try records(
            where: """
                axis = \(axis) ORDER BY (SELECT starts FROM cycle WHERE cycle.id = briefing.cycle) DESC, created_at, id
                LIMIT \(AxisWork.most)
                """)
        let topics: [Topic] = try records(
            where: "axis = \(axis) ORDER BY created_at DESC, id LIMIT \(AxisWork.most)")
        let projects: [OpsProject] = try records(
            where: "topic IN \(in: topics.map(\.id)) ORDER BY created_at DESC, id")
        return AxisWork(
            briefings: pages.filter { actor.may(.readBriefing($0)) }, topics: topics, projects: projects)
    }

    /// How work lies under the axes in these quarters: briefings that are no drafts and not given up, topics that may
    /// still become a project, projects under way.
    package func axisBalance(in cycles: [Identifier<Cycle>]) throws -> AxisBalance {
        var counts: [Identifier<Axis>?: AxisCount] = [:]
        try each(
            """
            SELECT axis, count(*) FROM briefing
            WHERE cycle IN \(in: cycles) AND state NOT IN ('draft', 'dropped', 'abandoned') GROUP BY axis
            """
        ) { row in counts[try row.optionalID(0), default: AxisCount()].briefings = row.integer(1) }
        let alive = Topic.State.allCases.filter(\.isAlive).map(\.rawValue)
        try each("SELECT axis, count(*) FROM topic WHERE state IN \(in: alive) GROUP BY axis") { row in
            counts[try row.optionalID(0), default: AxisCount()].topics = row.integer(1)
        }
        let projects = try livingProjects()
        let origins: [Topic] = try records(Array(Set(projects.compactMap(\.topic))))
        let axes = Dictionary(uniqueKeysWithValues: origins.map { ($0.id, $0.axis) })
        func axis(of project: OpsProject) -> Identifier<Axis>? { project.topic.flatMap { axes[$0] ?? nil } }
        for project in projects { counts[axis(of: project), default: AxisCount()].projects += 1 }
        return AxisBalance(
            counts: counts,
            topics: try records(
                where: "axis IS NULL AND state IN \(in: alive) ORDER BY created_at, id LIMIT \(AxisWork.most)"),
            projects: projects.filter { axis(of: $0) == nil })
    }
}

extension Transaction {
    /// The codes of all axes; two that are written at once do not get the same.
    package func axisCodes() throws -> Set<String> {
        try takeTurn(at: .axis)
        return Set(try all("SELECT code FROM axis") { $0.text(0) })
    }
}
