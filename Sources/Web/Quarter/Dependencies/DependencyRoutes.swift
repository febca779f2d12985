import HTML
import Hummingbird
import Rouage
import Storage
package import WebCore

/// Pointing out what one needs, and answering what is asked.
package enum DependencyRoutes {
    package static func add(to routes: Routes) {
        routes.datedPage("/dependencies", DependencyTablePage.show)
        routes.datedPage("/board", BoardPage.show)
        routes.datedPage("/board/matrix", MatrixPage.show)
        routes.page("/dependencies/new", PointOutViews.chooseBriefing)
        routes.datedPage("/dependencies/:id", show)
        routes.page("/briefings/:id/dependencies/new", new)
        routes.form("/briefings/:id/dependencies", pointOut, again: new)
        for verb in DependencyVerb.allCases {
            routes.form("/dependencies/:id/\(verb.rawValue)", { try move(verb, $0, $1) }, again: show)
        }
    }

    private static func new(_ visit: Visit) throws -> Answer {
        try PointOutViews.form(visit, BriefingRoutes.readable(visit))
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let dependency: Dependency = try visit.reading.get(try visit.parameter("id"))
        return try DependencyViews.page(visit, dependency)
    }

    private static func pointOut(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        let id = transaction.newID(Dependency.self)
        var entries = Entries(visit.exchange.form)
        if entries["giving_team"] == .typed(PointOutViews.outside) { entries["giving_team"] = .nothing }
        let blank = Dependency.Request(
            ref: "\(briefing.ref)-\(id.description.suffix(6))", givingTeam: nil, what: "", neededBy: visit.today)
        var (request, flaws) = blank.reading(entries, try visit.names)
        if entries["needed_by"] == nil { flaws.append(Flaw(field: "needed_by", reason: .notADay)) }
        if let giver = request.givingTeam {
            request.externalParty = ""
            if !visit.organisation.teams.contains(where: { $0.id == giver }) {
                flaws.append(Flaw(field: "giving_team", reason: .unknown))
            }
        }
        if request.interaction != .collaboration { request.collaboratesUntil = nil }
        do {
            let (dependency, activity) = try Dependency.pointOut(
                request, id: id, of: briefing, in: visit.cycle(of: briefing), by: try visit.deed)
            guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
            try transaction.add(dependency, activity)
        } catch Refusal.invalid(let more) where !flaws.isEmpty {
            // Every field that needs another look is named at once.
            throw Refusal.invalid(flaws + more.filter { flaw in !flaws.contains { $0.field == flaw.field } })
        }
        return .seeOther("/briefings/\(briefing.id)#dependencies")
    }

    private static func move(_ verb: DependencyVerb, _ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let id: Identifier<Dependency> = try visit.parameter("id")
        let version = visit.exchange.form.version
        let answer = DependencyAnswer(visit: visit, deed: deed)
        let known: Dependency = try transaction.get(id)
        let cycle: Cycle = try visit.cycles.first { $0.id == known.cycle } ?? transaction.get(known.cycle)
        if (verb == .commitment || verb == .counter) && known.state == .pointedOut {
            // An answer to a request not yet seen says both: seen, and answered.
            try transaction.change(id, version: version) { (dependency: inout Dependency) in
                guard deed.actor.may(.give(dependency)) else { throw Refusal.notAllowed }
                return try dependency.acknowledge(contact: try answer.contact(of: dependency), by: deed)
            }
            try transaction.change(id) { try answer.apply(verb, to: &$0, in: cycle) }
        } else {
            try transaction.change(id, version: version) { try answer.apply(verb, to: &$0, in: cycle) }
        }
        return .seeOther(back(from: visit, known))
    }

    /// The view of the table that the answer was given in, written anew: nothing of the form goes into an address as it is.
    private static func query(of visit: Visit) -> String {
        let fields = try? Fields(encoded: (visit.exchange.form["query"] ?? "").utf8)
        return DependencyFilter(fields ?? Fields(), in: visit.organisation).query(in: visit.organisation)
    }

    /// Where the person came from: the table, the briefing or the room when they answered there, else the dependency's
    /// page.
    private static func back(from visit: Visit, _ dependency: Dependency) -> String {
        let back = Exchange.local(visit.exchange.form["back"])
        if back.hasPrefix("/alignment/") || back.hasPrefix("/meetings/") { return "\(back)#d-\(dependency.id)" }
        return switch visit.exchange.form["back"] {
        case "briefing": "/briefings/\(dependency.briefing)#d-\(dependency.id)"
        case "table": "/dependencies?\(query(of: visit))#d-\(dependency.id)"
        default: "/dependencies/\(dependency.id)"
        }
    }
}
