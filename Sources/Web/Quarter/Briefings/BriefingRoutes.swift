import HTML
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
        routes.datedPage("/briefings/:id", leaving: CommentRoutes.reading, show)
        routes.page("/briefings/:id/edit", edit)
        routes.page("/briefings/:id/versions", VersionViews.list)
        routes.page("/briefings/:id/versions/:pair", VersionViews.pair)
        Briefing.acts.add(to: routes, again: again, new: BriefingStartViews.page)
        CommentRoutes.add(to: routes)
        TribeFieldRoutes.add(to: routes)
        Review.acts.add(to: routes, again: show, new: show)
    }

    /// The briefing of the address, when it is open to the visitor.
    @Sendable package static func readable(_ visit: Visit) throws -> Briefing {
        _ = try visit.signedIn()
        let briefing: Briefing = try visit.reading.get(try visit.parameter("id"))
        guard try visit.opens(briefing) else { throw Refusal.notFound }
        return briefing
    }

    package static func show(_ visit: Visit) throws -> Answer {
        let briefing = try readable(visit)
        return try BriefingPage(visit.inDepartment(of: visit.cycle(of: briefing)), briefing).answer()
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

    /// What was written comes back on the page where it is written, everything else on the page that is read.
    @Sendable private static func again(_ visit: Visit) throws -> Answer {
        try visit.exchange.path == "/briefings/\(visit.exchange.parameters["id"] ?? "")" ? edit(visit) : show(visit)
    }

    /// Where it goes on: the page being written, the page on which several are decided when the form was sent from there.
    /// Who leaves a draft sees it no longer.
    @Sendable static func landing(from visit: Visit, _ act: Act<Briefing>, _ briefing: Briefing) throws -> String {
        let id = briefing.id
        if act.makes { return "/briefings/\(id)/edit" }
        guard try visit.signedIn().may(.readBriefing(briefing)) else { return "/briefings" }
        if visit.exchange.form["back"] == "decisions" {
            let scope = visit.exchange.form["query"] == "all" ? "&scope=all" : ""
            return "/decisions/pending?cycle=\(try visit.cycle(of: briefing).label.inAddress)\(scope)#b-\(id)"
        }
        return "/briefings/\(id)\(act.noun?.hasPrefix("no-dependency") == true ? "#dependencies" : "")"
    }
}

extension Visit {
    package func cycle(of briefing: Briefing) throws -> Cycle {
        guard let cycle = cycles.first(where: { $0.id == briefing.cycle }) else { throw Refusal.notFound }
        return cycle
    }
}
