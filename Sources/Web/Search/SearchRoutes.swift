import Foundation
import HTML
import Rouage
import Storage

/// Finding by words, on a page or from the palette.
enum SearchRoutes {
    static func add(to routes: Routes) {
        routes.page("/search") { visit in
            let actor = try visit.signedIn()
            guard actor.isMember else { throw Refusal.notFound }
            let question = visit.exchange.query["q"] ?? ""
            let found = try visit.reading.search(question).filter { try isOpen($0, visit, actor) }
            return visit.exchange.wantsJSON ? try json(visit, found) : page(visit, question, found)
        }
    }

    /// A draft is found by those who may read it.
    private static func isOpen(_ found: Found, _ visit: Visit, _ actor: Actor) throws -> Bool {
        guard found.kind == .briefing, let id = Identifier<Briefing>(found.id) else { return true }
        guard let briefing = try visit.reading.find(id) else { return false }
        return actor.may(.readBriefing(briefing))
    }

    private struct Hit: Encodable {
        let title: String
        let kind: String
        let href: String
    }

    private static func json(_ visit: Visit, _ found: [Found]) throws -> Answer {
        let hits = found.prefix(12).map {
            Hit(title: $0.title, kind: visit.say($0.kind.phrase), href: address($0, visit))
        }
        return .json(Array(try JSONEncoder().encode(Array(hits))))
    }

    private static func page(_ visit: Visit, _ question: String, _ found: [Found]) -> Answer {
        let say = visit.say
        let title = say(Phrase(fr: "Rechercher", en: "Search"))
        let rows = found.map { hit -> HTML in
            "<li><a href=\"\(address(hit, visit))\">\(hit.title)</a> <span class=\"q\">\(say(hit.kind.phrase))</span></li>"
        }
        let none: HTML =
            found.isEmpty && !question.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Rien ne contient tous ces mots.", en: "Nothing holds all these words.")))</p>"
            : ""
        let body: HTML = """
            <h1>\(title)</h1><form role="search" class="stack" action="/search"><div class="field">
            <label for="q">\(say(Phrase(fr: "Un briefing, une équipe, une personne", en: "A briefing, a team, a person")))</label>
            <input class="in" id="q" name="q" type="search" value="\(question)"></div>
            <div class="acts"><button class="btn pri">\(title)</button></div></form>\(none)<ul class="plain">\(rows)</ul>
            """
        return Layout.page(visit, title: title, body)
    }

    private static func address(_ found: Found, _ visit: Visit) -> String {
        switch found.kind {
        case .briefing: "/briefings/\(found.id)"
        case .dependency: "/dependencies/\(found.id)"
        case .unit:
            "/teams/\(Identifier<Rouage.Unit>(found.id).flatMap { visit.organisation.units[$0]?.code } ?? "")"
        case .person, .membership, .role, .cycle, .comment, .review, .axis, .tribeField: "/people"
        }
    }
}

extension Kind {
    var phrase: Phrase {
        switch self {
        case .person: Phrase(fr: "Personne", en: "Person")
        case .unit: Phrase(fr: "Équipe", en: "Team")
        case .briefing: Phrase(fr: "Briefing", en: "Briefing")
        case .dependency: Phrase(fr: "Dépendance", en: "Dependency")
        case .cycle: Phrase(fr: "Cycle", en: "Cycle")
        case .membership, .role, .comment, .review, .axis, .tribeField: Phrase(fr: "Autre", en: "Other")
        }
    }
}
