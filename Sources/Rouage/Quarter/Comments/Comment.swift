/// What somebody says beside a briefing, visible to all who read it.
package struct Comment: Noun, Equatable {
    package static let kind = Kind.comment
    package static let limit = 2_000

    /// What is said.
    package struct Content: Drafted {
        package enum Name: String, CaseIterable, Sendable { case text }
        package static let fields: [Field<Self>] = [.text(.text, \.text, upTo: limit, required: true)]

        package var text = ""

        package init() {}
    }

    package let id: Identifier<Comment>
    package var version = 1
    package let briefing: Identifier<Briefing>
    package let author: Identifier<Person>
    package let text: String
    package let createdAt: Instant

    package init(
        id: Identifier<Comment>, on briefing: Identifier<Briefing>, by author: Identifier<Person>, text: String,
        at now: Instant
    ) {
        self.id = id
        self.briefing = briefing
        self.author = author
        self.text = text
        createdAt = now
    }

    package static func write(_ text: String, id: Identifier<Comment>, on briefing: Briefing, by deed: Deed)
        throws(Refusal) -> (Comment, Activity)
    {
        guard deed.actor.may(.comment(briefing)), let author = deed.actor.id else { throw .notAllowed }
        try Refusal.check(text, "text", upTo: limit)
        return (Comment(id: id, on: briefing.id, by: author, text: text, at: deed.now), Activity(.commented))
    }

    /// Takes the comment away: its author may, and its last state stays in the activity.
    package func remove(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.id == author else { throw .notAllowed }
        return Activity(.removed)
    }

    /// A run of the text, or a person named in it.
    package enum Piece: Sendable, Equatable {
        case text(String)
        case person(Person)
    }

    /// The text with the people it names: an `@` before a full name, or before a code.
    package func pieces(among names: CallNames) -> [Piece] {
        guard text.contains("@") else { return [.text(text)] }
        var pieces: [Piece] = []
        var plain = ""
        var rest = text[...]
        while let at = rest.firstIndex(of: "@") {
            plain += rest[..<at]
            let after = rest[rest.index(after: at)...]
            if let (person, length) = names.person(at: after) {
                if !plain.isEmpty { pieces.append(.text(plain)) }
                pieces.append(.person(person))
                plain = ""
                rest = after.dropFirst(length)
            } else {
                plain += "@"
                rest = after
            }
        }
        plain += rest
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    /// The people named in the text, each once.
    package func mentioned(among names: CallNames) -> [Person] {
        var named: [Person] = []
        for case .person(let person) in pieces(among: names) where !named.contains(person) { named.append(person) }
        return named
    }
}
