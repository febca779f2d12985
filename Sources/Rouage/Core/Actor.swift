/// Who acts: a person with the memberships and roles of one day, or the product itself moving by date.
package struct Actor: Sendable {
    /// Nobody for the system.
    package let person: Person?
    package let organisation: Organisation
    private let units: Set<Identifier<Unit>>
    private let grants: [RoleGrant]
    /// Whether the person only looks, as at a day that is past: everything else is closed to them.
    private(set) var onlyLooks = false

    /// Somebody who left, or whose account is closed, holds nothing any more.
    package init(_ person: Person, in organisation: Organisation) {
        self.person = person
        self.organisation = organisation
        let acts = person.acts(on: organisation.day)
        units = acts ? Set(organisation.memberships(of: person.id).map(\.unit)) : []
        grants = acts ? organisation.grants(of: person.id) : []
    }

    private init(systemIn organisation: Organisation) {
        person = nil
        self.organisation = organisation
        units = []
        grants = []
    }

    /// The same person, who may read what they may read and change nothing.
    package var looking: Actor {
        var copy = self
        copy.onlyLooks = true
        return copy
    }

    /// The product itself: it opens, closes and advances by date, and decides no content.
    package static func system(in organisation: Organisation) -> Actor { Actor(systemIn: organisation) }

    /// Nobody for the system, and for somebody who may not act any more.
    package var id: Identifier<Person>? { person.flatMap { $0.acts(on: organisation.day) ? $0.id : nil } }
    /// Whether the product itself acts.
    package var isSystem: Bool { person == nil }

    /// Whether the person has a place in the unit itself that day, not above or below it.
    package func belongs(to unit: Identifier<Unit>) -> Bool { units.contains(unit) }

    /// Whether the person holds the role that day, for any unit.
    package func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }

    /// Whether the person holds the role for a unit: on it, or above it.
    package func holds(_ role: Role, for unit: Identifier<Unit>) -> Bool {
        let matching = grants.filter { $0.role == role }
        guard !matching.isEmpty else { return false }
        let line = organisation.lineage(of: unit)
        return matching.contains { $0.unit.map(line.contains) ?? true }
    }

    /// Whether the person leads the unit: as its lead, its deputy, or the lead of its tribe.
    package func leads(_ unit: Identifier<Unit>) -> Bool { isNamed(at: unit) || leadsTribe(of: unit) }

    /// Whether the person leads the tribe that the unit is, or is in: by the role, or as the lead the tribe names.
    package func leadsTribe(of unit: Identifier<Unit>) -> Bool {
        if holds(.tribeLead, for: unit) { return true }
        return organisation.lineage(of: unit).prefix(2).contains {
            organisation.units[$0]?.sort == .tribe && isNamed(at: $0)
        }
    }

    /// Whether the unit names the person as its lead or its deputy.
    func isNamed(at unit: Identifier<Unit>) -> Bool {
        guard let id, let unit = organisation.units[unit] else { return false }
        return unit.lead == id || unit.deputy == id
    }

    /// Product Ops: the role, or a place in the Ops team. They help, and decide no content.
    package var isOps: Bool {
        holds(.ops) || units.contains { organisation.units[$0]?.sort == .opsTeam }
    }

    /// Whether the person is of the department or around it: any place, any role.
    package var isMember: Bool { !units.isEmpty || grants.contains { $0.role != .guest && $0.role != .administrator } }

    /// Whether the people and the units of the department are theirs to read: who keeps them in order does too.
    package var readsDirectory: Bool { isMember || holds(.administrator) }

    /// The teams the person works in, in the order of their names.
    package var teams: [Unit] {
        units.compactMap { organisation.units[$0] }.filter { $0.sort.delivers || $0.sort == .opsTeam }
            .sorted { $0.name < $1.name }
    }
}
