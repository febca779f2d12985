import HTML
import Hummingbird
package import Rouage
import Storage
package import WebCore

/// The portfolio, and the one page of each initiative.
package enum BriefingRoutes {
    package static func add(to routes: Routes) {
        routes.datedPage("/briefings") { visit in
            _ = try visit.signedIn()
            return try PortfolioViews.page(visit)
        }
        routes.page("/briefings/new", BriefingStartViews.page)
        routes.form("/briefings", create, again: BriefingStartViews.page)
        routes.datedPage("/briefings/:id", leaving: CommentRoutes.reading, show)
        routes.page("/briefings/:id/edit", edit)
        routes.form("/briefings/:id", revise, again: edit)
        routes.page("/briefings/:id/versions", VersionViews.list)
        routes.page("/briefings/:id/versions/:pair", VersionViews.pair)
        BriefingMoveRoutes.add(to: routes)
        CommentRoutes.add(to: routes)
        TribeFieldRoutes.add(to: routes)
        Review.acts.add(to: routes, again: show, new: show)
    }

    /// The briefing of the address, when it is open to the visitor.
    package static func readable(_ visit: Visit) throws -> Briefing {
        _ = try visit.signedIn()
        let briefing: Briefing = try visit.reading.get(try visit.parameter("id"))
        guard try visit.opens(briefing) else { throw Refusal.notFound }
        return briefing
    }

    package static func show(_ visit: Visit) throws -> Answer {
        let briefing = try readable(visit)
        return try BriefingPage(visit.inDepartment(of: visit.cycle(of: briefing)), briefing).answer
    }

    private static func edit(_ visit: Visit) throws -> Answer {
        let briefing = try readable(visit)
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        if visit.exchange.isAutosave { return try Autosave.refused(visit, briefing) }
        // A text that came too late is shown, to be copied; a form that cannot be sent is not.
        guard try visit.isAgain || briefing.acceptsText(in: visit.cycle(of: briefing)) else {
            throw Refusal.closed
        }
        return try BriefingFormPage(visit, briefing).answer
    }

    private static func create(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let form = visit.exchange.form
        guard let team = form["team"].flatMap({ visit.organisation.unitsByCode[$0] }) else {
            throw Refusal.invalid("team", .unknown)
        }
        let label = form["cycle"] ?? visit.cycle?.label
        guard let cycle = visit.cycles.first(where: { $0.label == label }) else {
            throw Refusal.invalid("cycle", .unknown)
        }
        let id = transaction.newID(Briefing.self)
        let ref = "\(cycle.label)-\(form["team"] ?? "")-\(id.description.suffix(6))"
        let (briefing, activity) = try Briefing.begin(
            form["title"] ?? "", team: team, ref: ref, id: id, in: cycle, by: visit.deed)
        try transaction.add(briefing, activity)
        return .seeOther("/briefings/\(id)/edit")
    }

    /// Saves what was written. What somebody else saved meanwhile in other parts of the page stays; in the same part,
    /// nothing is saved before the person has seen both texts.
    private static func revise(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let current = try readable(visit)
        guard deed.actor.may(.writeBriefing(current)) else { throw Refusal.notAllowed }
        let form = try BriefingForm(visit, current)
        guard form.clashes.isEmpty else { throw Refusal.outdated }
        let saved = try transaction.change(current.id, version: current.version) { (briefing: inout Briefing) in
            try briefing.revise(form.content, by: deed, in: visit.cycle(of: briefing))
        }
        return visit.exchange.isAutosave
            ? try Autosave.saved(visit, saved, form) : .seeOther("/briefings/\(current.id)")
    }
}

extension Visit {
    package func cycle(of briefing: Briefing) throws -> Cycle {
        guard let cycle = cycles.first(where: { $0.id == briefing.cycle }) else { throw Refusal.notFound }
        return cycle
    }
}
