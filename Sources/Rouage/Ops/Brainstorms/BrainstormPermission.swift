/// What a person may do with a brainstorm.
package enum BrainstormPermission: Sendable, Equatable {
    /// That there is one, when, with whom, how many ideas it has; the ideas once they hang on the wall.
    case see
    /// Its date, its guests, its steps: Product Ops, or the CPO without them.
    case lead
    /// Writing ideas and putting them together: Product Ops, the CPO and who is invited.
    case takePart(Brainstorm)

    /// Whether it changes nothing.
    var isToRead: Bool { self == .see }
}

extension Actor {
    func may(_ permission: BrainstormPermission) -> Bool {
        guard let id, isMember else { return false }
        switch permission {
        case .see: return true
        case .lead: return isOps || holds(.cpo)
        case .takePart(let brainstorm): return isOps || holds(.cpo) || brainstorm.invited.contains(id)
        }
    }
}

extension Organisation {
    /// Everybody who takes part that day, by name.
    package func people(in brainstorm: Brainstorm) -> [Person] {
        people.values.filter { person in
            person.acts(on: day) && (Actor(person, in: self).isOps || brainstorm.invited.contains(person.id))
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Whom one may invite that day, by name: members who are not of Product Ops.
    package var brainstormGuests: [Person] {
        people.values.filter { person in
            let actor = Actor(person, in: self)
            return actor.isMember && !actor.isOps
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
