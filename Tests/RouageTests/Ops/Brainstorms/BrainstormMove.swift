import Rouage

/// The steps of a brainstorm and what is done at its wall: the rows of the table of its transitions.
enum BrainstormMove: String, CaseIterable, Sendable, TransitionMove {
    case arrange, begin, hang, writeAgain, close, reopen, put, group, rename, join, link

    var ways: [Brainstorm.State: Brainstorm.State] {
        switch self {
        case .arrange: [.planned: .planned, .writing: .writing, .clustering: .clustering]
        case .begin: [.planned: .writing]
        case .hang: [.writing: .clustering]
        case .writeAgain: [.clustering: .writing]
        case .close: [.clustering: .closed]
        case .reopen: [.closed: .clustering]
        case .put, .group, .rename, .join, .link: [.clustering: .clustering]
        }
    }

    static let leading: Set<Cast> = [.cpo, .ops, .opsInTeam]
    /// Camille and the Ops of sales are invited.
    static let takingPart = leading.union([.camille, .salesOps])

    var able: Set<Cast> {
        switch self {
        case .arrange, .begin, .hang, .writeAgain, .close, .reopen: Self.leading
        case .put, .group, .rename, .join, .link: Self.takingPart
        }
    }

    func able(from state: Brainstorm.State) -> Set<Cast> { able }
    func record(in state: Brainstorm.State) -> Brainstorm { Cast.brainstorm(state) }
    static func state(of session: Brainstorm) -> Brainstorm.State { session.state }

    @discardableResult
    func apply(to session: inout Brainstorm, by deed: Deed) throws -> Activity? {
        switch self {
        case .arrange:
            return try session.arrange(
                heldOn: session.heldOn, minutes: session.minutes,
                invited: [Cast.camille.id, Cast.salesOps.id, Cast.engineer.id], by: deed)
        case .begin: return try session.begin(by: deed)
        case .hang: return try session.hang(6, by: deed)
        case .writeAgain: return try session.writeAgain(reason: "Il manquait le support.", by: deed)
        case .close: return try session.close(by: deed)
        case .reopen: return try session.reopen(reason: "Un groupe reste à partager.", by: deed)
        case .put: return try session.put([.init(idea: 5, from: nil)], into: 1, by: deed)
        case .group: return try session.group([.init(idea: 5, from: nil)], as: "", first: "Une idée", by: deed)
        case .rename: return try session.rename(1, to: "Autre titre", by: deed)
        case .join: return try session.join(1, into: 2, by: deed)
        case .link: return try session.link(1, to: Cast.topic().id, by: deed)
        }
    }
}

extension Cast {
    /// Six ideas: two in each of two groups, two in none.
    static func brainstorm(_ state: Brainstorm.State = .clustering) -> Brainstorm {
        var session = Brainstorm(id: Identifier(high: 30, low: 1), cycle: cycle().id, heldOn: today, at: now)
        session.state = state
        session.invited = [Cast.camille.id, Cast.salesOps.id]
        session.hung = 6
        session.clusters = [
            .init(key: 1, title: "Écrire", ideas: [1, 2]), .init(key: 2, title: "Savoir qui", ideas: [3, 4]),
        ]
        if state == .writing { session.writingEndsAt = now + 900 }
        return session
    }

    static func idea(by author: Cast = .camille, number: Int? = nil) -> Idea {
        Idea(
            id: Identifier(high: 31, low: 1), brainstorm: brainstorm().id, number: number, text: "Une idée",
            source: .field, author: author.id)
    }
}
