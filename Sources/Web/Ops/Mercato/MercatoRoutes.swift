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
        Mercato.acts.add(to: routes, again: again, new: again)
    }

    /// The page of the form that was refused.
    @Sendable private static func again(_ visit: Visit) throws -> Answer {
        switch Mercato.acts.refused(visit)?.noun {
        case "ballot": try BallotPage.again(visit)
        case "ruling": try result(visit)
        case _: try MercatoTablePage(MercatoScene(visit)).answer()
        }
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
}
