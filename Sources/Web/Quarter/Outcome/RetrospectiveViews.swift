import HTML
import Rouage
import Storage
import WebCore

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
                <a class="btn s" href="/cycles/\(page.cycle.label)/retrospectives/\(team.code)">\(Part.icon("pencil"))\(say(words))</a>
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
            (Phrase(fr: "Ce qui nous a aidés", en: "What helped us"), \.helped),
            (Phrase(fr: "Ce qui nous a ralentis", en: "What slowed us down"), \.slowed),
            (Phrase(fr: "Ce que nous changeons", en: "What we change"), \.changes),
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
        let cycle = try visit.cycleOfAddress()
        let team = try visit.teamOfAddress()
        let actor = try visit.signedIn()
        guard actor.may(.readRetrospective(of: team.id, cycle)) else { throw Refusal.notFound }
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
            <div class="head"><div><p class="over"><a href="/cycles/\(cycle.label)/report">\
            \(visit.say(Phrase(fr: "Bilan du \(cycle.shortName(.french))", en: "Report of \(cycle.shortName(.english))")))</a></p>\
            <h1>\(visit.say(title))</h1><p class="lede">\(visit.say(who))</p></div></div>\(Part.refusal(visit))\
            \(actor.may(.writeRetrospective(of: team.id)) ? form(visit, cycle, team, known) : reading(visit, known))
            """
        return Layout.page(visit, title: visit.say(title), page: .report, cycle: cycle.id, body)
    }

    private static func form(_ visit: Visit, _ cycle: Cycle, _ team: Rouage.Unit, _ known: Retrospective?) -> HTML {
        guard cycle.state >= .presented else {
            let words = Phrase(
                fr: "Le trimestre se prépare encore : la page s’ouvre à sa présentation finale.",
                en: "The quarter is still being prepared: the page opens at its final presentation.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        let fields = zip(["helped", "slowed", "changes"], RetrospectiveViews.questions).map { name, question -> HTML in
            field(visit, name, question.0, known?[keyPath: question.1] ?? "")
        }
        let signature: HTML =
            known.map { "<p class=\"note\">\(visit.say(RetrospectiveViews.signature(visit, $0)))</p>" } ?? ""
        return """
            <form class="stack retroform" method="post" action="/cycles/\(cycle.label)/retrospectives/\(team.code)">\(Part.csrf(visit))\
            <input type="hidden" name="version" value="\(known?.version ?? 0)">\(fields)\
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Enregistrer", en: "Save")))</button></div>\(signature)</form>
            """
    }

    private static func field(_ visit: Visit, _ name: String, _ label: Phrase, _ stored: String) -> HTML {
        let isWrong = visit.flaw(name) != nil
        let hint = Phrase(
            fr: "\(Retrospective.limit) caractères au plus.", en: "At most \(Retrospective.limit) characters.")
        let described = isWrong ? "\(name)-hint \(name)-error" : "\(name)-hint"
        return """
            <div class="field"><label for="\(name)">\(visit.say(label))</label><p class="hint" id="\(name)-hint">\(visit.say(hint))</p>\
            <textarea class="in" id="\(name)" name="\(name)" rows="4" aria-describedby="\(described)"\
            \(" aria-invalid=\"true\"", if: isWrong)>\n\(visit.typed(name, or: stored))</textarea>\(Part.flaw(visit, name))</div>
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

    static func save(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let cycle = try visit.cycleOfAddress()
        let team = try visit.teamOfAddress()
        let deed = try visit.deed
        guard deed.actor.may(.readRetrospective(of: team.id, cycle)) else { throw Refusal.notFound }
        let form = visit.exchange.form
        let answers = Retrospective.Answers(
            helped: form.text("helped"), slowed: form.text("slowed"), changes: form.text("changes"))
        if let known = try transaction.retrospective(of: team.id, in: cycle.id) {
            try transaction.change(known.id, version: form.version) {
                (page: inout Retrospective) in try page.rewrite(answers, by: deed)
            }
        } else {
            let (page, activity) = try Retrospective.write(
                answers, of: team, id: transaction.newID(), in: cycle, by: deed)
            try transaction.add(page, activity)
        }
        return .seeOther("/cycles/\(cycle.label)/report#retrospectives")
    }
}

extension Visit {
    /// The team named in the address.
    func teamOfAddress() throws -> Rouage.Unit {
        guard let id = exchange.parameters["team"].flatMap({ organisation.unitsByCode[$0] }),
            let team = organisation.units[id]
        else { throw Refusal.notFound }
        return team
    }
}
