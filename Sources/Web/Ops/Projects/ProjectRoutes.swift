package import Rouage
import Storage
package import WebCore

/// Ops projects: started, discovered, tried out, rolled out, given back. Each move is a noun under its address.
package enum ProjectRoutes {
    package static func add(to routes: Routes) {
        routes.page("/projects") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .projects) }
            return try ProjectBoard(visit).answer
        }
        routes.page("/projects/new", showNew)
        routes.form("/projects", start, again: showNew)
        routes.page("/projects/value") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            return try ValuePage(visit).answer
        }
        ShareOutRoutes.add(to: routes)
        routes.page("/projects/:id", show)
        ProjectMoves.add(to: routes, again: show)
    }

    package static func known(_ visit: Visit) throws -> OpsProject {
        guard try visit.signedIn().may(.opsWork(.readProjects)) else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    @Sendable private static func show(_ visit: Visit) throws -> Answer { try ProjectPage(visit, known(visit)).answer }

    private static func showNew(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        guard actor.may(.opsWork(.startProject)) else { throw Refusal.notAllowed }
        return try NewProjectPage(visit).answer
    }

    private static func start(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        guard deed.actor.may(.opsWork(.startProject)) else { throw Refusal.notAllowed }
        let form = ProjectForm(visit)
        guard let cycle = visit.running else { throw Refusal.closed }
        let project = try transaction.start(
            form.beginning(transaction), of: form.origin(transaction), in: cycle, by: deed)
        return .seeOther("/projects/\(project.id)")
    }
}
