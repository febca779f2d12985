/// Too few believed in what was announced: its director says within five working days what changes.
package struct Rework: Noun, Equatable {
    package static let kind = Kind.rework
    package static let workingDays = 5
    package static let limit = 400

    /// What changes.
    package struct Content: Drafted {
        package enum Name: String, CaseIterable, Sendable { case answer }
        package static let fields: [Field<Self>] = [.text(.answer, \.answer, upTo: limit, required: true)]

        package var answer = ""

        package init() {}
    }

    package let id: Identifier<Rework>
    package var version = 1
    package let presentation: Identifier<Presentation>
    /// The whole when no team.
    package let team: Identifier<Unit>?
    /// The mean of the votes when they closed, 1 to 5.
    package let mean: Double
    package let due: Day
    package var answer = ""
    package var answeredBy: Identifier<Person>?
    package var answeredOn: Day?

    package init(
        id: Identifier<Rework>, of presentation: Identifier<Presentation>, team: Identifier<Unit>?, mean: Double,
        due: Day
    ) {
        self.id = id
        self.presentation = presentation
        self.team = team
        self.mean = mean
        self.due = due
    }

    /// Says what changes, for everybody to read.
    package mutating func answer(_ text: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.answerRework(self)) else { throw .notAllowed }
        guard answeredOn == nil else { throw .closed }
        try Refusal.check(text, "answer", upTo: Self.limit)
        answer = text
        answeredBy = deed.actor.id
        answeredOn = deed.day
        return Activity(.answered, reason: text)
    }
}
