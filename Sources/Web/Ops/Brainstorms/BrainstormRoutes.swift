import Rouage
package import WebCore

/// Brainstorms: a session a quarter, its steps, its ideas and its wall.
package enum BrainstormRoutes {
    package static func add(to routes: Routes) {
        routes.page("/brainstorms", BrainstormPage.current)
        routes.page("/brainstorms/:label", BrainstormPage.show)
        Brainstorm.acts.add(to: routes, again: BrainstormPage.show, new: BrainstormPage.current)
    }
}
