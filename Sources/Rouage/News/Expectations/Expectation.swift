import Foundation

/// Something the department expects of one person, and by when.
package struct Expectation: Sendable, Equatable {
    package enum Task: Sendable, Equatable {
        /// Somebody asked: say that it was seen, and who to talk to.
        case answer(Dependency)
        /// It was seen; nobody has promised it yet.
        case promise(Dependency)
        /// Another date or a smaller scope was proposed: take it or not.
        case settle(Dependency)
        /// It is said to be delivered: say whether it is.
        case confirm(Dependency)
        /// It is promised for these days.
        case deliver(Dependency)
        /// A promise was broken: propose a new day.
        case promiseAgain(Dependency)
        /// It was declined: write how to live without it, or drop it.
        case mitigate(Dependency)
        /// A draft waits to be submitted.
        case submit(Briefing)
        /// An initiative in alignment has to be ready at the freeze.
        case prepare(Briefing)
        /// Initiatives wait for a decision.
        case decide(ready: Int, aligning: Int)
        /// Too few believed in what was announced: say what changes.
        case rework(Rework)
        /// On duty: requests wait for their first word.
        case firstWord(count: Int)
        /// The mercato is open: give a ballot, or finish it.
        case vote(Mercato, answered: Int)
        /// The mercato is counted and leaves something open: say what is taken on.
        case rule(Mercato)
        /// Something agreed on after an incident is due.
        case settleAction(IncidentAction, Incident)
        /// An incident is over: write what was learnt.
        case writePostmortem(Incident)
        /// A brainstorm to take part in, soon or now.
        case takePart(Brainstorm)
    }

    package let task: Task
    package let due: Day

    package init(_ task: Task, due: Day) {
        self.task = task
        self.due = due
    }

    /// How long it takes, roughly, in minutes.
    package var minutes: Int {
        switch task {
        case .confirm, .deliver: 2
        case .settle, .answer, .vote: 5
        case .firstWord(let count): 3 * count
        case .promise, .promiseAgain, .mitigate: 10
        case .submit, .prepare, .decide, .rework, .rule, .settleAction: 15
        case .takePart(let brainstorm): brainstorm.minutes
        case .writePostmortem: 60
        }
    }

    fileprivate var weight: Int {
        switch task {
        case .answer(let dependency), .promise(let dependency), .settle(let dependency), .confirm(let dependency),
            .deliver(let dependency), .promiseAgain(let dependency), .mitigate(let dependency):
            switch dependency.criticality {
            case .blocking: 0
            case .slowing: 1
            case .comfort: 3
            }
        case .submit, .prepare, .decide, .rework, .firstWord, .vote, .rule, .settleAction, .writePostmortem, .takePart:
            2
        }
    }
}

/// How many initiatives of a team are in a state.
package struct Tally: Sendable, Equatable {
    package let team: Identifier<Unit>
    package let state: Briefing.State
    package let count: Int

    package init(team: Identifier<Unit>, state: Briefing.State, count: Int) {
        self.team = team
        self.state = state
        self.count = count
    }
}

/// What there is to do for somebody, out of what concerns their teams.
package struct Expectations: Sendable {
    private let actor: Actor
    private let cycles: [Identifier<Cycle>: Cycle]
    private let calendar: WorkCalendar
    private let today: Day

    package init(of actor: Actor, in cycles: [Cycle], _ calendar: WorkCalendar, on today: Day) {
        self.actor = actor
        self.cycles = Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0) })
        self.calendar = calendar
        self.today = today
    }

    /// The most urgent first; of one day, what blocks others first.
    package func list(
        dependencies: [Dependency], briefings: [Briefing], tallies: [Tally], prepared: Cycle?, reworks: [Rework] = [],
        others: [Expectation] = []
    ) -> [Expectation] {
        let all =
            dependencies.compactMap(expectation) + briefings.compactMap(expectation)
            + [decisions(tallies, prepared)].compactMap { $0 }
            + reworks.filter { actor.may(.answerRework($0)) }.map { Expectation(.rework($0), due: $0.due) } + others
        return all.sorted { ($0.due, $0.weight, $0.subject) < ($1.due, $1.weight, $1.subject) }
    }

    private func expectation(of dependency: Dependency) -> Expectation? {
        let gives = actor.may(.give(dependency))
        let asks = actor.may(.ask(dependency))
        switch dependency.state {
        case .pointedOut where gives:
            return Expectation(.answer(dependency), due: after(3, dependency.pointedOutOn))
        case .acknowledged where gives:
            return Expectation(.promise(dependency), due: alignmentEnd(of: dependency))
        case .replanned where asks:
            return Expectation(.settle(dependency), due: after(3, dependency.updatedAt.day(in: .gmt)))
        case .declined where asks && dependency.mitigation.isBlank:
            return Expectation(.mitigate(dependency), due: alignmentEnd(of: dependency))
        case .committed:
            if let claimed = dependency.claimedOn {
                return asks ? Expectation(.confirm(dependency), due: after(10, claimed)) : nil
            }
            guard gives, let promised = dependency.committedFor, promised <= today + 14 else { return nil }
            return Expectation(.deliver(dependency), due: promised)
        case .broken where gives:
            return Expectation(.promiseAgain(dependency), due: dependency.committedFor ?? today)
        case .pointedOut, .acknowledged, .replanned, .declined, .broken, .delivered, .withdrawn:
            return nil
        }
    }

    private func expectation(of briefing: Briefing) -> Expectation? {
        guard let cycle = cycles[briefing.cycle], actor.may(.submitBriefing(briefing)) else { return nil }
        // After the freeze a page waits for nobody but the CPO; what is written off-cycle is written in between.
        guard today <= cycle.phases.freeze || briefing.offCycle else { return nil }
        switch briefing.state {
        case .draft: return Expectation(.submit(briefing), due: cycle.phases.draftsDue)
        case .aligning where briefing.owner == actor.id:
            return Expectation(.prepare(briefing), due: cycle.phases.freeze)
        case .aligning, .submitted, .ready, .validated, .postponed, .dropped, .presented, .inProgress, .done,
            .abandoned:
            return nil
        }
    }

    /// Directors decide until the freeze, of what their teams have in alignment; the CPO of what is left after it.
    private func decisions(_ tallies: [Tally], _ cycle: Cycle?) -> Expectation? {
        guard let cycle, !actor.isOps else { return nil }
        let mine: [Tally]
        switch cycle.state(on: today) {
        case .aligning: mine = tallies.filter { actor.holds(.director, for: $0.team) }
        case .frozen, .presented: mine = actor.holds(.cpo) ? tallies : []
        case .planned, .drafting, .running, .closed: return nil
        }
        func count(_ state: Briefing.State) -> Int { mine.filter { $0.state == state }.reduce(0) { $0 + $1.count } }
        let (ready, aligning) = (count(.ready), count(.aligning))
        guard ready + aligning > 0 else { return nil }
        return Expectation(.decide(ready: ready, aligning: aligning), due: cycle.phases.freeze)
    }

    private func after(_ workingDays: Int, _ day: Day) -> Day { calendar.adding(workingDays: workingDays, to: day) }

    /// The freeze of its quarter; the day it is needed once the quarter runs.
    private func alignmentEnd(of dependency: Dependency) -> Day {
        guard let cycle = cycles[dependency.cycle], today <= cycle.phases.freeze else { return dependency.neededBy }
        return min(cycle.phases.freeze, dependency.neededBy)
    }
}

extension Expectation {
    /// What keeps two of the same day in one order.
    fileprivate var subject: String {
        switch task {
        case .answer(let dependency), .promise(let dependency), .settle(let dependency), .confirm(let dependency),
            .deliver(let dependency), .promiseAgain(let dependency), .mitigate(let dependency):
            dependency.ref
        case .submit(let briefing), .prepare(let briefing): briefing.ref
        case .decide: ""
        case .rework(let rework): rework.id.description
        case .firstWord: ""
        case .vote(let mercato, _), .rule(let mercato): mercato.ref
        case .settleAction(let action, _): action.ref
        case .writePostmortem(let incident): incident.ref
        case .takePart(let brainstorm): brainstorm.id.description
        }
    }
}
