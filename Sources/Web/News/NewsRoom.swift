package import WebCore

/// What happened, and what is reminded of.
package enum NewsRoom {
    package static func add(to routes: Routes) {
        NoticeRoutes.add(to: routes)
    }

    package static let operations: [Operation] = [Operation.follows, Operation.reminders].flatMap(\.self)
}
