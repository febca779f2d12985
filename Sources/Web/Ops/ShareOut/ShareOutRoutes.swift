import Rouage
import Storage
import WebCore

/// Sharing topics out among Product Ops: what each would like, a proposal, changes beside it, the word of those who lead.
enum ShareOutRoutes {
    static func add(to routes: Routes) {
        routes.page("/projects/share-out", show)
        ShareOut.acts.add(to: routes, again: show, new: show)
        SharePreference.acts.add(to: routes, again: show, new: show)
    }

    @Sendable private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.opsWork(.readProjects)) else { throw Refusal.notFound }
        return try ShareOutPage(visit, shown(visit)).answer()
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
    private static func cycle(_ visit: Visit) -> Cycle? {
        guard let label = visit.exchange.form["cycle"], !label.isEmpty else { return visit.cycle }
        return visit.cycles.first { $0.label == label }
    }

    /// The quarter that was sent.
    static func cycle(_ sent: Identifier<Cycle>?, _ call: ActCall) throws -> Cycle {
        guard let cycle = call.visit.cycles.first(where: { $0.id == sent }) else {
            throw Refusal.invalid("cycle", .missing)
        }
        return cycle
    }

    static let notes = ["cycle": "A label such as `2026-Q2`."]

    static func address(of cycle: Identifier<Cycle>, _ visit: Visit) -> String {
        "/projects/share-out?cycle=\(visit.label(cycle).inAddress)"
    }
}
