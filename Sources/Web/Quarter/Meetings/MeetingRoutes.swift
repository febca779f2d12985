import Hummingbird
import Rouage
import Storage
package import WebCore

/// Meetings: called, taken up, moved, held, and what came of them. Each move is a noun under its address.
package enum MeetingRoutes {
    package static func add(to routes: Routes) {
        routes.page("/meetings/new", MeetingCallPage.show)
        routes.form("/meetings", call, again: MeetingCallPage.show)
        routes.page("/meetings/:id", show)
        func move(
            _ noun: String, to part: String = "",
            _ move: @escaping @Sendable (Visit, Transaction, Deed, Meeting) throws -> Void
        ) {
            routes.form(
                "/meetings/:id/\(noun)",
                { visit, transaction in
                    let meeting = try known(visit)
                    try move(visit, transaction, visit.deed, meeting)
                    return .seeOther("/meetings/\(meeting.id)\(part)")
                }, again: show)
        }
        move("acceptance", accept)
        move("date", shift)
        move("opening", open)
        move("minutes", to: "#minutes", note)
        move("closing", close)
        move("cancellation", cancel)
        move("views", to: "#views", write)
        move("actions", to: "#actions", agreeAction)
        move("decisions", to: "#decisions", agreeDecision)
        routes.form("/meeting-actions/:id/completion", finish, again: showOfAction)
        CalendarFeedRoutes.add(to: routes)
    }

    private static func known(_ visit: Visit) throws -> Meeting {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    private static func show(_ visit: Visit) throws -> Answer { try MeetingPage(visit, known(visit)).answer }

    private static func call(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let id = transaction.newID(Meeting.self)
        guard let cycle = MeetingForm.cycle(visit) else { throw Refusal.invalid("cycle", .unknown) }
        let (meeting, activity) = try Meeting.call(
            try MeetingForm(visit).plan(), ref: "\(cycle.label)-\(id.short)", id: id, in: cycle, by: visit.deed)
        try transaction.add(meeting, activity)
        return .seeOther("/meetings/\(id)")
    }

    @Sendable private static func accept(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        try transaction.change(meeting.id, version: visit.exchange.form.version) { (meeting: inout Meeting) in
            try meeting.accept(by: deed)
        }
    }

    @Sendable private static func shift(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        let isProposal = meeting.state == .proposed && deed.actor.may(.callMeeting(of: meeting.teams))
        guard deed.actor.may(.holdMeeting(meeting)) || isProposal else { throw Refusal.notAllowed }
        let plan = try MeetingForm(visit).plan(of: meeting)
        try transaction.change(meeting.id, version: visit.exchange.form.version) { (meeting: inout Meeting) in
            try meeting.move(to: plan, by: deed, in: visit.cycle(of: meeting))
        }
    }

    @Sendable private static func open(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        try transaction.change(meeting.id, version: visit.exchange.form.version) { (meeting: inout Meeting) in
            try meeting.start(by: deed)
        }
    }

    private static func minutes(_ visit: Visit) -> String { visit.exchange.form.text("minutes") }

    @Sendable private static func note(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        try transaction.change(meeting.id, version: visit.exchange.form.version) { (meeting: inout Meeting) in
            try meeting.note(minutes(visit), by: deed)
        }
    }

    @Sendable private static func close(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        try transaction.close(meeting.id, version: visit.exchange.form.version, minutes: minutes(visit), by: deed)
    }

    @Sendable private static func cancel(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        let reason = visit.exchange.form.text("reason")
        try transaction.cancel(
            meeting.id, version: visit.exchange.form.version, reason: reason, by: deed, in: visit.cycle(of: meeting))
    }

    @Sendable private static func write(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting)
        throws
    {
        guard let team = visit.exchange.form["team"].flatMap({ visit.organisation.unitsByCode[$0] }) else {
            guard meeting.teams.contains(where: { deed.actor.may(.speak(for: $0)) }) else { throw Refusal.notAllowed }
            throw Refusal.invalid("team", .unknown)
        }
        try transaction.write(visit.exchange.form.text("text"), for: team, in: meeting.id, by: deed)
    }

    @Sendable private static func agreeAction(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting
    ) throws {
        let form = visit.exchange.form
        let id = transaction.newID(MeetingAction.self)
        let (action, activity) = try MeetingAction.agree(
            form.text("what"), owner: try visit.person(in: "owner"),
            due: form["due"].flatMap(Day.init), ref: "\(meeting.ref)-\(id.description.suffix(6))", id: id, in: meeting,
            by: deed)
        try transaction.add(action, activity)
    }

    @Sendable private static func agreeDecision(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ meeting: Meeting
    ) throws {
        let form = visit.exchange.form
        let id = transaction.newID(Decision.self)
        let (decision, activity) = try Decision.agree(
            form.text("decision"), reason: form.text("reason"), ref: "\(meeting.ref)-\(id.description.suffix(6))",
            id: id, in: meeting, by: deed)
        try transaction.add(decision, activity)
    }

    private static func finish(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        let action: MeetingAction = try transaction.get(try visit.parameter("id"))
        let meeting = try transaction.get(action.meeting)
        try transaction.change(action.id) { (action: inout MeetingAction) in
            try action.finish(in: meeting, by: deed)
        }
        return .seeOther("/meetings/\(meeting.id)#actions")
    }

    private static func showOfAction(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let action: MeetingAction = try visit.reading.get(try visit.parameter("id"))
        return try MeetingPage(visit, visit.reading.get(action.meeting)).answer
    }
}
