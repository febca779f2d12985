import HTML
package import Rouage
import Storage
import WebCore

/// The slides on the whole screen. Before the day and after it one turns them for oneself; live, they follow the room.
struct StagePage {
    let show: Show
    let presentation: Presentation
    let deck: Deck
    let openQuestions: Int
    private var visit: Visit { show.visit }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let presentation = try show.presentation()
        let deck = try visit.deck(of: presentation, in: show.cycle)
        let open = try visit.reading.questionCounts(of: presentation.id).open
        return StagePage(show: show, presentation: presentation, deck: deck, openQuestions: open).answer
    }

    private var places: [SlideViews.Place] { SlideViews.places(deck) }

    private var answer: Answer {
        let slides = SlideViews(visit.language, cycle: deck.cycle, visit.organisation)
        let places = self.places
        guard let first = places.first else {
            return Layout.stage(visit, title: show.title, more: " class=\"stage\"", nothing)
        }
        if presentation.state == .live, asked == nil { return live(deck.place(of: presentation) ?? first, slides) }
        let number = min(max(asked ?? 1, 1), places.count)
        let place = places[number - 1]
        let body: HTML = """
            <main class="slide" id="main"><div class="on" id="show">\(slides.slide(place, isAlone: true))</div></main>
            \(browsing(number, of: places.count, next: number < places.count ? places[number].slot.name : nil))
            """
        return Layout.stage(
            visit, title: "\(place.slot.name), \(show.title)", more: " class=\"stage\" data-behaviour=\"slides\"", body)
    }

    /// What the room sees, and under it, for those who may press them, the keys.
    private func live(_ place: SlideViews.Place, _ slides: SlideViews) -> Answer {
        let mayRun = show.actor.may(.runPresentation(presentation))
        let strip: HTML =
            mayRun
            ? ControlStrip(
                show: show, presentation: presentation, deck: deck, openQuestions: openQuestions, back: "slides"
            ).html : ""
        let here = say("Vos questions et votre confiance :", "Your questions and your confidence:")
        let body: HTML = """
            <main class="slide" id="main"><div class="on" id="show"\(" data-live-part", if: mayRun)>\
            \(slides.slide(place, isAlone: true))</div><p class="ask-here">\(here) <b>\(visit.exchange.host)/direct</b></p></main>\(strip)
            """
        let behaviour: HTML =
            mayRun
            ? " data-behaviour=\"live slides\" data-live=\"\(show.live)\""
            : " data-behaviour=\"follow\" data-events=\"\(show.address)/follow/events\" data-state=\"live\""
        return Layout.stage(visit, title: show.title, more: " class=\"stage\"\(behaviour)", body)
    }

    private var asked: Int? { visit.exchange.query["slide"].flatMap { Int($0) } }

    private var nothing: HTML {
        let text = say("Aucune initiative n’est validée.", "No initiative is validated.")
        return """
            <main class="slide" id="main"><div class="on"><h1 class="who long">\(show.title)</h1><p class="tribe">\(text)</p></div></main>
            """
    }

    /// The strip for somebody who turns the slides for themselves.
    private func browsing(_ number: Int, of count: Int, next: String?) -> HTML {
        let following: HTML =
            next.map { "<div class=\"nxt\"><span>\(say("À suivre", "Next"))</span><b>\($0)</b></div>" } ?? ""
        return """
            <aside class="strip noprint" aria-label="\(say("Diapositives", "Slides"))">\
            <div><b>\(number)</b><span>\(say("sur \(count)", "of \(count)"))</span></div>\(following)
            <div class="acts"><a class="btn" href="\(show.address)">\(say("Quitter", "Leave"))</a>\
            \(link(number - 1, of: count, "left", say("Précédente", "Previous"), "ArrowLeft"))\
            \(link(number + 1, of: count, "right", say("Suivante", "Next"), "ArrowRight"))</div></aside>
            """
    }

    private func link(_ number: Int, of count: Int, _ icon: String, _ label: String, _ key: HTML) -> HTML {
        guard (1...count).contains(number) else { return "" }
        return """
            <a class="btn\(" pri", if: icon == "right")" href="\(show.address)/slides?slide=\(number)" \
            aria-keyshortcuts="\(key)">\(icon == "left" ? Part.icon(icon) : "")\(label)\
            \(icon == "right" ? Part.icon(icon) : "")</a>
            """
    }
}

extension Visit {
    /// What is shown: the pages as they are until the publication, then what was kept.
    package func deck(of presentation: Presentation, in cycle: Cycle) throws -> Deck {
        guard presentation.state == .published, let snapshot = try reading.snapshot(of: presentation.id) else {
            return try reading.deck(of: presentation, in: cycle, organisation)
        }
        return try snapshot.deck()
    }
}
