import Rouage

/// People of Émargo in a small department of the tests: everyone the table of permissions speaks of.
///
/// One direction holds the tribes Paie (Bulletins, Variables) and Temps (Congés), another the tribe Déclarations (DSN).
/// Around them Product Ops and the Ops of sales.
enum Cast: String, CaseIterable, Sendable {
    // Bulletins, the team that asks.
    case camille = "Camille Aubrac", designer = "Lison Perrault", engineer = "Aziz Charvin"
    case builder = "Élodie Martinet", lead = "Marie-Aude Collin", deputy = "Nicolas Ferrer"
    // Congés, the team that gives.
    case giverManager = "Maxence Roudaut", giverEngineer = "Chloé Nguyen", giverLead = "Alban Texier"
    case namedContact = "Moussa Dembélé"
    // Leads above them.
    case tribeLead = "Fabrice Delmotte", giverTribeLead = "Oriane Keller"
    case director = "Hana Diallo", otherDirector = "Vincent Lauret", cpo = "Nour Castel"
    // Beside them.
    case ops = "Théa Nogaret", opsInTeam = "Idriss Belmonte", salesOps = "Aurore Vidal"
    case administrator = "Loïc Perdrix", guest = "Kévin Lemonnier"
    // Those whose time is over or not come, and a stranger.
    case formerMember = "Simon Guéguen", futureLead = "Linh Dang", inactive = "Omar Belkacem"
    case left = "Gauthier Lenoir", stranger = "Inès Maurel"

    static let today = Day(2026, 3, 5)
    static let now = Instant("2026-03-05T09:00:00.000Z")!

    var id: Identifier<Person> { Identifier(high: 7, low: UInt64(Self.allCases.firstIndex(of: self)! + 1)) }

    var craft: Craft {
        switch self {
        case .camille, .giverManager, .lead, .cpo, .director, .otherDirector: .product
        case .designer: .design
        case .builder: .productBuilding
        case .ops, .opsInTeam, .salesOps: .ops
        case .administrator, .guest, .stranger: .other
        case .engineer, .deputy, .giverEngineer, .giverLead, .namedContact, .tribeLead, .giverTribeLead, .formerMember,
            .futureLead, .inactive, .left:
            .engineering
        }
    }

    var person: Person {
        var person = Person(id: id, code: "\(self)", name: rawValue, craft: craft)
        person.active = self != .inactive
        person.leftOn = self == .left ? Self.today - 1 : nil
        return person
    }

    var actor: Actor { Actor(person, in: Self.organisation) }

    /// What they do now.
    var deed: Deed { actor.deed }

    static var acting: [(name: String, actor: Actor)] {
        allCases.map { ("\($0)", $0.actor) } + [("the system", Actor.system(in: organisation))]
    }
}

extension Cast {
    static func unit(_ code: String) -> Identifier<Rouage.Unit> { units.first { $0.code == code }!.id }

    static let units: [Rouage.Unit] = {
        var made: [Rouage.Unit] = []
        func add(
            _ code: String, _ sort: Rouage.Unit.Sort, under parent: String?, lead: Cast? = nil, deputy: Cast? = nil
        ) {
            made.append(
                Rouage.Unit(
                    id: Identifier(high: 8, low: UInt64(made.count + 1)), code: code, sort: sort,
                    parent: parent.flatMap { above in made.first { $0.code == above }?.id }, name: code,
                    lead: lead?.id, deputy: deputy?.id))
        }
        add("department", .department, under: nil)
        add("north", .direction, under: "department")
        add("south", .direction, under: "department")
        add("paie", .tribe, under: "north")
        add("temps", .tribe, under: "north", lead: .giverTribeLead)
        add("declarations", .tribe, under: "south")
        add("bulletins", .team, under: "paie", lead: .lead, deputy: .deputy)
        add("variables", .team, under: "paie")
        add("conges", .team, under: "temps", lead: .giverLead)
        add("dsn", .team, under: "declarations")
        add("product-ops", .opsTeam, under: "department")
        add("sales-ops", .otherOps, under: "department")
        return made
    }()

    static let organisation: Organisation = {
        var places: [Membership] = []
        func place(_ people: [Cast], in code: String, from: Day? = nil, to: Day? = nil) {
            for member in people {
                places.append(
                    Membership(
                        id: Identifier(high: 5, low: UInt64(places.count + 1)), person: member.id, unit: unit(code),
                        from: from, to: to))
            }
        }
        place(
            [.camille, .designer, .engineer, .builder, .lead, .deputy, .opsInTeam, .inactive, .left], in: "bulletins")
        place([.giverManager, .giverEngineer, .giverLead, .namedContact], in: "conges")
        place([.formerMember], in: "bulletins", to: today - 1)
        place([.formerMember, .futureLead], in: "dsn", from: today)
        place([.ops, .opsInTeam], in: "product-ops")
        place([.salesOps], in: "sales-ops")
        place([.tribeLead], in: "paie")
        place([.giverTribeLead], in: "temps")
        var grants: [RoleGrant] = []
        func grant(_ person: Cast, _ role: Role, _ code: String? = nil, from: Day? = nil) {
            grants.append(
                RoleGrant(
                    id: Identifier(high: 6, low: UInt64(grants.count + 1)), person: person.id, role: role,
                    unit: code.map(unit), from: from))
        }
        grant(.tribeLead, .tribeLead, "paie")
        grant(.director, .director, "north")
        grant(.otherDirector, .director, "south")
        grant(.cpo, .cpo)
        grant(.ops, .ops)
        grant(.administrator, .administrator)
        grant(.guest, .guest)
        grant(.futureLead, .tribeLead, "paie", from: today + 1)
        grant(.inactive, .cpo)
        grant(.left, .tribeLead, "paie")
        grant(.salesOps, .otherOps, "sales-ops")
        return Organisation(
            on: today, units: units, people: allCases.map(\.person), memberships: places, grants: grants)
    }()
}

extension Cast {
    /// The quarter being prepared on 5 March 2026: in its alignment weeks, frozen from 23 March.
    static func cycle(_ state: Cycle.State = .aligning) -> Cycle {
        var cycle = Cycle(
            Quarter(label: "2026-Q2", fiscalStart: 1)!, id: Identifier(high: 3, low: 1), WorkCalendar.french)
        cycle.state = state
        return cycle
    }

    /// A briefing of Bulletins, owned by Camille, with all that a submission asks for.
    /// - Parameter begun: the day on which it was begun, while drafts were written.
    static func briefing(_ state: Briefing.State = .aligning, begun: Day = Day(2026, 1, 27)) -> Briefing {
        var text = Briefing.Text()
        text.title = "Étiquette lisible pour chaque rubrique"
        text.problem = "Les salariés ne comprennent pas leur bulletin."
        text.source = "412 tickets en janvier."
        text.problemSize = "Un salarié sur cinq appelle chaque mois."
        text.intention = "Que chaque rubrique se lise sans aide."
        var briefing = Briefing(
            id: Identifier(high: 4, low: 1), ref: "b1", cycle: cycle().id, team: unit("bulletins"),
            owner: Cast.camille.id, text: text, at: Instant(begun, hour: 9, in: WorkCalendar.zone))
        briefing.state = state
        return briefing
    }

    /// A page with nothing missing, or with one blocking dependency that waits for an answer.
    static func readiness(isBlocked: Bool = false) -> Readiness {
        var whole = briefing()
        for field in [Briefing.Text.Field.problem, .source, .problemSize, .intention] {
            whole.text[field] = String(repeating: "Une phrase qui dit ce qu’il faut. ", count: 4)
        }
        whole.noDependency = .init(by: camille.id, at: now)
        var waiting = dependency(.pointedOut)
        waiting.criticality = .blocking
        return Readiness(whole, dependencies: isBlocked ? [waiting] : [], load: 0.5, reviewed: Set(Craft.triforce))
    }

    static func request(giver: String? = "conges", neededBy: Day = Day(2026, 4, 15)) -> Dependency.Request {
        Dependency.Request(
            ref: "d1", givingTeam: giver.map(unit), externalParty: giver == nil ? "URSSAF" : "",
            what: "Le solde de congés par contrat", neededBy: neededBy)
    }

    /// What Bulletins needs from Congés, in a state in which people can have put it.
    static func dependency(_ state: Dependency.State = .pointedOut, giver: String? = "conges") -> Dependency {
        var dependency = Dependency(
            id: Identifier(high: 9, low: 1), request(giver: giver), of: briefing(), in: cycle(), on: today - 7, at: now)
        dependency.state = state
        switch state {
        case .pointedOut: break
        case .declined:
            dependency.contact = namedContact.id
            dependency.decline = .init(code: .capacity, reason: "Personne avant mai.")
        case .acknowledged: dependency.contact = namedContact.id
        case .replanned:
            dependency.contact = namedContact.id
            dependency.counter = .init(date: Day(2026, 4, 30), scope: "", reason: "Après la migration.")
        case .committed, .delivered, .broken, .withdrawn:
            dependency.contact = namedContact.id
            dependency.committedFor = Day(2026, 4, 10)
            dependency.effortDays = 6
        }
        return dependency
    }
}

extension Actor {
    /// What the actor does now.
    var deed: Deed { Deed(by: self, at: Cast.now) }
}

extension Deed {
    /// The same on another day.
    func on(_ day: Day) -> Deed { Deed(by: actor, on: day) }

    /// The same at another moment.
    func at(_ now: Instant) -> Deed { Deed(by: actor, at: now) }
}
