package import WebCore

/// The quarter, from the briefing to the presentation and what came of it.
package enum QuarterRoom {
    package static func add(to routes: Routes) {
        BriefingRoutes.add(to: routes)
        DependencyRoutes.add(to: routes)
        SilentRoutes.add(to: routes)
        AlignmentRoutes.add(to: routes)
        MeetingRoutes.add(to: routes)
        DecisionRoutes.add(to: routes)
        PresentationRoutes.add(to: routes)
        PresentationLiveRoutes.add(to: routes)
        FollowRoutes.add(to: routes)
        OutcomeRoutes.add(to: routes)
        CalendarRoutes.add(to: routes)
    }

    package static let operations: [Operation] = [
        Operation.cycles, Operation.briefings, Operation.comments, Operation.reviews, Operation.tribeFields,
        Operation.dependencies, Operation.silent, Operation.meetings, Operation.decisions, Operation.risks,
        Operation.outcome, Operation.presentations,
    ].flatMap(\.self)
}
