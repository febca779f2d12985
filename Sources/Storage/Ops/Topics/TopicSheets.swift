import Rouage

/// Topics as rows of files.
struct TopicRows {
    private let reading: Reading
    private let names: FileNames

    init(_ reading: Reading, _ names: FileNames) {
        self.reading = reading
        self.names = names
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        (
            """
            ref,title,problem,source,source_notes,kind,crafts,effort_days,sponsor,axis,cycle,state,proposed_by,\
            merged_into,created_at
            """, try topics()
        )
    }

    /// A topic comes after the one it became a part of.
    private func topics() throws -> [[String]] {
        let topics: [Topic] = try reading.records()
        let known = Dictionary(uniqueKeysWithValues: topics.map { ($0.id, $0) })
        let axes = Dictionary(uniqueKeysWithValues: try reading.records(Axis.self).map { ($0.id, $0.code) })
        func depth(_ topic: Topic) -> Int {
            topic.mergedInto.flatMap { known[$0] }.map { depth($0) + 1 } ?? 0
        }
        let ordered = topics.sorted { (depth($0), $0.ref) < (depth($1), $1.ref) }
        return ordered.map { topic -> [String] in
            [
                topic.ref, topic.title, topic.problem, topic.source.rawValue, topic.sourceNotes, topic.sort.rawValue,
                topic.targetCrafts.map(\.rawValue).joined(separator: ";"), topic.effortDays?.description ?? "",
                topic.sponsor.flatMap { names.people[$0] } ?? "", topic.axis.flatMap { axes[$0] } ?? "",
                topic.cycle.flatMap { names.cycles[$0] } ?? "", topic.state.rawValue,
                topic.proposedBy.flatMap { names.people[$0] } ?? "",
                topic.mergedInto.flatMap { known[$0]?.ref } ?? "", topic.createdAt.description,
            ]
        }
    }
}

extension Sheet {
    func topics() throws {
        let people = try personCodes()
        let axes: [String: Identifier<Axis>] = try codes("SELECT code, id FROM axis")
        let cycles: [String: Identifier<Cycle>] = try codes("SELECT label, id FROM cycle")
        let crafts = Dictionary(uniqueKeysWithValues: Craft.allCases.map { ($0.rawValue, $0) })
        var known: [String: Topic] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            let before = known[ref]
            let content = Topic.Content(
                title: row.required("title"), problem: row.text("problem", or: before?.problem),
                source: row.choice("source", missing: before?.source ?? .field),
                sourceNotes: row.text("source_notes", or: before?.sourceNotes),
                sort: row.choice("kind", missing: before?.sort ?? .improve),
                targetCrafts: row.has("crafts") ? row.namedAll("crafts", in: crafts) : before?.targetCrafts ?? [],
                effortDays: row.has("effort_days")
                    ? row.integer("effort_days", in: Topic.efforts) : before?.effortDays,
                sponsor: row.has("sponsor") ? row.named("sponsor", in: people) : before?.sponsor,
                axis: row.has("axis") ? row.named("axis", in: axes) : before?.axis,
                cycle: row.has("cycle") ? row.named("cycle", in: cycles) : before?.cycle)
            row.limit("title", to: Topic.titleLimit)
            row.limit("problem", to: Topic.problemLimit)
            row.limit("source_notes", to: Topic.notesLimit)
            let state = row.choice("state", missing: before?.state ?? Topic.State.idea)
            // On its way to the vote it says what is voted on; what was voted on is as it was.
            if [.ready, .tabled, .ranked].contains(state), state != before?.state || content != before?.content {
                for gap in content.gaps { row.refuse(gap.field, gap.reason) }
            }
            let author = row.has("proposed_by") ? row.named("proposed_by", in: people) : before?.proposedBy
            let other = row.has("merged_into") ? row.named("merged_into", in: known)?.id : before?.mergedInto
            if (state == .merged) != (other != nil) { row.refuse("merged_into", other == nil ? .missing : .unknown) }
            // Two that are a part of each other would be a part of nothing.
            var next = other
            while let id = next, let before {
                if id == before.id { row.refuse("merged_into", .unknown) }
                next = id == before.id ? nil : known.values.first { $0.id == id }?.mergedInto
            }
            let at = row.instant("created_at") ?? before?.createdAt ?? now
            guard row.problems.isEmpty else { return }
            var topic = Topic(
                id: before?.id ?? transaction.newID(), ref: ref, content, by: author, at: at)
            topic.version = before?.version ?? 1
            topic.updatedAt = before?.updatedAt ?? now
            topic.state = state
            topic.mergedInto = other
            known[ref] = try put(topic, over: before)
        }
    }
}
