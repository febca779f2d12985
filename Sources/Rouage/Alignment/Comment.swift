/// What somebody says beside a briefing, visible to all who read it.
package struct Comment: Noun, Equatable {
    package static let kind = Kind.comment
    package static let limit = 2_000

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

    package static func write(
        _ text: String, id: Identifier<Comment>, on briefing: Briefing, by actor: Actor, at now: Instant
    ) throws(Refusal) -> (Comment, Activity) {
        guard actor.may(.comment(briefing)), let author = actor.id else { throw .notAllowed }
        guard !text.isBlank else { throw .invalid("text", .missing) }
        guard text.count <= limit else { throw .invalid("text", .tooLong(by: text.count - limit)) }
        return (Comment(id: id, on: briefing.id, by: author, text: text, at: now), Activity(.commented))
    }

    /// The codes after an `@`: the people named in the text.
    package var mentions: [String] {
        text.split(whereSeparator: \.isWhitespace).filter { $0.first == "@" && $0.count > 1 }
            .map { String($0.dropFirst()).trimmingSuffix(while: { ".,;:!?)".contains($0) }) }
    }
}

extension String {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, matches(last) { text.removeLast() }
        return String(text)
    }
}
