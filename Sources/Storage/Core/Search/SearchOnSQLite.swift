import Rouage

/// SQLite keeps the words in an FTS5 table, whose rows are found again by the number of the entry.
extension Search {
    // The tokenizer "ascii" parts words at spaces and nowhere else in text that was folded.
    static let sqliteTables = [
        """
        CREATE TABLE search_entry (
            number INTEGER PRIMARY KEY, subject TEXT NOT NULL, subject_id TEXT NOT NULL UNIQUE, shown TEXT NOT NULL,
            title TEXT NOT NULL)
        """,
        "CREATE VIRTUAL TABLE search_words USING fts5(words, detail = none, tokenize = 'ascii')",
    ]

    static func keepOnSQLite(_ entry: Entry, _ connection: any Connection) throws {
        var number = 0
        try connection.each(
            """
            INSERT INTO search_entry (number, subject, subject_id, shown, title)
            VALUES ((SELECT coalesce(max(number), \(entry.floor)) + 1 FROM search_entry
                WHERE number BETWEEN \(entry.floor) AND \(entry.floor + (1 << 40) - 1)),
                \(entry.kind), \(entry.id), \(entry.shown), \(entry.title))
            ON CONFLICT (subject_id) DO UPDATE SET shown = excluded.shown, title = excluded.title RETURNING number
            """
        ) { number = $0.integer(0) }
        try connection.run("INSERT OR REPLACE INTO search_words (rowid, words) VALUES (\(number), \(entry.words))")
    }

    static func foundBySQLite(_ words: [String], _ kind: Kind?) -> SQL {
        let own: SQL = kind.map { "AND rowid IN (SELECT number FROM search_entry WHERE subject = \($0))" } ?? ""
        let expression = words.map { "\"\($0)\"" }.joined(separator: " ") + " *"
        return """
            (SELECT rowid AS found FROM search_words WHERE search_words MATCH \(expression) \(own)
                ORDER BY rowid DESC LIMIT \(mostRanked)) matching JOIN search_entry ON number = found
            """
    }
}
