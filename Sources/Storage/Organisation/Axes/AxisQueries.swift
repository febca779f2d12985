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

extension Reading {
    package func axes() throws -> [Axis] { try records(where: "1 = 1 ORDER BY code") }

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

    /// How much is under each axis in these quarters, and under none: briefings that are no drafts and not given up,
    /// topics that may still become a project, projects under way.
    package func axisCounts(in cycles: [Identifier<Cycle>]) throws -> [Identifier<Axis>?: AxisCount] {
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
        for project in projects {
            counts[project.topic.flatMap { axes[$0] ?? nil }, default: AxisCount()].projects += 1
        }
        return counts
    }
}

extension Reading {
    /// What is under way and serves no axis, beside briefings: topics that may still become a project, and projects.
    package func orphans() throws -> (topics: [Topic], projects: [OpsProject]) {
        let alive = Topic.State.allCases.filter(\.isAlive).map(\.rawValue)
        let topics: [Topic] = try records(
            where: "axis IS NULL AND state IN \(in: alive) ORDER BY created_at, id LIMIT \(AxisWork.most)")
        let projects = try livingProjects()
        let origins: [Topic] = try records(Array(Set(projects.compactMap(\.topic))))
        let served = Set(origins.filter { $0.axis != nil }.map(\.id))
        return (topics, projects.filter { project in !(project.topic.map(served.contains) ?? false) })
    }
}

extension Transaction {
    /// The codes of all axes; two that are written at once do not get the same.
    package func axisCodes() throws -> Set<String> {
        try takeTurn(at: .axis)
        return Set(try all("SELECT code FROM axis") { $0.text(0) })
    }
}
