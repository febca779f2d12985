extension RoleGrant {
    /// What is said of a role that somebody is given.
    package struct Gift: Drafted {
        package enum Name: String, CaseIterable, Sendable { case role, unit, from, to }

        package static let fields: [Field<Gift>] = [
            .choice(.role, \.role, required: true),
            .unit(.unit, \.unit),
            .day(.from, \.from),
            .day(.to, \.until),
        ]

        package var role: Role
        package var unit: Identifier<Unit>?
        package var from: Day
        package var until: Day?

        package init(role: Role = .guest, from: Day) {
            self.role = role
            self.from = from
        }
    }

    /// Gives a role to somebody else. A director names the tribe leads of their own direction; other roles come from
    /// the CPO or the administrator. Nobody gives a role to themselves.
    package static func give(
        _ role: Role, to person: Identifier<Person>, for unit: Identifier<Unit>?, from: Day, until: Day?,
        id: Identifier<RoleGrant>, by deed: Deed, first: Day
    ) throws(Refusal) -> (RoleGrant, Activity) {
        guard person != deed.actor.id, deed.actor.may(give: role, for: unit) else { throw .notAllowed }
        guard unit != nil || !role.needsUnit else { throw .invalid("unit", .missing) }
        guard from >= first else { throw .invalid("from", .tooEarly(before: first)) }
        if let until, until < from { throw .invalid("to", .tooEarly(before: from)) }
        let held = deed.actor.organisation.grants(of: person)
        guard !held.contains(where: { $0.role == role && $0.unit == unit && $0.holds(on: from) }) else {
            throw .invalid("role", .alreadyThere)
        }
        let grant = RoleGrant(id: id, person: person, role: role, unit: unit, from: from, to: until)
        return (grant, Activity(.created))
    }

    /// Takes the role back after its last day.
    package mutating func end(on last: Day, by deed: Deed, first: Day) throws(Refusal) -> Activity {
        guard person != deed.actor.id, deed.actor.may(give: role, for: unit) else { throw .notAllowed }
        guard to.map({ last < $0 }) ?? true else { throw .closed }
        let earliest = max(first - 1, from ?? first - 1)
        guard last >= earliest else { throw .invalid("to", .tooEarly(before: earliest)) }
        to = last
        return Activity(.ended)
    }
}

extension Role {
    /// Whether the role is always held for a part of the department.
    package var needsUnit: Bool { self == .director || self == .tribeLead }
}

extension Actor {
    /// Whether the person hands out this role there.
    package func may(give role: Role, for unit: Identifier<Unit>?) -> Bool {
        may(.editOrganisation(nil)) || (role == .tribeLead && unit != nil && may(.editOrganisation(unit)))
    }
}
