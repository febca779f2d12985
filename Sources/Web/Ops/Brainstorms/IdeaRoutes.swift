import Rouage
import Storage
import WebCore

/// One's own ideas: written, changed, taken back while everybody writes; signed on the wall.
enum IdeaRoutes {
    static func add(to routes: Routes) {
        BrainstormRoutes.form("ideas", routes) { scene, transaction in
            let (text, source) = try typed(scene, or: nil)
            _ = try transaction.write(text, source, in: scene.session.id, by: scene.visit.deed)
        }
        BrainstormRoutes.form("ideas/:id", routes) { scene, transaction in
            var idea = try own(scene, transaction)
            let (text, source) = try typed(scene, or: idea)
            try idea.edit(text, source, in: scene.session, by: scene.visit.deed)
            try transaction.keep(idea, in: scene.session)
        }
        BrainstormRoutes.form("ideas/:id/removal", routes) { scene, transaction in
            try transaction.withdraw(own(scene, transaction), in: scene.session, by: scene.visit.deed)
        }
        BrainstormRoutes.form("ideas/:id/signature", routes) { scene, transaction in
            var idea = try own(scene, transaction)
            try idea.sign(in: scene.session, by: scene.visit.deed)
            try transaction.keep(idea, in: scene.session)
        }
    }

    private static func own(_ scene: BrainstormScene, _ transaction: Transaction) throws -> Idea {
        let idea = try transaction.ownIdea(scene.visit.parameter("id"), of: scene.actor.id)
        guard idea.brainstorm == scene.session.id else { throw Refusal.notFound }
        return idea
    }

    private static func typed(_ scene: BrainstormScene, or idea: Idea?) throws -> (String, Topic.Source) {
        let form = scene.visit.exchange.form
        let text = form["text"]?.trimmed ?? idea?.text ?? ""
        guard let word = form["source"], !word.isEmpty else { return (text, idea?.source ?? .field) }
        guard let source = Topic.Source(rawValue: word) else { throw Refusal.invalid("source", .unknown) }
        return (text, source)
    }
}
