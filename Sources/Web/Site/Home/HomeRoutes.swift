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
    /// What happened that they have not read.
    let unread: [Notice]
    let spoken: Spoken
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
        expectations = try visit.expectations()
        unread = try visit.notices().filter { !$0.isRead }
        spoken = try Spoken(of: unread, [], reading)
    }

    /// Whether somebody speaks to the visitor by name, and waits to be read.
    var isSpokenTo: Bool { unread.contains(where: \.isNaming) }
}
