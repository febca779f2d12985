/// When each dependency can be delivered at the earliest, given what its giver waits for itself (critical path
/// method). In working days from the start of the cycle; dependencies in a circle have no such day and are left out.
package struct CriticalChains: Sendable {
    private let graph: WaitGraph
    private let finish: [Int?]
    private let before: [Int?]
    private let due: [Int]
    /// Promises that cannot hold, as things stand.
    package let inversions: [Inversion]

    /// A dependency promised, or needed, before what its giver waits for is there.
    package struct Inversion: Sendable, Equatable {
        /// What does not hold.
        package enum Sort: String, Sendable {
            /// Its earliest day lies after the day it is needed.
            case tooShort
            /// What its giver waits for is promised for a later day than it is itself.
            case promisedTooEarly
        }

        package let sort: Sort
        package let dependency: Identifier<Dependency>
        /// What it waits for, when that is what makes it late.
        package let after: Identifier<Dependency>?
    }

    /// - Parameters:
    ///   - durations: working days of work for each dependency; one that is missing takes none.
    ///   - due: how many working days after the start of the cycle a day lies; negative before it.
    package init(_ graph: WaitGraph, durations: [Identifier<Dependency>: Int], due index: (Day) -> Int) {
        self.graph = graph
        let waits = graph.waits
        let due = waits.map { index($0.neededBy) }
        var plan = Plan(nodes: graph.successors.count)
        var inversions: [Inversion] = []
        // The components come after what they lead to: backwards, each comes after what leads to it.
        for component in StrongComponents(graph.successors).components.reversed() where component.count == 1 {
            let node = component[0]
            guard graph.isWait(node) else {
                for next in graph.successors[node] { plan.pass(from: node, to: next) }
                continue
            }
            let wait = waits[node]
            plan.finish[node] = (plan.finish[node] ?? 0) + max(0, durations[wait.id] ?? 0)
            // What is needed before the start is worked on before it: nothing is known of that.
            if due[node] > 0, plan.finish[node]! > due[node] {
                inversions.append(
                    Inversion(sort: .tooShort, dependency: wait.id, after: plan.before[node].map { waits[$0].id }))
            }
            if let promised = wait.committedFor, let (day, source) = plan.latest[node], day > promised {
                inversions.append(
                    Inversion(sort: .promisedTooEarly, dependency: wait.id, after: waits[source].id))
            }
            plan.latest[node] = wait.committedFor.map { ($0, node) }
            for next in graph.successors[node] { plan.pass(from: node, to: next, as: node) }
        }
        self.due = due
        finish = plan.finish
        before = plan.before
        self.inversions = inversions
    }

    /// What is known of each node while the graph is walked in order.
    private struct Plan {
        /// Working days until it can be there.
        var finish: [Int?]
        /// The dependency that decides this.
        var before: [Int?]
        /// The latest promise before it, and whose.
        var latest: [(day: Day, source: Int)?]

        init(nodes: Int) {
            finish = Array(repeating: nil, count: nodes)
            before = finish
            latest = Array(repeating: nil, count: nodes)
        }

        /// - Parameter source: the dependency passed on; for a team or an initiative, the one that reached it.
        mutating func pass(from node: Int, to next: Int, as source: Int? = nil) {
            if let days = finish[node], days > finish[next] ?? -1 {
                finish[next] = days
                before[next] = source ?? before[node]
            }
            if let (day, whose) = latest[node], latest[next].map({ day > $0.day }) ?? true {
                latest[next] = (day, whose)
            }
        }
    }

    /// Working days until it can be there; nothing for one in a circle, or not open.
    package func earliestFinish(of dependency: Identifier<Dependency>) -> Int? {
        graph.positions[dependency].flatMap { finish[$0] }
    }

    /// Working days left between the earliest finish and the day needed; negative when it cannot be met.
    package func slack(of dependency: Identifier<Dependency>) -> Int? {
        graph.positions[dependency].flatMap { position in finish[position].map { due[position] - $0 } }
    }

    /// The dependencies that decide when an initiative has all it needs, in the order in which they must be
    /// delivered; empty when it waits for nothing, or only in circles.
    package func chain(of briefing: Identifier<Briefing>) -> [Identifier<Dependency>] {
        let own = graph.waits.indices.filter { graph.waits[$0].briefing == briefing && finish[$0] != nil }
        guard var last = own.max(by: { (finish[$0]!, $1) < (finish[$1]!, $0) }) else { return [] }
        var chain = [last]
        while let earlier = before[last] {
            chain.append(earlier)
            last = earlier
        }
        return chain.reversed().map { graph.waits[$0].id }
    }
}

extension CriticalChains {
    /// Over the dependencies of one cycle. Work whose effort nobody has said takes the median of its type, else of
    /// all, else five working days.
    package init(_ dependencies: [Dependency], in cycle: Cycle, _ calendar: WorkCalendar) {
        self.init(dependencies.map(Wait.init), in: cycle, calendar)
    }

    /// The same from light copies.
    package init(_ waits: [Wait], _ known: WaitGraph? = nil, in cycle: Cycle, _ calendar: WorkCalendar) {
        let efforts = Dictionary(grouping: waits.filter { $0.effortDays != nil }, by: \.sort)
            .mapValues { Self.median($0.compactMap(\.effortDays)) }
        let all = waits.compactMap(\.effortDays)
        let usual = all.isEmpty ? 5 : Self.median(all)
        let durations = waits.map { ($0.id, $0.effortDays ?? efforts[$0.sort] ?? usual) }
        let days = Workdays(around: cycle, calendar)
        self.init(known ?? WaitGraph(waits), durations: Dictionary(uniqueKeysWithValues: durations)) { day in
            days.from(cycle.start - 1, to: day)
        }
    }

    private static func median(_ numbers: [Int]) -> Int { numbers.sorted()[numbers.count / 2] }
}
