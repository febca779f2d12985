import Testing

@testable import Rouage

@Suite("The sharing out of a quarter")
struct ShareOutTests {
    private let ops = Cast.ops.actor
    private let idriss = Cast.opsInTeam.deed
    private let cycle = Cast.cycle()
    private let topics: [Identifier<Topic>] = [Identifier(high: 14, low: 1), Identifier(high: 14, low: 2)]

    /// Théa and Idriss, and two topics of 20 and 10 days.
    private func table(isNew: Bool = false, refused: Bool = false) -> ShareOutTable {
        let wishes = SharePreference(
            id: Identifier(high: 16, low: 1), of: Cast.opsInTeam.id, in: cycle.id,
            wishes: refused ? [.init(topic: topics[0], value: 0)] : [.init(topic: topics[1], value: 3)], at: Cast.now)
        return ShareOutTable(
            members: [
                .init(person: Cast.ops.id, days: 24),
                .init(person: Cast.opsInTeam.id, days: 24, isNew: isNew, wishes: wishes),
            ], items: [.init(topic: topics[0], effort: 20), .init(topic: topics[1], effort: 10)])
    }

    private func proposed(_ table: ShareOutTable) throws -> ShareOut {
        try ShareOut.propose(table, over: nil, id: Identifier(high: 17, low: 1), in: cycle, by: ops.deed).0
    }

    @Test("follows the wishes, and says that it is proven")
    func proposal() throws {
        let shareOut = try proposed(table())
        #expect(shareOut.lines.map(\.lead) == [Cast.ops.id, Cast.opsInTeam.id])
        #expect(shareOut.isProven && shareOut.untaken.isEmpty && shareOut.state == .proposed)
        #expect(throws: Refusal.notAllowed) {
            try ShareOut.propose(table(), over: nil, id: Identifier(high: 17, low: 1), in: cycle, by: Cast.cpo.deed)
        }
    }

    @Test("a change stands beside the proposal with who and why, and asks for the confirmations again")
    func edit() throws {
        var shareOut = try proposed(table())
        _ = try shareOut.confirm(by: ops.deed)
        let before = shareOut.proposal
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try shareOut.edit(
                topic: topics[1], lead: Cast.ops.id, buddy: Cast.opsInTeam.id, reason: " ", table(), by: ops.deed)
        }
        _ = try shareOut.edit(
            topic: topics[1], lead: Cast.ops.id, buddy: Cast.opsInTeam.id, reason: "Je connais l’équipe.", table(),
            by: ops.deed)
        #expect(shareOut.proposal == before)
        #expect(shareOut.lines.map(\.lead) == [Cast.ops.id, Cast.ops.id])
        #expect(shareOut.edits.map(\.by) == [Cast.ops.id])
        #expect(shareOut.confirmations.isEmpty)
    }

    @Test("nobody is given what they refused, or more than their days, but by themselves")
    func consent() throws {
        var shareOut = try proposed(table(refused: true))
        let refused = table(refused: true)
        #expect(shareOut.untaken.map(\.obstacle) == [.nobodyToHelp])
        func give(by deed: Deed, _ shareOut: inout ShareOut) throws {
            _ = try shareOut.edit(
                topic: topics[0], lead: Cast.ops.id, buddy: Cast.opsInTeam.id, reason: "Il manque quelqu’un.", refused,
                by: deed)
        }
        #expect(throws: Refusal.invalid("buddy", .refusedIt)) { try give(by: ops.deed, &shareOut) }
        try give(by: idriss, &shareOut)
        #expect(shareOut.untaken.isEmpty)
        let tight = ShareOutTable(
            members: [.init(person: Cast.ops.id, days: 16), .init(person: Cast.opsInTeam.id, days: 16)],
            items: table().items)
        var full = try proposed(tight)
        #expect(throws: Refusal.invalid("lead", .noDaysLeft)) {
            try full.edit(
                topic: topics[1], lead: Cast.ops.id, buddy: Cast.opsInTeam.id, reason: "Tout pour une.", tight,
                by: idriss)
        }
    }

    @Test("the load is what somebody carries already and what the lines give, over all their days")
    func loads() {
        let table = ShareOutTable(
            members: [
                .init(person: Cast.ops.id, days: 40, carried: 12), .init(person: Cast.opsInTeam.id, days: 40),
                .init(person: Cast.camille.id, days: 0),
            ], items: [.init(topic: topics[0], effort: 20), .init(topic: topics[1], effort: 10, isProject: true)])
        let lines = [
            ShareOut.Line(topic: topics[0], lead: Cast.ops.id, buddy: Cast.opsInTeam.id),
            ShareOut.Line(topic: topics[1], lead: Cast.opsInTeam.id, buddy: Cast.ops.id),
        ]
        #expect(table.percents(of: []) == [Cast.ops.id: 30, Cast.opsInTeam.id: 0])
        #expect(table.percents(of: lines) == [Cast.ops.id: 65, Cast.opsInTeam.id: 15])
        #expect(table.sharing.people.map(\.capacity).max() == 400)
        #expect(table.members.first { $0.person == Cast.ops.id }?.left == 28)
    }

    @Test("somebody new leads nothing")
    func newcomer() throws {
        var shareOut = try proposed(table(isNew: true))
        #expect(shareOut.leads == [Cast.ops.id])
        #expect(throws: Refusal.invalid("lead", .leadsEnough)) {
            try shareOut.edit(
                topic: topics[1], lead: Cast.opsInTeam.id, buddy: Cast.ops.id, reason: "Pour essayer.",
                table(isNew: true), by: idriss)
        }
    }

    @Test("holds once everybody who leads confirmed, and then stays")
    func confirmation() throws {
        var shareOut = try proposed(table())
        #expect(try shareOut.confirm(by: ops.deed).action == .agreed)
        #expect(throws: Refusal.invalid("confirmation", .alreadyThere)) {
            try shareOut.confirm(by: ops.deed)
        }
        #expect(throws: Refusal.notAllowed) { try shareOut.confirm(by: Cast.cpo.deed) }
        #expect(shareOut.awaited == [Cast.opsInTeam.id])
        #expect(try shareOut.confirm(by: idriss).action == .published)
        #expect(shareOut.state == .confirmed)
        #expect(throws: Refusal.closed) {
            try shareOut.edit(
                topic: topics[1], lead: Cast.ops.id, buddy: Cast.opsInTeam.id, reason: "Trop tard.", table(),
                by: ops.deed)
        }
        #expect(throws: Refusal.closed) {
            try ShareOut.propose(table(), over: shareOut, id: Identifier(high: 17, low: 1), in: cycle, by: ops.deed)
        }
    }

    @Test("wishes are read by Product Ops alone; the sharing out by all, once it holds")
    func secrecy() throws {
        var shareOut = try proposed(table())
        let ops: Set<Cast> = [.ops, .opsInTeam]
        let members = Set(Cast.allCases).subtracting([.administrator, .guest, .inactive, .left, .stranger])
        func readers(_ permission: OpsWorkPermission) -> Set<Cast> {
            Set(Cast.allCases.filter { $0.actor.may(.opsWork(permission)) })
        }
        #expect(readers(.readWishes) == ops && readers(.writeWishes) == ops && readers(.shareOut) == ops)
        #expect(readers(.readShareOut(shareOut)) == ops)
        shareOut.state = .confirmed
        #expect(readers(.readShareOut(shareOut)) == members)
    }

    @Test("wishes go from 0 to 3 and are one's own")
    func wishes() throws {
        func write(_ value: Int, daysOff: Int? = 5, by cast: Cast = .ops) throws -> SharePreference? {
            try SharePreference.write(
                daysOff: daysOff, [.init(topic: topics[0], value: value)], over: nil, id: Identifier(high: 16, low: 2),
                in: cycle, by: cast.deed)?.0
        }
        #expect(try write(0)?.value(of: topics[0]) == 0)
        #expect(try write(3)?.value(of: topics[1]) == Sharing.noWish)
        #expect(throws: Refusal.invalid("wishes-\(topics[0])", .outOfRange(0...3))) { try write(4) }
        #expect(throws: Refusal.invalid("days_off", .outOfRange(0...66))) { try write(2, daysOff: nil) }
        #expect(throws: Refusal.notAllowed) { try write(2, by: .cpo) }
    }

    @Test("the days somebody can plan follow their working time and their days off")
    func days() {
        let (organisation, quarter) = (Cast.organisation, ProjectScene.cycle)
        func days(off: Int) -> Double {
            organisation.plannedOpsDays(of: Cast.ops.id, daysOff: off, in: quarter, .french)
        }
        let team = organisation.opsTeam.map { organisation.plannedOpsDays(of: $0.id, in: quarter, .french) }
        #expect(Set(organisation.opsTeam.map(\.id)) == [Cast.ops.id, Cast.opsInTeam.id])
        #expect(Int(team.reduce(0, +) + 1e-9) == organisation.plannedOpsDays(in: quarter, .french))
        #expect(abs(days(off: 3) - days(off: 4) - 0.7 * 0.75) < 1e-9)
        #expect(days(off: 66) == 0)
        #expect(organisation.plannedOpsDays(of: Cast.camille.id, in: quarter, .french) == 0)
    }

    @Test("somebody leads nothing alone in their first fifteen working days in Product Ops")
    func shielded() {
        let place = Membership(
            id: Identifier(high: 5, low: 900), person: Cast.ops.id, unit: Cast.unit("product-ops"),
            from: Day(2026, 2, 16), to: nil)
        let organisation = Organisation(
            on: Cast.today, units: Cast.units, people: [Cast.ops.person], memberships: [place], grants: [])
        func isNew(in cycle: Cycle, on day: Day) -> Bool {
            organisation.isNewInOps(Cast.ops.id, in: cycle, on: day, .french)
        }
        #expect(isNew(in: ProjectScene.cycle, on: Day(2026, 3, 6)))
        #expect(!isNew(in: ProjectScene.cycle, on: Day(2026, 3, 9)))
        #expect(!isNew(in: cycle, on: Day(2026, 2, 17)))
    }
}
