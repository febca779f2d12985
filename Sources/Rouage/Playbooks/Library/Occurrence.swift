/// A time that a playbook was run: when, by whom, for which teams, and who did each step.
package struct Occurrence: Noun, Equatable {
    /// A step as it was done. Whether it was blocking, and whether Product Ops did it, is kept as it was that day.
    package struct DoneStep: Codable, Sendable, Equatable {
        /// From 1, in the order of the edition.
        package var step: Int
        package var by: Identifier<Person>
        package var blocking: Bool
        package var ops: Bool

        package init(_ step: Int, by: Identifier<Person>, blocking: Bool, ops: Bool) {
            self.step = step
            self.by = by
            self.blocking = blocking
            self.ops = ops
        }
    }

    /// What somebody says of it.
    package struct Account: Sendable, Equatable {
        package var on: Day?
        package var ranBy: Identifier<Person>?
        /// Who did a step, by its number from 1; a step that is left out was not done.
        package var steps: [Int: Identifier<Person>]
        package var teams: [Identifier<Unit>]
        package var note: String

        package init(
            on: Day?, ranBy: Identifier<Person>?, steps: [Int: Identifier<Person>], teams: [Identifier<Unit>] = [],
            note: String = ""
        ) {
            self.on = on
            self.ranBy = ranBy
            self.steps = steps
            self.teams = teams
            self.note = note
        }
    }

    package static let kind = Kind.occurrence
    package static let noteLimit = 400

    package let id: Identifier<Occurrence>
    package var version = 1
    package let playbook: Identifier<Playbook>
    package let edition: Int
    package let heldOn: Day
    /// Who led it.
    package let ranBy: Identifier<Person>
    package let doneSteps: [DoneStep]
    package let teams: [Identifier<Unit>]
    package let note: String
    /// Whether each blocking step was done.
    package let ok: Bool
    package let recordedBy: Identifier<Person>?
    package let recordedAt: Instant

    package init(
        id: Identifier<Occurrence>, of playbook: Identifier<Playbook>, edition: Int, on day: Day,
        ranBy: Identifier<Person>, doneSteps: [DoneStep], teams: [Identifier<Unit>], note: String, ok: Bool,
        by recorder: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.playbook = playbook
        self.edition = edition
        heldOn = day
        self.ranBy = ranBy
        self.doneSteps = doneSteps
        self.teams = teams
        self.note = note
        self.ok = ok
        recordedBy = recorder
        recordedAt = now
    }

    /// Writes down that a playbook was run.
    package static func record(_ account: Account, of playbook: Playbook, id: Identifier<Occurrence>, by deed: Deed)
        throws(Refusal) -> (Occurrence, Activity)
    {
        guard deed.actor.may(.playbook(.record(playbook))) else { throw .notAllowed }
        guard playbook.state.isRun else { throw .closed }
        let organisation = deed.actor.organisation
        let steps = playbook.content.steps
        var flaws: [Flaw] = []
        switch account.on {
        case nil: flaws.append(Flaw(field: "held_on", reason: .missing))
        case let held? where held > deed.day: flaws.append(Flaw(field: "held_on", reason: .tooLate(than: deed.day)))
        case let held? where held < deed.day - 400:
            flaws.append(Flaw(field: "held_on", reason: .tooEarly(before: deed.day - 400)))
        case _?: break
        }
        if account.ranBy.flatMap({ organisation.people[$0] }) == nil {
            flaws.append(Flaw(field: "ran_by", reason: account.ranBy == nil ? .missing : .unknown))
        }
        let isKnown = account.steps.allSatisfy {
            (1...max(1, steps.count)).contains($0.key) && organisation.people[$0.value] != nil
        }
        if !isKnown { flaws.append(Flaw(field: "steps", reason: .unknown)) }
        if account.steps.isEmpty { flaws.append(Flaw(field: "steps", reason: .missing)) }
        if !account.teams.allSatisfy({ organisation.units[$0]?.sort.delivers ?? false }) {
            flaws.append(Flaw(field: "teams", reason: .unknown))
        }
        flaws += Flaw.ofLength(account.note, "note", upTo: noteLimit)
        guard flaws.isEmpty, let held = account.on, let ranBy = account.ranBy else { throw .invalid(flaws) }
        let done = account.steps.sorted { $0.key < $1.key }.map { number, person in
            DoneStep(
                number, by: person, blocking: steps[number - 1].blocking, ops: organisation.isOps(person))
        }
        let isWhole = steps.indices.allSatisfy { !steps[$0].blocking || account.steps[$0 + 1] != nil }
        let occurrence = Occurrence(
            id: id, of: playbook.id, edition: playbook.edition, on: held, ranBy: ranBy, doneSteps: done,
            teams: account.teams, note: account.note, ok: isWhole, by: deed.actor.id, at: deed.now)
        return (occurrence, Activity(.held))
    }

    /// Takes it away because it was written down wrongly; why stays in the activity.
    package func strike(reason: String, of playbook: Playbook, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.playbook(.strike(self, of: playbook))) else { throw .notAllowed }
        try Refusal.check(reason, "reason", upTo: Self.noteLimit)
        return Activity(.removed, reason: reason)
    }

    /// Whether Product Ops did no blocking step, and none was left out.
    package var isFreeOfOps: Bool { ok && !doneSteps.contains { $0.blocking && $0.ops } }

    /// Whether it tells of the same time as another: sent twice, it is written down once.
    package func isSame(as other: Occurrence) -> Bool {
        (heldOn, ranBy, note) == (other.heldOn, other.ranBy, other.note) && playbook == other.playbook
            && doneSteps == other.doneSteps && teams == other.teams
    }

    /// The order of time; of one day, as they were written down.
    package static func isEarlier(_ a: Occurrence, _ b: Occurrence) -> Bool { (a.heldOn, a.id) < (b.heldOn, b.id) }
}
