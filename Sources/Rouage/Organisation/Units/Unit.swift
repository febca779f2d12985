/// A part of the department: closed one day perhaps, never deleted.
package struct Unit: Noun, Equatable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case department, direction, tribe, team, transverse, otherOps, opsTeam

        /// Whether its members write briefings and give to others.
        package var delivers: Bool { self == .team || self == .otherOps }
    }

    package static let kind = Kind.unit

    package let id: Identifier<Unit>
    package var version = 1
    package var code: String
    package var sort: Sort
    package var parent: Identifier<Unit>?
    package var name: String
    package var lead: Identifier<Person>?
    package var deputy: Identifier<Person>?
    package var foundedOn: Day?
    package var closedOn: Day?
    /// What changes on a day to come.
    package var planned: UnitPlan?

    package init(
        id: Identifier<Unit>, code: String, sort: Sort, parent: Identifier<Unit>? = nil, name: String,
        lead: Identifier<Person>? = nil, deputy: Identifier<Person>? = nil, foundedOn: Day? = nil, closedOn: Day? = nil
    ) {
        self.id = id
        self.code = code
        self.sort = sort
        self.parent = parent
        self.name = name
        self.lead = lead
        self.deputy = deputy
        self.foundedOn = foundedOn
        self.closedOn = closedOn
    }

    enum CodingKeys: String, CodingKey {
        case id, version, code, parent, name, lead, deputy, foundedOn, closedOn, planned
        case sort = "kind"
    }
}
