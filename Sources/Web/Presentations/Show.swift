import Rouage
import Storage

/// What every page of a presentation looks at: the quarter of its address and, from the freeze on, the presentation.
struct Show {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle
    let known: Presentation?

    /// For the people of the department; guests come by their link.
    init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        let label = visit.exchange.parameters["label"]
        guard actor.isMember, let cycle = visit.cycles.first(where: { $0.label == label }) else {
            throw Refusal.notFound
        }
        self.cycle = cycle
        known = try visit.reading.presentation(of: cycle.id)
    }

    func presentation() throws -> Presentation {
        guard let known else { throw Refusal.notFound }
        return known
    }

    /// The version the person had before their eyes.
    var version: Int? { visit.exchange.form.version }
    var address: String { "/presentations/\(cycle.label)" }
    var title: String { PresentationWords.title(cycle.label, visit.language) }

    /// What the open page shows at once when it changes.
    var live: String {
        known.map { "presentation:\($0.id),audience_question:*" } ?? "briefing:*,presentation:*"
    }

    /// The day and the hour it begins, in words.
    var begins: String {
        let day = visit.dates.weekdayLong(cycle.phases.presentation)
        guard let known else { return day }
        let hour = visit.dates.clock(known.startsHour, known.startsMinute)
        return visit.say(Phrase(fr: "\(day) à \(hour)", en: "\(day) at \(hour)"))
    }

    func back(_ part: String = "") -> Answer { .seeOther(address + part) }
}
