import Rouage

/// Brainstorms as rows of files. An idea that has not hung on the wall yet is left out, and so is the author of one that
/// nobody signed.
struct BrainstormRows {
    private let reading: Reading
    private let names: Names
    private let sessions: [(label: String, brainstorm: Brainstorm)]

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        sessions = try reading.records(Brainstorm.self).map { [names] in (names.code($0.cycle), $0) }
            .sorted { $0.0 < $1.0 }
    }

    func table() -> FileFacts.Table {
        ("cycle,state,held_on,minutes,invited,writing_ends_at,reopening,created_at", sessions.map(row))
    }

    private func row(_ label: String, _ session: Brainstorm) -> [String] {
        [
            label, session.state.rawValue, session.heldOn.description, String(session.minutes),
            session.invited.map { names.code($0) }.joined(separator: ";"),
            session.writingEndsAt?.description ?? "", session.reopening, session.createdAt.description,
        ]
    }

    func clusters() throws -> FileFacts.Table {
        let topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        let rows = sessions.flatMap { label, session in
            session.clusters.map { [label, String($0.key), $0.title, $0.topic.flatMap { topics[$0] } ?? ""] }
        }
        return ("cycle,key,title,topic", rows)
    }

    func ideas() throws -> FileFacts.Table {
        ("cycle,number,text,source,author,cluster", try sessions.flatMap(ideas))
    }

    private func ideas(_ label: String, _ session: Brainstorm) throws -> [[String]] {
        try reading.ideas(where: "brainstorm = \(session.id) AND number IS NOT NULL ORDER BY number").map { idea in
            let number = idea.number ?? 0
            return [
                label, String(number), idea.text, idea.source.rawValue,
                idea.isSigned ? names.code(idea.author) : "",
                session.cluster(of: number).map { String($0.key) } ?? "",
            ]
        }
    }
}
