import Hummingbird
import Rouage
import Storage
package import WebCore

/// The mercato: the table, the ballot, the result and how it was counted.
package enum MercatoRoutes {
    package static func add(to routes: Routes) {
        routes.page("/mercato", current)
        routes.page("/mercato/history", MercatoHistory.show)
        routes.page("/mercato/:ref", show)
        routes.page("/mercato/:ref/ballot", BallotPage.show)
        routes.page("/mercato/:ref/table", table)
        routes.page("/mercato/:ref/result", result)
        routes.page("/mercato/:ref/letter", MercatoLetter.show)
        routes.page("/mercato/:ref/calculation", MercatoCalculation.show)
        routes.page("/mercato/:ref/ballots", NamedBallots.show)
        routes.form("/mercato/:ref/ballot", BallotPage.save, again: BallotPage.again)
        routes.form("/mercato/:ref/dates", shift) { try MercatoTablePage(MercatoScene($0)).answer() }
        routes.form("/mercato/:ref/table", setTable) { try MercatoTablePage(MercatoScene($0)).answer() }
        routes.form("/mercato/:ref/settings", MercatoRules.set) { try MercatoTablePage(MercatoScene($0)).answer() }
        routes.form("/mercato/:ref/ruling", rule, again: result)
    }

    /// The session of the quarter chosen above; before it is prepared, what is known of it.
    private static func current(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.may(.mercato(.see)) else { return Layout.forMembers(visit, .mercato) }
        guard let cycle = visit.cycle else { throw Refusal.notFound }
        guard let mercato = try visit.reading.mercato(of: cycle.id) else {
            return try MercatoHistory.early(visit, cycle)
        }
        return try show(MercatoScene(visit, actor, mercato))
    }

    private static func show(_ visit: Visit) throws -> Answer { try show(MercatoScene(visit)) }

    private static func show(_ scene: MercatoScene) throws -> Answer {
        if scene.readsResult { return try MercatoResultPage(scene).answer() }
        if scene.mercato.state == .open && scene.isElector { return try BallotPage(scene).answer() }
        return try MercatoTablePage(scene).answer()
    }

    /// Once the vote is read by all, its topics are read with what became of them.
    private static func table(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.mercato.state != .published else { return .seeOther(scene.address + "/result") }
        return try MercatoTablePage(scene).answer()
    }

    private static func result(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.readsResult else { return try MercatoTablePage(scene).answer() }
        return try MercatoResultPage(scene).answer()
    }

    // MARK: Verbs

    private static func shift(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let scene = try MercatoScene(visit)
        func day(_ name: String, _ known: Instant) throws -> Day {
            guard let text = visit.exchange.form[name], !text.isEmpty else { return scene.mercato.day(known) }
            guard let day = Day(text) else { throw Refusal.invalid(name, .notADay) }
            return day
        }
        let opens = try day("opens", scene.mercato.opensAt)
        let closes = try day("closes", scene.mercato.closesAt)
        let reason = visit.exchange.form.text("reason")
        try transaction.change(scene.mercato.id, version: scene.version) { (mercato: inout Mercato) in
            try mercato.shift(opens: opens, closes: closes, reason: reason, by: scene.visit.deed, .french)
        }
        return scene.back("/table")
    }

    /// The topics on the table are those that the form names; what it does not name goes back to the ready ones.
    private static func setTable(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let scene = try MercatoScene(visit)
        try transaction.setTable(Set(visit.exchange.form.all("topic")), of: scene.mercato.id, by: scene.visit.deed)
        return scene.back("/table")
    }

    private static func rule(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.actor.may(.mercato(.rule)) else { throw Refusal.notAllowed }
        guard let ranking = try transaction.ranking(of: scene.mercato) else { throw Refusal.closed }
        let form = visit.exchange.form
        let mercato = try transaction.change(scene.mercato.id, version: scene.version) { (mercato: inout Mercato) in
            try mercato.rule(form.all("selected"), reason: form.text("reason"), ranking, by: scene.visit.deed)
        }
        // When the day of the ranking has come already, nothing waits any more.
        let published = try transaction.change(mercato.id) { (mercato: inout Mercato) in
            mercato.publish(ranking, at: transaction.now)
        }
        if published.state == .published { try transaction.settle(published) }
        return scene.back("/result")
    }
}
