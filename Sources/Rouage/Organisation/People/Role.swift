/// What a person may do beyond their membership, in a unit and everything below it.
package enum Role: String, Codable, Sendable, CaseIterable {
    case ops, cpo, director, guest
    case tribeLead = "tribe_lead"
    case administrator = "admin"
    case incidentManager = "incident_manager"
    case otherOps = "other_ops"
}

/// A role given to a person over a time.
package struct RoleGrant: Noun, Equatable {
    package static let kind = Kind.role

    package let id: Identifier<RoleGrant>
    package var version = 1
    package var person: Identifier<Person>
    package var role: Role
    /// Where the role holds; everywhere when empty.
    package var unit: Identifier<Unit>?
    package var from: Day?
    package var to: Day?

    package init(
        id: Identifier<RoleGrant>, person: Identifier<Person>, role: Role, unit: Identifier<Unit>? = nil,
        from: Day? = nil, to: Day? = nil
    ) {
        self.id = id
        self.person = person
        self.role = role
        self.unit = unit
        self.from = from
        self.to = to
    }

    /// Whether the role is held on a day; its first and last day count.
    package func holds(on day: Day) -> Bool { Span(from: from, to: to).contains(day) }

    enum CodingKeys: String, CodingKey {
        case id, version, person, role, unit
        case from = "since"
        case to = "until"
    }
}
