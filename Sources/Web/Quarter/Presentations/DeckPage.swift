import HTML
import Rouage
import Storage
import WebCore

/// All slides below one another, to be printed: one slide a page, A4 on its side.
enum DeckPage {
    static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let presentation = try show.presentation()
        let deck = try visit.deck(of: presentation, in: show.cycle)
        let slides = SlideViews(visit.language, cycle: deck.cycle, visit.organisation)
        let say = visit.say
        let pages = SlideViews.places(deck).map { place -> HTML in
            "<section class=\"slide\" aria-label=\"\(place.slot.name)\">\(slides.slide(place, isAlone: false))</section>"
        }
        let note = Phrase(
            fr: "Une diapositive par page, A4 en paysage. Choisissez « Enregistrer au format PDF » à l’impression.",
            en: "One slide a page, A4 on its side. Choose “Save as PDF” when printing.")
        let body: HTML = """
            <header class="decktop noprint"><div><h1>\(show.title)</h1><p>\(say(note))</p></div>\
            <p class="acts"><a class="btn" href="\(show.address)">\(say(Phrase(fr: "Revenir", en: "Back")))</a>\
            <button class="btn pri" type="button" data-behaviour="print">\(Part.icon("print"))\
            \(say(Phrase(fr: "Imprimer", en: "Print")))</button></p></header>
            <main class="deck" id="main">\(pages)</main>
            """
        return Layout.stage(visit, title: show.title, more: " class=\"whole\"", body)
    }
}
