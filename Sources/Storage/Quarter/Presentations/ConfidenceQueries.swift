package import Rouage

/// Somebody who follows: a person of the department, or the browser of a guest.
package enum Viewer: Sendable {
    case person(Identifier<Person>)
    case guest(String)

    package var name: String {
        switch self {
        case .person(let id): "person \(id)"
        case .guest(let token): "guest \(token)"
        }
    }
}

/// What a vote is about: the whole, or one team.
package enum ConfidenceSubject: Hashable, Sendable {
    case whole
    case team(Identifier<Rouage.Unit>)

    var stored: String {
        switch self {
        case .whole: "whole"
        case .team(let id): id.description
        }
    }
}

extension Reading {
    /// What signs guests' links and makes marks; nothing before it went live or a link was made.
    func secrets(of presentation: Identifier<Presentation>) throws -> (link: String, mark: String)? {
        try first("SELECT link, mark FROM presentation_secret WHERE presentation = \(presentation)") {
            ($0.text(0), $0.text(1))
        }
    }

    func mark(of viewer: Viewer, on subject: String, in presentation: Identifier<Presentation>) throws -> String {
        guard let secrets = try secrets(of: presentation) else { throw Refusal.closed }
        return Secret.sign("\(viewer.name) \(subject)", with: secrets.mark)
    }

    /// The subjects a viewer has voted on already.
    package func voted(by viewer: Viewer, on subjects: [ConfidenceSubject], in presentation: Presentation) throws
        -> Set<ConfidenceSubject>
    {
        guard presentation.state == .live, try secrets(of: presentation.id) != nil else { return [] }
        let marks = try subjects.map { (try mark(of: viewer, on: $0.stored, in: presentation.id), $0) }
        let known = Set(
            try all(
                """
                SELECT mark FROM confidence_mark
                WHERE presentation = \(presentation.id) AND mark IN \(in: marks.map(\.0))
                """
            ) { $0.text(0) })
        return Set(marks.filter { known.contains($0.0) }.map(\.1))
    }

    /// How many voted so far on the whole; the values stay unread until the vote closes.
    package func turnout(of presentation: Presentation) throws -> Int {
        try count(
            "SELECT sum(votes) FROM confidence WHERE presentation = \(presentation.id) AND subject = 'whole'")
    }

    /// The counters, once the vote is closed; nobody reads them before, by any way.
    package func confidence(of presentation: Presentation) throws -> [ConfidenceSubject: Confidence] {
        guard presentation.state == .published else { return [:] }
        var counts: [ConfidenceSubject: [Int]] = [:]
        try each("SELECT subject, value, votes FROM confidence WHERE presentation = \(presentation.id)") { row in
            let subject: ConfidenceSubject = row.text(0) == "whole" ? .whole : .team(try row.id(0))
            counts[subject, default: [0, 0, 0, 0, 0]][row.integer(1) - 1] = row.integer(2)
        }
        return counts.mapValues(Confidence.init)
    }
}

extension Transaction {
    /// Counts one vote. It leaves no line of activity: nothing says who gave it, when, or what else they gave.
    package func vote(_ value: Int, on subject: ConfidenceSubject, by viewer: Viewer, in presentation: Presentation)
        throws
    {
        guard presentation.state == .live else { throw Refusal.closed }
        guard Confidence.values.contains(value) else { throw Refusal.invalid("value", .outOfRange(Confidence.values)) }
        if case .team(let team) = subject, presentation.slot(of: team) == nil {
            throw Refusal.invalid("team", .unknown)
        }
        let mark = try mark(of: viewer, on: subject.stored, in: presentation.id)
        let spent = try connection.run(
            """
            INSERT INTO confidence_mark (presentation, mark) VALUES (\(presentation.id), \(mark))
            ON CONFLICT (presentation, mark) DO NOTHING
            """)
        guard spent == 1 else { throw Refusal.invalid("value", .alreadyThere) }
        try openCounters([subject], of: presentation)
        // All five counters are written, so that no trace in the database tells which of them has grown.
        try connection.run(
            """
            UPDATE confidence SET votes = votes + CASE WHEN value = \(value) THEN 1 ELSE 0 END
            WHERE presentation = \(presentation.id) AND subject = \(subject.stored)
            """)
    }

    /// Makes room for the votes, before the first of them.
    func openCounters(_ subjects: [ConfidenceSubject], of presentation: Presentation) throws {
        let rows = subjects.flatMap { subject in
            Confidence.values.map {
                [presentation.id.sqlValue, subject.stored.sqlValue, SQLValue.integer($0), .integer(0)]
            }
        }
        try connection.run(
            """
            INSERT INTO confidence (presentation, subject, value, votes) VALUES \(rows: rows)
            ON CONFLICT (presentation, subject, value) DO NOTHING
            """)
    }

    /// Forgets who has voted, and what told one viewer from another.
    func closeVote(of presentation: Identifier<Presentation>) throws {
        try connection.run("DELETE FROM confidence_mark WHERE presentation = \(presentation)")
        try connection.run(
            "UPDATE presentation_secret SET mark = \(Secret.new()) WHERE presentation = \(presentation)")
        leaveNoTrace(in: "confidence", "confidence_mark", "presentation_secret")
    }

    /// Lets two votes at once wait for each other rather than start over. The first thing of a transaction.
    package func waitForOthers() throws {
        guard connection.dialect == .postgres else { return }
        try connection.run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
    }
}
