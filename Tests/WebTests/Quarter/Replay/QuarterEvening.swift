import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

/// What has to be true every evening of the simulated quarter, and at its end.
struct QuarterEvening {
    let replay: QuarterReplay
    private var store: Store { replay.site.store }
    /// How many promises the file has had found broken so far.
    private var broken = 0

    init(_ replay: QuarterReplay) { self.replay = replay }

    mutating func check(_ counts: [String: Int], on day: Day) throws {
        broken += counts["dep.break(detected)"] ?? 0
        let (cycles, lines, states) = try store.readNow { reading in
            (try reading.records(Cycle.self), try activity(reading), try runningStates(reading))
        }
        try checkCycles(cycles, on: day)
        checkKept(lines, on: day)
        checkOps(lines, on: day)
        #expect(
            lines.filter { $0.action == .broken && $0.actor == nil }.reduce(0) { $0 + $1.count } == broken, "\(day)")
        #expect(states.values.reduce(0, +) == QuarterDepartment.initiatives)
        if day < QuarterDepartment.end { #expect(states == [.inProgress: QuarterDepartment.initiatives], "\(day)") }
        try checkReminders(on: day)
    }

    /// At most three reminders of one obligation, and never from Product Ops.
    private func checkReminders(on day: Day) throws {
        let ops = Set(replay.department.ops)
        let reminders: [Reminder] = try store.readNow { try $0.records() }
        let people = replay.department.organisation.people
        for (obligation, sent) in Dictionary(grouping: reminders, by: \.obligation) {
            #expect(sent.count <= 3, "\(obligation) on \(day)")
        }
        #expect(!reminders.contains { $0.sender.flatMap { people[$0]?.code }.map(ops.contains) ?? false }, "\(day)")
        if day >= Day(2026, 2, 13) { #expect(!reminders.isEmpty, "\(day)") }
    }

    // MARK: Cycles

    /// Exactly one quarter runs; the one after it is prepared, and its phases follow one another.
    private func checkCycles(_ cycles: [Cycle], on day: Day) throws {
        #expect(cycles.filter { $0.state == .running }.map(\.label) == ["2026-Q1"], "\(day)")
        let next = try #require(cycles.first { $0.label == "2026-Q2" }, "\(day)")
        let phases = next.phases
        #expect(phases.draftingOpens < phases.draftsDue && phases.draftsDue < phases.freeze)
        #expect(phases.freeze < phases.presentation && phases.presentation < next.start)
        let expected: Cycle.State =
            switch day {
            case ..<Day(2026, 1, 26): .planned
            case ..<Day(2026, 2, 14): .drafting
            case ..<Day(2026, 3, 23): .aligning
            case ..<Day(2026, 3, 26): .frozen
            default: .presented
            }
        #expect(next.state == expected, "\(day)")
    }

    // MARK: Writes

    private struct Line {
        let action: Action
        let actor: Identifier<Person>?
        let count: Int
    }

    private func activity(_ reading: Reading) throws -> [Line] {
        try reading.all(
            """
            SELECT action, actor, count(*) FROM activity
            WHERE subject IN ('briefing', 'dependency', 'comment', 'review') GROUP BY action, actor
            """
        ) { row in Line(action: try row.choice(0), actor: try row.optionalID(1), count: row.integer(2)) }
    }

    private func runningStates(_ reading: Reading) throws -> [Briefing.State: Int] {
        Dictionary(
            uniqueKeysWithValues: try reading.all(
                "SELECT state, count(*) FROM briefing WHERE ref LIKE 'q1-%' GROUP BY state"
            ) { (try $0.choice(0), $0.integer(1)) })
    }

    /// Every write that was acknowledged left its line, and nobody left another one.
    private func checkKept(_ lines: [Line], on day: Day) {
        func kept(_ action: Action) -> Int {
            lines.filter { $0.action == action && $0.actor != nil }.reduce(0) { $0 + $1.count }
        }
        let claims = replay.day >= Day(2026, 3, 27) ? 10 : 0
        let answered = replay.count(.commit, .counter)
        let expected: [(Action, Int)] = [
            (.revised, replay.count(.save, .revise, .declareNone)), (.submitted, replay.count(.submit, .submitInGrace)),
            (.pointedOut, replay.count(.pointOut, .pointOutInAlignment, .pointOutLate)),
            (.committed, replay.count(.commit)), (.replanned, replay.count(.counter)),
            (.counterAccepted, replay.count(.acceptCounter)), (.declined, replay.count(.decline)),
            (.withdrawn, replay.count(.withdraw)), (.claimed, replay.count(.claim) + claims),
            (.delivered, replay.count(.confirm)), (.reviewed, replay.count(.review)),
            (.commented, replay.count(.comment, .alignmentComment, .update) - claims),
            (.slowed, replay.count(.slow)), (.finished, replay.count(.close)),
        ]
        for (action, count) in expected { #expect(kept(action) == count, "\(action) on \(day)") }
        let decided = kept(.validated) + kept(.postponed) + kept(.dropped)
        #expect(decided == replay.count(.decide), "\(day)")
        // What is postponed waits as a new draft.
        #expect(kept(.created) == replay.count(.create) + kept(.postponed), "\(day)")
        // An answer to what nobody had acknowledged does that too.
        #expect((replay.count(.acknowledge)...replay.count(.acknowledge) + answered).contains(kept(.acknowledged)))
    }

    /// Product Ops may say something, and moves nothing.
    private func checkOps(_ lines: [Line], on day: Day) {
        let people = replay.department.organisation.people
        let ops = Set(replay.department.ops)
        let moved = lines.filter { line in
            guard let actor = line.actor.flatMap({ people[$0]?.code }) else { return false }
            return ops.contains(actor) && line.action != .commented
        }
        #expect(moved.map(\.action) == [], "\(day)")
    }

    // MARK: End

    /// The counts of the quarter as the domain states them, as far as the product has their nouns.
    func checkTotals() throws {
        let (pages, requests) = try store.readNow { reading in
            let cycle = try reading.records(Cycle.self, where: "label = '2026-Q2'")[0].id
            return (
                try reading.records(Briefing.self, where: "cycle = \(cycle)"),
                try reading.records(Dependency.self, where: "cycle = \(cycle)")
            )
        }
        func count(_ state: Briefing.State) -> Int { pages.count { $0.state == state } }
        func count(_ state: Dependency.State) -> Int { requests.count { $0.state == state } }
        #expect(pages.count == 55)
        #expect([count(.presented), count(.postponed), count(.dropped)] == [41, 9, 5])
        #expect(pages.allSatisfy { !$0.late && !$0.offCycle })
        #expect(pages.count { $0.noDependency != nil } == 22)
        #expect(requests.count == 88 && !requests.contains(where: \.isLate))
        // 60 promised at once and 13 after a counter-proposal, 4 still open at the freeze.
        #expect([count(.committed), count(.replanned), count(.declined), count(.withdrawn)] == [73, 4, 6, 5])
        #expect(requests.count { $0.firstNeededBy < $0.neededBy } == 13)
        #expect(replay.count(.review) == 165 && replay.count(.save) == 770 && replay.count(.revise) == 300)
        #expect(replay.count(.signIn) == 5_450)
        try checkMoments()
    }

    /// Every meeting was held, every team showed what was validated, and each of the room was heard.
    private func checkMoments() throws {
        let presentation = try #require(try replay.presentation)
        let (meetings, questions, votes, pages) = try store.readNow { reading in
            (
                try reading.records(Meeting.self), try reading.records(AudienceQuestion.self),
                try reading.turnout(of: presentation), try reading.records(Retrospective.self)
            )
        }
        #expect(meetings.count == 110 && meetings.allSatisfy { $0.state == .held && !$0.minutes.isEmpty })
        #expect(presentation.state == .published && presentation.runOfShow.allSatisfy(\.isReady))
        #expect(presentation.runOfShow.flatMap(\.initiatives).count == 41)
        #expect(questions.count == 60 && votes == 164 && pages.count == 22)
    }

    /// The next morning the second quarter runs, the first is closed, and nothing was changed behind the write door.
    func checkEnd(of site: TestSite) throws {
        #expect(try replay.begin(Day(2026, 4, 1)).isEmpty)
        let (cycles, running, delivered, strays) = try store.readNow { reading in
            (
                try reading.records(Cycle.self),
                try reading.count("SELECT count(*) FROM briefing WHERE state = 'in_progress' AND ref NOT LIKE 'q1-%'"),
                try reading.count("SELECT count(*) FROM dependency WHERE state = 'delivered' AND ref LIKE 'q1-%'"),
                try reading.changedBehindTheDoor()
            )
        }
        let states = Dictionary(uniqueKeysWithValues: cycles.map { ($0.label, $0.state) })
        #expect(states["2026-Q1"] == .closed && states["2026-Q2"] == .running && states["2026-Q3"] == .planned)
        #expect(running == 41 && delivered == 71)
        #expect(strays == [])
    }
}
