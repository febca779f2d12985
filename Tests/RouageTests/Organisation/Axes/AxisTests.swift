import Rouage
import Testing

@Suite("Axes")
struct AxisTests {
    private static let content = Axis.Content(
        title: "Une heure rendue à chaque gestionnaire", why: "Onze heures par mois à recopier.", owner: Cast.cpo.id,
        fromQuarter: "2026-Q1", toQuarter: "2026-Q3")

    private func made(by person: Cast) throws -> Axis {
        try Axis.create(Self.content, id: Identifier(high: 4, low: 2), apartFrom: [], by: person.deed).0
    }

    @Test("what the CPO writes holds at once; Product Ops and directors propose; nobody else writes one")
    func create() throws {
        let set = try Axis.create(Self.content, id: Identifier(high: 4, low: 1), apartFrom: [], by: Cast.cpo.deed)
        #expect(set.0.proposal == nil && set.1.action == .created)
        for person in [Cast.ops, .opsInTeam, .director] {
            let (axis, activity) = try Axis.create(
                Self.content, id: Identifier(high: 4, low: 1), apartFrom: [], by: person.deed)
            #expect(axis.proposal == Axis.Proposal(by: person.id, on: Cast.today) && activity.action == .proposed)
            #expect(axis.standing(in: "2026-Q1") == .proposed)
        }
        for person in [Cast.camille, .lead, .tribeLead, .salesOps, .administrator, .guest, .left] {
            #expect(throws: Refusal.notAllowed, "\(person)") { _ = try made(by: person) }
        }
    }

    @Test("it is to come, in force and over by its quarters, and in force for ever where none is named")
    func standing() throws {
        let axis = try made(by: .cpo)
        #expect(axis.standing(in: "2025-Q4") == .coming && axis.standing(in: nil) == .coming)
        #expect(axis.standing(in: "2026-Q1") == .inForce && axis.standing(in: "2026-Q3") == .inForce)
        #expect(axis.standing(in: "2026-Q4") == .over)
        let endless = Axis(id: axis.id, code: "a", Axis.Content(title: "Sans fin"))
        #expect(endless.standing(in: "2031-Q4") == .inForce)
    }

    @Test("a proposal is accepted, declined with a reason, or withdrawn by who made it, and may be opened again")
    func answer() throws {
        var axis = try made(by: .ops)
        for person in [Cast.ops, .director, .camille] {
            #expect(throws: Refusal.notAllowed) { _ = try axis.accept(by: person.deed) }
        }
        #expect(throws: Refusal.invalid("reason", .missing)) { _ = try axis.decline(reason: " ", by: Cast.cpo.deed) }
        _ = try axis.decline(reason: "Il recoupe un axe en cours.", by: Cast.cpo.deed)
        #expect(axis.standing(in: "2026-Q1") == .declined)
        #expect(throws: Refusal.closed) { _ = try axis.require(Axis.Condition(text: "Trop tard"), by: Cast.ops.deed) }
        #expect(throws: Refusal.closed) { _ = try axis.accept(by: Cast.cpo.deed) }
        #expect(throws: Refusal.notAllowed) { _ = try axis.reopen(by: Cast.ops.deed) }
        _ = try axis.reopen(by: Cast.cpo.deed)
        #expect(axis.proposal?.reason == "" && axis.standing(in: "2026-Q1") == .proposed)
        #expect(throws: Refusal.notAllowed) { _ = try axis.withdraw(by: Cast.cpo.deed) }
        _ = try axis.withdraw(by: Cast.ops.deed)
        #expect(axis.standing(in: "2026-Q1") == .withdrawn)
        _ = try axis.reopen(by: Cast.ops.deed)
        _ = try axis.accept(by: Cast.cpo.deed)
        #expect(axis.standing(in: "2026-Q1") == .inForce)
        let tomorrow = Deed(by: Cast.cpo.actor, on: Cast.today + 1)
        #expect(throws: Refusal.closed, "work hangs on it") { _ = try axis.reopen(by: tomorrow) }
        #expect(throws: Refusal.notAllowed) { _ = try axis.edit(Axis.Content(title: "Autre"), by: Cast.ops.deed) }
    }

    @Test("it cannot end before it begins, nor be answered for by somebody who left")
    func limits() throws {
        var content = Self.content
        content.toQuarter = "2025-Q4"
        content.owner = Cast.left.id
        let flaws = [Flaw(field: "owner", reason: .unknown), Flaw(field: "to", reason: .endsBeforeItBegins)]
        #expect(throws: Refusal.invalid(flaws)) {
            _ = try Axis.create(content, id: Identifier(high: 4, low: 3), apartFrom: [], by: Cast.cpo.deed)
        }
    }

    @Test("what it takes: eight at most, none twice, by Product Ops too")
    func conditions() throws {
        var axis = try made(by: .cpo)
        #expect(throws: Refusal.notAllowed) {
            _ = try axis.require(Axis.Condition(text: "À moi"), by: Cast.camille.deed)
        }
        for number in 1...8 { _ = try axis.require(Axis.Condition(text: "Condition \(number)"), by: Cast.ops.deed) }
        #expect(throws: Refusal.over(limit: 8)) {
            _ = try axis.require(Axis.Condition(text: "Une de trop"), by: Cast.ops.deed)
        }
        _ = try axis.release(3, by: Cast.cpo.deed)
        #expect(axis.conditions?.count == 7 && axis.conditions?[2].text == "Condition 4")
        #expect(throws: Refusal.invalid("text", .alreadyThere)) {
            _ = try axis.require(Axis.Condition(text: "Condition 4"), by: Cast.ops.deed)
        }
        #expect(throws: Refusal.invalid("place", .unknown)) { _ = try axis.release(8, by: Cast.ops.deed) }
    }

    @Test("its code is made of the first words of its title, apart from those that are taken")
    func code() throws {
        let (first, _) = try Axis.create(
            Self.content, id: Identifier(high: 4, low: 4), apartFrom: ["une-heure-rendue"], by: Cast.cpo.deed)
        #expect(first.code == "une-heure-rendue-2")
        let (odd, _) = try Axis.create(
            Axis.Content(title: "«!»"), id: Identifier(high: 4, low: 5), apartFrom: [], by: Cast.cpo.deed)
        #expect(odd.code == "axis")
    }

    @Test("a proposal waits for the CPO, and for nobody else")
    func expected() throws {
        let axis = try made(by: .ops)
        let outlook = Outlook([Cast.cycle()], .french, on: Cast.today + 3, at: Cast.now)
        let expectation = try #require(axis.expectation(of: Cast.cpo.actor, outlook))
        #expect(expectation.since == Cast.today && expectation.due == Day(2026, 3, 19))
        for person in [Cast.ops, .director, .camille] {
            #expect(axis.expectation(of: person.actor, outlook) == nil)
        }
    }
}
