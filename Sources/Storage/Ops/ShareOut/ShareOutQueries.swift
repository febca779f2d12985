package import Rouage

extension Reading {
    /// The sharing out of a quarter, or nothing.
    package func shareOut(of cycle: Identifier<Cycle>) throws -> ShareOut? {
        try records(ShareOut.self, where: "cycle = \(cycle)").first
    }

    /// What each of Product Ops would like to do in a quarter; who may read it is for the caller to say.
    package func preferences(of cycle: Identifier<Cycle>) throws -> [SharePreference] {
        try records(where: "cycle = \(cycle) ORDER BY person")
    }

    /// What the published vote on a quarter took on, the first in rank first; nothing before.
    package func selectedTopics(of cycle: Identifier<Cycle>) throws -> [Topic] {
        guard let mercato = try mercato(of: cycle), mercato.state == .published else { return [] }
        let rows = Dictionary(grouping: mercato.topics, by: \.code).compactMapValues(\.first?.topic)
        let ranks = try ranking(of: mercato).map { $0.ranked.map { mercato.topics[$0.topic].code } } ?? []
        let places = mercato.selected.enumerated().map { place, code in
            (rank: ranks.firstIndex(of: code) ?? ranks.count + place, topic: rows[code])
        }
        let order = places.sorted { $0.rank < $1.rank }.compactMap(\.topic)
        let topics = Dictionary(uniqueKeysWithValues: try records(order).map { (topic: Topic) in (topic.id, topic) })
        return order.compactMap { topics[$0] }.filter { $0.state == .selected }
    }

    /// Whether somebody wrote other wishes or days off since a sharing out was computed, or a project of its quarter began,
    /// paused, went on or ended: it would not come out the same any more.
    package func isOvertaken(_ shareOut: ShareOut) throws -> Bool {
        guard try preferences(of: shareOut.cycle).allSatisfy({ $0.writtenAt <= shareOut.computedAt }) else {
            return true
        }
        let changes = try count(
            """
            SELECT count(*) FROM activity WHERE at > \(shareOut.computedAt)
                AND subject_id IN (SELECT id FROM ops_project WHERE cycle = \(shareOut.cycle))
                AND action IN ('created', 'paused', 'resumed', 'stopped', 'closed', 'retabled', 'handed_over')
            """)
        return changes > 0
    }

    /// What a sharing out starts from: topics that are no project yet, and people with their days of the quarter and what
    /// the projects that go on take of them. What is paused, over or handed over takes nothing, and what came from an urgent
    /// request lives off the room kept for it. Once a sharing out holds, its topics stay, as the projects they are.
    package func shareOutTable(for cycle: Cycle, _ organisation: Organisation, on today: Day) throws -> ShareOutTable {
        let shareOut = try shareOut(of: cycle.id)
        let held = Set(shareOut?.state == .confirmed ? shareOut?.lines.map(\.topic) ?? [] : [])
        let projects = try projects(of: cycle.id)
        let begun = Set(projects.filter { !$0.standing.isOver }.compactMap(\.topic))
        let known = Set(projects.compactMap(\.topic))
        let items = try selectedTopics(of: cycle.id).filter { held.contains($0.id) || !begun.contains($0.id) }
            .map { topic in
                ShareOutTable.Item(
                    topic: topic.id, effort: topic.effortDays ?? 0,
                    isProject: held.contains(topic.id) && known.contains(topic.id))
            }
        let carried = projects.filter { $0.isAlive && $0.request == nil }
        let sheets = try preferences(of: cycle.id)
        let members = organisation.opsTeam.map { person -> ShareOutTable.Member in
            let wishes = sheets.first { $0.person == person.id }
            let days = organisation.plannedOpsDays(
                of: person.id, daysOff: wishes?.daysOff ?? Load.leaveDays, in: cycle, .french)
            let tenths = carried.reduce(0) { sum, project in
                if project.lead == person.id { return sum + Sharing.leadShare * project.effortDays }
                return project.buddy == person.id ? sum + Sharing.buddyShare * project.effortDays : sum
            }
            return ShareOutTable.Member(
                person: person.id, days: days, carried: Double(tenths) / 10,
                isNew: organisation.isNewInOps(person.id, in: cycle, on: today, .french),
                leads: carried.count { $0.lead == person.id }, wishes: wishes)
        }
        return ShareOutTable(members: members, items: items)
    }
}

extension Transaction {
    /// Computes the sharing out of a quarter.
    /// - Parameter version: the one that was seen, 0 when there was none: what others changed since is not erased unseen.
    package func propose(_ cycle: Cycle, version: Int? = nil, within limit: Sharing.Limit, by deed: Deed) throws
        -> ShareOut
    {
        try takeTurn(at: .opsProject)
        let previous = try shareOut(of: cycle.id)
        if let version, version != previous?.version ?? 0 { throw Refusal.outdated }
        let (shareOut, activity) = try ShareOut.propose(
            shareOutTable(for: cycle, deed.actor.organisation, on: deed.day), within: limit, over: previous,
            id: newID(), in: cycle, by: deed)
        if let previous { return try replace(previous, by: shareOut, activity) }
        try add(shareOut, activity)
        return shareOut
    }

    /// Somebody agrees to a sharing out; once it holds, each of its lines is a project.
    package func confirm(_ id: Identifier<ShareOut>, version: Int?, by deed: Deed, in cycle: Cycle) throws {
        try takeTurn(at: .opsProject)
        let shareOut = try change(id, version: version) { (shareOut: inout ShareOut) in
            try shareOut.confirm(by: deed)
        }
        guard shareOut.state == .confirmed else { return }
        let begun = Set(try projects(of: cycle.id).filter { !$0.standing.isOver }.compactMap(\.topic))
        for line in shareOut.lines where !begun.contains(line.topic) {
            let id = newID(OpsProject.self)
            let project = OpsProject(
                id: id, ref: "\(cycle.label)-\(id.short)", of: try get(line.topic), in: cycle.id,
                lead: line.lead, buddy: line.buddy, at: now)
            try add(project, Activity(.created))
        }
    }
}

extension ShareOut: Guarded {
    static func permissions(to records: [ShareOut], _: Reading) -> [Identifier<ShareOut>: Permission] {
        Dictionary(uniqueKeysWithValues: records.map { ($0.id, .opsWork(.readShareOut($0))) })
    }
}
