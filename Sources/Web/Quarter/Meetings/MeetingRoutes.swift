import Rouage
import Storage
package import WebCore

/// Meetings: called, taken up, moved, held, and what came of them.
package enum MeetingRoutes {
    package static func add(to routes: Routes) {
        routes.page("/meetings/new", MeetingCallPage.show)
        routes.page("/meetings/:id", show)
        Meeting.acts.add(to: routes, again: show, new: MeetingCallPage.show)
        MeetingAction.acts.add(to: routes, again: showOfAction, new: showOfAction)
        CalendarFeedRoutes.add(to: routes)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try MeetingPage(visit, visit.record()).answer
    }

    private static func showOfAction(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let action: MeetingAction = try visit.record()
        return try MeetingPage(visit, visit.reading.get(action.meeting)).answer
    }
}
