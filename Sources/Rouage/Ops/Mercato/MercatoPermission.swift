/// What a person may do with the mercato.
package enum MercatoPermission: Sendable, Equatable {
    case see
    /// Giving a ballot: the electors of the moment in which it opened.
    case vote(Mercato)
    /// Its dates, until it opens.
    case schedule
    /// Putting topics on the table, until it opens.
    case setTable
    /// What the count leaves open.
    case rule
    /// The ranking and the distribution.
    case readResult(Mercato, at: Instant)
    /// Who gave what.
    case readBallots(Mercato, at: Instant)

    /// Whether it changes nothing.
    var isToRead: Bool {
        switch self {
        case .see, .readResult, .readBallots: true
        case .vote, .schedule, .setTable, .rule: false
        }
    }
}

extension Actor {
    func may(_ permission: MercatoPermission) -> Bool {
        guard let id, isMember else { return false }
        switch permission {
        case .see: return true
        case .vote(let mercato): return !isOps && mercato.elector(id) != nil
        case .schedule, .setTable: return isOps || holds(.cpo)
        case .rule: return !isOps && holds(.cpo)
        case .readResult(let mercato, let now):
            // Whoever has to decide on it reads it a day before the others.
            return mercato.isReadable(at: now) || (mercato.state == .closed && may(.rule))
        case .readBallots(let mercato, let now):
            return mercato.isReadable(at: now) && (isOps || holds(.cpo) || mercato.elector(id) != nil)
        }
    }
}

extension Organisation {
    /// The electors of a day: the directors of product, design and engineering who are there, by name.
    package var electors: [Mercato.Elector] {
        people.values.filter { person in
            let actor = Actor(person, in: self)
            return person.acts(on: day) && Craft.triforce.contains(person.craft) && actor.holds(.director)
                && !actor.isOps
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { Mercato.Elector(person: $0.id, craft: $0.craft) }
    }
}
