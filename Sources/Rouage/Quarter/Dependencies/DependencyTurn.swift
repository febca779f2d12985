/// Whose turn it is: the two sides of a dependency never wait for a third.
extension Dependency {
    package enum Side: Sendable, Equatable { case asking, giving }

    /// The side that has to move for the dependency to go on; nobody once it has ended, or when a fallback is written.
    package static func turn(_ state: State, isClaimed: Bool, hasMitigation: Bool) -> Side? {
        switch state {
        case .pointedOut, .acknowledged, .broken: .giving
        case .committed: isClaimed ? .asking : .giving
        case .replanned: .asking
        case .declined: hasMitigation ? nil : .asking
        case .delivered, .withdrawn: nil
        }
    }

    package var turn: Side? { Self.turn(state, isClaimed: claimedOn != nil, hasMitigation: !mitigation.isBlank) }

    /// Working days that a giver has to acknowledge a request.
    package static let daysToAnswer = 3
    /// Working days after the promised day on which a promise that is not kept counts as broken.
    package static let daysToLapse = 5
    /// Working days of silence after which what the giver says delivered counts as received.
    package static let daysToConfirm = 10
}

extension Organisation {
    /// The people who may answer for the giving team: its lead, its deputy, its product managers, the named contact.
    package func givers(of dependency: Dependency) -> [Person] {
        guard let giving = dependency.givingTeam else { return askers(of: dependency) }
        let unit = units[giving]
        return first([unit?.lead, unit?.deputy, dependency.contact], then: members(of: giving).map(\.person)) {
            $0.may(.give(dependency))
        }
    }

    /// The people who may speak for the asking team, its lead first.
    package func askers(of dependency: Dependency) -> [Person] {
        let unit = units[dependency.askingTeam]
        return first([unit?.lead, unit?.deputy], then: members(of: dependency.askingTeam).map(\.person)) {
            $0.may(.ask(dependency))
        }
    }

    private func first(
        _ named: [Identifier<Person>?], then members: [Identifier<Person>], who may: (Actor) -> Bool
    ) -> [Person] {
        var seen: Set<Identifier<Person>> = []
        let rest = members.compactMap { people[$0] }.sorted { a, b in
            let isFirst = (a.craft == .product, b.craft == .product)
            return isFirst.0 == isFirst.1 ? a.name < b.name : isFirst.0
        }
        return (named.compactMap { $0.flatMap { people[$0] } } + rest)
            .filter { seen.insert($0.id).inserted && $0.active && may(Actor($0, in: self)) }
    }
}
