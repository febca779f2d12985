/// Minutes that the playbooks in force ask of each role in a quarter, against what a person may be asked.
package struct BurdenBudget: Sendable, Equatable {
    /// Minutes of one person in one quarter, all playbooks together.
    package static let minutes = 240

    private var byRole: [PlaybookRole: Int] = [:]

    package init(_ playbooks: [Playbook] = []) {
        for playbook in playbooks where playbook.state.isAsked { add(playbook.content) }
    }

    private mutating func add(_ content: Playbook.Content) {
        for burden in content.burden { byRole[burden.role, default: 0] += burden.minutes }
    }

    /// With one more playbook.
    package func adding(_ content: Playbook.Content) -> BurdenBudget {
        var copy = self
        copy.add(content)
        return copy
    }

    /// Minutes of a person of the role; what everybody is asked is in it. Product Ops, whose work this is, are not
    /// counted against the budget.
    package func minutes(of role: PlaybookRole) -> Int {
        (byRole[role] ?? 0) + (role == .everyone ? 0 : byRole[.everyone] ?? 0)
    }

    /// The roles that are asked something, the most first.
    package var roles: [(role: PlaybookRole, minutes: Int)] {
        PlaybookRole.allCases.filter { byRole[$0] != nil && $0 != .ops }
            .map { ($0, minutes(of: $0)) }.sorted { ($1.minutes, $0.role.rawValue) < ($0.minutes, $1.role.rawValue) }
    }

    /// The most that a person outside Product Ops is asked.
    package var most: Int { roles.map(\.minutes).max() ?? 0 }
}
