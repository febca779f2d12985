/// The department as it stands on one day: units, people, who belongs where and who holds which role.
package struct Organisation: Sendable {
    package let day: Day
    package let units: [Identifier<Unit>: Unit]
    package let people: [Identifier<Person>: Person]
    package let unitsByCode: [String: Identifier<Unit>]
    /// The units that write briefings and give to others, by name; closed ones left out.
    package let teams: [Unit]
    /// The whole; nothing before a department was loaded.
    package let department: Unit?
    /// How they are called in texts.
    package let callNames: CallNames
    private let memberships: [Identifier<Person>: [Membership]]
    private let members: [Identifier<Unit>: [Membership]]
    private let grants: [Identifier<Person>: [RoleGrant]]
    private let children: [Identifier<Unit>: [Identifier<Unit>]]

    package init(on day: Day, units: [Unit], people: [Person], memberships: [Membership], grants: [RoleGrant]) {
        self.day = day
        self.units = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) })
        self.people = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        self.callNames = CallNames(people)
        let held = memberships.filter { $0.holds(on: day) }
        self.memberships = Dictionary(grouping: held, by: \.person)
        self.members = Dictionary(grouping: held, by: \.unit)
        self.grants = Dictionary(grouping: grants.filter { $0.holds(on: day) }, by: \.person)
        self.unitsByCode = Dictionary(units.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
        self.teams = units.filter { $0.works(on: day) }.sorted { $0.name < $1.name }
        self.department = units.first { $0.sort == .department }
        self.children = Dictionary(grouping: units.filter { $0.parent != nil }, by: { $0.parent! }).mapValues {
            $0.sorted { $0.name < $1.name }.map(\.id)
        }
    }

    /// The places a person holds on the day; none for a person it does not know.
    package func memberships(of person: Identifier<Person>) -> [Membership] { memberships[person] ?? [] }
    /// The places held in the unit itself on the day, those of units below it left out.
    package func members(of unit: Identifier<Unit>) -> [Membership] { members[unit] ?? [] }
    /// The roles a person holds on the day.
    package func grants(of person: Identifier<Person>) -> [RoleGrant] { grants[person] ?? [] }
    /// The units right below, by name, closed ones too.
    package func children(of unit: Identifier<Unit>) -> [Identifier<Unit>] { children[unit] ?? [] }

    /// The unit and everything above it, the unit first; a circle of parents ends where it closes.
    package func lineage(of unit: Identifier<Unit>) -> [Identifier<Unit>] {
        var line: [Identifier<Unit>] = []
        var next: Identifier<Unit>? = unit
        while let current = next, !line.contains(current) {
            line.append(current)
            next = units[current]?.parent
        }
        return line
    }

    /// The tribe above a team, or the unit right above it when there is none.
    package func tribe(of team: Identifier<Unit>) -> Unit? {
        let above = lineage(of: team).dropFirst().compactMap { units[$0] }
        return above.first { $0.sort == .tribe || $0.sort == .transverse } ?? above.first
    }

    /// The teams right below a unit, by name; closed ones left out.
    package func teams(below unit: Identifier<Unit>) -> [Unit] {
        children(of: unit).compactMap { units[$0] }.filter { $0.works(on: day) }
    }

    /// Whether making `parent` the parent of `unit` would put the unit above itself.
    package func wouldCircle(_ unit: Identifier<Unit>, under parent: Identifier<Unit>) -> Bool {
        lineage(of: parent).contains(unit)
    }
}
