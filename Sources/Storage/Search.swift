import Foundation
package import Rouage

/// What can be found by its words.
protocol Searchable {
    var searchTitle: String { get }
    var searchBody: String { get }
}

extension Briefing: Searchable {
    var searchTitle: String { text.title }
    var searchBody: String {
        [text.problem, text.source, text.problemSize, text.intention, text.people, ref].joined(separator: " ")
    }
}

extension Person: Searchable {
    var searchTitle: String { name }
    var searchBody: String { "\(job) \(code)" }
}

extension Rouage.Unit: Searchable {
    var searchTitle: String { name }
    var searchBody: String { code }
}

extension Dependency: Searchable {
    var searchTitle: String { what }
    var searchBody: String { "\(externalParty) \(ref)" }
}

/// One record found.
package struct Found: Sendable, Equatable {
    package let kind: Kind
    package let id: String
    package let title: String
}

/// Full-text search that ignores case and accents. Words are folded here, in one way for both engines, which then only
/// keep and look up plain words: that is why both find the same.
package enum Search {
    /// Small letters without accents, other characters as spaces: `L’Œuvre d'été` is `l oeuvre d ete`.
    package static func fold(_ text: String) -> String {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
        var words = ""
        var gap = true
        for scalar in plain.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                words.unicodeScalars.append(scalar)
                gap = false
            } else if !gap {
                words += " "
                gap = true
            }
        }
        return gap ? String(words.dropLast()) : words
    }

    static func index(_ record: any Searchable, kind: Kind, id: String, on connection: any Connection) throws {
        let title = fold(record.searchTitle)
        try connection.run("DELETE FROM search_entry WHERE subject_id = \(id)")
        switch connection.dialect {
        case .sqlite:
            try connection.run(
                """
                INSERT INTO search_entry (subject, subject_id, shown, title, body)
                VALUES (\(kind), \(id), \(record.searchTitle), \(title), \(fold(record.searchBody)))
                """)
        case .postgres:
            try connection.run(
                """
                INSERT INTO search_entry (subject, subject_id, shown, title, words)
                VALUES (\(kind), \(id), \(record.searchTitle), \(title),
                    to_tsvector('simple', \(title + " " + fold(record.searchBody))))
                """)
        }
    }

    static func create(on connection: any Connection) throws {
        switch connection.dialect {
        case .sqlite:
            try connection.run(
                """
                CREATE VIRTUAL TABLE search_entry USING fts5(
                    subject UNINDEXED, subject_id UNINDEXED, shown UNINDEXED, title, body, tokenize = 'unicode61')
                """)
        case .postgres:
            try connection.run(
                """
                CREATE TABLE search_entry (
                    subject TEXT NOT NULL, subject_id TEXT PRIMARY KEY, shown TEXT NOT NULL, title TEXT NOT NULL,
                    words TSVECTOR NOT NULL)
                """)
            try connection.run("CREATE INDEX search_entry_words ON search_entry USING GIN (words)")
        }
    }
}

extension Reading {
    /// The records that hold every word of the question, the last one as the beginning of a word; titles first.
    package func search(_ question: String, limit: Int = 50) throws -> [Found] {
        let words = Search.fold(String(question.prefix(200))).split(separator: " ").prefix(12).map(String.init)
        guard let last = words.last else { return [] }
        let found: SQL
        switch connection.dialect {
        case .sqlite:
            let expression = (words.dropLast().map { "\"\($0)\"" } + ["\"\(last)\" *"]).joined(separator: " ")
            found = "search_entry MATCH \(expression)"
        case .postgres:
            let expression = (words.dropLast() + ["\(last):*"]).joined(separator: " & ")
            found = "words @@ to_tsquery('simple', \(expression))"
        }
        return try all(
            """
            SELECT subject, subject_id, shown FROM search_entry WHERE \(found)
            ORDER BY CASE WHEN title LIKE \(words[0] + "%") THEN 0 WHEN title LIKE \("%" + last + "%") THEN 1 ELSE 2 END,
                subject, title, subject_id
            LIMIT \(limit)
            """
        ) { Found(kind: try $0.choice(0), id: $0.text(1), title: $0.text(2)) }
    }
}
