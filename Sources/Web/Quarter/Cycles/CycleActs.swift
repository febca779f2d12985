import Rouage
import Storage
import WebCore

/// The dates of a quarter, moved for a reason.
extension Cycle {
    static let acts = Acts<Cycle>(
        at: "/cycles", by: "label", called: { cycle, _ in cycle.label },
        find: { try $0.cycleOfAddress() },
        // The calendar says which dates moved.
        landing: { _, _, cycle in "/calendar?moved=\(cycle.label.inAddress)#cycle-\(cycle.label.inAddress)" },
        [
            .work(
                "dates", "shiftDates", "Moves the dates of a preparation; a date that is left out stays.",
                .init(
                    Phrase(fr: "Déplacer les dates", en: "Move the dates"),
                    opening: Phrase(fr: "Déplacer une date", en: "Move a date"),
                    done: nil),
                over: { cycle, _ in Move(cycle.phases) }, body: "CycleDates",
                notes: ["reason": "Read by the whole department; at most 280 characters."],
                example: ["freeze": "2026-03-24", "reason": "La norme sort le 20."], { .shiftDates($0) },
                suits: { cycle, visit in visit.today <= cycle.phases.presentation }
            ) { cycle, move, call in
                try call.change(cycle) { try $0.shift(to: move.phases, reason: move.reason, by: call.deed) }
            }
        ])
}
