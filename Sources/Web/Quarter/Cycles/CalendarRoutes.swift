import HTML
import Rouage
import Storage
package import WebCore

/// The dates of the two quarters that are alive, and how they are moved.
package enum CalendarRoutes {
    package static func add(to routes: Routes) {
        routes.page("/calendar", show)
        routes.form("/cycles/:label/dates", shift, again: show)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try CalendarViews.page(visit)
    }

    private static func shift(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember,
            let cycle = visit.cycles.first(where: { $0.label == visit.exchange.parameters["label"] })
        else { throw Refusal.notFound }
        let form = visit.exchange.form
        try transaction.change(cycle.id, version: form.version) { (cycle: inout Cycle) in
            let phases = try dates(form, cycle.phases)
            return try cycle.shift(to: phases, reason: form.text("reason"), by: deed)
        }
        return .seeOther("/calendar?moved=\(cycle.label)#cycle-\(cycle.label)")
    }

    /// The four dates of the form; a field that is not sent keeps its date.
    private static func dates(_ form: Fields, _ old: Phases) throws -> Phases {
        var flaws: [Flaw] = []
        func day(_ field: String, _ old: Day) -> Day {
            guard let text = form[field] else { return old }
            if let day = Day(text.trimmed) { return day }
            flaws.append(Flaw(field: field, reason: text.isBlank ? .missing : .notADay))
            return old
        }
        let new = Phases(
            draftingOpens: day("drafting_opens", old.draftingOpens), draftsDue: day("drafts_due", old.draftsDue),
            freeze: day("freeze", old.freeze), presentation: day("presentation", old.presentation))
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return new
    }
}
