package import Rouage
import Storage
package import WebCore

extension Presentation: Shaped {
    package static let shape = Shape<Presentation>(
        hidden: ["startsHour", "startsMinute", "runOfShow", "slide", "slotStartedAt", "pausedAt"],
        adding: [
            .init(
                "day",
                { presentation, visit in
                    visit.cycles.first { $0.id == presentation.cycle }?.phases.presentation ?? visit.today
                }, always: true),
            // On the department's clocks.
            .init(
                "starts", { one, _ in "\(one.startsHour.padded(2)):\(one.startsMinute.padded(2))" }, always: true),
            .init("run_of_show", { presentation, _ in presentation.runOfShow.map(SlotJSON.init) }, always: true),
        ])
}

extension AudienceQuestion: Shaped {
    package static let shape = Shape<AudienceQuestion>(called: "Question", hidden: ["presentation"])
}

extension Rework: Shaped {
    package static let shape = Shape<Rework>(hidden: ["presentation"])
}

/// A slot without its notes, which are for those who present.
struct SlotJSON: Codable, Sendable {
    let team: Identifier<Rouage.Unit>
    let minutes: Int
    let initiatives: [Identifier<Briefing>]
    let presenters: [Identifier<Person>]
    let ready: Bool

    init(_ slot: Presentation.Slot) {
        team = slot.team
        minutes = slot.minutes
        initiatives = slot.initiatives
        presenters = slot.presenters
        ready = slot.isReady
    }
}

/// How much the audience believed, once the vote is closed: nothing where too few voted.
struct ConfidenceJSON: Codable, Sendable {
    /// Nobody for the whole quarter.
    let team: String?
    let mean: Double?
}

extension Presentation.State: SchemaValue {}
