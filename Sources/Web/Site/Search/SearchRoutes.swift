import Foundation
import HTML
import Rouage
import Storage
import WebCore

/// Finding by words, on a page or from the palette.
enum SearchRoutes {
    static func add(to routes: Routes) {
        routes.page("/search") { visit in
            let actor = try visit.signedIn()
            guard actor.isMember else {
                return visit.exchange.wantsJSON ? .json(Array("[]".utf8)) : SearchViews.outside(visit)
            }
            let question = visit.exchange.query["q"] ?? ""
            let hits = try Finder(visit, actor, question).hits
            return visit.exchange.wantsJSON ? try json(visit, hits) : SearchViews.page(visit, question, hits)
        }
    }

    private struct Answered: Encodable {
        let title: String
        let kind: String
        let icon: String
        let `where`: String
        let href: String
    }

    private static func json(_ visit: Visit, _ hits: [SearchHit]) throws -> Answer {
        let shown = hits.prefix(8).map { hit in
            Answered(
                title: hit.title, kind: hit.found.kind.rawValue, icon: hit.found.kind.sign?.icon ?? "",
                where: hit.place,
                href: hit.address)
        }
        return .json(Array(try JSONEncoder().encode(shown)))
    }
}

/// What a person finds: records they may read, with where each leads and what it is.
private struct Finder {
    let hits: [SearchHit]

    init(_ visit: Visit, _ actor: Actor, _ question: String) throws {
        let found = try visit.reading.search(question, by: actor)
        let pages = try Dictionary(grouping: found, by: \.kind).flatMap { kind, found -> [any Paged] in
            guard let noun = visit.reading.kinds[kind].noun as? any Paged.Type else { return [] }
            return try Self.pages(noun, found, visit.reading)
        }
        let known = Dictionary(uniqueKeysWithValues: pages.map { ($0.recordID, $0) })
        hits = found.compactMap { found in known[found.id].flatMap { SearchHit(found, $0, visit) } }
    }

    private static func pages<Record: Paged>(_: Record.Type, _ found: [Found], _ reading: Reading) throws -> [any Paged]
    {
        try reading.records(found.compactMap { Identifier<Record>($0.id) })
    }
}

/// One record found, and where it stands.
struct SearchHit {
    let found: Found
    /// As its author wrote it, with the signs of print of their language.
    let title: String
    let address: String
    let place: String

    /// Nothing for what is not to be found any more.
    init?(_ found: Found, _ page: any Paged, _ visit: Visit) {
        guard let place = page.place(visit) else { return nil }
        self.found = found
        title = page.heading(visit)
        address = page.address
        self.place = place.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
