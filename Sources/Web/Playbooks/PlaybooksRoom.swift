package import WebCore

/// How work is done, and what is learnt when it goes wrong.
package enum PlaybooksRoom {
    package static func add(to routes: Routes) {
        PlaybookRoutes.add(to: routes)
        IncidentRoutes.add(to: routes)
    }

    package static let operations: [Operation] = [Operation.playbooks, Operation.incidents].flatMap(\.self)
}
