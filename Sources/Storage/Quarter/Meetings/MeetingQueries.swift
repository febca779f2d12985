package import Rouage

extension Reading {
    /// The meetings of these cycles, in no order.
    package func meetings(in cycles: [Identifier<Cycle>]) throws -> [Meeting] {
        try records(where: "cycle IN \(in: cycles)")
    }

    /// What the teams have written; who may read it is for the caller to say.
    package func views(of meeting: Identifier<Meeting>) throws -> [TeamView] {
        try records(where: "meeting = \(meeting)")
    }

    /// Who does what after a meeting, the first due first.
    package func actions(of meeting: Identifier<Meeting>) throws -> [MeetingAction] {
        try records(where: "meeting = \(meeting) ORDER BY due, id")
    }

    /// What a person still has to do after meetings, the first due first.
    package func openActions(of person: Identifier<Person>) throws -> [MeetingAction] {
        try records(where: "owner = \(person) AND done_on IS NULL ORDER BY due, id")
    }

    /// What teams agreed at a meeting, in the order in which they did.
    package func decisions(of meeting: Identifier<Meeting>) throws -> [Decision] {
        try records(where: "meeting = \(meeting) ORDER BY id")
    }

    /// The dependencies of a cycle between two of these teams, the first needed first.
    package func dependencies(
        between teams: [Identifier<Rouage.Unit>], in cycle: Identifier<Cycle>
    ) throws -> [Dependency] {
        try records(
            where:
                "cycle = \(cycle) AND asking_team IN \(in: teams) AND giving_team IN \(in: teams) ORDER BY needed_by, id"
        )
    }

    /// What was done to these dependencies from one moment to another, in order.
    package func moves(
        of dependencies: [Identifier<Dependency>], from start: Instant, to end: Instant
    ) throws -> [HistoryLine] {
        guard !dependencies.isEmpty else { return [] }
        return try all(
            """
            SELECT at, actor, action, version, reason, subject, subject_id FROM activity
            WHERE subject_id IN \(in: dependencies) AND at >= \(start) AND at <= \(end) AND action <> 'imported'
            ORDER BY at, id
            """
        ) {
            HistoryLine(
                subject: try $0.choice(5), subjectID: $0.text(6), at: try $0.instant(0), actor: try $0.optionalID(1),
                action: try $0.choice(2), version: $0.integer(3), reason: $0.text(4))
        }
    }
}

extension Transaction {
    /// Ends a meeting: what moved between its teams since it was opened is its outcome.
    @discardableResult
    package func close(_ id: Identifier<Meeting>, version: Int? = nil, minutes: String, by deed: Deed) throws -> Meeting
    {
        let known: Meeting = try get(id)
        let between = try dependencies(between: known.teams, in: known.cycle).map(\.id)
        let start = known.openedAt ?? known.startsAt ?? now
        let moved = Set(try moves(of: between, from: start, to: now).map(\.subjectID))
        return try change(id, version: version) { (meeting: inout Meeting) in
            try meeting.close(
                minutes, moved: between.filter { moved.contains($0.description) }, by: deed)
        }
    }

    /// Writes the view of a team; the last one shows them all.
    package func write(_ text: String, for team: Identifier<Rouage.Unit>, in id: Identifier<Meeting>, by deed: Deed)
        throws
    {
        let meeting: Meeting = try get(id)
        let previous = try views(of: id).first { $0.team == team }
        let (view, activity) = try TeamView.write(
            text, for: team, replacing: previous, id: newID(), in: meeting, by: deed)
        // The meeting changes with each view: of two that are written at once, one sees the other.
        try change(id) { (meeting: inout Meeting) in try meeting.hear(team, by: deed) }
        if let previous { try replace(previous, by: view, activity) } else { try add(view, activity) }
    }

    /// Calls a meeting off; nothing needs to be said when nothing is left to settle.
    @discardableResult
    package func cancel(_ id: Identifier<Meeting>, version: Int? = nil, reason: String, by deed: Deed, in cycle: Cycle)
        throws -> Meeting
    {
        let known: Meeting = try get(id)
        let dependencies: [Dependency] = try records(where: "cycle = \(known.cycle)")
        let agenda = Alignment(dependencies, in: cycle, .french).agenda(between: known.teams)
        return try change(id, version: version) { (meeting: inout Meeting) in
            try meeting.cancel(reason: reason, isSettled: agenda.isSettled, by: deed)
        }
    }
}

extension TeamView: Guarded {
    static func permissions(to records: [TeamView], _ reading: Reading) throws
        -> [Identifier<TeamView>: Permission]
    {
        let meetings = try reading.records(Array(Set(records.map(\.meeting))))
        return Dictionary(
            uniqueKeysWithValues: records.compactMap { view in
                meetings.first { $0.id == view.meeting }.map { (view.id, .readView(view, $0)) }
            })
    }
}
