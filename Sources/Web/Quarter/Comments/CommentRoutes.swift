import Rouage
import Storage
import WebCore

/// What people say beside a briefing.
enum CommentRoutes {
    static func add(to routes: Routes) {
        Comment.acts.add(to: routes, again: { _ in throw Refusal.notAllowed }, new: BriefingRoutes.show)
        routes.page("/mentions", suggest)
    }

    /// Whoever opens the page has read what names them there.
    static func reading(_ visit: Visit) throws -> Routes.Trace? {
        guard let me = visit.actor?.id else { return nil }
        let page: Identifier<Briefing> = try visit.parameter("id")
        guard try visit.reading.mentions(me, beside: page) else { return nil }
        return { try $0.read(beside: page, by: me) }
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
        return try .script(suggestions)
    }
}
