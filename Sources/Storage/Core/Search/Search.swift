import Foundation
package import Rouage

/// One record found.
package struct Found: Sendable, Equatable {
    package let kind: Kind
    package let id: String
    package let title: String
}

/// Full-text search that ignores case and accents. Words are folded here, in one way for both engines, which then only
/// keep and look up words between spaces: that is why both find the same.
package enum Search {
    /// The most matches that are ranked, so that a word of every briefing costs the same after ten years: people, units
    /// and playbooks, then the newest of the rest.
    static let mostRanked = 200

    /// What an engine keeps of a record.
    struct Entry {
        let kind: Kind
        let id: String
        /// As people see it.
        let shown: String
        /// The same, folded.
        let title: String
        /// Where the numbers of its kind begin: matches are taken from the highest down.
        let floor: Int
        /// Every word by which the record is found, folded.
        let words: String

        init(_ record: some Searchable, _ searched: KindFacts.Searched) {
            kind = type(of: record).kind
            id = record.id.description
            floor =
                switch searched {
                case .always: 1 << 40
                case .newest: 0
                }
            shown = record.searchTitle
            title = Folding.fold(record.searchTitle)
            words = title + " " + Folding.fold(record.searchBody)
        }
    }

    /// Keeps the words of records, where their kind is searched.
    static func index<Record: Noun>(_ records: [Record], _ kinds: Kinds, on connection: any Connection) throws {
        guard let searched = kinds[Record.kind].searched else { return }
        let entries = records.compactMap { ($0 as? any Searchable).map { Entry($0, searched) } }
        guard !entries.isEmpty else { return }
        switch connection.dialect {
        case .sqlite: for entry in entries { try keepOnSQLite(entry, connection) }
        case .postgres: try keepOnPostgres(entries, connection)
        }
    }

    /// Finds a record no more.
    static func forget(_ id: String, on connection: any Connection) throws {
        if connection.dialect == .sqlite {
            try connection.run(
                "DELETE FROM search_words WHERE rowid = (SELECT number FROM search_entry WHERE subject_id = \(id))")
        }
        try connection.run("DELETE FROM search_entry WHERE subject_id = \(id)")
    }

    /// Whether a record is found by the same words as before.
    static func reads<Record: Noun>(_ record: Record, as before: Record) -> Bool {
        guard let record = record as? any Searchable, let before = before as? any Searchable else { return true }
        return record.searchTitle == before.searchTitle && record.searchBody == before.searchBody
    }

    /// The statements that make the tables of the search.
    static func tables(_ dialect: Dialect) -> [String] {
        switch dialect {
        case .sqlite: sqliteTables
        case .postgres: postgresTables
        }
    }
}

extension Reading {
    /// The records that hold every word of the question, the last one as the beginning of a word; those whose title
    /// begins with the question come first, then those that hold it all in the title. Where there are more than the
    /// limit, each kind keeps its nearest, so that many records of one do not hide another.
    /// - Parameter kind: the only kind that is looked for; all of them when nothing is said.
    package func search(_ question: String, for kind: Kind? = nil, limit: Int = 50) throws -> [Found] {
        let words = Folding.fold(String(question.prefix(200))).split(separator: " ").prefix(12).map(String.init)
        guard !words.isEmpty else { return [] }
        let entries =
            switch connection.dialect {
            case .sqlite: Search.foundBySQLite(words, kind)
            case .postgres: Search.foundByPostgres(words, kind)
            }
        var inTitle: SQL = "1 = 1"
        for word in words { inTitle = "\(inTitle) AND (' ' || title) LIKE \("% " + word + "%")" }
        return try all(
            """
            SELECT subject, subject_id, shown FROM (
                SELECT *, row_number() OVER (PARTITION BY subject ORDER BY distance, title, subject_id) AS place
                FROM (SELECT subject, subject_id, shown, title,
                    CASE WHEN title LIKE \(words.joined(separator: " ") + "%") THEN 0 WHEN \(inTitle) THEN 1 ELSE 2 END
                        AS distance
                    FROM \(entries)) ranked
                ORDER BY place, distance, subject LIMIT \(limit)) nearest
            ORDER BY distance, subject, title, subject_id
            """
        ) { Found(kind: try $0.choice(0), id: $0.text(1), title: $0.text(2)) }
    }
}

extension Store {
    /// Keeps the words of what is searched since this version, in a database that an older one left.
    func indexNewcomers() throws {
        try writeNow(as: nil, at: Instant(Date())) { transaction in
            for kind in kinds.searched
            where try transaction.count("SELECT count(*) FROM search_entry WHERE subject = \(kind)") == 0 {
                try index(kinds[kind].noun, transaction)
            }
        }
    }

    private func index<Record: Noun>(_: Record.Type, _ transaction: Transaction) throws {
        try Search.index(transaction.records(Record.self), kinds, on: transaction.connection)
    }
}
