import HTML
import Rouage
import Storage

/// The page of one initiative, on screen and on paper.
enum BriefingViews {
    static func page(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        let dependencies = try visit.reading.dependencies(of: briefing.id)
        let comments = try visit.reading.comments(on: briefing.id)
        let history = try visit.reading.history(of: briefing.id.description)
        let body: HTML = """
            <div class="brf" id="briefing" data-live-part>\(Part.refusal(visit))
            <article class="sheet" aria-labelledby="title">\(header(visit, briefing))\(fields(visit, briefing))
            \(DependencyViews.section(visit, briefing, dependencies))</article>
            \(side(visit, briefing, dependencies, history))
            \(talk(visit, briefing, comments))</div>
            """
        return Layout.page(
            visit, title: briefing.text.title, section: .briefings, live: "briefing:\(briefing.id)", body)
    }

    private static func header(_ visit: Visit, _ briefing: Briefing) -> HTML {
        let say = visit.say
        let cycle = visit.cycles.first { $0.id == briefing.cycle }
        let people = briefing.contributors.map { visit.name($0) }.joined(separator: ", ")
        return """
            <header><p class="over"><span>\(say(Phrase(fr: "Briefing d’initiative produit", en: "Product initiative briefing")))</span>\
            <span>\(cycle?.name(visit.language) ?? "")</span><span>\(visit.name(briefing.team))</span>\
            <span class="end">\(Part.status(say(briefing.state.phrase), briefing.state.dial))</span></p>
            <h1 id="title">\(briefing.text.title)</h1>
            <dl class="dl">\(fact(say(Phrase(fr: "Responsable", en: "Owner")), visit.name(briefing.owner)))\
            \(fact(say(Phrase(fr: "Avec", en: "With")), people))\
            \(fact(say(Phrase(fr: "Appétit", en: "Appetite")), briefing.appetiteDays.map { "\($0)\u{A0}\(visit.language == .french ? "j" : "d")" } ?? ""))\
            \(fact("Version", String(briefing.version)))</dl></header>
            """
    }

    private static func fact(_ name: String, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }

    private static func fields(_ visit: Visit, _ briefing: Briefing) -> HTML {
        let text = briefing.text
        let figures: HTML = """
            \(fact(visit.say(Briefing.Text.Field.people.phrase), text.people))\
            \(fact(visit.say(Briefing.Text.Field.frequency.phrase), text.frequency))\
            \(fact(visit.say(Briefing.Text.Field.cost.phrase), text.cost))
            """
        let size: HTML = figures.isEmpty ? "" : "<dl class=\"size\">\(figures)</dl>"
        return """
            \(field(visit, .problem, Part.prose(text.problem)))\(field(visit, .source, Part.prose(text.source)))\
            \(field(visit, .problemSize, "<div>\(size)\(Part.prose(text.problemSize))</div>"))\
            \(field(visit, .intention, Part.prose(text.intention)))
            """
    }

    private static func field(_ visit: Visit, _ field: Briefing.Text.Field, _ content: HTML) -> HTML {
        """
        <section class="f" aria-labelledby="f-\(field.rawValue)"><h2 id="f-\(field.rawValue)">\
        \(visit.say(field.phrase))</h2>\(content)</section>
        """
    }

    private static func side(
        _ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency], _ history: [HistoryLine]
    ) -> HTML {
        """
        <aside class="bside noprint"><section class="sec" aria-labelledby="steps"><header><h2 id="steps">\
        \(visit.say(Phrase(fr: "La suite", en: "Next")))</h2></header>\(acts(visit, briefing, dependencies))</section>
        <section class="sec" aria-labelledby="history"><header><h2 id="history">\
        \(visit.say(Phrase(fr: "Historique", en: "History")))</h2></header><ol class="hist">\
        \(history.map { line(visit, $0) })</ol></section></aside>
        """
    }

    private static func line(_ visit: Visit, _ line: HistoryLine) -> HTML {
        let who = line.actor == nil ? "Rouage" : visit.name(line.actor)
        return """
            <li><time>\(visit.dates.short(line.at.day(in: visit.site.clock.zone)))</time><span>\(who), \
            \(visit.say(line.action.phrase))</span></li>
            """
    }

    private static func acts(_ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency]) -> HTML {
        guard let actor = visit.actor, actor.may(.writeBriefing(briefing)) else {
            let text = Phrase(
                fr: "Ce texte appartient à l’équipe \(visit.name(briefing.team)).",
                en: "This text belongs to the team \(visit.name(briefing.team)).")
            return "<p class=\"note\">\(visit.say(text))</p>"
        }
        let edit: HTML = """
            <a class="btn" href="/briefings/\(briefing.id.description)/edit">\(Part.icon("pencil"))\
            \(visit.say(Phrase(fr: "Modifier", en: "Edit")))</a>
            """
        switch briefing.state {
        case .draft:
            let none: HTML =
                dependencies.isEmpty && briefing.noDependency == nil
                ? act(
                    visit, briefing, "no-dependency",
                    Phrase(fr: "Signer « aucune dépendance »", en: "Sign “no dependency”"))
                : ""
            return """
                <div class="acts">\(act(visit, briefing, "submission", Phrase(fr: "Déposer le briefing", en: "Submit the briefing"), "pri"))\
                \(edit)\(none)</div>
                """
        case .aligning:
            return """
                <div class="acts">\(act(visit, briefing, "readiness", Phrase(fr: "Déclarer prête", en: "Declare ready")))\(edit)</div>
                """
        case .submitted, .ready: return "<div class=\"acts\">\(edit)</div>"
        case .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: return ""
        }
    }

    private static func act(_ visit: Visit, _ briefing: Briefing, _ noun: String, _ phrase: Phrase, _ tone: String = "")
        -> HTML
    {
        """
        <form method="post" action="/briefings/\(briefing.id.description)/\(noun)">\(Part.csrf(visit))\
        <button class="btn \(tone)">\(visit.say(phrase))</button></form>
        """
    }

    private static func talk(_ visit: Visit, _ briefing: Briefing, _ comments: [Comment]) -> HTML {
        let say = visit.say
        let hint = Phrase(
            fr: "Dites ce qui change pour vous, ou ce qui vous bloque. @ nomme une personne.",
            en: "Say what changes for you, or what blocks you. @ names a person.")
        return """
            <section class="talk noprint" id="comments" aria-labelledby="h-c"><div class="sec"><header><h2 id="h-c">\
            \(say(Phrase(fr: "Commentaires", en: "Comments")))</h2><p>\(comments.count)</p></header>
            <ol class="cmts">\(comments.map { one(visit, $0) })</ol>
            <form class="field" method="post" action="/briefings/\(briefing.id.description)/comments">\(Part.csrf(visit))
            <label for="text">\(say(Phrase(fr: "Votre commentaire", en: "Your comment")))</label>
            <textarea class="in" id="text" name="text" rows="3" aria-describedby="text-hint" data-behaviour="mention">\
            \(visit.typed("text", or: ""))</textarea>\(Part.flaw(visit, "text"))
            <p class="hint" id="text-hint">\(say(hint))</p>
            <div class="acts"><button class="btn">\(say(Phrase(fr: "Publier", en: "Publish")))</button></div></form></div></section>
            """
    }

    private static func one(_ visit: Visit, _ comment: Comment) -> HTML {
        let person = visit.organisation.people[comment.author]
        return """
            <li><span class="av" aria-hidden="true">\(person?.initials ?? "")</span><div><p class="by">\
            <b>\(person?.name ?? "")</b> <time>\(visit.dates.short(comment.createdAt.day(in: visit.site.clock.zone)))</time></p>\
            \(Part.prose(comment.text))</div></li>
            """
    }
}
