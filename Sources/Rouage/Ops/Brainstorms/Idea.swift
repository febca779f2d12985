/// What somebody wrote in a brainstorm, in a line. It is no record: it leaves no line of activity, since a feed that told
/// when an idea was written would tell by whom.
package struct Idea: Sendable, Equatable {
    package static let textLimit = 140
    /// The most that one person writes in one session.
    package static let most = 60

    package let id: Identifier<Idea>
    package let brainstorm: Identifier<Brainstorm>
    /// Its place on the wall, drawn by lot when it is hung; nothing before.
    package var number: Int?
    package var text: String
    package var source: Topic.Source
    /// Known to nobody but them, until they put their name to it.
    package var author: Identifier<Person>?
    package var isSigned = false

    package init(
        id: Identifier<Idea>, brainstorm: Identifier<Brainstorm>, number: Int? = nil, text: String,
        source: Topic.Source, author: Identifier<Person>?, isSigned: Bool = false
    ) {
        self.id = id
        self.brainstorm = brainstorm
        self.number = number
        self.text = text
        self.source = source
        self.author = author
        self.isSigned = isSigned
    }

    /// Writes an idea, which nobody else reads before the wall.
    /// - Parameter own: how many this person has written in the session.
    package static func write(
        _ text: String, _ source: Topic.Source, in brainstorm: Brainstorm, own: Int, id: Identifier<Idea>, by deed: Deed
    ) throws(Refusal) -> Idea {
        guard deed.actor.may(.brainstorm(.takePart(brainstorm))), let author = deed.actor.id else { throw .notAllowed }
        guard brainstorm.state == .writing else { throw .closed }
        guard own < most else { throw .over(limit: most) }
        try Refusal.check(text, "text", upTo: textLimit)
        return Idea(id: id, brainstorm: brainstorm.id, text: text, source: source, author: author)
    }

    /// Changes one's own idea while everybody writes.
    package mutating func edit(_ text: String, _ source: Topic.Source, in brainstorm: Brainstorm, by deed: Deed)
        throws(Refusal)
    {
        try checkOwn(in: brainstorm, by: deed)
        try Refusal.check(text, "text", upTo: Self.textLimit)
        self.text = text
        self.source = source
    }

    /// Refuses who may not take it back: an idea that hangs on the wall stays.
    package func checkWithdrawal(in brainstorm: Brainstorm, by deed: Deed) throws(Refusal) {
        try checkOwn(in: brainstorm, by: deed)
    }

    /// Its author says that it is theirs, so that others can ask.
    package mutating func sign(in brainstorm: Brainstorm, by deed: Deed) throws(Refusal) {
        guard let id = deed.actor.id, author == id else { throw .notFound }
        guard deed.actor.may(.brainstorm(.see)) else { throw .notAllowed }
        guard brainstorm.state.showsIdeas else { throw .closed }
        isSigned = true
    }

    private func checkOwn(in brainstorm: Brainstorm, by deed: Deed) throws(Refusal) {
        // Somebody else's idea is not there for them.
        guard let id = deed.actor.id, author == id else { throw .notFound }
        guard deed.actor.may(.brainstorm(.takePart(brainstorm))) else { throw .notAllowed }
        guard brainstorm.state == .writing, number == nil else { throw .closed }
    }
}

/// How many ideas, or topics, come from where.
package struct SourceMix: Sendable, Equatable {
    /// Each source that is there with its count, the most frequent first; equal ones in the order of the list of sources.
    package let counts: [(source: Topic.Source, count: Int)]

    package init(_ sources: [Topic.Source]) {
        counts = Topic.Source.allCases.map { source in (source, sources.count { $0 == source }) }
            .filter { $0.1 > 0 }.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map { (source: $0.element.0, count: $0.element.1) }
    }

    /// The source that is named for them all.
    package var main: Topic.Source? { counts.first?.source }

    package static func == (a: SourceMix, b: SourceMix) -> Bool {
        a.counts.elementsEqual(b.counts) { $0.source == $1.source && $0.count == $1.count }
    }
}
