import Foundation
import Rouage
import Storage
import TestSupport

/// A small part of Émargo that prepares a quarter: Bulletins asks, Congés gives, a director decides. Its two people of
/// Product Ops are suspended, so that nothing may wait for them.
struct Preparation {
    let store: Store
    let clockwork: Clockwork
    private let people: [String: Identifier<Person>]
    private let units: [String: Identifier<Rouage.Unit>]

    init(_ database: TestDatabase, on day: Day) throws { try self.init(try database.store(), filledOn: day) }

    init(_ store: Store, filledOn day: Day) throws {
        self.init(store)
        try store.writeNow(as: nil, at: Self.instant(day)) { try fill($0) }
    }

    private init(_ store: Store) {
        self.store = store
        clockwork = Clockwork(store)
        func ids<Record>(_ names: [String], _ kind: UInt64, _: Record.Type = Record.self) -> [String: Identifier<
            Record
        >] {
            let numbered = names.enumerated().map { ($1, Identifier<Record>(high: kind, low: UInt64($0 + 1))) }
            return Dictionary(uniqueKeysWithValues: numbered)
        }
        people = ids(
            [
                "camille.aubrac", "maxence.roudaut", "hana.diallo", "nour.castel", "thea.nogaret",
                "idriss.belmonte",
            ], 7)
        units = ids(["emargo", "produit", "bulletins", "conges", "product-ops"], 8)
    }

    private func fill(_ transaction: Transaction) throws {
        for (code, id) in people {
            var person = Person(
                id: id, code: code, name: code,
                craft: code.hasSuffix("nogaret") || code.hasSuffix("belmonte") ? .ops : .product)
            person.active = person.craft != .ops
            try transaction.add(person, Activity(.created))
        }
        for (code, sort, parent) in [
            ("emargo", Rouage.Unit.Sort.department, nil), ("produit", .direction, "emargo"),
            ("bulletins", .team, "produit"),
            ("conges", .team, "produit"), ("product-ops", .opsTeam, "emargo"),
        ] {
            let unit = Rouage.Unit(
                id: units[code]!, code: code, sort: sort, parent: parent.map { units[$0]! }, name: code)
            try transaction.add(unit, Activity(.created))
        }
        for (person, unit) in [
            ("camille.aubrac", "bulletins"), ("maxence.roudaut", "conges"), ("thea.nogaret", "product-ops"),
            ("idriss.belmonte", "product-ops"),
        ] {
            let place = Membership(id: transaction.newID(), person: people[person]!, unit: units[unit]!)
            try transaction.add(place, Activity(.created))
        }
        for (person, role, unit) in [
            ("hana.diallo", Role.director, "produit"), ("nour.castel", .cpo, nil), ("thea.nogaret", .ops, nil),
        ] {
            let grant = RoleGrant(
                id: transaction.newID(), person: people[person]!, role: role, unit: unit.map { units[$0]! })
            try transaction.add(grant, Activity(.created))
        }
    }

    static func instant(_ day: Day) -> Instant { Instant(day, hour: 9, in: TimeZone(identifier: "Europe/Paris")!) }

    @discardableResult
    func turn(on day: Day) throws -> [Clockwork.Stuck] { try clockwork.turn(at: Self.instant(day), on: day) }

    // MARK: What people do

    @discardableResult
    func does<Value>(_ person: String, on day: Day, _ body: (Transaction, Deed) throws -> Value) throws -> Value {
        try store.writeNow(as: people[person], at: Self.instant(day)) { transaction in
            let organisation = try transaction.organisation(on: day)
            let actor = Actor(organisation.people[people[person]!]!, in: organisation)
            return try body(transaction, Deed(by: actor, at: transaction.now))
        }
    }

    /// Camille writes a briefing of the quarter, asks Congés for one thing, and submits it.
    func submit(_ ref: String, to label: String, neededBy: Day, on day: Day) throws {
        try does("camille.aubrac", on: day) { transaction, camille in
            let cycle = try cycle(label, transaction)
            var text = Briefing.Text()
            for field in Briefing.Text.Field.allCases { text[field] = "Étiquette lisible \(ref)" }
            var briefing = Briefing(
                id: transaction.newID(), ref: ref, cycle: cycle.id, team: units["bulletins"]!, owner: camille.actor.id,
                text: text, at: transaction.now)
            _ = try briefing.submit(
                dependencies: 1, by: camille, in: cycle, grace: cycle.phases.draftsDue)
            try transaction.add(briefing, Activity(.submitted))
            let request = Dependency.Request(
                ref: ref, givingTeam: units["conges"]!, what: "Le solde", neededBy: neededBy)
            let (dependency, activity) = try Dependency.pointOut(
                request, id: transaction.newID(), of: briefing, in: cycle, by: camille)
            try transaction.add(dependency, activity)
        }
    }

    /// Maxence, for Congés, sees the request and promises it for the day needed.
    func commit(_ ref: String, on day: Day) throws {
        try does("maxence.roudaut", on: day) { transaction, maxence in
            let id = try dependency(ref, transaction).id
            try transaction.change(id) {
                try $0.acknowledge(contact: maxence.actor.id!, by: maxence)
            }
            try transaction.change(id) { (dependency: inout Dependency) in
                try dependency.commit(
                    for: dependency.neededBy, effortDays: 5, contact: nil, by: maxence)
            }
        }
    }

    func claim(_ ref: String, on day: Day) throws {
        try does("maxence.roudaut", on: day) { transaction, maxence in
            try transaction.change(try dependency(ref, transaction).id) { (dependency: inout Dependency) in
                try dependency.claim(by: maxence)
            }
        }
    }

    /// Hana, director of the direction, decides.
    func decide(_ ref: String, _ outcome: Briefing.Outcome, on day: Day) throws {
        try does("hana.diallo", on: day) { transaction, hana in
            let briefing = try briefing(ref, transaction)
            let cycle: Cycle = try transaction.get(briefing.cycle)
            try transaction.change(briefing.id) { (briefing: inout Briefing) in
                try briefing.decide(
                    outcome, code: .priority, reason: "Le plus demandé.", by: hana,
                    in: cycle)
            }
        }
    }

    /// The same with all that follows from it.
    func settle(_ ref: String, _ outcome: Briefing.Outcome, on day: Day) throws {
        try does("hana.diallo", on: day) { transaction, hana in
            try transaction.decide(
                try briefing(ref, transaction).id, outcome, code: .priority, reason: "Le plus demandé.",
                by: hana)
        }
    }

    // MARK: How things stand

    func cycle(_ label: String, _ reading: Reading) throws -> Cycle {
        try reading.records(Cycle.self, where: "label = \(label)").first!
    }
    func briefing(_ ref: String, _ reading: Reading) throws -> Briefing {
        try reading.records(Briefing.self, where: "ref = \(ref)").first!
    }
    func dependency(_ ref: String, _ reading: Reading) throws -> Dependency {
        try reading.records(Dependency.self, where: "ref = \(ref)").first!
    }

    func cycles() throws -> [String: Cycle.State] {
        let cycles: [Cycle] = try store.readNow { try $0.records() }
        return Dictionary(uniqueKeysWithValues: cycles.map { ($0.label, $0.state) })
    }
    func state(of ref: String) throws -> Briefing.State { try store.readNow { try briefing(ref, $0).state } }
    func promise(_ ref: String) throws -> Dependency { try store.readNow { try dependency(ref, $0) } }

    /// Every record's standing, without when it was touched.
    func standing() throws -> [String] {
        try store.readNow { reading in
            let cycles = try reading.records(Cycle.self).map { "\($0.label) \($0.start) \($0.phases) \($0.state)" }
            let briefings = try reading.records(Briefing.self).map { "\($0.ref) \($0.state)" }
            let dependencies = try reading.records(Dependency.self).map {
                "\($0.ref) \($0.state) \($0.breaks) \($0.deliveredOn?.description ?? "-")"
            }
            return (cycles + briefings + dependencies).sorted()
        }
    }
}
