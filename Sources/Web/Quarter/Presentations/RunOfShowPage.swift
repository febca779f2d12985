import HTML
import Rouage
import Storage
import WebCore

/// The preparation: who presents what, in which order, and for how long.
struct RunOfShowPage {
    let show: Show
    private var visit: Visit { show.visit }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    init(_ show: Show) { self.show = show }

    // MARK: Before the freeze

    /// The run of show builds itself at the freeze; until then the page says what would be in it.
    var early: Answer {
        get throws {
            let entries = try visit.reading.presentationEntries(of: show.cycle.id, in: visit.organisation)
            let teams = Set(entries.map(\.team)).count
            let freeze = visit.dates.weekdayLong(show.cycle.phases.freeze)
            let isPast = show.cycle.phases.presentation < visit.today
            let lede =
                isPast
                ? say(
                    "La présentation du \(show.cycle.name(.french)) n’est pas passée par Rouage.",
                    "The presentation of \(show.cycle.name(.english)) was not held in Rouage.")
                : say(
                    "L’ordre de passage se construit seul au gel, \(freeze). La présentation a lieu \(show.begins).",
                    "The run of show builds itself at the freeze, on \(freeze). The presentation is on \(show.begins).")
            let known = visit.say(PresentationWords.initiatives(entries.count))
            let counted = say(
                "\(known) pour l’instant, \(visit.say(PresentationWords.teams(teams))).",
                "\(known) so far, \(visit.say(PresentationWords.teams(teams))).")
            let rule = say(
                "Chaque équipe qui a une initiative validée y aura six minutes. Rien d’autre n’y est montré.",
                "Each team with a validated initiative will have six minutes. Nothing else is shown.")
            let empty: HTML = """
                <section class="sec" id="run-of-show" data-live-part aria-labelledby="h-show"><header><h2 id="h-show">\
                \(visit.say(PresentationWords.runOfShow))</h2><p>\(counted)</p></header>
                <div class="empty"><p>\(rule)</p><p><a href="/briefings?cycle=\(show.cycle.label.inAddress)">\
                \(say("Voir les initiatives", "See the initiatives"))</a></p></div></section>
                """
            return try answer("\(head(lede, ""))\(isPast ? "" : empty)")
        }
    }

    // MARK: From the freeze on

    func page(_ presentation: Presentation) throws -> Answer {
        if presentation.state == .published {
            return try answer(try PublishedPage(visit, presentation, show.cycle).body())
        }
        let deck = try visit.reading.deck(of: presentation, in: show.cycle, visit.organisation)
        let table = RunOfShowTable(show: show, presentation: presentation, deck: deck)
        let count = deck.slots.reduce(0) { $0 + $1.initiatives.count }
        let lede = say(
            "Le \(show.begins). \(visit.say(PresentationWords.teams(deck.slots.count))), \(visit.say(PresentationWords.initiatives(count))), \(PresentationWords.length(presentation.minutes, .french)).",
            "On \(show.begins). \(visit.say(PresentationWords.teams(deck.slots.count))), \(visit.say(PresentationWords.initiatives(count))), \(PresentationWords.length(presentation.minutes, .english))."
        )
        return try answer(
            """
            \(head(lede, actions(presentation)))\(Part.refusal(visit))\(table.html)
            \(BeginningForm.html(show, presentation))\(try GuestLinkViews.section(show, presentation))
            """)
    }

    private func answer(_ body: HTML) throws -> Answer {
        Layout.page(
            visit, title: show.title, page: .presentations, live: show.live, cycle: show.cycle.id,
            "\(body)\(try others())")
    }

    private func head(_ lede: String, _ actions: HTML) -> HTML {
        let state = show.known.map { Part.status(visit.say($0.state.phrase), $0.state.dial) } ?? ""
        return """
            <div class="head" id="show-head" data-live-part><h1>\(show.title)</h1><p class="lede">\(state) \(lede)</p>\
            \(actions)</div>
            """
    }

    private func actions(_ presentation: Presentation) -> HTML {
        guard !presentation.runOfShow.isEmpty else { return "" }
        return """
            <div class="acts">\(today(presentation))<a class="btn" href="\(show.address)/slides">\(Part.icon("board"))\
            \(say("Voir les diapositives", "See the slides"))</a>\
            <a class="btn" href="\(show.address)/deck">\(Part.icon("print"))\
            \(say("Imprimer, une page par diapositive", "Print, one page a slide"))</a>\
            <a class="btn" href="\(show.address)/calendar.ics">\(Part.icon("cal"))\(say("Mettre à mon agenda", "Add to my calendar"))</a></div>
            """
    }

    /// The one button of the moment: begin, or come along.
    private func today(_ presentation: Presentation) -> HTML {
        let mayRun = show.actor.may(.runPresentation(presentation))
        if presentation.state == .live {
            let prompter: HTML =
                mayRun
                ? "<a class=\"btn\" href=\"\(show.address)/prompter\">\(say("Notes et minuteur", "Notes and timer"))</a>"
                : ""
            return """
                <a class="btn pri" href="\(show.address)/follow">\(say("Suivre en direct", "Follow live"))</a>\(prompter)
                """
        }
        guard let act = Presentation.acts["start"], act.isOffered(presentation, to: visit) else { return "" }
        return """
            <form method="post" action="\(show.address)/start">\(Part.csrf(visit))\
            \(Part.version(presentation.version))\
            <input type="hidden" name="back" value="slides">\
            <button class="btn pri">\(visit.say(act.words.act))</button></form>
            """
    }

    /// The presentations of the other quarters.
    private func others() throws -> HTML {
        let published = try visit.reading.publishedPresentations().filter { $0.cycle != show.cycle.id }
        let rows = published.compactMap { one -> HTML? in
            guard let cycle = visit.cycles.first(where: { $0.id == one.cycle }) else { return nil }
            let day = visit.dates.full(cycle.phases.presentation)
            return """
                <li><a href="/presentations/\(cycle.label.inAddress)">\(PresentationWords.title(cycle.label, visit.language))</a> \
                <span class="q">\(day)</span></li>
                """
        }
        guard !rows.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-others"><header><h2 id="h-others">\
            \(say("Présentations publiées", "Published presentations"))</h2></header><ul class="plain">\(rows)</ul></section>
            """
    }
}
