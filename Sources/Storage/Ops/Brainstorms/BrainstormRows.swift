import Rouage

/// Brainstorms as rows of files. An idea that has not hung on the wall yet is left out, and so is the author of one that
/// nobody signed.
struct BrainstormRows {
    private let reading: Reading
    private let names: FileNames
    private let sessions: [(label: String, brainstorm: Brainstorm)]

    init(_ reading: Reading, _ names: FileNames) throws {
        self.reading = reading
        self.names = names
        sessions = try reading.records(Brainstorm.self).map { (names.cycles[$0.cycle] ?? "", $0) }
            .sorted { $0.0 < $1.0 }
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        switch name {
        case "brainstorms":
            ("cycle,state,held_on,minutes,invited,writing_ends_at,reopening,created_at", sessions.map(row))
        case "clusters": ("cycle,key,title,topic", try clusters())
        default: ("cycle,number,text,source,author,cluster", try sessions.flatMap(ideas))
        }
    }

    private func row(_ label: String, _ session: Brainstorm) -> [String] {
        [
            label, session.state.rawValue, session.heldOn.description, String(session.minutes),
            session.invited.compactMap { names.people[$0] }.joined(separator: ";"),
            session.writingEndsAt?.description ?? "", session.reopening, session.createdAt.description,
        ]
    }

    private func clusters() throws -> [[String]] {
        let topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        return sessions.flatMap { label, session in
            session.clusters.map { [label, String($0.key), $0.title, $0.topic.flatMap { topics[$0] } ?? ""] }
        }
    }

    private func ideas(_ label: String, _ session: Brainstorm) throws -> [[String]] {
        try reading.ideas(where: "brainstorm = \(session.id) AND number IS NOT NULL ORDER BY number").map { idea in
            let number = idea.number ?? 0
            return [
                label, String(number), idea.text, idea.source.rawValue,
                idea.isSigned ? idea.author.flatMap { names.people[$0] } ?? "" : "",
                session.cluster(of: number).map { String($0.key) } ?? "",
            ]
        }
    }
}
