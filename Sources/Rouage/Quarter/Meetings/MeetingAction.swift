/// Something somebody does after a meeting, by a day.
package struct MeetingAction: Noun, Equatable {
    package static let kind = Kind.meetingAction
    package static let limit = 280

    package let id: Identifier<MeetingAction>
    package var version = 1
    package var ref: String
    package let meeting: Identifier<Meeting>
    package var what: String
    package var owner: Identifier<Person>
    package var due: Day
    package var doneOn: Day?
    package let createdAt: Instant

    package init(
        id: Identifier<MeetingAction>, ref: String, of meeting: Identifier<Meeting>, what: String,
        owner: Identifier<Person>, due: Day, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.meeting = meeting
        self.what = what
        self.owner = owner
        self.due = due
        createdAt = now
    }

    /// Notes who does what until when. The owner is somebody of the teams, or above them; never Product Ops.
    package static func agree(
        _ what: String, owner: Identifier<Person>?, due: Day?, ref: String, id: Identifier<MeetingAction>,
        in meeting: Meeting, by deed: Deed
    ) throws(Refusal) -> (MeetingAction, Activity) {
        guard deed.actor.may(.holdMeeting(meeting)) else { throw .notAllowed }
        guard meeting.state == .open || meeting.state == .held else { throw .closed }
        var flaws = Flaw.ofText(what, "what", upTo: limit)
        switch due {
        case nil: flaws.append(Flaw(field: "due", reason: .notADay))
        case let due? where due < deed.day: flaws.append(Flaw(field: "due", reason: .tooEarly(before: deed.day)))
        case let due? where due > deed.day + 366:
            flaws.append(Flaw(field: "due", reason: .tooLate(than: deed.day + 366)))
        case _?: break
        }
        let able = owner.flatMap { deed.actor.organisation.people[$0] }
            .map { $0.active && Actor($0, in: deed.actor.organisation).may(.holdMeeting(meeting)) }
        if able != true { flaws.append(Flaw(field: "owner", reason: owner == nil ? .missing : .unknown)) }
        guard flaws.isEmpty, let owner, let due else { throw .invalid(flaws) }
        return (
            MeetingAction(id: id, ref: ref, of: meeting.id, what: what, owner: owner, due: due, at: deed.now),
            Activity(.agreed)
        )
    }

    /// It is done: its owner says so, or somebody of the teams.
    package mutating func finish(in meeting: Meeting, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.holdMeeting(meeting)) || (deed.actor.id == owner && !deed.actor.isOps) else {
            throw .notAllowed
        }
        guard doneOn == nil else { throw .closed }
        doneOn = deed.day
        return Activity(.finished)
    }
}
