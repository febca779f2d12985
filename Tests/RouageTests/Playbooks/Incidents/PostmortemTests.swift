import Rouage
import Testing

@Suite("What an incident teaches")
struct PostmortemTests {
    private let camille = Cast.camille.deed
    private let whole = Postmortem.Content(
        summary: "Une mise à jour a retiré la rubrique du net.", factors: ["Aucun essai ne comparait deux mois."],
        whatHelped: "L’alarme du support.")

    private func page(_ content: Postmortem.Content) throws -> Postmortem {
        try Postmortem.begin(content, of: Cast.incident(.resolved), id: Identifier(high: 32, low: 1), by: camille)
            .0
    }

    @Test("it is published once the incident is over, with what happened and what allowed it")
    func publication() throws {
        var page = try page(.init())
        #expect(
            throws: Refusal.invalid([
                Flaw(field: "summary", reason: .missing), Flaw(field: "factors", reason: .missing),
            ])
        ) { try page.publish(for: Cast.incident(.resolved), by: camille) }
        _ = try page.write(whole, of: Cast.incident(.resolved), by: camille)
        #expect(throws: Refusal.closed) {
            try page.publish(for: Cast.incident(.open), by: camille)
        }
        #expect(throws: Refusal.notAllowed) {
            try page.publish(for: Cast.incident(.resolved), by: Cast.ops.deed)
        }
        _ = try page.publish(for: Cast.incident(.resolved), by: camille)
        #expect(page.publishedOn == Cast.today && page.publishedBy == Cast.camille.id)
        // Still corrected, never emptied, and left alone once the incident is closed.
        #expect(throws: Refusal.invalid(Postmortem.Content().gaps)) {
            try page.write(.init(), of: Cast.incident(.reviewed), by: camille)
        }
        #expect(throws: Refusal.closed) {
            try page.write(.init(summary: "a"), of: Cast.incident(.closed), by: camille)
        }
    }

    @Test("each text has its limit")
    func limits() {
        var long = Postmortem.Content(
            summary: String(repeating: "a", count: 3_001),
            factors: Array(repeating: String(repeating: "a", count: 402), count: 11))
        #expect(
            throws: Refusal.invalid([
                Flaw(field: "summary", reason: .tooLong(by: 1)), Flaw(field: "factors", reason: .outOfRange(1...10)),
            ])
        ) { try page(long) }
        long.factors.removeLast()
        #expect(
            throws: Refusal.invalid([
                Flaw(field: "summary", reason: .tooLong(by: 1)), Flaw(field: "factors", reason: .tooLong(by: 2)),
            ])
        ) { try page(long) }
    }

    @Test("whoever is named is pointed out: whole, without accents, or by the first name with its capital")
    func blameless() {
        let organisation = Cast.organisation
        func names(_ text: String) -> [String] { Blameless.names(in: text, of: organisation) }
        #expect(names("L’écran laissait valider sans montrer l’écart.").isEmpty)
        #expect(names("Moussa a oublié le verrou, Chloe Nguyen l’a vu.") == ["Chloé Nguyen", "Moussa"])
        #expect(names("Camille Aubrac puis Camille encore.") == ["Camille Aubrac"])
        #expect(names("la camille du matin").isEmpty)
        #expect(names("Gauthier Lenoir était parti.").isEmpty, "somebody who left is in the directory no more")
    }

    @Test("a line of the timeline says what and when; it can be taken away until the incident is closed")
    func line() throws {
        let name = Identifier<IncidentLine>(high: 33, low: 1)
        func write(_ text: String, at moment: Instant? = nil, by deed: Deed, in state: Incident.State = .open) throws
            -> IncidentLine
        {
            try IncidentLine.write(.init(text, at: moment), in: Cast.incident(state), id: name, by: deed).0
        }
        #expect(try write("Édition suspendue.", by: camille).at == Cast.now)
        #expect(throws: Refusal.invalid("text", .missing)) { try write(" ", by: camille) }
        #expect(throws: Refusal.invalid("text", .tooLong(by: 1))) {
            try write(String(repeating: "a", count: 601), by: camille)
        }
        #expect(throws: Refusal.invalid("at", .notYet)) { try write("a", at: Cast.now + 900, by: camille) }
        let early = Instant("2026-02-02T12:00:00.000Z")!
        #expect(throws: Refusal.invalid("at", .tooEarly(before: Day(2026, 2, 3)))) {
            try write("a", at: early, by: camille)
        }
        #expect(try write("Un essai retiré.", at: early + 86_400, by: camille).at == early + 86_400)
        #expect(throws: Refusal.notAllowed) { try write("a", by: Cast.ops.deed) }
        #expect(throws: Refusal.notAllowed) { try write("a", by: Cast.giverLead.deed) }
        #expect(throws: Refusal.closed) { try write("a", by: camille, in: .closed) }
        let line = try write("Édition suspendue.", by: camille)
        #expect(throws: Refusal.closed) { try line.remove(from: Cast.incident(.closed), by: camille) }
        #expect(try line.remove(from: Cast.incident(.open), by: Cast.giverEngineer.deed).action == .removed)
    }

    @Test("an action has an owner outside Product Ops and a day; beyond the target it is said so")
    func action() throws {
        let incident = Cast.incident(.resolved)
        func agree(_ what: String, _ owner: Cast?, _ due: Day?) throws -> IncidentAction {
            try IncidentAction.agree(
                .init(what: what, owner: owner?.id, due: due), ref: "a", id: Identifier(high: 31, low: 2),
                after: incident, by: camille
            ).0
        }
        let late = try agree("Verrouiller la file", .giverEngineer, Day(2026, 4, 5))
        #expect(late.isBeyondTarget(of: incident) && !late.isOverdue(on: Day(2026, 4, 5)))
        #expect(late.isOverdue(on: Day(2026, 4, 6)))
        #expect(throws: Refusal.invalid("owner", .someoneOutsideOps)) { try agree("a", .ops, Cast.today) }
        #expect(throws: Refusal.invalid("due", .tooEarly(before: Cast.today))) {
            try agree("a", .camille, Cast.today - 1)
        }
        #expect(
            throws: Refusal.invalid([
                Flaw(field: "what", reason: .missing), Flaw(field: "owner", reason: .missing),
                Flaw(field: "due", reason: .missing),
            ])
        ) { try agree("", nil, nil) }
    }
}
