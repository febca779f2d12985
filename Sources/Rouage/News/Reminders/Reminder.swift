/// A word to somebody about an obligation that is not met. There are at most three, from the product itself or from the
/// person's own line; none ever comes from Product Ops.
package struct Reminder: Addressed, Equatable {
    package static let kind = Kind.reminder
    /// The most reminders of one obligation.
    package static let most = 3

    /// When it is sent: by date, in working days around the due day, or by hand.
    package enum Step: String, Codable, Sendable, CaseIterable {
        case weekBefore = "week_before"
        case dayBefore = "day_before"
        case afterwards
        case byHand = "by_hand"
    }

    package let id: Identifier<Reminder>
    package var version = 1
    package let obligation: Obligation
    package let team: Identifier<Unit>
    package let cycle: Identifier<Cycle>
    /// To whom it is said.
    package let addressee: Identifier<Person>
    /// 1 to 3.
    package let number: Int
    package let step: Step
    /// Who sent it; nobody for the product itself.
    package let sender: Identifier<Person>?
    package let sentOn: Day
    package let createdAt: Instant

    package init(
        id: Identifier<Reminder>, of duty: Duty, to addressee: Identifier<Person>, number: Int, _ step: Step,
        by sender: Identifier<Person>?, on day: Day, at now: Instant
    ) {
        self.id = id
        obligation = duty.obligation
        team = duty.team
        cycle = duty.cycle
        self.addressee = addressee
        self.number = number
        self.step = step
        self.sender = sender
        sentOn = day
        createdAt = now
    }
}

extension Reminder {
    package func isFor(_ actor: Actor) -> Bool { actor.id == addressee }
}

extension Reminder.Step {
    /// Working days after the due day on which the product sends it; nothing for what is sent by hand.
    var offset: Int? {
        switch self {
        case .weekBefore: -5
        case .dayBefore: -1
        case .afterwards: 2
        case .byHand: nil
        }
    }
}

extension Duty {
    /// The reminder that the day asks for, whether or not it was sent: five days before, the day before, two days
    /// after. One that was missed while nothing ran is not sent late, and none on the day on which it all began.
    package func step(on today: Day, _ calendar: WorkCalendar) -> Reminder.Step? {
        func begins(_ step: Reminder.Step) -> Day {
            let offset = step.offset ?? 0
            return offset < 0
                ? calendar.subtracting(workingDays: -offset, from: due)
                : calendar.adding(workingDays: offset, to: due)
        }
        if today >= begins(.afterwards) { return .afterwards }
        guard today <= due else { return nil }
        return [Reminder.Step.dayBefore, .weekBefore].first { begins($0) <= today && begins($0) > since }
    }
}

extension Reminder {
    /// What the product says by date; nothing when it was said, or when three were sent.
    package static func due(
        _ duty: Duty, after sent: [Reminder], to addressee: Identifier<Person>, id: Identifier<Reminder>,
        _ calendar: WorkCalendar, on today: Day, at now: Instant
    ) -> (Reminder, Activity)? {
        guard sent.count < most, let step = duty.step(on: today, calendar), !sent.contains(where: { $0.step == step })
        else { return nil }
        let reminder = Reminder(
            id: id, of: duty, to: addressee, number: sent.count + 1, step, by: nil, on: today, at: now)
        return (reminder, Activity(.reminded))
    }

    /// The lead of the tribe or the director above the team says it, instead of one that the product would send.
    package static func send(
        _ duty: Duty, after sent: [Reminder], to addressee: Identifier<Person>, id: Identifier<Reminder>, by deed: Deed
    ) throws(Refusal) -> (Reminder, Activity) {
        guard deed.actor.may(.remind(duty.team)), let sender = deed.actor.id else { throw .notAllowed }
        guard sent.count < most else { throw .over(limit: most) }
        let reminder = Reminder(
            id: id, of: duty, to: addressee, number: sent.count + 1, .byHand, by: sender, on: deed.day, at: deed.now)
        return (reminder, Activity(.reminded))
    }
}
