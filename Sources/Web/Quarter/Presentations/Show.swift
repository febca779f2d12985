package import Rouage
import Storage
package import WebCore

/// What every page of a presentation looks at: the quarter of its address and, from the freeze on, the presentation.
package struct Show {
    package let visit: Visit
    package let actor: Actor
    package let cycle: Cycle
    package let known: Presentation?

    /// For the people of the department; guests come by their link.
    package init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        let label = visit.exchange.parameters["label"]
        guard actor.isMember, let cycle = visit.cycles.first(where: { $0.label == label }) else {
            throw Refusal.notFound
        }
        self.cycle = cycle
        known = try visit.reading.presentation(of: cycle.id)
    }

    package func presentation() throws -> Presentation {
        guard let known else { throw Refusal.notFound }
        return known
    }

    package var address: String { "/presentations/\(cycle.label.inAddress)" }
    package var title: String { PresentationWords.title(cycle.label, visit.language) }

    /// What the open page shows at once when it changes.
    package var live: String {
        known.map { "presentation:\($0.id),audience_question:*" } ?? "briefing:*,presentation:*"
    }

    /// The day and the hour it begins, in words.
    package var begins: String {
        let day = visit.dates.weekdayLong(cycle.phases.presentation)
        guard let known else { return day }
        let hour = visit.dates.clock(known.startsHour, known.startsMinute)
        return visit.say(Phrase(fr: "\(day) à \(hour)", en: "\(day) at \(hour)"))
    }
}
