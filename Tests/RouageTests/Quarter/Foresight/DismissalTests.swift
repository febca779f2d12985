import Rouage
import Testing

@Suite("A guess that is dismissed")
struct DismissalTests {
    private func dismiss(
        _ team: String = "dsn", by deed: Deed, _ state: Briefing.State = .draft, in cycle: Cycle.State = .aligning
    ) throws -> Dismissal {
        try Dismissal.dismiss(
            Cast.unit(team), id: Identifier(high: 9, low: 9), for: Cast.briefing(state), in: Cast.cycle(cycle), by: deed
        ).0
    }

    @Test("by the people of the page, and by nobody else")
    func who() throws {
        let may: Set<Cast> = [
            .camille, .designer, .engineer, .builder, .lead, .deputy, .tribeLead,
        ]
        for member in Cast.allCases {
            if may.contains(member) {
                #expect(try dismiss(by: member.deed).team == Cast.unit("dsn"))
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try dismiss(by: member.deed) }
            }
        }
    }

    @Test("while the page is written, and not of its own team")
    func bounds() throws {
        #expect(throws: Refusal.closed) { try dismiss(by: Cast.camille.deed, .validated) }
        #expect(throws: Refusal.closed) { try dismiss(by: Cast.camille.deed, .draft, in: .frozen) }
        #expect(throws: Refusal.invalid("team", .sameTeam)) { try dismiss("bulletins", by: Cast.camille.deed) }
    }

    @Test("is taken back by any of them; what it keeps says nothing of a person")
    func undo() throws {
        let dismissal = try dismiss(by: Cast.camille.deed)
        #expect(try dismissal.undo(for: Cast.briefing(.draft), by: Cast.designer.deed).action == .removed)
        #expect(throws: Refusal.notAllowed) { try dismissal.undo(for: Cast.briefing(.draft), by: Cast.ops.deed) }
        let kept = Mirror(reflecting: dismissal).children.compactMap(\.label)
        #expect(Set(kept) == ["id", "version", "briefing", "team", "createdAt"])
    }

    @Test("what is learnt comes from the last eight cycles whose alignment is over")
    func teaching() throws {
        var quarter = try #require(Quarter(label: "2023-Q1", fiscalStart: 1))
        let cycles = (0..<14).map { place -> Cycle in
            defer { quarter = quarter.next }
            return Cycle(quarter, id: Identifier(high: 3, low: UInt64(place)), .french)
        }
        let taught = Cycle.teaching(of: cycles.reversed(), on: Cast.today).map(\.label)
        #expect(taught.first == "2024-Q2" && taught.last == "2026-Q1" && taught.count == 8)
        #expect(Cycle.teaching(of: [], on: Cast.today).isEmpty)
    }
}
