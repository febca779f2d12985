import HTML
package import Rouage
package import Storage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The column: where the quarter stands, and what is expected of me.
enum HomeRoutes {
    static func add(to routes: Routes) {
        routes.page("/") { visit in
            guard try visit.signedIn().isMember else { return HomeViews.outside(visit) }
            guard let home = try Home(visit) else { return Layout.noCycle(visit) }
            return HomeViews.page(home)
        }
    }
}

/// What the home shows, read in one go.
package struct Home {
    package let visit: Visit
    package let running: Cycle?
    package let prepared: Cycle?
    /// The vote of the directors on the quarter being prepared; nothing before it is prepared.
    package let mercato: Mercato?
    let standpoint: Standpoint
    let expectations: [Expectation]
    package let mentions: [Mention]
    package let needs: [DependencyLine]
    /// For the whole department: blocking ones without a promise, and those without an answer.
    package let blocking: [DependencyLine]
    package let unanswered: [DependencyLine]
    package let load: Load?
    let runningTallies: [Tally]
    let preparedTallies: [Tally]
    package let dependencies: (all: Int, unanswered: Int)
    package let decisions: [Settled]
    /// What the teams need to give no longer, for the last days.
    let released: [(dependency: Dependency, decision: Decision)]

    /// Nothing before any quarter was loaded.
    package init?(_ visit: Visit) throws {
        let actor = try visit.signedIn()
        let reading = visit.reading
        let cycles = [visit.running, visit.preparing].compactMap { $0 }
        guard !cycles.isEmpty else { return nil }
        self.visit = visit
        running = visit.running
        prepared = visit.preparing
        mercato = try prepared.flatMap { try reading.mercato(of: $0.id) }
        standpoint = Standpoint(of: actor)
        let runs = try running.map(visit.lines)
        let comes = try prepared.map(visit.lines)
        runningTallies = runs?.tallies ?? []
        preparedTallies = comes?.tallies ?? []
        let known = (comes?.dependencies ?? []).filter { $0.state != .withdrawn }
        dependencies = (known.count, known.count { $0.state == .pointedOut })
        decisions = try reading.decisions(in: cycles, limit: 3)
        let teams = Set(standpoint.teams.map(\.id))
        let isWhole = standpoint == .department
        released = try reading.released(
            Array(teams), in: cycles.map(\.id), since: visit.today - ReleasedViews.days)
        needs =
            isWhole
            ? []
            : [runs, comes].compactMap { $0?.open(of: teams) }.joined()
                .sorted { ($0.neededBy, $0.id) < ($1.neededBy, $1.id) }
        blocking = isWhole ? comes?.blocking ?? [] : []
        unanswered = isWhole ? comes?.unanswered ?? [] : []
        if case .teams(let own) = standpoint, own.count == 1, let prepared, let comes {
            load = comes.load(of: own[0].id, in: prepared, visit.organisation)
        } else {
            load = nil
        }
        expectations = try Self.expectations(visit, actor, cycles, preparedTallies)
        mentions = try MentionViews.open(visit)
    }

    /// Product Ops answer for nobody's work but their own: the requests, in the week in which they are on duty.
    private static func duty(_ visit: Visit, _ me: Identifier<Person>) throws -> [Expectation] {
        let open = try visit.reading.openRequests()
        guard open.contains(where: { $0.state == .new }) else { return [] }
        let rota = try visit.reading.dutyRota(in: visit.organisation, .french)
        return [Expectation.firstWord(of: open, for: me, in: rota, .french, on: visit.today)].compactMap(\.self)
    }

    /// Electors vote while it is open; the CPO decides what the count leaves open.
    private static func mercato(_ visit: Visit, _ actor: Actor, _ me: Identifier<Person>) throws -> [Expectation] {
        guard actor.holds(.director) || actor.holds(.cpo) else { return [] }
        return try visit.reading.livingMercatos().compactMap { mercato in
            if mercato.takesBallots(at: visit.now), actor.may(.mercato(.vote(mercato))) {
                let answered = try visit.reading.ownBallot(of: me, in: mercato)?.answered ?? 0
                return answered == mercato.topics.count
                    ? nil : Expectation(.vote(mercato, answered: answered), due: mercato.day(mercato.closesAt))
            }
            guard mercato.state == .closed, actor.may(.mercato(.rule)),
                let ranking = try visit.reading.ranking(of: mercato), mercato.needsRuling(ranking)
            else { return nil }
            return Expectation(.rule(mercato), due: mercato.day(mercato.publishesAt))
        }
    }

    /// What its owner does so that an incident does not come back, and the post-mortem that who coordinated it writes.
    private static func incidents(_ visit: Visit, _ actor: Actor, _ me: Identifier<Person>) throws -> [Expectation] {
        let actions = try visit.reading.openIncidentActions(of: me, dueBy: visit.today + 14)
        let owed = try visit.reading.incidentsOwingPostmortem().filter {
            $0.lead == me || ($0.lead == nil && actor.holds(.incidentManager))
        }
        return actions.map { Expectation(.settleAction($0.action, $0.incident), due: $0.action.due) }
            + owed.map { Expectation(.writePostmortem($0), due: $0.postmortemDue(.french) ?? visit.today) }
    }

    /// A brainstorm of the coming days for who takes part in it, and one that is under way.
    private static func brainstorms(_ visit: Visit, _ actor: Actor) throws -> [Expectation] {
        try visit.reading.openBrainstorms().filter { session in
            (actor.isOps || actor.id.map(session.invited.contains) ?? false)
                && (session.state != .planned || session.heldOn <= visit.today + 7)
        }
        .map { Expectation(.takePart($0), due: max($0.heldOn, visit.today)) }
    }

    private static func expectations(_ visit: Visit, _ actor: Actor, _ cycles: [Cycle], _ tallies: [Tally]) throws
        -> [Expectation]
    {
        guard let me = actor.id else { return [] }
        guard !actor.isOps else { return try duty(visit, me) + brainstorms(visit, actor) }
        let teams = Set(
            visit.organisation.units.values
                .filter { $0.sort.delivers && (actor.belongs(to: $0.id) || actor.leads($0.id)) }.map(\.id))
        let lines = try cycles.map(visit.lines)
        let dependencies = lines.flatMap { $0.pending(of: teams, contact: me, promisedUpTo: visit.today + 14) }
        let briefings = lines.flatMap { $0.unsettled(of: teams, owner: me) }
        return Expectations(of: actor, in: cycles, .french, on: visit.today).list(
            dependencies: try visit.reading.records(dependencies), briefings: try visit.reading.records(briefings),
            tallies: tallies, prepared: visit.preparing,
            reworks: actor.holds(.director) || actor.holds(.cpo) ? try visit.reading.openReworks() : [],
            others: try mercato(visit, actor, me) + incidents(visit, actor, me) + brainstorms(visit, actor))
    }
}
