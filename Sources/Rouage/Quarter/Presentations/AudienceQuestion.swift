/// What somebody in the audience asks, of a team or of the whole.
package struct AudienceQuestion: Noun, Equatable {
    package static let kind = Kind.audienceQuestion
    package static let limit = 280

    /// What is asked, and of whom.
    package struct Content: Drafted {
        package enum About: String, Sendable, CaseIterable {
            /// The team on stage, or all.
            case stage, whole
        }

        package enum Name: String, CaseIterable, Sendable { case text, about }
        package static let fields: [Field<Self>] = [
            .text(.text, \.text, upTo: limit, required: true), .choice(.about, \.about),
        ]

        package var text = ""
        package var about: About?

        package init() {}
    }

    /// Which one: answered, or wanted by somebody else too.
    package struct Chosen: Drafted {
        package enum Name: String, CaseIterable, Sendable { case question }
        package static let fields: [Field<Self>] = [.record(.question, \.question, required: true)]

        package var question: Identifier<AudienceQuestion>?

        package init() {}
    }

    package let id: Identifier<AudienceQuestion>
    package var version = 1
    package let presentation: Identifier<Presentation>
    /// The team it is for; the whole when nobody.
    package let team: Identifier<Unit>?
    /// Nobody for a guest, who follows by a link.
    package let author: Identifier<Person>?
    package let text: String
    package let askedAt: Instant
    package var answeredAt: Instant?

    package init(
        id: Identifier<AudienceQuestion>, of presentation: Identifier<Presentation>, team: Identifier<Unit>?,
        by author: Identifier<Person>?, text: String, at now: Instant
    ) {
        self.id = id
        self.presentation = presentation
        self.team = team
        self.author = author
        self.text = text
        askedAt = now
    }

    /// Asks while it is live.
    /// - Parameter author: nobody for a guest.
    package static func ask(
        _ text: String, of team: Identifier<Unit>?, id: Identifier<AudienceQuestion>, in presentation: Presentation,
        by author: Identifier<Person>?, at now: Instant
    ) throws(Refusal) -> (AudienceQuestion, Activity) {
        guard presentation.state == .live else { throw .closed }
        try Refusal.check(text, "text", upTo: limit)
        guard team == nil || presentation.slot(of: team) != nil else { throw .invalid("team", .unknown) }
        let question = AudienceQuestion(id: id, of: presentation.id, team: team, by: author, text: text, at: now)
        return (question, Activity(.asked))
    }

    /// Marks it as answered, on stage or after.
    package mutating func answer(by deed: Deed, in presentation: Presentation) throws(Refusal) -> Activity {
        guard
            deed.actor.may(.runPresentation(presentation))
                || (team.map { deed.actor.may(.prepareSlot(of: $0)) } ?? false)
        else { throw .notAllowed }
        guard answeredAt == nil else { throw .closed }
        answeredAt = deed.now
        return Activity(.answered)
    }
}
