import Rouage
import Testing

@Suite("Changing the organisation")
struct OrganisationVerbTests {
    private func unit(_ code: String) -> Rouage.Unit { Cast.organisation.units[Cast.unit(code)]! }
    private let first = Day(2026, 1, 1)

    @Test("a director founds units in their own direction only")
    func found() throws {
        let description = Rouage.Unit.Description(code: "soldes", name: "Soldes", parent: Cast.unit("paie"))
        let (made, activity) = try Rouage.Unit.found(
            description, sort: .team, id: Identifier(high: 8, low: 99), by: Cast.director.deed)
        #expect(made.parent == Cast.unit("paie"))
        #expect(activity.action == .created)
        #expect(throws: Refusal.notAllowed) {
            try Rouage.Unit.found(
                description, sort: .team, id: Identifier(high: 8, low: 99), by: Cast.otherDirector.deed)
        }
    }

    @Test("a unit moves to a direction only when its director may take it")
    func move() throws {
        var team = unit("bulletins")
        var description = team.description
        description.parent = Cast.unit("declarations")
        #expect(throws: Refusal.notAllowed) {
            try team.describe(description, from: Cast.today, noEarlierThan: first, by: Cast.director.deed)
        }
        #expect(
            try team.describe(description, from: Cast.today, noEarlierThan: first, by: Cast.cpo.deed)?.action
                == .moved)
        #expect(team.parent == Cast.unit("declarations"))
    }

    @Test("nothing changed is no activity, a new name is an edit")
    func edit() throws {
        var team = unit("bulletins")
        #expect(
            try team.describe(team.description, from: Cast.today, noEarlierThan: first, by: Cast.cpo.deed) == nil)
        var description = team.description
        description.name = "Bulletins et soldes"
        #expect(
            try team.describe(description, from: Cast.today, noEarlierThan: first, by: Cast.cpo.deed)?.action
                == .edited)
    }

    @Test("a change holds from a day of the quarter that runs, or is planned for a day to come")
    func dated() throws {
        var team = unit("bulletins")
        var description = team.description
        description.name = "Bulletins et soldes"
        description.parent = Cast.unit("declarations")
        func describe(from day: Day) throws -> Activity? {
            try team.describe(description, from: day, noEarlierThan: first, by: Cast.cpo.deed)
        }
        #expect(throws: Refusal.invalid("from", .tooEarly(before: first))) { try describe(from: first - 1) }
        let planned = try describe(from: Cast.today + 30)
        #expect(planned?.action == .foreseen)
        #expect(team.name == unit("bulletins").name && team.parent == unit("bulletins").parent)
        #expect(team.standing(on: Cast.today + 29) == team)
        #expect(team.standing(on: Cast.today + 30).name == "Bulletins et soldes")
        #expect(try team.carryOut(in: Cast.organisation, on: Cast.today + 29) == nil)
        // A server that was off for a while still makes it hold from its day.
        let done = try team.carryOut(in: Cast.organisation, on: Cast.today + 33)
        #expect(done?.action == .moved && done?.holdsFrom == Cast.today + 30)
        #expect(team.name == "Bulletins et soldes" && team.planned == nil)
        description.name = "Bulletins"
        let back = try describe(from: first)
        #expect(back?.action == .edited && back?.holdsFrom == first && team.name == "Bulletins")
    }

    @Test("a plan is given up by who may make one, and waits when its place is gone")
    func plans() throws {
        var team = unit("bulletins")
        #expect(throws: Refusal.closed) { try team.forgetPlan(by: Cast.cpo.deed) }
        team.planned = .init(on: Cast.today, name: "Bulletins", parent: team.id, lead: nil, deputy: nil)
        #expect(throws: Refusal.invalid("parent", .circular)) {
            try team.carryOut(in: Cast.organisation, on: Cast.today)
        }
        #expect(throws: Refusal.notAllowed) { try team.forgetPlan(by: Cast.camille.deed) }
        _ = try team.forgetPlan(by: Cast.cpo.deed)
        #expect(team.planned == nil)
    }

    @Test("a team that takes a page over takes what it waits for; what it gives itself needs nobody any more")
    func pages() throws {
        var briefing = Cast.briefing(.aligning)
        let (giver, taker) = (Cast.unit("conges"), unit("dsn"))
        #expect(throws: Refusal.notAllowed) { try briefing.handOver(to: taker, by: Cast.camille.deed) }
        #expect(throws: Refusal.invalid("taker", .unknown)) {
            try briefing.handOver(to: unit("bulletins"), by: Cast.director.deed)
        }
        #expect(try briefing.handOver(to: taker, by: Cast.director.deed).action == .handedOver)
        #expect(briefing.team == taker.id && briefing.owner == taker.lead)
        var dependency = Cast.dependency(.committed)
        #expect(dependency.follow(briefing, at: Cast.now)?.action == .handedOver)
        #expect(dependency.askingTeam == taker.id && dependency.givingTeam == giver && dependency.state == .committed)
        briefing.team = giver
        #expect(dependency.follow(briefing, at: Cast.now)?.action == .withdrawn)
        var ended = Cast.briefing(.dropped)
        #expect(throws: Refusal.closed) { try ended.handOver(to: taker, by: Cast.director.deed) }
    }

    @Test(
        "a page that nobody takes over ends with its reason, by who decides on it",
        arguments: [
            (Briefing.State.draft, Briefing.State.dropped), (.validated, .dropped), (.inProgress, .abandoned),
        ])
    func endings(from: Briefing.State, to: Briefing.State) throws {
        var briefing = Cast.briefing(from)
        func end(_ reason: String, by person: Cast) throws {
            _ = try briefing.endWithTeam(reason: reason, by: person.deed)
        }
        for person in [Cast.administrator, .ops, .camille] {
            #expect(throws: Refusal.notAllowed) { try end("L’équipe ferme.", by: person) }
        }
        #expect(throws: Refusal.invalid("ending_reason", .missing)) { try end(" ", by: .director) }
        try end("L’équipe ferme.", by: .director)
        #expect(briefing.state == to && briefing.decision?.reason == "L’équipe ferme.")
        #expect(throws: Refusal.closed) { try end("L’équipe ferme.", by: .director) }
    }

    @Test("what is wrong is said field by field")
    func flaws() {
        var tribe = unit("paie")
        var description = tribe.description
        description.parent = Cast.unit("bulletins")
        description.code = "conges"
        description.name = " "
        description.lead = Cast.camille.id
        description.deputy = Cast.camille.id
        #expect(
            throws: Refusal.invalid([
                Flaw(field: "name", reason: .missing), Flaw(field: "code", reason: .taken),
                Flaw(field: "parent", reason: .circular), Flaw(field: "deputy", reason: .alreadyThere),
            ])
        ) {
            try tribe.describe(description, from: Cast.today, noEarlierThan: first, by: Cast.cpo.deed)
        }
    }

    @Test(
        "a code is small letters, digits and hyphens, and not a word of the addresses",
        arguments: ["new", "Équipe", ""])
    func codes(code: String) {
        let description = Rouage.Unit.Description(code: code, name: "Soldes", parent: Cast.unit("paie"))
        #expect(throws: Refusal.invalid("code", .notACode)) {
            try Rouage.Unit.found(description, sort: .team, id: Identifier(high: 8, low: 99), by: Cast.cpo.deed)
        }
    }

    @Test("a unit closes once it owes nothing and holds nothing, not before today")
    func close() throws {
        var team = unit("bulletins")
        let today = Cast.today
        #expect(throws: Refusal.invalid("giver", .openDependencies(2))) {
            try team.close(on: today, open: 2, briefings: 0, below: 0, by: Cast.cpo.deed)
        }
        #expect(throws: Refusal.invalid("taker", .briefingsUnderWay(3))) {
            try team.close(on: today, open: 1, briefings: 3, below: 0, by: Cast.cpo.deed)
        }
        #expect(throws: Refusal.invalid("closed_on", .unitsBelow(1))) {
            try team.close(on: today, open: 0, briefings: 0, below: 1, by: Cast.cpo.deed)
        }
        #expect(throws: Refusal.invalid("closed_on", .tooEarly(before: today))) {
            try team.close(on: today - 1, open: 0, briefings: 0, below: 0, by: Cast.cpo.deed)
        }
        #expect(
            try team.close(on: today, open: 0, briefings: 0, below: 0, by: Cast.cpo.deed).action
                == .closed)
        #expect(team.isOpen(on: today))
        #expect(!team.isOpen(on: today + 1))
        #expect(throws: Refusal.closed) {
            try team.close(on: today, open: 0, briefings: 0, below: 0, by: Cast.cpo.deed)
        }
    }

    @Test("a place is given by the tribe's lead, once, within the person's time")
    func places() throws {
        let held = Cast.organisation.memberships(of: Cast.designer.id)
        func open(_ fte: Double, in code: String, from: Day = Cast.today, held: [Membership], by actor: Cast) throws
            -> Membership
        {
            try Membership.open(
                Cast.designer.id, in: unit(code), fte: fte, from: from, id: Identifier(high: 5, low: 99), held: held,
                by: actor.deed, first: first
            ).0
        }
        #expect(throws: Refusal.notAllowed) { try open(0.5, in: "variables", held: [], by: .camille) }
        #expect(throws: Refusal.invalid("unit", .alreadyThere)) {
            try open(0.5, in: "bulletins", held: held, by: .tribeLead)
        }
        #expect(throws: Refusal.invalid("fte", .noTimeLeft)) {
            try open(0.5, in: "variables", held: held, by: .tribeLead)
        }
        #expect(throws: Refusal.invalid("from", .tooEarly(before: first))) {
            try open(0.5, in: "variables", from: first - 1, held: [], by: .tribeLead)
        }
        var half = held
        half[0].fte = 0.6
        #expect(throws: Refusal.invalid("fte", .outOfRange(1...40))) {
            try open(0.5, in: "variables", held: half, by: .tribeLead)
        }
        #expect(try open(0.4, in: "variables", held: half, by: .tribeLead).fte == 0.4)
    }

    @Test("a place ends on its last day, which is not in a quarter that is over")
    func ends() throws {
        var place = Cast.organisation.memberships(of: Cast.designer.id)[0]
        #expect(throws: Refusal.invalid("to", .tooEarly(before: first - 1))) {
            try place.end(on: first - 2, by: Cast.tribeLead.deed, first: first)
        }
        _ = try place.end(on: Cast.today, by: Cast.tribeLead.deed, first: first)
        #expect(place.holds(on: Cast.today))
        #expect(!place.holds(on: Cast.today + 1))
        #expect(throws: Refusal.closed) { try place.end(on: Cast.today, by: Cast.tribeLead.deed, first: first) }
    }

    @Test("nobody gives themselves a role, and only the CPO or the administrator gives any")
    func roles() throws {
        func give(_ role: Role, to person: Cast, for code: String?, by actor: Cast) throws -> RoleGrant {
            try RoleGrant.give(
                role, to: person.id, for: code.map(Cast.unit), from: Cast.today, until: nil,
                id: Identifier(high: 6, low: 99), by: actor.deed, first: first
            ).0
        }
        #expect(try give(.director, to: .camille, for: "south", by: .cpo).role == .director)
        #expect(try give(.tribeLead, to: .camille, for: "temps", by: .director).unit == Cast.unit("temps"))
        for (role, person, code, actor) in [
            (Role.administrator, Cast.cpo, nil, Cast.cpo), (.cpo, .administrator, nil, .administrator),
            (.cpo, .camille, "north", .director), (.tribeLead, .camille, "declarations", .director),
            (.tribeLead, .camille, "paie", .tribeLead), (.ops, .camille, nil, .ops),
        ] as [(Role, Cast, String?, Cast)] {
            #expect(throws: Refusal.notAllowed) { try give(role, to: person, for: code, by: actor) }
        }
        #expect(throws: Refusal.invalid("unit", .missing)) { try give(.director, to: .camille, for: nil, by: .cpo) }
        #expect(throws: Refusal.invalid("role", .alreadyThere)) {
            try give(.tribeLead, to: .tribeLead, for: "paie", by: .cpo)
        }
    }

    @Test("a person joins with a name, a code and an address of their own")
    func join() throws {
        func join(_ code: String, _ email: String?, by actor: Cast) throws -> Person {
            let description = Person.Description(
                code: code, name: "Ysé Carpentier", email: email, craft: .product, job: "", locale: .french)
            return try Person.join(
                description, id: Identifier(high: 7, low: 99), unit: Cast.unit("bulletins"), on: Cast.today,
                by: actor.deed
            ).0
        }
        #expect(try join("yse.carpentier", nil, by: .tribeLead).joinedOn == Cast.today)
        #expect(throws: Refusal.notAllowed) { try join("yse.carpentier", nil, by: .camille) }
        #expect(throws: Refusal.invalid("code", .taken)) { try join("camille", nil, by: .tribeLead) }
        for address in ["yse", "@emargo.example", "yse@", "y se@emargo.example", "a@b@c"] {
            #expect(throws: Refusal.invalid("email", .notAnAddress)) { try join("yse", address, by: .tribeLead) }
        }
    }

    @Test("the team that takes a dependency over answers for itself")
    func handOver() throws {
        var dependency = Cast.dependency(.committed)
        _ = try dependency.handOver(to: unit("dsn"), by: Cast.director.deed)
        #expect(dependency.givingTeam == Cast.unit("dsn"))
        #expect(dependency.state == .pointedOut)
        #expect(dependency.contact == nil && dependency.committedFor == nil && dependency.effortDays == nil)
        var own = Cast.dependency(.committed)
        #expect(throws: Refusal.invalid("giver", .sameTeam)) {
            try own.handOver(to: unit("bulletins"), by: Cast.director.deed)
        }
        #expect(throws: Refusal.notAllowed) {
            try own.handOver(to: unit("dsn"), by: Cast.giverLead.deed)
        }
        var ended = Cast.dependency(.delivered)
        #expect(throws: Refusal.closed) {
            try ended.handOver(to: unit("dsn"), by: Cast.director.deed)
        }
    }

    @Test("the people who may answer are named, the lead first")
    func answerers() {
        let givers = Cast.organisation.givers(of: Cast.dependency(.acknowledged)).map(\.id)
        #expect(givers == [Cast.giverLead.id, Cast.namedContact.id, Cast.giverManager.id])
        #expect(Cast.organisation.askers(of: Cast.dependency()).first?.id == Cast.lead.id)
        // For a giver outside the company the asking team writes the answers down.
        #expect(Cast.organisation.givers(of: Cast.dependency(giver: nil)).first?.id == Cast.lead.id)
    }

    @Test("it is one side's turn until it ends")
    func turn() {
        let turns: [(Dependency.State, Dependency.Side?)] = [
            (.pointedOut, .giving), (.acknowledged, .giving), (.replanned, .asking), (.committed, .giving),
            (.declined, .asking), (.broken, .giving), (.delivered, nil), (.withdrawn, nil),
        ]
        for (state, side) in turns { #expect(Cast.dependency(state).turn == side) }
        var claimed = Cast.dependency(.committed)
        claimed.claimedOn = Cast.today
        #expect(claimed.turn == .asking)
        var mitigated = Cast.dependency(.declined)
        mitigated.mitigation = "À la main."
        #expect(mitigated.turn == nil)
    }
}
