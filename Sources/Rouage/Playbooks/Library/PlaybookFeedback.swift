import Foundation

/// Whether a playbook is still useful, in the eyes of somebody who lives with it, and what its owner answered to all.
package struct PlaybookFeedback: Noun, Equatable {
    package static let kind = Kind.playbookFeedback
    package static let limit = 600
    package static let scale = 1...5
    /// Working days within which it is answered.
    package static let daysToAnswer = 10

    package let id: Identifier<PlaybookFeedback>
    package var version = 1
    package let playbook: Identifier<Playbook>
    /// 1 (useless) to 5 (would miss it).
    package let useful: Int
    package let text: String
    /// Nobody when it came without a name.
    package let givenBy: Identifier<Person>?
    package let givenOn: Day
    package var answer = ""
    package var answeredBy: Identifier<Person>?
    package var answeredOn: Day?

    package init(
        id: Identifier<PlaybookFeedback>, on playbook: Identifier<Playbook>, useful: Int, text: String,
        by person: Identifier<Person>?, on day: Day
    ) {
        self.id = id
        self.playbook = playbook
        self.useful = useful
        self.text = text
        givenBy = person
        givenOn = day
    }

    /// Whether an answer is owed: something was written, or it is found useless.
    package var asksAnswer: Bool { answeredOn == nil && (!text.isBlank || useful <= 2) }

    /// What somebody says of it.
    package struct Opinion: Drafted {
        package enum Name: String, CaseIterable, Sendable { case useful, text }
        package static let fields: [Field<Opinion>] = [
            .number(.useful, \.useful, in: scale, required: true), .text(.text, \.text, upTo: limit),
        ]

        package var useful: Int?
        package var text = ""

        package init(useful: Int? = nil) { self.useful = useful }
    }

    package static func give(
        _ opinion: Opinion, on playbook: Playbook, id: Identifier<PlaybookFeedback>, by deed: Deed
    ) throws(Refusal) -> (PlaybookFeedback, Activity) {
        guard deed.actor.may(.playbook(.judge)), let person = deed.actor.id else { throw .notAllowed }
        guard playbook.state.isRun else { throw .closed }
        let flaws = opinion.flaws
        guard flaws.isEmpty, let useful = opinion.useful else { throw .invalid(flaws) }
        return (
            PlaybookFeedback(id: id, on: playbook.id, useful: useful, text: opinion.text, by: person, on: deed.day),
            Activity(.commented)
        )
    }

    /// Answers in front of all.
    package mutating func answer(_ text: String, of playbook: Playbook, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.playbook(.answer(playbook))) else { throw .notAllowed }
        guard answeredOn == nil else { throw .closed }
        try Refusal.check(text, "answer", upTo: Self.limit)
        answer = text
        answeredBy = deed.actor.id
        answeredOn = deed.day
        return Activity(.answered, reason: text)
    }

    /// The last word of each person, and all that came without a name: nobody counts twice.
    /// - Parameter all: the last first.
    package static func voices(_ all: [PlaybookFeedback]) -> [PlaybookFeedback] {
        var heard: Set<Identifier<Person>> = []
        return all.filter { $0.givenBy.map { heard.insert($0).inserted } ?? true }
    }

    /// How useful it is found by them, 1 to 5; nothing while nobody has said.
    package static func mean(_ all: [PlaybookFeedback]) -> Double? {
        let voices = voices(all)
        return voices.isEmpty ? nil : Double(voices.map(\.useful).reduce(0, +)) / Double(voices.count)
    }

    /// Whether it says the same as another: sent twice, it is kept once.
    package func isSame(as other: PlaybookFeedback) -> Bool {
        (playbook, givenBy, givenOn) == (other.playbook, other.givenBy, other.givenOn)
            && (useful, text) == (other.useful, other.text)
    }

    /// The median of the working days from a feedback to its answer; nothing while none is answered.
    package static func medianDays(_ all: [PlaybookFeedback], _ calendar: WorkCalendar) -> Double? {
        all.compactMap { feedback in
            feedback.answeredOn.map { calendar.workingDays(after: feedback.givenOn, upTo: $0) }
        }.median
    }
}
