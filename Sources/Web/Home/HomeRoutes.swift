import HTML
import Rouage
import Storage

/// The column: where the quarter stands, and what is expected of me.
enum HomeRoutes {
    static func add(to routes: Routes) {
        routes.page("/") { visit in
            guard try visit.signedIn().isMember else { return HomeViews.outside(visit) }
            guard let home = try Home(visit) else { return Layout.noCycle(visit) }
            return HomeViews.page(home)
        }
        routes.page("/expected") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            guard let home = try Home(visit) else { return Layout.noCycle(visit) }
            return ExpectationViews.all(home)
        }
    }
}

/// What the home shows, read in one go.
struct Home {
    let visit: Visit
    let running: Cycle?
    let prepared: Cycle?
    let standpoint: Standpoint
    let expectations: [Expectation]
    let needs: [Need]
    /// For the whole department: blocking ones without a promise, and those without an answer.
    let blocking: [Need]
    let unanswered: [Need]
    let load: Load?
    let runningTallies: [Tally]
    let preparedTallies: [Tally]
    let dependencies: (all: Int, unanswered: Int)
    let decisions: [Settled]

    /// Nothing before any quarter was loaded.
    init?(_ visit: Visit) throws {
        let actor = try visit.signedIn()
        let reading = visit.reading
        let cycles = [visit.running, visit.preparing].compactMap { $0 }
        guard !cycles.isEmpty else { return nil }
        let ids = cycles.map(\.id)
        self.visit = visit
        running = visit.running
        prepared = visit.preparing
        standpoint = Standpoint(of: actor)
        runningTallies = try running.map { try reading.tallies(of: $0.id) } ?? []
        preparedTallies = try prepared.map { try reading.tallies(of: $0.id) } ?? []
        dependencies = try prepared.map { try reading.dependencyCounts(of: $0.id) } ?? (0, 0)
        decisions = try reading.decisions(in: cycles, limit: 3)
        let teams = standpoint.teams.map(\.id)
        let isWhole = standpoint == .department
        needs = isWhole ? [] : try reading.needs(of: teams, in: ids)
        blocking = isWhole ? try prepared.map { try reading.blockingNeeds(in: $0.id) } ?? [] : []
        unanswered = isWhole ? try prepared.map { try reading.unansweredNeeds(in: $0.id) } ?? [] : []
        load = try Self.load(visit, standpoint)
        expectations = try Self.expectations(visit, actor, cycles, preparedTallies)
    }

    private static func load(_ visit: Visit, _ standpoint: Standpoint) throws -> Load? {
        guard case .teams(let teams) = standpoint, teams.count == 1, let cycle = visit.preparing else { return nil }
        return try visit.reading.load(of: teams[0].id, in: cycle, visit.organisation)
    }

    private static func expectations(_ visit: Visit, _ actor: Actor, _ cycles: [Cycle], _ tallies: [Tally]) throws
        -> [Expectation]
    {
        guard let me = actor.id, !actor.isOps else { return [] }
        let teams = visit.organisation.units.values
            .filter { $0.sort.delivers && (actor.belongs(to: $0.id) || actor.leads($0.id)) }.map(\.id)
        let ids = cycles.map(\.id)
        return Expectations(of: actor, in: cycles, .french, on: visit.today).list(
            dependencies: try visit.reading.pendingDependencies(
                of: teams, contact: me, in: ids, promisedUpTo: visit.today + 14),
            briefings: try visit.reading.pendingBriefings(of: teams, owner: me, in: ids),
            tallies: tallies, prepared: visit.preparing)
    }
}
