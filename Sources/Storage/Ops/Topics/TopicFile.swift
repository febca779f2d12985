import Rouage

/// Topics as rows of a file.
struct TopicFile {
    private let reading: Reading
    private let names: Names

    init(_ exporter: Exporter) {
        (reading, names) = (exporter.reading, exporter.names)
    }

    private static let more = ["state", "proposed_by", "merged_into", "created_at"]

    /// A topic comes after the one it became a part of.
    func table() throws -> FileFacts.Table {
        let topics: [Topic] = try reading.records()
        let known = Dictionary(uniqueKeysWithValues: topics.map { ($0.id, $0) })
        func depth(_ topic: Topic) -> Int { topic.mergedInto.flatMap { known[$0] }.map { depth($0) + 1 } ?? 0 }
        let rows = topics.sorted { (depth($0), $0.ref) < (depth($1), $1.ref) }.map { topic -> [String] in
            [topic.ref] + topic.content.cells(names) + [
                topic.state.rawValue, names.code(topic.proposedBy), topic.mergedInto.flatMap { known[$0]?.ref } ?? "",
                topic.createdAt.description,
            ]
        }
        return ((["ref"] + Topic.Content.columns + Self.more).joined(separator: ","), rows)
    }
}

extension Sheet {
    func topics() throws {
        let names = try names()
        var known: [String: Topic] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            let before = known[ref]
            let content = row.draft(over: before?.content ?? Topic.Content(), names)
            let state = row.choice("state", missing: before?.state ?? Topic.State.idea)
            // On its way to the vote it says what is voted on; what was voted on is as it was.
            if [.ready, .tabled, .ranked].contains(state), state != before?.state || content != before?.content {
                for gap in content.gaps { row.refuse(gap.field, gap.reason) }
            }
            let author = row.has("proposed_by") ? row.person("proposed_by", names) : before?.proposedBy
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
            var topic = Topic(id: before?.id ?? transaction.newID(), ref: ref, content, by: author, at: at)
            topic.version = before?.version ?? 1
            topic.updatedAt = before?.updatedAt ?? now
            topic.state = state
            topic.mergedInto = other
            known[ref] = try put(topic, over: before)
        }
    }
}
