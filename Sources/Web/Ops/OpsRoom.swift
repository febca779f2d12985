package import WebCore

/// The work of Product Ops.
package enum OpsRoom {
    package static func add(to routes: Routes) {
        TopicRoutes.add(to: routes)
        MercatoRoutes.add(to: routes)
        ProjectRoutes.add(to: routes)
        BrainstormRoutes.add(to: routes)
        SignalRoutes.add(to: routes)
        RequestRoutes.add(to: routes)
    }

    package static let operations: [Operation] = [
        Operation.requests, Operation.topics, Operation.mercato, Operation.projects, Operation.sharing,
        Operation.brainstorms, Operation.signals,
    ].flatMap(\.self)
}
