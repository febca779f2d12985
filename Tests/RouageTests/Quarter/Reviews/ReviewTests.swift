import Rouage
import Testing

@Suite("A review")
struct ReviewTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!
    private let day = Day(2026, 3, 5)
    private let team = Rouage.Unit(id: Identifier(high: 1, low: 1), code: "bulletins", sort: .team, name: "Bulletins")
    private let salome = Person(
        id: Identifier(high: 2, low: 1), code: "stissier", name: "Salomé Tissier", craft: .design)
    private let camille = Person(
        id: Identifier(high: 2, low: 2), code: "caubrac", name: "Camille Aubrac", craft: .product)

    private func actor(_ person: Person, _ role: Role?, craft: Craft? = nil) -> Actor {
        var person = person
        if let craft { person.craft = craft }
        let grants = role.map { [RoleGrant(id: Identifier(high: 3, low: 1), person: person.id, role: $0)] } ?? []
        let place = Membership(id: Identifier(high: 4, low: 1), person: person.id, unit: team.id)
        return Actor(
            person,
            in: Organisation(on: day, units: [team], people: [person], memberships: [place], grants: grants))
    }

    private var briefing: Briefing {
        var briefing = Briefing(
            id: Identifier(high: 5, low: 1), ref: "b", cycle: Identifier(high: 6, low: 1), team: team.id, owner: nil,
            text: .init(), at: now)
        briefing.state = .aligning
        return briefing
    }

    private func give(
        _ craft: Craft, by deed: Deed, _ opinion: Review.Opinion = .favourable, _ text: String = "",
        replacing: Review? = nil, on briefing: Briefing? = nil
    ) throws -> Review {
        try Review.give(
            opinion, text, for: craft, replacing: replacing, id: Identifier(high: 7, low: 1),
            on: briefing ?? self.briefing, by: deed
        ).0
    }

    @Test("is given by the director of the craft, or the CPO; nobody else, and never Product Ops")
    func who() throws {
        let director = actor(salome, .director)
        #expect(try give(.design, by: director.deed).reviewer == salome.id)
        #expect(throws: Refusal.notAllowed) { try give(.product, by: director.deed) }
        #expect(throws: Refusal.notAllowed) { try give(.ops, by: actor(salome, .cpo).deed) }
        #expect(try give(.engineering, by: actor(camille, .cpo).deed).craft == .engineering)
        for role in [nil, Role.ops, .tribeLead, .administrator, .otherOps] {
            #expect(throws: Refusal.notAllowed) { try give(.product, by: actor(camille, role).deed) }
        }
    }

    @Test("with a reservation says which, within the limit, and replaces what was said before")
    func words() throws {
        let director = actor(salome, .director)
        #expect(throws: Refusal.invalid("text", .missing)) { try give(.design, by: director.deed, .reserved, " ") }
        #expect(throws: Refusal.invalid("text", .tooLong(by: 1))) {
            try give(.design, by: director.deed, .reserved, String(repeating: "a", count: Review.limit + 1))
        }
        let first = try give(.design, by: director.deed, .reserved, "Il manque le cas des lecteurs d’écran.")
        let second = try give(.design, by: director.deed, replacing: first)
        #expect(second.id == first.id && second.opinion == .favourable)
    }

    @Test("comes before the decision, on a page that was submitted")
    func when() {
        for state in Briefing.State.allCases {
            var page = briefing
            page.state = state
            let isOpen = [.submitted, .aligning, .ready].contains(state)
            let given = try? give(.design, by: actor(salome, .director).deed, on: page)
            #expect((given != nil) == isOpen, "\(state)")
        }
    }
}
