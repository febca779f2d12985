import Hummingbird
import Rouage
import Storage
import WebCore

/// What happens to a briefing by its people and by those who decide: each move is a noun under its address.
enum BriefingMoveRoutes {
    static func add(to routes: Routes) {
        func move(
            _ noun: String, to part: String = "",
            _ move: @escaping @Sendable (Visit, Transaction, Deed, Identifier<Briefing>) throws -> Void
        ) {
            routes.form(
                "/briefings/:id/\(noun)",
                { visit, transaction in
                    let briefing = try BriefingRoutes.readable(visit)
                    try move(visit, transaction, visit.deed, briefing.id)
                    return .seeOther(back(from: visit, briefing) ?? "/briefings/\(briefing.id)\(part)")
                }, again: BriefingRoutes.show)
        }
        move("submission") { try $1.submit($3, by: $2) }
        move("no-dependency", to: "#dependencies") { try $1.signNoDependency($3, by: $2) }
        move("no-dependency-withdrawal", to: "#dependencies", withdrawNoDependency)
        move("readiness") { try $1.declareReady($3, by: $2) }
        move("decision", decide)
        move("ending", end)
        move("slowdown", slow)
        move("recovery", resume)
        routes.form("/briefings/:id/departure", leave, again: BriefingRoutes.show)
    }

    /// To the page on which several are decided, when the form was sent from there.
    private static func back(from visit: Visit, _ briefing: Briefing) -> String? {
        guard visit.exchange.form["back"] == "decisions" else { return nil }
        let cycle = visit.cycles.first { $0.id == briefing.cycle }?.label ?? ""
        let scope = visit.exchange.form["query"] == "all" ? "&scope=all" : ""
        return "/decisions/pending?cycle=\(cycle)\(scope)#b-\(briefing.id)"
    }

    @Sendable private static func withdrawNoDependency(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ id: Identifier<Briefing>
    ) throws {
        try transaction.change(id) { try $0.withdrawNoDependency(by: deed) }
    }

    @Sendable private static func decide(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ id: Identifier<Briefing>
    ) throws {
        let form = visit.exchange.form
        guard let outcome = form["outcome"].flatMap(Briefing.Outcome.init(rawValue:)) else {
            // Who may not decide hears that first.
            guard try deed.actor.may(.decideBriefing(transaction.get(id))) else { throw Refusal.notAllowed }
            throw Refusal.invalid("outcome", .missing)
        }
        let code = form["code"].flatMap(Briefing.Decision.Code.init(rawValue:)) ?? .other
        try transaction.decide(id, version: form.version, outcome, code: code, reason: form.text("reason"), by: deed)
    }

    @Sendable private static func end(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ id: Identifier<Briefing>
    ) throws {
        guard let ending = visit.exchange.form["ending"].flatMap(Briefing.Ending.init(rawValue:)) else {
            guard try deed.actor.may(.submitBriefing(transaction.get(id))) else { throw Refusal.notAllowed }
            throw Refusal.invalid("ending", .missing)
        }
        try transaction.end(id, ending, telling(visit), by: deed)
    }

    @Sendable private static func slow(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ id: Identifier<Briefing>
    ) throws {
        try transaction.slow(id, telling(visit), by: deed)
    }

    @Sendable private static func resume(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ id: Identifier<Briefing>
    ) throws {
        try transaction.change(id) { try $0.resume(by: deed) }
    }

    /// Who leaves a draft sees it no longer.
    @Sendable private static func leave(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let briefing = try transaction.change(BriefingRoutes.readable(visit).id) { (briefing: inout Briefing) in
            try briefing.leave(by: deed)
        }
        return .seeOther(deed.actor.may(.readBriefing(briefing)) ? "/briefings/\(briefing.id)" : "/briefings")
    }

    /// The cause that the form says, in a word and in a sentence.
    private static func telling(_ visit: Visit) -> Briefing.Telling {
        let form = visit.exchange.form
        return Briefing.Telling(
            code: form["cause"].flatMap(Briefing.Decision.Code.init(rawValue:)), text: form.text("reason"),
            dependencies: form.all("cause_dependency").compactMap { Identifier<Dependency>($0) })
    }
}
