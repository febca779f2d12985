import Hummingbird
import Rouage
import Storage
package import WebCore

/// The final presentation of a quarter: prepared, shown, published.
package enum PresentationRoutes {
    package static func add(to routes: Routes) {
        routes.page("/presentations") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .presentations) }
            guard let cycle = visit.cycle else { throw Refusal.notFound }
            return .seeOther("/presentations/\(cycle.label)")
        }
        routes.page("/presentations/:label", show)
        routes.page("/presentations/:label/slides", StagePage.show)
        routes.page("/presentations/:label/deck", DeckPage.show)
        routes.page("/presentations/:label/slots/:team", SlotPage.show)
        routes.form("/presentations/:label/order", order, again: show)
        routes.form("/presentations/:label/beginning", begin, again: show)
        routes.form("/presentations/:label/slots/:team", SlotPage.prepare, again: SlotPage.show)
        routes.form("/presentations/:label/readiness", declareReady, again: show)
    }

    package static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        guard let presentation = show.known else { return try RunOfShowPage(show).early }
        return try RunOfShowPage(show).page(presentation)
    }

    /// The whole order at once; a button beside a team moves it one place, with what was typed in the other rows.
    private static func order(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let show = try Show(visit)
        let form = visit.exchange.form
        let known = try show.presentation()
        var teams = form.all("team").compactMap(visit.team)
        func move(_ name: String, by step: Int) {
            guard let team = form[name].flatMap({ Identifier<Rouage.Unit>($0) }), let from = teams.firstIndex(of: team),
                teams.indices.contains(from + step)
            else { return }
            teams.swapAt(from, from + step)
        }
        move("up", by: -1)
        move("down", by: 1)
        let timings = try teams.map { team in
            guard let typed = form["minutes-\(team)"] else {
                return Presentation.Timing(team: team, minutes: known.slot(of: team)?.minutes ?? 0)
            }
            guard let minutes = Int(typed.trimmed) else { throw Refusal.invalid("minutes", .notANumber) }
            return Presentation.Timing(team: team, minutes: minutes)
        }
        try transaction.change(known.id, version: show.version) { (presentation: inout Presentation) in
            try presentation.order(timings, by: show.visit.deed)
        }
        let moved = form["up"] ?? form["down"]
        return show.back(moved.flatMap { Identifier<Rouage.Unit>($0) }.map { "#s-\($0)" } ?? "#run-of-show")
    }

    private static func begin(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let show = try Show(visit)
        guard show.actor.may(.orderPresentation) else { throw Refusal.notAllowed }
        let parts = (visit.exchange.form["starts"] ?? "").split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1] else {
            throw Refusal.invalid("starts", .unknown)
        }
        try transaction.change(show.presentation().id, version: show.version) { (presentation: inout Presentation) in
            try presentation.begin(atHour: hour, minute: minute, by: show.visit.deed)
        }
        return show.back()
    }

    private static func declareReady(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let show = try Show(visit)
        try transaction.change(show.presentation().id) { (presentation: inout Presentation) in
            try presentation.declareReady(by: show.visit.deed)
        }
        return show.back()
    }
}
