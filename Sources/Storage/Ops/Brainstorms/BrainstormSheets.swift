import Rouage

/// Brainstorms in files: the session, its clusters, then the ideas on its wall.
extension Sheet {
    func brainstorms() throws {
        let names = try names()
        var known = try brainstormsByLabel()
        try eachRow { row in
            let label = row.required("cycle")
            let cycle = row.cycle("cycle", names)
            let before = known[label]
            let state = row.choice("state", missing: before?.state ?? Brainstorm.State.planned)
            let minutes = row.integer("minutes", in: Brainstorm.lengths)
            let invited = row.has("invited") ? row.people("invited", names) : before?.invited ?? []
            let day = row.day("held_on") ?? before?.heldOn
            let ends = row.has("writing_ends_at") ? row.instant("writing_ends_at") : before?.writingEndsAt
            let reopening = row.text("reopening", or: before?.reopening)
            row.limit("reopening", to: Brainstorm.reasonLimit)
            let at = row.instant("created_at") ?? before?.createdAt ?? now
            guard row.problems.isEmpty, let cycle else { return }
            let target = try transaction.get(cycle)
            let planned = PreparationPlan(preparing: target.start...target.end, .french).brainstorm
            var session = Brainstorm(
                id: before?.id ?? transaction.newID(), cycle: cycle, heldOn: day ?? planned, at: at)
            session.version = before?.version ?? 1
            session.state = state
            session.minutes = minutes ?? before?.minutes ?? Brainstorm.usualLength
            session.invited = invited
            session.writingEndsAt = ends
            session.reopening = reopening
            session.hung = before?.hung ?? 0
            session.clusters = before?.clusters ?? []
            known[label] = try put(session, over: before)
        }
    }

    func clusters() throws {
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        try eachSessionRow { row, session in
            let key = row.integer("key", in: 1...10_000)
            let title = row.required("title")
            row.limit("title", to: Brainstorm.titleLimit)
            let topic = row.named("topic", in: topics)
            guard row.problems.isEmpty, let key else {
                if key == nil && row.problems.isEmpty { row.refuse("key", .missing) }
                return nil
            }
            var session = session
            guard let place = session.clusters.firstIndex(where: { $0.key == key }) else {
                session.clusters.append(Brainstorm.Cluster(key: key, title: title, topic: topic))
                return (session, .created)
            }
            let before = session.clusters[place]
            session.clusters[place].title = title
            session.clusters[place].topic = topic
            return (session, session.clusters[place] == before ? .unchanged : .updated)
        }
    }

    func ideas() throws {
        let names = try names()
        var known: [String: Idea] = [:]
        for idea in try transaction.ideas(where: "number IS NOT NULL") {
            known["\(idea.brainstorm) \(idea.number ?? 0)"] = idea
        }
        var changed: [Idea] = []
        try eachSessionRow { row, session in
            let number = row.integer("number", in: 1...10_000)
            if number == nil && row.text("number").isEmpty { row.refuse("number", .missing) }
            let text = row.required("text")
            row.limit("text", to: Idea.textLimit)
            let source = row.choice("source", missing: Topic.Source.field)
            let author = row.person("author", names)
            let key = row.integer("cluster", in: 1...10_000)
            if let key, session.cluster(key) == nil { row.refuse("cluster", .unknown) }
            guard row.problems.isEmpty, let number else { return nil }
            let before = known["\(session.id) \(number)"]
            // Who wrote an idea is in a file only when they signed it; one that says nothing takes nothing away.
            let idea = Idea(
                id: before?.id ?? transaction.newID(), brainstorm: session.id, number: number, text: text,
                source: source, author: author ?? before?.author, isSigned: author != nil)
            if idea != before { changed.append(idea) }
            known["\(session.id) \(number)"] = idea
            var after = session
            after.hung = max(after.hung, number)
            after.hang(number, in: key)
            return (after, before == nil ? .created : idea == before && after == session ? .unchanged : .updated)
        }
        for idea in changed {
            guard let session = try transaction.find(idea.brainstorm) else { continue }
            try transaction.keep(idea, in: session)
        }
    }

    private func brainstormsByLabel() throws -> [String: Brainstorm] {
        let labels = Dictionary(
            uniqueKeysWithValues: try transaction.records(Cycle.self).map { ($0.id, $0.label) })
        return try known { labels[$0.cycle] ?? "" }
    }

    private enum Taken { case created, updated, unchanged }

    /// Takes rows that each change something of a session, and writes each session once.
    private func eachSessionRow(_ take: (inout SheetRow, Brainstorm) throws -> (Brainstorm, Taken)?) throws {
        let before = try brainstormsByLabel()
        var after = before
        try eachRow { row in
            let label = row.required("cycle")
            guard row.problems.isEmpty else { return }
            guard let session = after[label] else { return row.refuse("cycle", .unknown) }
            guard let (changed, taken) = try take(&row, session) else { return }
            after[label] = changed
            switch taken {
            case .created: file.created += 1
            case .updated: file.updated += 1
            case .unchanged: file.unchanged += 1
            }
        }
        for (label, old) in before.sorted(by: { $0.key < $1.key }) {
            guard let new = after[label], new != old else { continue }
            try transaction.replace(old, by: new, Activity(.imported))
        }
    }
}

extension Brainstorm {
    /// Hangs an idea where a file says.
    fileprivate mutating func hang(_ idea: Int, in key: Int?) {
        for place in clusters.indices {
            let belongs = clusters[place].key == key
            if belongs == clusters[place].ideas.contains(idea) { continue }
            clusters[place].ideas =
                belongs
                ? (clusters[place].ideas + [idea]).sorted() : clusters[place].ideas.filter { $0 != idea }
        }
    }
}
