import Demo
import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("The risks of a quarter")
struct RiskQueryTests {
    private let today = Day(2026, 3, 5)
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    private func company(_ database: TestDatabase) throws -> Store {
        let store = try database.store()
        try DemoCompany.load(into: store, at: now, on: today)
        return store
    }

    private func cycle(_ label: String, _ reading: Reading) throws -> Cycle {
        try #require(try reading.records(Cycle.self, where: "label = \(label)").first)
    }

    @Test("reckon the same load as for each team alone", arguments: TestDatabase.all)
    func loads(database: TestDatabase) throws {
        let store = try company(database)
        defer { store.close() }
        try store.readNow { reading in
            let organisation = try reading.organisation(on: today)
            let prepared = try cycle("2026-Q2", reading)
            let lines = try reading.lines(of: prepared.id)
            let risks = try reading.risks(of: prepared, lines, organisation, base: .judged, on: today)
            for team in organisation.teams {
                let alone = lines.load(of: team.id, in: prepared, organisation)
                let together = try #require(risks.model.loads[team.id])
                #expect(abs((together.ratio ?? 0) - (alone.ratio ?? 0)) < 0.000_001, "\(team.name)")
                #expect(together.isEstimated == alone.isEstimated, "\(team.name)")
            }
        }
    }

    @Test("put the unsettled circle first, then what has most at stake", arguments: TestDatabase.all)
    func order(database: TestDatabase) throws {
        let store = try company(database)
        defer { store.close() }
        try store.readNow { reading in
            let organisation = try reading.organisation(on: today)
            let risks = try reading.risks(of: cycle("2026-Q2", reading), organisation, base: .judged, on: today)
            #expect(risks.lines.count == 88)
            let exposed = risks.byExposure
            let stuck = exposed.prefix { risks.isStuck($0.id) }
            #expect(stuck.count == 3 && risks.circularWaits.contains { $0.sort == .deadlock && !$0.isAgreed })
            let rest = exposed.dropFirst(3).map { risks.exposure(of: $0.id) }
            #expect(rest == rest.sorted(by: >) && !exposed.dropFirst(3).contains { risks.isStuck($0.id) })
            for line in risks.lines {
                #expect((risks[line.id] == nil) == (line.state == .withdrawn))
                if line.state == .delivered { #expect(risks[line.id]?.percent == 0) }
            }
            let chances = risks.chances
            #expect(!chances.isEmpty && chances.values.allSatisfy { (0...1).contains($0.probability) })
        }
    }

    @Test("count what a team delivered on time in the two quarters before", arguments: TestDatabase.all)
    func tracks(database: TestDatabase) throws {
        let store = try company(database)
        defer { store.close() }
        try store.readNow { reading in
            let prepared = try cycle("2026-Q2", reading)
            let before = Set(try ["2025-Q4", "2026-Q1"].map { try cycle($0, reading).id })
            let organisation = try reading.organisation(on: today)
            let model = try reading.risks(of: prepared, organisation, base: .judged, on: today).model
            let ended = try reading.records(Dependency.self).filter {
                before.contains($0.cycle) && ($0.state == .delivered || $0.state == .broken)
            }
            #expect(!ended.isEmpty)
            for (team, all) in Dictionary(grouping: ended, by: \.givingTeam) {
                guard let team else { continue }
                let kept = all.filter { dependency in
                    dependency.breaks == 0 && dependency.deliveredOn.map { $0 <= dependency.neededBy } ?? false
                }
                #expect(model.tracks[team] == TrackRecord(onTime: kept.count, of: all.count))
            }
        }
    }

    @Test("learn from how dependencies stood at the freeze, once two quarters have closed", arguments: TestDatabase.all)
    func base(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let model = try store.readNow { try $0.records(Dependency.self, where: "ref = \("etiquettes-1")")[0] }
        let quarters = [Quarter(label: "2025-Q3", fiscalStart: 1)!, Quarter(label: "2025-Q4", fiscalStart: 1)!]
        var cycles: [Cycle] = []
        for (index, quarter) in quarters.enumerated() {
            var cycle = Cycle(quarter, id: Identifier(high: 77, low: UInt64(index)), .french)
            cycle.state = .closed
            cycles.append(cycle)
            let freeze = Instant(cycle.phases.freeze, hour: 0, in: .gmt)
            try store.writeNow(as: nil, at: freeze + -3_600) { [cycle] transaction -> Void in
                try transaction.add(cycle, Activity(.imported))
                // Three promised before the freeze, one only pointed out.
                for number in 0..<4 {
                    try transaction.add(
                        past(model, cycle, number, number == 3 ? .pointedOut : .committed), Activity(.imported))
                }
            }
            try store.writeNow(as: nil, at: freeze + 3_600) { [cycle] transaction -> Void in
                try transaction.add(past(model, cycle, 4, .committed), Activity(.imported))
                let all: [Dependency] = try transaction.records(where: "cycle = \(cycle.id)")
                for dependency in all {
                    try transaction.change(dependency.id) { (dependency: inout Dependency) in
                        let isKept = !dependency.ref.hasSuffix("-2")
                        dependency.state = isKept ? .delivered : .broken
                        dependency.deliveredOn = isKept ? dependency.neededBy : nil
                        return Activity(isKept ? .delivered : .broken)
                    }
                }
            }
        }
        try store.readNow { reading in
            #expect(try reading.baseProbabilities(Array(cycles.prefix(1)), in: .gmt) == .judged)
            let base = try reading.baseProbabilities(cycles, in: .gmt)
            #expect(base.record(of: .committed) == TrackRecord(onTime: 4, of: 6), "the fifth came after the freeze")
            #expect(base.record(of: .pointedOut) == TrackRecord(onTime: 2, of: 2))
            #expect(abs(base[.committed] - (4 + 8.5) / 16) < 0.000_001 && base[.replanned] == 0.4)
        }
    }

    private func past(_ model: Dependency, _ cycle: Cycle, _ number: Int, _ state: Dependency.State) -> Dependency {
        let request = Dependency.Request(
            ref: "\(cycle.label)-\(number)", givingTeam: model.givingTeam, what: model.what, neededBy: cycle.end)
        var briefing = Briefing(
            id: model.briefing, ref: "b", cycle: cycle.id, team: model.askingTeam, owner: nil, text: Briefing.Text(),
            at: now)
        briefing.cycle = cycle.id
        var dependency = Dependency(
            id: Identifier(high: cycle.id.low + 500, low: UInt64(number)), request, of: briefing, in: cycle,
            on: cycle.phases.draftsDue, at: now)
        dependency.state = state
        return dependency
    }
}
