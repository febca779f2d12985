import Rouage
import Storage
package import WebCore

/// Topics: raised by anybody, made ready, merged, taken back. Each move is a noun under its address.
package enum TopicRoutes {
    package static func add(to routes: Routes) {
        routes.page("/topics") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .topics) }
            if let cycle = visit.cycle, let running = visit.running, cycle.end < running.start {
                return try PastTopicsPage(visit, of: cycle).answer
            }
            return try TopicListPage(visit).answer
        }
        routes.page("/topics/new", showNew)
        routes.form("/topics", propose, again: showNew)
        routes.page("/topics/:id", show)
        routes.form("/topics/:id", edit, again: show)
        move("readiness", routes) { visit, transaction, actor, topic in
            try transaction.change(topic.id, version: visit.exchange.form.version) { (topic: inout Topic) in
                try topic.makeReady(by: actor, at: visit.now)
            }
        }
        move("withdrawal", routes) { visit, transaction, actor, topic in
            let reason = visit.exchange.form.text("reason")
            try transaction.change(topic.id, version: visit.exchange.form.version) { (topic: inout Topic) in
                try topic.withdraw(reason: reason, by: actor, at: visit.now)
            }
        }
        move("renewal", routes) { visit, transaction, actor, topic in
            try transaction.change(topic.id, version: visit.exchange.form.version) { (topic: inout Topic) in
                try topic.proposeAgain(by: actor, at: visit.now)
            }
        }
        move("merger", routes) { visit, transaction, actor, topic in
            guard actor.may(.topic(.edit(topic))) else { throw Refusal.notAllowed }
            guard let other = visit.exchange.form["into"].flatMap(Identifier<Topic>.init),
                try transaction.find(other) != nil
            else { throw Refusal.invalid("into", .unknown) }
            try transaction.merge(topic.id, into: other, version: visit.exchange.form.version, by: actor)
        }
        move("separation", routes) { visit, transaction, actor, topic in
            guard actor.may(.topic(.edit(topic))) else { throw Refusal.notAllowed }
            try transaction.separate(topic.id, version: visit.exchange.form.version, by: actor)
        }
    }

    private static func move(
        _ noun: String, _ routes: Routes,
        _ move: @escaping @Sendable (Visit, Transaction, Actor, Topic) throws -> Void
    ) {
        routes.form(
            "/topics/:id/\(noun)",
            { visit, transaction in
                let topic = try known(visit)
                try move(visit, transaction, visit.signedIn(), topic)
                return .seeOther("/topics/\(topic.id)")
            }, again: show)
    }

    private static func known(_ visit: Visit) throws -> Topic {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    private static func show(_ visit: Visit) throws -> Answer { try TopicPage(visit, known(visit)).answer }

    private static func showNew(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try NewTopicPage.answer(visit)
    }

    private static func propose(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let id = transaction.newID(Topic.self)
        let (topic, activity) = try Topic.propose(
            try TopicForm(visit: visit).content(), ref: "\(id.description.suffix(12))", id: id, in: visit.openCycles,
            by: actor, at: visit.now)
        try transaction.add(topic, activity)
        return .seeOther("/topics/\(id)")
    }

    private static func edit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let topic = try known(visit)
        let actor = try visit.signedIn()
        guard actor.may(.topic(.edit(topic))) else { throw Refusal.notAllowed }
        let content = try TopicForm(visit: visit).content(over: topic.content)
        try transaction.change(topic.id, version: visit.exchange.form.version) { (topic: inout Topic) in
            try topic.edit(content, in: visit.openCycles, by: actor, at: visit.now)
        }
        return .seeOther("/topics/\(topic.id)")
    }
}
