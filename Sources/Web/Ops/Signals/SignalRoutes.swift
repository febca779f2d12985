package import Rouage
import Storage
package import WebCore

/// Signals that suggest topics: made into one, or dismissed.
package enum SignalRoutes {
    package static func add(to routes: Routes) {
        routes.form("/cycles/:label/signals/:key/topic", take) { try TopicListPage($0).answer }
        routes.form("/cycles/:label/signals/:key/dismissal", dismiss) { try TopicListPage($0).answer }
    }

    package static func cycle(_ visit: Visit) throws -> Cycle {
        guard try visit.signedIn().isMember,
            let cycle = visit.cycles.first(where: { $0.label == visit.exchange.parameters["label"] })
        else { throw Refusal.notFound }
        return cycle
    }

    private static func take(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = (try visit.deed, try cycle(visit))
        guard deed.actor.may(.topic(.propose)) else { throw Refusal.notAllowed }
        let signal = try transaction.signal(visit.exchange.parameters["key"] ?? "", for: cycle, on: visit.today)
        let id = transaction.newID(Topic.self)
        let (topic, raised) = try Topic.propose(
            SignalWords(visit: visit, signal: signal).content(for: cycle), ref: "\(id.description.suffix(12))", id: id,
            in: visit.openCycles, by: deed)
        try transaction.add(topic, raised)
        let (answer, activity) = try SignalAnswer.take(
            signal, for: cycle.id, as: topic, id: transaction.newID(), by: deed)
        try transaction.add(answer, activity)
        return .seeOther("/topics/\(id)")
    }

    private static func dismiss(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (deed, cycle) = (try visit.deed, try cycle(visit))
        guard deed.actor.may(.signal(.dismiss)) else { throw Refusal.notAllowed }
        let signal = try transaction.signal(visit.exchange.parameters["key"] ?? "", for: cycle, on: visit.today)
        let (answer, activity) = try SignalAnswer.dismiss(
            signal, for: cycle.id, reason: visit.exchange.form.text("reason"), id: transaction.newID(), by: deed)
        try transaction.add(answer, activity)
        return .seeOther("/topics#suggested")
    }
}
