import Rouage

/// PostgreSQL keeps the words as a vector without its own parser, which would part numbers and addresses differently.
extension Search {
    static let postgresTables = [
        "CREATE SEQUENCE search_number",
        """
        CREATE TABLE search_entry (
            number BIGINT NOT NULL UNIQUE, subject TEXT COLLATE "C" NOT NULL,
            subject_id TEXT COLLATE "C" PRIMARY KEY, shown TEXT NOT NULL,
            title TEXT COLLATE "C" NOT NULL, words TSVECTOR NOT NULL)
        """,
        "CREATE INDEX search_entry_words ON search_entry USING GIN (words)",
    ]

    static func keepOnPostgres(_ entries: [Entry], _ connection: any Connection) throws {
        let rows = entries.map { entry -> [SQLValue] in
            let texts = [entry.kind.rawValue, entry.id, entry.shown, entry.title, entry.words]
            return [.text(String(entry.floor))] + texts.map { .text($0) }
        }
        try connection.run(
            """
            INSERT INTO search_entry (number, subject, subject_id, shown, title, words)
            SELECT nextval('search_number') + CAST(floor AS BIGINT), subject, subject_id, shown, title,
                array_to_tsvector(string_to_array(trim(words), ' '))
            FROM (VALUES \(rows: rows)) AS entry (floor, subject, subject_id, shown, title, words)
            ON CONFLICT (subject_id) DO UPDATE
            SET shown = excluded.shown, title = excluded.title, words = excluded.words
            """)
    }

    static func foundByPostgres(_ words: [String], _ kind: Kind?) -> SQL {
        let own: SQL = kind.map { "AND subject = \($0)" } ?? ""
        let expression = words.map { "'\($0)'" }.joined(separator: " & ") + ":*"
        return """
            (SELECT * FROM search_entry WHERE words @@ CAST(\(expression) AS tsquery) \(own)
                ORDER BY number DESC LIMIT \(mostRanked)) matching
            """
    }
}
