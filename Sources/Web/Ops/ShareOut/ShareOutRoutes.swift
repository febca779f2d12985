import Rouage
import Storage
import WebCore

/// Sharing topics out among Product Ops: what each would like, a proposal, changes beside it, the word of those who lead.
enum ShareOutRoutes {
    static func add(to routes: Routes) {
        routes.page("/projects/share-out", show)
        routes.form("/projects/share-out/preferences", write, again: show)
        routes.form("/projects/share-out/proposal", propose, again: show)
        routes.form("/projects/share-out/edits", edit, again: show)
        routes.form("/projects/share-out/confirmation", confirm, again: show)
    }

    @Sendable private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.opsWork(.readProjects)) else { throw Refusal.notFound }
        return try ShareOutPage(visit, shown(visit)).answer
    }

    /// The quarter asked for, else the one being prepared once it has topics, else the one that runs.
    private static func shown(_ visit: Visit) throws -> Cycle? {
        let cycle = cycle(visit)
        let isAsked = visit.exchange.query["cycle"] != nil || visit.exchange.form["cycle"] != nil
        guard !isAsked, let cycle, cycle.id == visit.preparing?.id, let running = visit.running else { return cycle }
        let hasTopics = try !visit.reading.selectedTopics(of: cycle.id).isEmpty
        return try hasTopics || visit.reading.shareOut(of: cycle.id) != nil ? cycle : running
    }

    /// The quarter that the form or the address names, else the one being prepared.
    static func cycle(_ visit: Visit) -> Cycle? {
        guard let label = visit.exchange.form["cycle"], !label.isEmpty else { return visit.cycle }
        return visit.cycles.first { $0.label == label }
    }

    /// Who acts on which quarter; what is Product Ops' own is not there for others.
    private static func scene(_ visit: Visit) throws -> (Deed, Cycle) {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        guard deed.actor.may(.opsWork(.shareOut)) else { throw Refusal.notAllowed }
        guard !(visit.exchange.form["cycle"] ?? "").isEmpty else { throw Refusal.invalid("cycle", .missing) }
        guard let cycle = cycle(visit) else { throw Refusal.invalid("cycle", .unknown) }
        return (deed, cycle)
    }

    private static func back(_ cycle: Cycle) -> Answer { .seeOther("/projects/share-out?cycle=\(cycle.label)") }

    private static func write(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = try scene(visit)
        let form = visit.exchange.form
        let previous = try transaction.preferences(of: cycle.id).first { $0.person == deed.actor.id }
        let items = try transaction.shareOutTable(for: cycle, visit.organisation, on: visit.today).items
        var flaws: [Flaw] = []
        let wishes = items.compactMap { item -> SharePreference.Wish? in
            let before = previous?.wishes.first { $0.topic == item.topic }
            let reason = form["reason-\(item.topic)"]?.trimmed
            let text = form["field-\(item.topic)"] ?? before.map { String($0.value) } ?? ""
            guard text.isEmpty else {
                return .init(topic: item.topic, value: Int(text) ?? -1, reason: reason ?? before?.reason ?? "")
            }
            // A reason says why somebody wishes something: without a wish it would be lost.
            if !(reason ?? "").isEmpty { flaws.append(Flaw(field: "field-\(item.topic)", reason: .missing)) }
            return nil
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        let daysOff = form["days_off"].map { Int($0.trimmed) } ?? (previous?.daysOff ?? Load.leaveDays)
        let written = try SharePreference.write(
            daysOff: daysOff, wishes, over: previous, id: transaction.newID(), in: cycle, by: deed)
        guard let (sheet, activity) = written else { return back(cycle) }
        if let previous {
            try transaction.replace(previous, by: sheet, activity)
        } else {
            try transaction.add(sheet, activity)
        }
        return back(cycle)
    }

    private static func propose(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = try scene(visit)
        let (clock, start) = (ContinuousClock(), ContinuousClock().now)
        let limit = Sharing.Limit(nodes: .max) { clock.now - start > .seconds(1) }
        _ = try transaction.propose(cycle, version: visit.exchange.form.version, within: limit, by: deed)
        return back(cycle)
    }

    private static func edit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = try scene(visit)
        guard let known = try transaction.shareOut(of: cycle.id) else { throw Refusal.closed }
        let form = visit.exchange.form
        let table = try transaction.shareOutTable(for: cycle, visit.organisation, on: visit.today)
        try transaction.change(known.id, version: form.version) { (shareOut: inout ShareOut) in
            try shareOut.edit(
                topic: Identifier(form.text("topic")), lead: try visit.person(in: "lead"),
                buddy: try visit.person(in: "buddy"),
                reason: form.text("reason"), table, by: deed)
        }
        return back(cycle)
    }

    private static func confirm(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = try scene(visit)
        guard let known = try transaction.shareOut(of: cycle.id) else { throw Refusal.closed }
        try transaction.confirm(known.id, version: visit.exchange.form.version, by: deed, in: cycle)
        return back(cycle)
    }
}
