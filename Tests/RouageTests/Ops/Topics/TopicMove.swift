import Rouage

/// Everything people can do to a topic, with fields that are right: the rows of the table of its transitions.
enum TopicMove: String, CaseIterable, Sendable, TransitionMove {
    case edit, makeReady, table, untable, merge, separate, withdraw, proposeAgain

    /// Where each state from which the move can be made leads to.
    var ways: [Topic.State: Topic.State] {
        switch self {
        case .edit: [.idea: .idea, .ready: .ready]
        case .makeReady: [.idea: .ready]
        case .table: [.ready: .tabled]
        case .untable: [.tabled: .ready]
        case .merge: [.idea: .merged, .ready: .merged]
        case .separate: [.merged: .idea]
        case .withdraw: [.idea: .withdrawn, .ready: .withdrawn]
        case .proposeAgain: [.notSelected: .idea, .withdrawn: .idea]
        }
    }

    static let members = Set(Cast.allCases).subtracting([.administrator, .guest, .inactive, .left, .stranger])
    static let tabling: Set<Cast> = [.cpo, .ops, .opsInTeam]
    /// Camille raised the topic, the director sponsors it.
    static let editing = tabling.union([.camille, .director])

    var able: Set<Cast> {
        switch self {
        case .edit, .makeReady, .withdraw, .merge, .separate: Self.editing
        case .table, .untable: Self.tabling
        case .proposeAgain: Self.members
        }
    }

    func able(from state: Topic.State) -> Set<Cast> { able }
    func record(in state: Topic.State) -> Topic { Cast.topic(state) }
    static func state(of topic: Topic) -> Topic.State { topic.state }

    @discardableResult
    func apply(to topic: inout Topic, by deed: Deed) throws -> Activity? {
        let deed = deed.at(Cast.now + 60)
        switch self {
        case .edit:
            var content = topic.content
            content.title = "Écrire chaque décision"
            return try topic.edit(content, in: [Cast.cycle()], by: deed)
        case .makeReady: return try topic.makeReady(by: deed)
        case .table: return try topic.table(by: deed)
        case .untable: return try topic.untable(by: deed)
        case .merge: return try topic.merge(into: Cast.topic(.idea, number: 2), by: deed)
        case .separate: return try topic.separate(from: Cast.topic(.idea, number: 2), by: deed)
        case .withdraw: return try topic.withdraw(reason: "Réglé par l’équipe.", by: deed)
        case .proposeAgain: return try topic.proposeAgain(by: deed)
        }
    }
}

extension Cast {
    static func topic(_ state: Topic.State = .idea, number: UInt64 = 1) -> Topic {
        var topic = Topic(
            id: Identifier(high: 20, low: number), ref: "T-\(number)",
            Topic.Content(
                title: "Écrire les décisions", problem: "6 décisions sur 10 ne sont écrites nulle part.",
                targetCrafts: [.product, .design], effortDays: 20, sponsor: Cast.director.id, cycle: cycle().id),
            by: Cast.camille.id, at: now)
        topic.state = state
        if state == .merged { topic.mergedInto = Identifier(high: 20, low: 2) }
        return topic
    }
}
