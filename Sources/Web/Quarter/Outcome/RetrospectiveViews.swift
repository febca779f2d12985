import HTML
package import Rouage
import Storage
package import WebCore

/// What the teams wrote about the quarter, at the end of its report.
struct RetrospectiveViews {
    let page: ReportPage
    private var visit: Visit { page.visit }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var section: HTML {
        let open = page.retrospectives.filter { visit.actor?.may(.readRetrospective(of: $0.team, page.cycle)) ?? false }
            .sorted { visit.name($0.team).alphabetical < visit.name($1.team).alphabetical }
        let title = Phrase(fr: "Rétrospectives", en: "Retrospectives")
        let rule = Phrase(
            fr: "Trois questions, au nom de l’équipe. Chacune se lit par tous quand le trimestre est clos.",
            en: "Three questions, in the team’s name. Everybody reads them once the quarter is closed.")
        let empty = Phrase(
            fr:
                "Aucune rétrospective à lire pour l’instant. Dix minutes à deux suffisent pour écrire celle de votre équipe.",
            en: "No retrospective to read yet. Ten minutes for two are enough to write your team’s.")
        let content: HTML =
            open.isEmpty ? "<div class=\"empty\"><p>\(say(empty))</p></div>" : open.map(retrospective).joined()
        return """
            <section class="sec" id="retrospectives"><header><h2>\(say(title))</h2><p>\(say(rule))</p></header>\
            <div class="acts noprint">\(writing)</div>\(content)</section>
            """
    }

    /// The visitor's own teams, each with its page to write.
    private var writing: [HTML] {
        guard let actor = visit.actor else { return [] }
        return actor.teams.filter { $0.sort.delivers && actor.may(.writeRetrospective(of: $0.id)) }.map {
            team -> HTML in
            let words = Phrase(fr: "Écrire pour \(team.name)", en: "Write for \(team.name)")
            return """
                <a class="btn s" href="/cycles/\(page.cycle.label.inAddress)/retrospectives/\(team.code.inAddress)">\(Part.icon("pencil"))\(say(words))</a>
                """
        }
    }

    private func retrospective(_ page: Retrospective) -> HTML {
        let language = visit.language(of: page.author)
        let answers = Self.questions.map { question, text -> HTML in
            let answer = page[keyPath: text]
            return answer.isBlank
                ? "" : "<div><dt>\(say(question))</dt><dd>\(Part.prose(answer, in: language))</dd></div>"
        }
        return """
            <section class="retro"><h3>\(visit.name(page.team))</h3><dl>\(answers)</dl>\
            <p class="note">\(say(Self.signature(visit, page)))</p></section>
            """
    }

    static var questions: [(Phrase, KeyPath<Retrospective, String>)] {
        [
            (Retrospective.Answers.Name.helped.label, \.helped), (Retrospective.Answers.Name.slowed.label, \.slowed),
            (Retrospective.Answers.Name.changes.label, \.changes),
        ]
    }

    static func signature(_ visit: Visit, _ page: Retrospective) -> Phrase {
        let day = page.writtenAt.day(in: visit.site.clock.zone)
        return Phrase(
            fr: "Écrite au nom de l’équipe, en dernier par \(visit.name(page.author)), le \(day.inFrench).",
            en: "Written in the team’s name, last by \(visit.name(page.author)) on \(day.inEnglish).")
    }
}

/// The page on which a team writes its retrospective.
enum RetrospectivePage {
    static func show(_ visit: Visit) throws -> Answer {
        let place = try RetrospectivePlace(visit)
        let (cycle, team) = (place.cycle, place.team)
        let known = try visit.reading.retrospective(of: team.id, in: cycle.id)
        let title = Phrase(
            fr: "Rétrospective de \(team.name), \(cycle.shortName(.french))",
            en: "Retrospective of \(team.name), \(cycle.shortName(.english))")
        let who = Phrase(
            fr:
                "Votre équipe la lit dès maintenant, tout le département quand le trimestre est clos. Elle porte le nom de l’équipe et celui de la dernière personne qui l’a écrite.",
            en:
                "Your team reads it at once, the whole department once the quarter is closed. It carries the name of the team and of who wrote last."
        )
        let body: HTML = """
            <div class="head"><div><p class="over"><a href="/cycles/\(cycle.label.inAddress)/report">\
            \(visit.say(Phrase(fr: "Bilan du \(cycle.shortName(.french))", en: "Report of \(cycle.shortName(.english))")))</a></p>\
            <h1>\(visit.say(title))</h1><p class="lede">\(visit.say(who))</p></div></div>\(Part.refusal(visit))\
            \(try visit.signedIn().may(.writeRetrospective(of: team.id)) ? form(visit, cycle, team, known) : reading(visit, known))
            """
        return Layout.page(visit, title: visit.say(title), page: .report, cycle: cycle.id, body)
    }

    private static func form(_ visit: Visit, _ cycle: Cycle, _ team: Rouage.Unit, _ known: Retrospective?) throws
        -> HTML
    {
        guard cycle.state >= .presented else {
            let words = Phrase(
                fr: "Le trimestre se prépare encore : la page s’ouvre à sa présentation finale.",
                en: "The quarter is still being prepared: the page opens at its final presentation.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        let form = try FieldForm(visit, known?.answers ?? Retrospective.Answers(helped: "", slowed: "", changes: ""))
        let signature: HTML =
            known.map { "<p class=\"note\">\(visit.say(RetrospectiveViews.signature(visit, $0)))</p>" } ?? ""
        return """
            <form class="stack retroform" method="post" action="/cycles/\(cycle.label.inAddress)/retrospectives/\(team.code.inAddress)">\(Part.csrf(visit))\
            \(Part.version(known?.version ?? 0))\(Retrospective.Answers.Name.allCases.map(form.control))\
            <div class="acts"><button class="btn pri">\(Retrospective.acts.making(visit))</button></div>\(signature)</form>
            """
    }

    private static func reading(_ visit: Visit, _ known: Retrospective?) -> HTML {
        guard let known else {
            let words = Phrase(
                fr: "L’équipe n’a rien écrit pour ce trimestre.", en: "The team wrote nothing for this quarter.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        let language = visit.language(of: known.author)
        let answers = RetrospectiveViews.questions.map { question, text -> HTML in
            "<section class=\"sec\"><header><h2>\(visit.say(question))</h2></header>\(Part.prose(known[keyPath: text], in: language))</section>"
        }
        return "\(answers.joined())<p class=\"note\">\(visit.say(RetrospectiveViews.signature(visit, known)))</p>"
    }
}

extension Retrospective.Answers.Name: Worded {
    package var label: Phrase {
        switch self {
        case .helped: Phrase(fr: "Ce qui nous a aidés", en: "What helped us")
        case .slowed: Phrase(fr: "Ce qui nous a ralentis", en: "What slowed us down")
        case .changes: Phrase(fr: "Ce que nous changeons", en: "What we change")
        }
    }

    package var hint: Phrase? {
        Phrase(fr: "\(Retrospective.limit) caractères au plus.", en: "At most \(Retrospective.limit) characters.")
    }
}
