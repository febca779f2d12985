import HTML
import Rouage
import Storage
import WebCore

/// For those who present: the clocks, the notes, who is next, and what was asked. The room sees none of it.
struct PrompterPage {
    let show: Show
    let presentation: Presentation
    let deck: Deck
    let questions: [QuestionLine]
    /// Votes on the whole so far; what they say stays unread.
    let turnout: Int
    private var visit: Visit { show.visit }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let presentation = try show.presentation()
        guard show.actor.may(.runPresentation(presentation)) else { throw Refusal.notAllowed }
        guard presentation.state == .live else { return .seeOther(show.address) }
        return PrompterPage(
            show: show, presentation: presentation, deck: try visit.deck(of: presentation, in: show.cycle),
            questions: try visit.reading.questions(of: presentation.id),
            turnout: try visit.reading.turnout(of: presentation)
        ).answer
    }

    private var answer: Answer {
        let open = questions.count { $0.question.answeredAt == nil }
        let strip = ControlStrip(
            show: show, presentation: presentation, deck: deck, openQuestions: open, back: "prompter")
        let body: HTML = """
            <main class="prompter" id="main"><div id="prompt" data-live-part>\(now)</div>
            <div class="fcols"><section class="sec" id="show-order" data-live-part aria-labelledby="h-order"><header>\
            <h2 id="h-order">\(visit.say(PresentationWords.runOfShow))</h2><p>\(whole)</p></header>\(order)</section>
            <section class="sec" id="asked" data-live-part aria-labelledby="h-q"><header><h2 id="h-q">\
            \(say("Questions", "Questions"))</h2><p>\(open)</p></header>\(asked)</section></div></main>\(strip.html)
            """
        return Layout.stage(
            visit, title: show.title,
            more: " class=\"stage prompting\" data-behaviour=\"live slides\" data-live=\"\(show.live)\"", body)
    }

    private var now: HTML {
        let slot = deck.slot(of: presentation.showing)
        let notes = presentation.slot(of: presentation.showing)?.notes ?? ""
        let titles = (slot?.initiatives ?? []).map { initiative -> HTML in
            "<li lang=\"\(initiative.language.rawValue)\">\(initiative.title.set(in: initiative.language))</li>"
        }
        let words: HTML =
            notes.isBlank
            ? "<p class=\"note\">\(say("Cette équipe n’a pas laissé de notes.", "This team left no notes."))</p>"
            : Part.prose(notes)
        let people = PresentationWords.presenters(slot?.presenters.map { visit.name($0) } ?? [], visit.language)
        return """
            <h1>\(slot?.name ?? "")</h1><p class="lede">\(people)</p><ol class="titles">\(titles)</ol>
            <section class="sec" aria-labelledby="h-notes"><header><h2 id="h-notes">\(say("Notes", "Notes"))</h2></header>\
            <div class="cues">\(words)</div></section>
            """
    }

    /// The clock of the whole: how long it has run, of how long it was meant to.
    private var whole: HTML {
        let run = presentation.seconds(at: visit.now)
        let total = PresentationWords.length(presentation.minutes, visit.language)
        return """
            <span role="timer" aria-label="\(say("Durée totale", "Whole time"))" data-behaviour="timer" data-run="\(run)">\
            <b>\(Part.clock(run))</b></span> \(say("sur \(total)", "of \(total)"))
            """
    }

    /// Every team as a button: one press goes there, whatever the order said.
    private var order: HTML {
        let rows = deck.slots.map { slot -> HTML in
            let isHere = slot.team == presentation.showing
            let here: HTML = isHere ? " aria-current=\"true\"" : ""
            return """
                <li\(here)><button class="btn low" name="team" value="\(visit.code(slot.team) ?? "")">\(slot.name)</button> \
                <span class="q">\(slot.minutes) min</span></li>
                """
        }
        return """
            <form method="post" action="\(show.address)/position">\(Part.csrf(visit))\
            \(Part.version(presentation.version))\
            <input type="hidden" name="back" value="prompter"><ol class="order">\(rows)</ol></form>
            """
    }

    private var asked: HTML {
        let list = QuestionViews(language: visit.language, organisation: visit.organisation)
            .list(questions, mayAnswer: true)
        let votes = visit.say(
            Phrase(
                count: turnout,
                fr: (
                    "% vote de confiance. Le résultat s’ouvre à la publication.",
                    "% votes de confiance. Le résultat s’ouvre à la publication."
                ),
                en: (
                    "% confidence vote. The result opens when it is published.",
                    "% confidence votes. The result opens when it is published."
                )))
        return """
            <form method="post" action="\(show.address)/answers">\(Part.csrf(visit))\
            <input type="hidden" name="back" value="prompter">\(list)</form><p class="note">\(votes)</p>
            """
    }
}
