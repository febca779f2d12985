import Foundation
import HTML
package import NIOCore
package import Rouage
package import Storage
import WebCore

/// What everybody who follows sees now: the slide, the questions, and whom the vote is about. Made once a change and
/// language, with nothing in it that differs from one viewer to the next.
package enum Frame {
    private struct Message: Encodable {
        let state: String
        let version: Int
        /// The team on stage, of which a vote may have been given already.
        let team: String
        /// What is put into the elements of that name.
        let parts: [String: String]
    }

    package static func all(
        of id: Identifier<Presentation>, _ reading: Reading, _ organisation: Organisation, _ cycles: [Cycle]
    ) throws -> [Language: ByteBuffer] {
        let presentation = try reading.get(id)
        let views = try FollowParts(presentation, reading, organisation, cycles)
        var frames: [Language: ByteBuffer] = [:]
        for language in Language.allCases {
            let parts = views?.parts(language).mapValues(\.text) ?? [:]
            let message = Message(
                state: presentation.state.rawValue, version: presentation.version,
                team: presentation.showing?.description ?? "", parts: parts)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            var frame = ByteBuffer(string: "data: ")
            frame.writeBytes(try encoder.encode(message))
            frame.writeString("\n\n")
            frames[language] = frame
        }
        return frames
    }
}

/// The parts of the page of those who follow, the same for everybody.
struct FollowParts {
    let presentation: Presentation
    let place: SlideViews.Place?
    let cycle: String
    let questions: [QuestionLine]
    let organisation: Organisation

    /// What everybody is sent stays small: the open questions that most want answered come first.
    private static let mostQuestions = 30

    /// Nothing while it is not live: then there is nothing to follow.
    init?(
        _ presentation: Presentation, _ reading: Reading, _ organisation: Organisation, _ cycles: [Cycle]
    ) throws {
        guard presentation.state == .live, let cycle = cycles.first(where: { $0.id == presentation.cycle }) else {
            return nil
        }
        self.presentation = presentation
        self.cycle = cycle.label
        self.organisation = organisation
        let deck = try reading.deck(of: presentation, in: cycle, organisation)
        place = deck.place(of: presentation)
        questions = Array(try reading.questions(of: presentation.id).prefix(Self.mostQuestions))
    }

    func parts(_ language: Language) -> [String: HTML] {
        let slides = SlideViews(language, cycle: cycle, organisation)
        let shown: HTML = place.map { slides.slide($0, isAlone: true) } ?? ""
        return [
            "show": shown,
            "questions": QuestionViews(language: language, organisation: organisation).list(
                questions, mayAnswer: false),
            "vote": ConfidenceViews.fields(
                language, about: place.map { ($0.slot.team, $0.slot.name) }, prefix: "team"),
        ]
    }
}

extension Deck {
    /// Where a live presentation stands among what is shown; the first when what it stood at is shown no more.
    package func place(of presentation: Presentation) -> SlideViews.Place? {
        let places = SlideViews.places(self)
        let own = places.filter { $0.slot.team == presentation.showing }
        return own.first { $0.page == presentation.slide } ?? own.last ?? places.first
    }
}
