import HTML
import Rouage

/// The two levels of words: the rooms, and the pages of the room one stands in. On a phone both are one line, the room and
/// the page, that unfolds the whole table of contents.
struct Contents {
    private let language: Language
    private let here: Layout.Page?
    private let rooms: [(room: Layout.Room, pages: [Layout.Page])]
    /// The quarter that was chosen goes along.
    private let tail: HTML

    init(_ visit: Visit, _ here: Layout.Page?) {
        language = visit.language
        self.here = here
        rooms = Layout.Room.allCases.map { ($0, $0.pages.filter(visit.opens)) }.filter { !$0.pages.isEmpty }
        let asked = visit.exchange.query["cycle"].flatMap { label in visit.cycles.first { $0.label == label } }
        tail = asked.map { "?cycle=\($0.label.inAddress)" } ?? ""
    }

    var html: HTML { rooms.isEmpty ? "" : "\(first)\(second)\(folded)" }

    private func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en)(language) }

    private var first: HTML {
        """
        <nav class="rooms" aria-label="\(say("Navigation principale", "Main navigation"))"><ul>\
        \(rooms.map { "<li>\(link($0.room, to: $0.pages[0]))</li>" as HTML })</ul></nav>
        """
    }

    private var second: HTML {
        guard let room = here?.room, let pages = rooms.first(where: { $0.room == room })?.pages, hasPages(room) else {
            return ""
        }
        let name = room.words(language)
        return """
            <nav class="pages" aria-label="\(say("Pages de la salle \(name)", "Pages of the room \(name)"))">\(list(pages))</nav>
            """
    }

    private var folded: HTML {
        let label = say("Sommaire", "Contents")
        let room = here?.room.map { $0.words(language) }
        let page: HTML = here.flatMap { hasPages($0.room) ? $0.name(language) : nil } ?? ""
        let rows = rooms.map { room, pages -> HTML in
            "<li>\(link(room, to: pages[0]))\(hasPages(room) ? list(pages) : "")</li>"
        }
        return """
            <details class="toc" data-behaviour="fold"><summary><b>\(room ?? label)</b><span>\(page)</span>\(Part.icon("down"))</summary>\
            <nav aria-label="\(label)"><ul>\(rows)</ul></nav></details>
            """
    }

    /// The spine is a room and its only page.
    private func hasPages(_ room: Layout.Room?) -> Bool { room != nil && room != .spine }

    private func list(_ pages: [Layout.Page]) -> HTML {
        let items = pages.map { page -> HTML in
            """
            <li><a href="\(page.address)\(tail)"\(" aria-current=\"page\"", if: page == here)>\(page.name(language))</a></li>
            """
        }
        return "<ul>\(items)</ul>"
    }

    private func link(_ room: Layout.Room, to page: Layout.Page) -> HTML {
        let mark: HTML = hasPages(room) ? " aria-current=\"true\"" : " aria-current=\"page\""
        return "<a href=\"\(page.address)\(tail)\"\(mark, if: room == here?.room)>\(room.words(language))</a>"
    }
}

extension Visit {
    /// Whether the visitor finds a page open.
    func opens(_ page: Layout.Page) -> Bool { actor.map(page.isOpen) ?? false }
}
