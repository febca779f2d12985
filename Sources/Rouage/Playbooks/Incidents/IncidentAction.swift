/// Something that somebody does so that an incident does not come back, by a day.
package struct IncidentAction: Noun, Equatable {
    package enum State: String, Codable, Sendable, CaseIterable {
        case open, done
        /// Not done after all, with a reason.
        case refused
    }

    package static let kind = Kind.incidentAction
    package static let limit = 280
    package static let reasonLimit = 400

    package let id: Identifier<IncidentAction>
    package var version = 1
    package var ref: String
    package let incident: Identifier<Incident>
    package var what: String
    package var owner: Identifier<Person>
    package var due: Day
    package var state: State = .open
    package var reason = ""
    package var settledOn: Day?
    package let createdAt: Instant

    package init(
        id: Identifier<IncidentAction>, ref: String, of incident: Identifier<Incident>, what: String,
        owner: Identifier<Person>, due: Day, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.incident = incident
        self.what = what
        self.owner = owner
        self.due = due
        createdAt = now
    }

    /// What somebody writes who agrees on one, or changes it.
    package struct Draft: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable { case what, owner, due }
        package static let fields: [Field<Self>] = [
            .text(.what, \.what, upTo: limit, required: true), .person(.owner, \.owner, required: true),
            .day(.due, \.due, required: true),
        ]
        package static let blank = Draft(what: "", owner: nil, due: nil)

        package var what: String
        package var owner: Identifier<Person>?
        package var due: Day?

        package init(what: String, owner: Identifier<Person>?, due: Day?) {
            self.what = what
            self.owner = owner
            self.due = due
        }
    }

    /// What it would be written again with nothing changed.
    package var draft: Draft { Draft(what: what, owner: owner, due: due) }

    package func isOverdue(on today: Day) -> Bool { state == .open && due < today }

    /// Whether it is due after the day by which the severity asks for it.
    package func isBeyondTarget(of incident: Incident) -> Bool { incident.actionsDue.map { due > $0 } ?? false }
}

extension IncidentAction {
    /// Agrees on something to do. Its owner is somebody of the department, never of Product Ops.
    package static func agree(
        _ draft: Draft, ref: String, id: Identifier<IncidentAction>, after incident: Incident, by deed: Deed
    ) throws(Refusal) -> (IncidentAction, Activity) {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard incident.state != .closed else { throw .closed }
        let flaws = draft.flaws(in: deed.actor.organisation, from: deed.day)
        guard flaws.isEmpty, let owner = draft.owner, let due = draft.due else { throw .invalid(flaws) }
        return (
            IncidentAction(id: id, ref: ref, of: incident.id, what: draft.what, owner: owner, due: due, at: deed.now),
            Activity(.agreed)
        )
    }

    /// Words it otherwise, gives it to somebody else or another day; `nil` when nothing changes.
    package mutating func edit(_ draft: Draft, after incident: Incident, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard state == .open, incident.state != .closed else { throw .closed }
        guard draft != self.draft else { return nil }
        let flaws = draft.flaws(in: deed.actor.organisation, from: min(due, deed.day), stored: owner)
        guard flaws.isEmpty, let owner = draft.owner, let due = draft.due else { throw .invalid(flaws) }
        what = draft.what
        self.owner = owner
        self.due = due
        return Activity(.edited)
    }

    /// It is done: its owner says so, or somebody who looks after the incident.
    package mutating func finish(after incident: Incident, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.settle(self, incident))) else { throw .notAllowed }
        guard state == .open else { throw .closed }
        state = .done
        settledOn = deed.day
        return Activity(.finished)
    }

    /// It will not be done, for a reason that all can read.
    package mutating func refuse(reason: String, after incident: Incident, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.settle(self, incident))) else { throw .notAllowed }
        guard state == .open else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        state = .refused
        self.reason = reason
        settledOn = deed.day
        return Activity(.declined, reason: reason)
    }

    /// It was not done after all, or is to be done.
    package mutating func takeUp(after incident: Incident, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.settle(self, incident))) else { throw .notAllowed }
        guard state != .open, incident.state != .closed else { throw .closed }
        state = .open
        reason = ""
        settledOn = nil
        return Activity(.reopened)
    }
}

extension IncidentAction.Draft {
    fileprivate func flaws(in organisation: Organisation, from day: Day, stored: Identifier<Person>? = nil) -> [Flaw] {
        var flaws = flaws
        if let owner, owner != stored {
            if organisation.people[owner]?.acts(on: organisation.day) != true {
                flaws.append(Flaw(field: "owner", reason: .unknown))
            } else if !organisation.isOutsideOps(owner) {
                flaws.append(Flaw(field: "owner", reason: .someoneOutsideOps))
            }
        }
        if let due, due < day { flaws.append(Flaw(field: "due", reason: .tooEarly(before: day))) }
        if let due, due > day + 366 { flaws.append(Flaw(field: "due", reason: .tooLate(than: day + 366))) }
        return flaws
    }
}
