/// Three answers of a team about a quarter: what helped, what slowed it down, what it changes. Written in the team's
/// name by its people; who wrote last is named.
package struct Retrospective: Noun, Equatable {
    package struct Answers: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable { case helped, slowed, changes }
        package static let fields: [Field<Self>] = [
            .text(.helped, \.helped, upTo: limit), .text(.slowed, \.slowed, upTo: limit),
            .text(.changes, \.changes, upTo: limit),
        ]

        package var helped: String
        package var slowed: String
        package var changes: String

        package init(helped: String, slowed: String, changes: String) {
            self.helped = helped
            self.slowed = slowed
            self.changes = changes
        }

        /// Refuses what is too long, and a page on which nothing is said.
        fileprivate func check() throws(Refusal) {
            if [helped, slowed, changes].allSatisfy(\.isBlank) { throw .invalid("helped", .missing) }
            guard flaws.isEmpty else { throw .invalid(flaws) }
        }
    }

    package static let kind = Kind.retrospective
    /// The most characters of an answer.
    package static let limit = 600

    package let id: Identifier<Retrospective>
    package var version = 1
    package let cycle: Identifier<Cycle>
    package let team: Identifier<Unit>
    package var helped: String
    package var slowed: String
    package var changes: String
    /// Who wrote last.
    package var author: Identifier<Person>
    package var writtenAt: Instant

    package init(
        id: Identifier<Retrospective>, cycle: Identifier<Cycle>, team: Identifier<Unit>, _ answers: Answers,
        by author: Identifier<Person>, at now: Instant
    ) {
        self.id = id
        self.cycle = cycle
        self.team = team
        helped = answers.helped
        slowed = answers.slowed
        changes = answers.changes
        self.author = author
        writtenAt = now
    }

    package var answers: Answers { Answers(helped: helped, slowed: slowed, changes: changes) }

    /// Begins the page of a team; open from the presentation of the quarter on.
    package static func write(
        _ answers: Answers, of team: Unit, id: Identifier<Retrospective>, in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (Retrospective, Activity) {
        guard deed.actor.may(.writeRetrospective(of: team.id)), let author = deed.actor.id else { throw .notAllowed }
        guard cycle.state >= .presented, team.sort.delivers else { throw .closed }
        try answers.check()
        return (
            Retrospective(id: id, cycle: cycle.id, team: team.id, answers, by: author, at: deed.now), Activity(.created)
        )
    }

    /// Says it otherwise; `nil` when nothing changed.
    package mutating func rewrite(_ answers: Answers, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.writeRetrospective(of: team)), let author = deed.actor.id else { throw .notAllowed }
        guard answers != self.answers else { return nil }
        try answers.check()
        (helped, slowed, changes) = (answers.helped, answers.slowed, answers.changes)
        self.author = author
        writtenAt = deed.now
        return Activity(.edited)
    }
}
