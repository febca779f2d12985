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

    /// Who did a step, as it is told.
    package struct StepDone: DraftedRow, Equatable {
        package enum Name: String, CaseIterable, Sendable { case step, by }
        package static let fields: [Field<Self>] = [
            .number(.step, \.step, in: 1...Playbook.Content.mostSteps, required: true),
            .person(.by, \.by, required: true),
        ]
        package static let blank = StepDone()

        /// From 1, in the order of the edition.
        package var step: Int?
        package var by: Identifier<Person>?

        package init(step: Int? = nil, by: Identifier<Person>? = nil) {
            self.step = step
            self.by = by
        }

        package var kept: Self? { by == nil ? nil : self }
    }

    /// What somebody says of it.
    package struct Account: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case heldOn = "held_on"
            case ranBy = "ran_by"
            case steps, teams
            case allTeams = "all_teams"
            case note
        }
        package static let fields: [Field<Self>] = [
            .day(.heldOn, \.on, required: true), .person(.ranBy, \.ranBy, required: true),
            .rows(.steps, \.steps, called: "StepDone", upTo: Playbook.Content.mostSteps, required: true) {
                $0.step == $1.step
            },
            .units(.teams, \.teams), .flag(.allTeams, \.isForAll), .text(.note, \.note, upTo: noteLimit),
        ]

        package var on: Day?
        package var ranBy: Identifier<Person>?
        /// A step that is left out was not done.
        package var steps: [StepDone] = []
        package var teams: [Identifier<Unit>] = []
        /// Whether all teams took part for which it is meant.
        package var isForAll = false
        package var note = ""

        package init() {}
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
        var flaws = account.flaws
        if let held = account.on, held > deed.day {
            flaws.append(Flaw(field: "held_on", reason: .tooLate(than: deed.day)))
        } else if let held = account.on, held < deed.day - 400 {
            flaws.append(Flaw(field: "held_on", reason: .tooEarly(before: deed.day - 400)))
        }
        let done = account.steps.compactMap { told -> DoneStep? in
            guard let step = told.step, let person = told.by, steps.indices.contains(step - 1) else { return nil }
            return DoneStep(
                step, by: person, blocking: steps[step - 1].blocking, ops: organisation.isOps(person))
        }.sorted { $0.step < $1.step }
        if done.count != account.steps.count { flaws.append(Flaw(field: "steps", reason: .unknown)) }
        let teams = account.isForAll ? playbook.eligible(in: organisation) : account.teams
        if !teams.allSatisfy({ organisation.units[$0]?.sort.delivers ?? false }) {
            flaws.append(Flaw(field: "teams", reason: .unknown))
        }
        guard flaws.isEmpty, let held = account.on, let ranBy = account.ranBy else { throw .invalid(flaws) }
        let isWhole = steps.indices.allSatisfy { at in !steps[at].blocking || done.contains { $0.step == at + 1 } }
        let occurrence = Occurrence(
            id: id, of: playbook.id, edition: playbook.edition, on: held, ranBy: ranBy, doneSteps: done,
            teams: teams, note: account.note, ok: isWhole, by: deed.actor.id, at: deed.now)
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
