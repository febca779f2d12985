/// What an export cannot hold while people are still at it, because nobody may read it yet.
package struct LeftOut: Sendable, Equatable {
    /// The file that it is missing from, without ending.
    package let file: String
    /// The vote or the meeting.
    package let of: String
    package let count: Int

    /// The file of an export that names what is left out, without ending.
    package static let file = "left_out"

    package init(file: String, of: String, count: Int) {
        (self.file, self.of, self.count) = (file, of, count)
    }

    package static func text(_ all: [LeftOut]) -> String {
        CSV.line(["file", "of", "count"]) + all.map { CSV.line([$0.file, $0.of, String($0.count)]) }.joined()
    }

    package static func read(_ bytes: [UInt8]) throws(CSV.Fault) -> [LeftOut] {
        try CSV(bytes).rows.compactMap { row in
            guard row.cells.count == 3, let count = Int(row.cells[2]) else { return nil }
            return LeftOut(file: row.cells[0], of: row.cells[1], count: count)
        }
    }
}

extension Exporter {
    /// The ballots of votes that are open, and the views of meetings that show theirs together later.
    package func leftOut() throws -> [LeftOut] {
        func rows(_ file: DataFile, _ sql: SQL) throws -> [LeftOut] {
            try reading.all(sql) { LeftOut(file: file.rawValue, of: $0.text(0), count: $0.integer(1)) }
        }
        let ballots = try rows(
            .ballots,
            """
            SELECT mercato.ref, count(*) FROM ballot JOIN mercato ON mercato.id = ballot.mercato
            WHERE mercato.state NOT IN ('closed', 'published') AND \(Reading.isAnswered)
            GROUP BY mercato.ref ORDER BY mercato.ref
            """)
        let views = try rows(
            .views,
            """
            SELECT meeting.ref, count(*) FROM team_view JOIN meeting ON meeting.id = team_view.meeting
            WHERE meeting.revealed_at IS NULL GROUP BY meeting.ref ORDER BY meeting.ref
            """)
        return ballots + views
    }
}
