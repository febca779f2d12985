import Rouage
package import Storage
package import WebCore

/// Brainstorms: a session a quarter, its steps, its ideas and its wall.
package enum BrainstormRoutes {
    package static func add(to routes: Routes) {
        routes.page("/brainstorms", BrainstormPage.current)
        routes.page("/brainstorms/:label", BrainstormPage.show)
        routes.form("/brainstorms", plan, again: BrainstormPage.current)
        form("plan", routes, arrange)
        step("beginning", routes) { scene, session in try session.begin(by: scene.visit.deed) }
        form("wall", routes) { scene, transaction in
            try transaction.hang(scene.session.id, version: scene.version, by: scene.visit.deed)
        }
        step("writing", routes) { scene, session in
            try session.writeAgain(reason: scene.reason, by: scene.visit.deed)
        }
        step("closing", routes) { scene, session in try session.close(by: scene.visit.deed) }
        step("reopening", routes) { scene, session in
            try session.reopen(reason: scene.reason, by: scene.visit.deed)
        }
        IdeaRoutes.add(to: routes)
        ClusterRoutes.add(to: routes)
    }

    package static func form(
        _ noun: String, _ routes: Routes, _ verb: @escaping @Sendable (BrainstormScene, Transaction) throws -> Void
    ) {
        routes.form(
            "/brainstorms/:label/\(noun)",
            { visit, transaction in
                let scene = try BrainstormScene(visit)
                try verb(scene, transaction)
                return scene.back
            }, again: BrainstormPage.show)
    }

    private static func step(
        _ noun: String, _ routes: Routes,
        _ verb: @escaping @Sendable (BrainstormScene, inout Brainstorm) throws -> Activity
    ) {
        form(noun, routes) { scene, transaction in
            try transaction.change(scene.session.id, version: scene.version) { (session: inout Brainstorm) in
                try verb(scene, &session)
            }
        }
    }

    private static func plan(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        guard deed.actor.may(.brainstorm(.lead)) else { throw Refusal.notAllowed }
        guard let cycle = visit.cycles.first(where: { $0.label == visit.exchange.form["cycle"] }) else {
            throw Refusal.invalid("cycle", .unknown)
        }
        if try !transaction.isPlanned(for: cycle.id) {
            let (session, activity) = try Brainstorm.plan(for: cycle, id: transaction.newID(), by: deed, .french)
            try transaction.add(session, activity)
        }
        return .seeOther("/brainstorms/\(cycle.label.inQuery)")
    }

    @Sendable private static func arrange(_ scene: BrainstormScene, _ transaction: Transaction) throws {
        let form = scene.visit.exchange.form
        guard scene.leads else { throw Refusal.notAllowed }
        var (day, minutes, invited) = (scene.session.heldOn, scene.session.minutes, scene.session.invited)
        if let text = form["held_on"] {
            guard let read = Day(text) else { throw Refusal.invalid("held_on", .notADay) }
            day = read
        }
        if let text = form["minutes"]?.trimmed {
            guard let number = Int(typed: text) else { throw Refusal.invalid("minutes", .notANumber) }
            minutes = number
        }
        if form["invited_listed"] != nil {
            invited = try form.all("guest").filter { !$0.isEmpty }.map { code in
                guard let person = try scene.visit.person(named: code) else {
                    throw Refusal.invalid("invited", .unknown)
                }
                return person.id
            }
        }
        let (heldOn, length, guests) = (day, minutes, invited)
        try transaction.change(scene.session.id, version: scene.version) { (session: inout Brainstorm) in
            try session.arrange(heldOn: heldOn, minutes: length, invited: guests, by: scene.visit.deed)
        }
    }
}

extension BrainstormScene {
    fileprivate var reason: String { visit.exchange.form.text("reason") }
}
