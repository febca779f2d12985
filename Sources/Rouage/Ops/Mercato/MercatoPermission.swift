/// What a person may do with the mercato.
package enum MercatoPermission: Sendable, Equatable {
    case see
    /// Giving a ballot: the electors of the moment in which it opened.
    case vote(Mercato)
    /// Its dates, until it opens.
    case schedule
    /// Putting topics on the table and setting the rules, until it opens.
    case setTable
    /// What the count leaves open.
    case rule
    /// The ranking and the distribution.
    case readResult(Mercato, at: Instant)
    /// What electors said beside topics, without who where ballots stay without names.
    case readWords(Mercato, at: Instant)
    /// Who gave what.
    case readBallots(Mercato, at: Instant)

    /// Whether it changes nothing.
    var isToRead: Bool {
        switch self {
        case .see, .readResult, .readWords, .readBallots: true
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
            return mercato.settings.visibility == .named && may(.readWords(mercato, at: now))
        case .readWords(let mercato, let now):
            return mercato.isReadable(at: now) && (isOps || holds(.cpo) || mercato.elector(id) != nil)
        }
    }
}
