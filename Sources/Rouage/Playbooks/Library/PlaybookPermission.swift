/// What a person may do with playbooks.
package enum PlaybookPermission: Sendable, Equatable {
    /// Begin one.
    case write(owner: Identifier<Person>?)
    case edit(Playbook)
    /// Write down that it was run.
    case record(Playbook)
    /// Take away what was written down wrongly.
    case strike(Occurrence, of: Playbook)
    /// Say in one click whether it is still useful.
    case judge
    case answer(Playbook)
    /// Take it over as the person named for it.
    case receive(Playbook)
    /// Agree, as the director of who takes it over, that they do.
    case relay(Playbook)
    /// Agree as one of those who wrote it.
    case signOff(Playbook)
    /// Hear that it slips, and ask Product Ops back.
    case watch(Playbook)
}

extension Actor {
    /// Product Ops write what they carry and never accept what they give back.
    func may(_ permission: PlaybookPermission) -> Bool {
        guard let id, isMember else { return false }
        let isOutside = holds(.otherOps) && !isOps
        switch permission {
        case .write(let owner):
            return !isOutside && (isOps || leadsAny || owner == id)
        case .edit(let playbook):
            if isOps { return playbook.carriedBy == .ops }
            if isOutside { return false }
            return holds(.cpo) || holds(.director) || isNamed(in: playbook) || leadsTribe(of: playbook)
        case .record(let playbook):
            return may(.edit(playbook)) || (!isOps && !isOutside && playbook.handover?.to == id)
        case .strike(let occurrence, let playbook):
            return may(.edit(playbook)) || (occurrence.recordedBy == id && may(.record(playbook)))
        case .judge:
            return true
        case .answer(let playbook):
            return isNamed(in: playbook) && (!isOps || playbook.carriedBy == .ops)
        case .receive(let playbook):
            return !isOps && !isOutside && playbook.handover?.to == id
        case .relay(let playbook):
            return !isOps && playbook.handover.map { directs($0.to) } ?? false
        case .signOff(let playbook):
            return !isOps && playbook.coAuthors.contains(id)
        case .watch(let playbook):
            guard !isOps else { return false }
            return isNamed(in: playbook) || (playbook.owner.map(directs) ?? holds(.cpo))
        }
    }

    /// Whether the person is its owner or its deputy, or has accepted to take it over.
    private func isNamed(in playbook: Playbook) -> Bool {
        let isTaking = playbook.handover.map { $0.to == id && $0.ownerAcceptedOn != nil } ?? false
        return playbook.owner == id || playbook.deputy == id || isTaking
    }

    private var leadsAny: Bool {
        holds(.cpo) || holds(.director) || holds(.tribeLead)
            || organisation.units.values.contains { $0.sort == .tribe && isNamed(at: $0.id) }
    }

    /// Whether the owner works in a tribe that the person leads.
    private func leadsTribe(of playbook: Playbook) -> Bool {
        guard let owner = playbook.owner else { return false }
        return organisation.memberships(of: owner).contains { leadsTribe(of: $0.unit) }
    }

    /// Whether the person answers for another, never for oneself: as director of a unit they work in or of their role's
    /// unit, as the CPO for everybody, and as any director for the CPO.
    package func directs(_ other: Identifier<Person>) -> Bool {
        guard other != id else { return false }
        if holds(.cpo) { return true }
        guard holds(.director) else { return false }
        let grants = organisation.grants(of: other)
        let places = organisation.memberships(of: other).map(\.unit) + grants.compactMap(\.unit)
        return grants.contains { $0.role == .cpo } || places.contains { holds(.director, for: $0) }
    }
}

extension Organisation {
    /// The director who hears of what a person looks after: of the product craft first, then of any.
    package func director(of person: Identifier<Person>) -> Identifier<Person>? {
        memberships(of: person).lazy.compactMap { directorToTell(of: $0.unit) }.first
    }

    /// Whether somebody is of Product Ops on the organisation's day.
    package func isOps(_ person: Identifier<Person>?) -> Bool {
        person.flatMap { people[$0] }.map { Actor($0, in: self).isOps } ?? false
    }
}
