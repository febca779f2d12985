import Foundation
import Hummingbird
import Rouage
import Storage
import WebCore

/// What people say beside a briefing.
enum CommentRoutes {
    static func add(to routes: Routes) {
        routes.form("/briefings/:id/comments", write, again: BriefingRoutes.show)
        routes.form("/comments/:id/removal", remove) { _ in throw Refusal.notAllowed }
        routes.page("/mentions", suggest)
    }

    /// Whoever opens the page has read what names them there.
    static func reading(_ visit: Visit) throws -> Routes.Trace? {
        guard let me = visit.actor?.id else { return nil }
        let page: Identifier<Briefing> = try visit.parameter("id")
        guard try visit.reading.mentions(me, beside: page) else { return nil }
        return { try $0.read(beside: page, by: me) }
    }

    private static func write(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let briefing = try BriefingRoutes.readable(visit)
        let (comment, activity) = try Comment.write(
            visit.exchange.form["text"] ?? "", id: transaction.newID(), on: briefing, by: deed)
        try transaction.add(comment, activity)
        try transaction.mention(comment.mentioned(among: visit.organisation.people.values), in: comment)
        return .seeOther("/briefings/\(briefing.id)#c-\(comment.id)")
    }

    private static func remove(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let comment: Comment = try transaction.get(try visit.parameter("id"))
        try transaction.remove(comment.id) { try $0.remove(by: deed) }
        return .seeOther("/briefings/\(comment.briefing)#comments")
    }

    private struct Suggestion: Encodable {
        let name: String
        let place: String
    }

    /// People whose name holds a word that begins so, for the list that opens after an `@`.
    private static func suggest(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let words = Folding.fold(String((visit.exchange.query["q"] ?? "").prefix(60)))
        guard !words.isEmpty else { return .json(Array("[]".utf8)) }
        let found = visit.organisation.people.values.filter { person in
            person.active && " \(Folding.fold(person.name))".contains(" \(words)")
        }.sorted { $0.name.alphabetical < $1.name.alphabetical }.prefix(8)
        let suggestions = found.map { person in
            let teams = visit.organisation.memberships(of: person.id).map { visit.name($0.unit) }
            return Suggestion(name: person.name, place: teams.joined(separator: ", "))
        }
        return .json(Array(try JSONEncoder().encode(suggestions)))
    }
}
