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

    package static let operations: [WebCore.Operation] = [
        WebCore.Operation.requests,
        WebCore.Operation.topics,
        WebCore.Operation.mercato,
        WebCore.Operation.projects,
        WebCore.Operation.sharing,
        WebCore.Operation.brainstorms,
        WebCore.Operation.signals,
    ].flatMap(\.self)
}
