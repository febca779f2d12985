import Rouage
import Storage
import TestSupport
import Web
import WebCore

extension TestSite {
    /// The brainstorm of the second quarter, in a state; Camille is invited. With a wall it has six ideas in two groups and
    /// none.
    @discardableResult
    func brainstorm(_ state: Brainstorm.State = .clustering) throws -> Brainstorm {
        let cycle = try id(of: Cycle.self, "label", "2026-Q2")
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        let thea = try id(of: Person.self, "code", "thea.nogaret")
        return try store.writeNow(as: nil, at: clock.now()) { transaction in
            var session = Brainstorm(id: transaction.newID(), cycle: cycle, heldOn: today, at: transaction.now)
            session.invited = [camille]
            session.state = state
            if state == .writing { session.writingEndsAt = transaction.now + 900 }
            if state.showsIdeas {
                session.hung = 6
                session.clusters = [
                    .init(key: 1, title: "Écrire les décisions", ideas: [1, 2]),
                    .init(key: 2, title: "Savoir qui", ideas: [3, 4]),
                ]
            }
            try transaction.add(session, Activity(.planned))
            for number in 1...6 where state.showsIdeas {
                let idea = Idea(
                    id: transaction.newID(), brainstorm: session.id, number: number, text: "Idée \(number)",
                    source: number == 1 ? .incident : .field, author: number == 6 ? camille : thea)
                try transaction.keep(idea, in: session)
            }
            return session
        }
    }

    func session() throws -> Brainstorm {
        guard let session = try store.readNow({ try $0.brainstorms().first }) else { throw Refusal.notFound }
        return session
    }

    /// Camille's idea: her own on the wall, or one that she wrote just now.
    func ownIdea() throws -> Identifier<Idea> {
        let session = try session()
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        return try store.writeNow(as: nil, at: clock.now()) { transaction in
            if let idea = try transaction.ownIdeas(of: camille, in: session.id).first { return idea.id }
            let idea = Idea(
                id: transaction.newID(), brainstorm: session.id, text: "Idée à moi", source: .field, author: camille)
            try transaction.keep(idea, in: session)
            return idea.id
        }
    }

    /// Three requests that ask the same, from three teams.
    func askThrice() throws {
        let asked = [
            ("camille.aubrac", "bulletins", "Qui valide un accès à la base de production ?"),
            ("wassim.ferhat", "moteur", "Accès à la base de production : qui valide ?"),
            ("malo.fauvel", "dsn", "Valider l’accès à la base de production"),
        ]
        for (number, (person, team, title)) in asked.enumerated() {
            let (who, unit) = (try id(of: Person.self, "code", person), try id(of: Rouage.Unit.self, "code", team))
            try store.writeNow(as: nil, at: clock.now()) { transaction in
                let request = OpsRequest(
                    id: transaction.newID(), ref: "A-\(number + 1)",
                    OpsRequest.Draft(title: title, whatHurts: "La demande attend.", team: unit), requester: who,
                    on: today - 3 + number, at: transaction.now)
                try transaction.add(request, Activity(.created))
            }
        }
    }
}
