import Rouage
import Storage
package import WebCore

/// The pages of Ops projects.
package enum ProjectRoutes {
    package static func add(to routes: Routes) {
        routes.page("/projects") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .projects) }
            return try ProjectBoard(visit).answer
        }
        routes.page("/projects/new", showNew)
        routes.page("/projects/value") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            return try ValuePage(visit).answer
        }
        ShareOutRoutes.add(to: routes)
        routes.page("/projects/:id", show)
        OpsProject.acts.add(to: routes, again: show, new: showNew)
    }

    @Sendable private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.opsWork(.readProjects)) else { throw Refusal.notFound }
        return try ProjectPage(visit, visit.record()).answer
    }

    private static func showNew(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        guard actor.may(.opsWork(.startProject)) else { throw Refusal.notAllowed }
        return try NewProjectPage(visit).answer
    }
}
