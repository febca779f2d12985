import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Real input on the pages", .enabled(if: RealInput.isThere, "there is no ../shared/data beside this checkout"))
struct RealInputPageTests {
    private struct Visit {
        let input: RealInput
        let team: String
        let cycle: String
    }

    private static let visits = [
        Visit(input: .rust, team: "lang", cycle: "2026"),
        Visit(input: .kubernetes, team: "sig-api-machinery", cycle: "v1.34"),
    ]

    @Test("the portfolio, a team and the dependency table show it", arguments: TestDatabase.all, RealInput.allCases)
    func shown(database: TestDatabase, input: RealInput) async throws {
        let visit = try #require(Self.visits.first { $0.input == input })
        let site = try TestSite(database)
        _ = try input.load(into: site.store, at: site.clock.now(), on: site.today)
        let browser = try await site.signIn(as: "camille.aubrac")
        let (lines, asks) = try site.store.readNow { reading in
            let cycle = try #require(try reading.records(Cycle.self, where: "label = \(visit.cycle)").first)
            return (try reading.briefingLines(of: cycle.id), try reading.dependencyLines(of: cycle.id))
        }
        let published = lines.filter { $0.state != .draft }
        #expect(published.count > 20)
        let portfolio = try await browser.get("/briefings?cycle=\(visit.cycle)")
        #expect(published.allSatisfy { portfolio.has("/briefings/\($0.id)") })
        let table = try await browser.get("/dependencies?cycle=\(visit.cycle)&scope=all")
        #expect(asks.count > 10)
        #expect(asks.allSatisfy { table.has("/dependencies/\($0.id)") || table.says($0.what) })
        let team = try await browser.get("/teams/\(visit.team)?cycle=\(visit.cycle)")
        #expect(team.status == 200)
        let briefing = try #require(published.first { $0.dependencies > 0 })
        #expect(try await browser.get("/briefings/\(briefing.id)").says(briefing.title))
    }
}
