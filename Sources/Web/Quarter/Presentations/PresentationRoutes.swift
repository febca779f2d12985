import Rouage
import Storage
package import WebCore

/// The final presentation of a quarter: prepared, shown, published.
package enum PresentationRoutes {
    package static func add(to routes: Routes) {
        routes.page("/presentations") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .presentations) }
            guard let cycle = visit.cycle else { throw Refusal.notFound }
            return .seeOther("/presentations/\(cycle.label.inAddress)")
        }
        routes.page("/presentations/:label", show)
        routes.page("/presentations/:label/slides", StagePage.show)
        routes.page("/presentations/:label/deck", DeckPage.show)
        routes.page("/presentations/:label/slots/:team", SlotPage.show)
        Presentation.acts.add(to: routes, again: again, new: again)
    }

    /// A slot comes back on its own page, everything else on the page of the whole.
    @Sendable private static func again(_ visit: Visit) throws -> Answer {
        visit.exchange.parameters["team"] == nil ? try show(visit) : try SlotPage.show(visit)
    }

    /// Where the button was pressed.
    @Sendable static func landing(from visit: Visit, _ act: Act<Presentation>, _ presentation: Presentation) -> String {
        let address = "/presentations/\(visit.label(presentation.cycle).inAddress)"
        let form = visit.exchange.form
        let team = (visit.exchange.parameters["team"] ?? form["up"] ?? form["down"]).flatMap(visit.team)
        if let team { return "\(address)#s-\(team)" }
        return switch form["back"] {
        case "slides": "\(address)/slides"
        case "prompter": "\(address)/prompter"
        default: address + (act.noun == "order" ? "#run-of-show" : "")
        }
    }

    package static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        guard let presentation = show.known else { return try RunOfShowPage(show).early }
        return try RunOfShowPage(show).page(presentation)
    }
}
