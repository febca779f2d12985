import HTML
import Rouage
import Storage
import WebCore

/// What was presented, as it was: readable for good, with what was asked, what was believed, and how to check it.
struct PublishedPage {
    let visit: Visit
    let presentation: Presentation
    let cycle: Cycle
    private let deck: Deck
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    init(_ visit: Visit, _ presentation: Presentation, _ cycle: Cycle) throws {
        self.visit = visit
        self.presentation = presentation
        self.cycle = cycle
        deck = try visit.deck(of: presentation, in: cycle)
    }

    private var address: String { "/presentations/\(cycle.label.inAddress)" }

    /// The page again when an answer to a rework was refused.
    static func again(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let rework: Rework = try visit.reading.get(try visit.parameter("id"))
        let presentation = try visit.reading.get(rework.presentation)
        guard let cycle = visit.cycles.first(where: { $0.id == presentation.cycle }) else { throw Refusal.notFound }
        let page = try PublishedPage(visit, presentation, cycle)
        return Layout.page(
            visit, title: PresentationWords.title(cycle.label, visit.language), page: .presentations,
            cycle: cycle.id, try page.body())
    }

    /// All of it, for the people of the department.
    func body() throws -> HTML {
        """
        \(head(actions))\(Part.refusal(visit))\(slots(linked: true))\(try confidence())\(try reworks())\(try asked())\(check)\(recording)
        """
    }

    /// Without what leads into the department.
    func forGuests() throws -> HTML {
        "\(head(""))\(slots(linked: false))\(try confidence())\(try asked())"
    }

    private func head(_ actions: HTML) -> HTML {
        let count = deck.slots.reduce(0) { $0 + $1.initiatives.count }
        let teams = visit.say(PresentationWords.teams(deck.slots.count))
        let initiatives = visit.say(PresentationWords.initiatives(count))
        let day = visit.dates.full(deck.day)
        let lede = say(
            "Le \(day). \(teams), \(initiatives). Ce qui suit est ce qui a été montré, et ne change plus.",
            "\(day). \(teams), \(initiatives). What follows is what was shown, and changes no more.")
        return """
            <div class="head"><h1>\(PresentationWords.title(cycle.label, visit.language))</h1><p class="lede">\
            \(Part.status(visit.say(presentation.state.phrase), presentation.state.dial)) \(lede)</p>\(actions)</div>
            """
    }

    private var actions: HTML {
        let watch: HTML =
            presentation.recording.isEmpty
            ? ""
            : "<a class=\"btn\" href=\"\(presentation.recording)\" rel=\"noreferrer\">\(say("Revoir l’enregistrement", "Watch the recording"))</a>"
        return """
            <p class="acts">\(watch)<a class="btn" href="\(address)/slides">\(Part.icon("board"))\
            \(say("Voir les diapositives", "See the slides"))</a><a class="btn" href="\(address)/deck">\
            \(Part.icon("print"))\(say("Imprimer, une page par diapositive", "Print, one page a slide"))</a></p>
            """
    }

    // MARK: What was shown

    private func slots(linked: Bool) -> HTML {
        let sections = deck.slots.map { slot -> HTML in
            let names = slot.presenters.map { visit.name($0) }.filter { !$0.isEmpty }
            let rows = slot.initiatives.map { initiative(slot, $0, linked: linked) }
            return """
                <section class="sec pub" id="t-\(slot.team.description)" aria-labelledby="h-\(slot.team.description)"><header>\
                <h2 id="h-\(slot.team.description)">\(slot.name)</h2><p>\(names.joined(separator: ", "))</p></header>\
                <ul class="plain">\(rows)</ul></section>
                """
        }
        return "<div class=\"pubs\">\(sections)</div>"
    }

    private func initiative(_ slot: Deck.Slot, _ initiative: Deck.Initiative, linked: Bool) -> HTML {
        let author = initiative.language
        let title = initiative.title.set(in: author)
        let lang: HTML = " lang=\"\(author.rawValue)\""
        let heading: HTML =
            linked
            ? "<a href=\"/briefings/\(initiative.briefing.description)\"\(lang)>\(title)</a>"
            : "<span\(lang)>\(title)</span>"
        let problem = SlideText.lead(initiative.problem, upTo: 220).set(in: author)
        var figure = HTML()
        if let movement = Movement(in: initiative.intention, author) {
            figure = """
                <p class="mvt"><b>\(movement.from.set(in: author))</b> → <b>\(movement.to.set(in: author))</b> \
                <span\(lang)>\(movement.unit.set(in: author))</span></p>
                """
        }
        return "<li><h3>\(heading)</h3><p\(lang)>\(problem)</p>\(figure)</li>"
    }

    // MARK: What was believed and asked

    private func confidence() throws -> HTML {
        let confidence = try visit.reading.confidence(of: presentation)
        guard confidence.values.contains(where: { $0.votes > 0 }) else { return "" }
        return """
            <section class="sec" aria-labelledby="h-conf"><header><h2 id="h-conf">\(say("Confiance", "Confidence"))</h2>\
            <p>\(say("De 1 à 5, vote anonyme", "1 to 5, anonymous vote"))</p></header>\
            \(ConfidenceViews.results(visit.language, confidence, of: teams))</section>
            """
    }

    /// The teams as they were called then.
    private var teams: [(Identifier<Rouage.Unit>, String)] {
        presentation.runOfShow.map { ($0.team, deck.slot(of: $0.team)?.name ?? visit.name($0.team)) }
    }

    private func asked() throws -> HTML {
        let lines = try visit.reading.questions(of: presentation.id)
        guard !lines.isEmpty else { return "" }
        let views = QuestionViews(language: visit.language, organisation: visit.organisation)
        let mayAnswer = visit.actor.map { $0.isMember && $0.may(.runPresentation(presentation)) } ?? false
        let list = views.list(lines, mayAnswer: mayAnswer, isClosed: !mayAnswer)
        let form: HTML =
            mayAnswer
            ? "<form method=\"post\" action=\"\(address)/answers\">\(Part.csrf(visit))\(list)</form>" : list
        let open = lines.count { $0.question.answeredAt == nil }
        let counted = say("\(lines.count), dont \(open) sans réponse", "\(lines.count), \(open) without an answer")
        return """
            <section class="sec" aria-labelledby="h-q"><header><h2 id="h-q">\(say("Questions", "Questions"))</h2>\
            <p>\(counted)</p></header>\(form)</section>
            """
    }

    // MARK: What is reworked

    private func reworks() throws -> HTML {
        let reworks = try visit.reading.reworks(of: presentation.id)
        guard !reworks.isEmpty else { return "" }
        let rule = say(
            "Sous 3 de moyenne, la direction dit sous cinq jours ouvrés ce qui change.",
            "Under a mean of 3, its director says within five working days what changes.")
        return """
            <section class="sec" id="reworks" aria-labelledby="h-rw"><header><h2 id="h-rw">\(say("À retravailler", "To rework"))</h2>\
            <p>\(rule)</p></header><ul class="plain rw">\(reworks.map(row))</ul></section>
            """
    }

    private func row(_ rework: Rework) -> HTML {
        let name =
            rework.team.map { team in deck.slot(of: team)?.name ?? visit.name(team) }
            ?? say("Le trimestre entier", "The whole quarter")
        let mean = ConfidenceViews.decimal(rework.mean, visit.language)
        return """
            <li id="r-\(rework.id.description)"><h3>\(name), \(mean)</h3>\(answer(rework, name))</li>
            """
    }

    private func answer(_ rework: Rework, _ name: String) -> HTML {
        if let on = rework.answeredOn {
            let text = rework.answer.set(in: visit.language(of: rework.answeredBy))
            return """
                <p><b>\(visit.name(rework.answeredBy))</b>, \(visit.dates.short(on)) : <q>\(text)</q></p>
                """
        }
        let due = visit.dates.weekdayLong(rework.due)
        let waits = say("Réponse attendue pour le \(due).", "An answer is expected by \(due).")
        guard Rework.acts.isOffered("answer", rework, to: visit) else {
            let who = directors(of: rework)
            let by = who.isEmpty ? waits : say("\(waits) Elle revient à \(who).", "\(waits) It is for \(who) to give.")
            return "<p>\(by)</p>"
        }
        let isSent = visit.exchange.parameters["id"] == rework.id.description && visit.refusal != nil
        let parts = FormParts(visit, prefix: "rw-\(rework.id.description.suffix(6))", isSent: isSent)
        let label = Phrase(fr: "Ce qui change pour \(name)", en: "What changes for \(name)")
        let form = Rework.acts.form(
            "answer", rework, visit, isFirst: true, parts.area("answer", label, limit: Rework.limit))
        return "<p>\(waits)</p>\(form)"
    }

    /// Those who answer for a team: the directors above it, or the CPO for the whole.
    private func directors(of rework: Rework) -> String {
        let organisation = visit.organisation
        return organisation.people.values.filter { person in
            guard person.active, !Actor(person, in: organisation).holds(.cpo) || rework.team == nil else {
                return false
            }
            return Actor(person, in: organisation).may(.answerRework(rework))
        }.map(\.name).sorted().joined(separator: ", ")
    }

    // MARK: How to check it

    private var check: HTML {
        let at = presentation.publishedAt ?? visit.now
        let clock = at.clock(in: visit.site.clock.zone)
        let when =
            "\(visit.dates.full(at.day(in: visit.site.clock.zone))), \(visit.dates.clock(clock.hour, clock.minute))"
        let text = say(
            "Le texte publié le \(when) porte cette empreinte SHA-256. Téléchargez-le et comparez avec sha256sum : un caractère changé en donnerait une autre.",
            "The text published on \(when) has this SHA-256 hash. Download it and compare with sha256sum: one changed character would give another."
        )
        return """
            <section class="sec" aria-labelledby="h-check"><header><h2 id="h-check">\(say("Vérifier", "Check"))</h2></header>\
            <p>\(text)</p><p class="hash"><code>\(presentation.hash)</code></p>\
            <p><a href="\(address)/snapshot.json">\(say("Télécharger le texte publié", "Download the published text"))</a></p></section>
            """
    }

    private var recording: HTML {
        guard visit.actor?.may(.runPresentation(presentation)) == true else { return "" }
        return RecordingForm.html(visit, presentation)
    }
}

/// Where the presentation can be seen again.
enum RecordingForm {
    static func html(_ visit: Visit, _ presentation: Presentation) -> HTML {
        let parts = FormParts(visit, prefix: "rec")
        let label = Phrase(fr: "Adresse de l’enregistrement", en: "Address of the recording")
        let save = Presentation.acts.sending("recording", presentation, visit)
        return """
            <form class="begin" method="post" action="\(save.to)">\(Part.csrf(visit))\
            \(parts.text("recording", label, stored: presentation.recording, type: "url"))\
            <div class="acts"><button class="btn">\(save.words)</button></div></form>
            """
    }
}
