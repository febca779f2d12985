import HTML
import Rouage
import Storage
import WebCore

/// The figures of the quarter beside those before it, the teams, and the pairs of teams in trouble.
struct ReportTables {
    let page: ReportPage
    private var visit: Visit { page.visit }
    private var report: CycleReport { page.report }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private func head(_ phrase: Phrase, number: Bool = true) -> HTML {
        "<th scope=\"col\"\(" class=\"num\"", if: number)>\(say(phrase))</th>"
    }

    // MARK: Figures

    var figures: HTML {
        let rows: [(Phrase, Phrase, (CycleFigures) -> HTML)] = [
            (
                Phrase(fr: "Dépendances non anticipées", en: "Late dependencies"),
                Phrase(
                    fr: "Signalées après le gel, sur toutes. Au-dessus de 20 %, c’est un sujet pour le brainstorming.",
                    en: "Pointed out after the freeze, of all. Above 20%, it is a topic for the brainstorm."),
                { share($0.late) }
            ),
            (
                Phrase(fr: "Engagements rompus", en: "Broken promises"),
                Phrase(
                    fr:
                        "Rompus au moins une fois, sur tous ceux qui ont été pris. S’il monte : moins promettre, plus tôt.",
                    en: "Broken at least once, of all that were made. If it rises: promise less, and earlier."),
                { share($0.broken) }
            ),
            (
                Phrase(fr: "Initiatives retenues par une dépendance", en: "Initiatives held up by a dependency"),
                Phrase(
                    fr:
                        "Ralenties ou abandonnées pour cette cause, sur les validées. S’il monte : voir les paires fragiles.",
                    en:
                        "Slowed down or abandoned for that cause, of those validated. If it rises: see the fragile pairs."
                ),
                { share($0.heldUp) }
            ),
            (
                Phrase(fr: "Délai de réponse", en: "Time to an answer"),
                Phrase(
                    fr: "Jours ouvrés entre la demande et le premier engagement ou refus, valeur médiane.",
                    en: "Working days from the need to the first promise or refusal, median."),
                { days($0) }
            ),
        ]
        let title = Phrase(fr: "Quatre chiffres, trimestre après trimestre", en: "Four figures, quarter after quarter")
        let heads = report.records.map { record -> HTML in
            "<th scope=\"col\" class=\"num\">\(record.cycle.name(visit.language))</th>"
        }
        let body = rows.map { name, rule, value -> HTML in
            let cells = report.records.map { record -> HTML in
                "<td class=\"num\" data-l=\"\(record.cycle.name(visit.language))\">\(value(record.figures))</td>"
            }
            return "<tr><th scope=\"row\">\(say(name))<small class=\"q\">\(say(rule))</small></th>\(cells)</tr>"
        }
        return section(
            title, nil,
            "<thead><tr>\(head(Phrase(fr: "Chiffre", en: "Figure"), number: false))\(heads)</tr></thead><tbody>\(body)</tbody>"
        )
    }

    private func share(_ share: CycleFigures.Share) -> HTML {
        guard let percent = share.percent else { return none }
        let unit: HTML = visit.language == .french ? "\u{202F}%" : "%"
        let of = say(Phrase(fr: "\(share.part) sur \(share.whole)", en: "\(share.part) of \(share.whole)"))
        return "<b>\(percent)\(unit)</b> <small class=\"q\">\(of)</small>"
    }

    private func days(_ figures: CycleFigures) -> HTML {
        guard let days = figures.answerDays else { return none }
        let whole = days.rounded() == days
        let text = whole ? String(Int(days)) : String(days).replacing(".", with: visit.language == .french ? "," : ".")
        let of = say(
            Phrase(count: figures.answers, fr: ("% réponse", "% réponses"), en: ("% answer", "% answers")))
        let unit = say(Phrase(fr: "\(text) j", en: "\(text) d"))
        return "<b>\(unit)</b> <small class=\"q\">\(of)</small>"
    }

    private var none: HTML { "<span class=\"qq\">\(say(Phrase(fr: "rien à compter", en: "nothing to count")))</span>" }

    // MARK: Teams

    var teams: HTML {
        let results = report.teams
        let names = results.keys.sorted { visit.name($0).alphabetical < visit.name($1).alphabetical }
        let columns: [(Phrase, KeyPath<CycleReport.TeamResult, Int>)] = [
            (Phrase(fr: "Prévues", en: "Planned"), \.planned), (Phrase(fr: "Terminées", en: "Done"), \.done),
            (Phrase(fr: "En cours", en: "In progress"), \.running), (Phrase(fr: "Ralenties", en: "Slowed"), \.slowed),
            (Phrase(fr: "Abandonnées", en: "Abandoned"), \.abandoned), (Phrase(fr: "Ajoutées", en: "Added"), \.added),
            (Phrase(fr: "Promises", en: "Promised"), \.promised), (Phrase(fr: "Tenues", en: "Kept"), \.kept),
            (Phrase(fr: "Rompues", en: "Broken"), \.broken),
        ]
        let rows = names.map { team -> HTML in
            let cells = columns.map { phrase, path -> HTML in
                let count = results[team]?[keyPath: path] ?? 0
                let shown: HTML = count == 0 ? "<span class=\"qq\">0</span>" : "\(count)"
                return "<td class=\"num\" data-l=\"\(say(phrase))\">\(shown)</td>"
            }
            let code = visit.organisation.units[team]?.code ?? ""
            return """
                <tr><th scope="row"><a href="/teams/\(code.inAddress)?cycle=\(page.cycle.label.inAddress)">\(visit.name(team))</a></th>\(cells)</tr>
                """
        }
        let title = Phrase(fr: "Prévu et fait, par équipe", en: "Planned and done, by team")
        let rule = Phrase(
            fr:
                "Initiatives présentées ou ajoutées ensuite, puis ce que l’équipe avait promis aux autres. Par ordre alphabétique.",
            en:
                "Initiatives presented or added later, then what the team had promised to others. In alphabetical order."
        )
        let heads = columns.map { head($0.0) }
        return section(
            title, rule,
            "<thead><tr>\(head(Phrase(fr: "Équipe", en: "Team"), number: false))\(heads)</tr></thead><tbody>\(rows)</tbody>"
        )
    }

    // MARK: Pairs

    var pairs: HTML {
        let pairs = report.chronicPairs
        let title = Phrase(fr: "Paires fragiles", en: "Fragile pairs")
        let rule = Phrase(
            fr:
                "Deux équipes entre lesquelles des dépendances ont été rompues, refusées ou non anticipées, au moins deux trimestres.",
            en: "Two teams between which dependencies were broken, declined or late in at least two quarters.")
        guard !pairs.isEmpty else {
            let none = Phrase(
                fr: "Aucune paire d’équipes n’a eu de difficulté deux trimestres de suite ou plus.",
                en: "No pair of teams had trouble in two quarters or more.")
            return """
                <section class="sec"><header><h2>\(say(title))</h2><p>\(say(rule))</p></header>\
                <div class="empty"><p>\(say(none))</p></div></section>
                """
        }
        let heads = report.records.map { record -> HTML in
            "<th scope=\"col\" class=\"num\">\(record.cycle.name(visit.language))</th>"
        }
        let rows = pairs.map { pair -> HTML in
            let cells = report.records.map { record -> HTML in
                let count = pair.troubles[record.cycle.id] ?? 0
                let shown: HTML = count == 0 ? "<span class=\"qq\">0</span>" : "<b>\(count)</b>"
                return "<td class=\"num\" data-l=\"\(record.cycle.name(visit.language))\">\(shown)</td>"
            }
            let names = Phrase(
                fr: "\(visit.name(pair.asking)) attend \(visit.name(pair.giving))",
                en: "\(visit.name(pair.asking)) waits for \(visit.name(pair.giving))")
            return "<tr><th scope=\"row\">\(say(names))</th>\(cells)</tr>"
        }
        return section(
            title, rule,
            "<thead><tr>\(head(Phrase(fr: "Qui attend qui", en: "Who waits for whom"), number: false))\(heads)</tr></thead><tbody>\(rows)</tbody>"
        )
    }

    private func section(_ title: Phrase, _ rule: Phrase?, _ table: HTML) -> HTML {
        let name = say(title)
        let words: HTML = rule.map { "<p>\(say($0))</p>" } ?? ""
        return """
            <section class="sec"><header><h2>\(name)</h2>\(words)</header>\
            <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table class="t fold">\
            <caption class="vh">\(name)</caption>\(table)</table></div></section>
            """
    }
}
