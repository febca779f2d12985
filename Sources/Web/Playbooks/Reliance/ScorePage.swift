import HTML
import Rouage
import Storage
import WebCore

/// Why a playbook has the score it has: each part with what it is computed from, and the gates that are not met.
struct ScorePage {
    private let visit: Visit
    private let playbook: Playbook
    private let standing: PlaybookStanding
    private let score: SelfSustaining

    init(_ visit: Visit, _ playbook: Playbook) throws {
        self.visit = visit
        self.playbook = playbook
        standing = try visit.reading.standing(of: playbook, in: visit.organisation)
        score = standing.score
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(fr: "Pourquoi \(score.rounded) ?", en: "Why \(score.rounded)?")
        let body: HTML = """
            <div class="pb"><header class="head"><div><p class="over"><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a></p>\
            <h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>\(gates)
            <section class="sec" aria-labelledby="h-sum"><header><h2 id="h-sum">\(say(Phrase(fr: "La somme", en: "The sum")))</h2>\
            <p>\(say(Phrase(fr: "Rien n’est saisi : tout vient de la page et de ses occurrences. Les poids sont un jugement.", en: "Nothing is typed in: all comes from the page and its occurrences. The weights are a judgement.")))</p></header>\(table)</section></div>
            """
        return Layout.page(
            visit, title: say(title), page: .playbooks, live: "playbook:\(playbook.id),occurrence:*", body)
    }

    private var lede: Phrase {
        switch score.band {
        case .selfSustaining:
            Phrase(
                fr: "Autoporté : 80 points ou plus, et toutes les conditions sont remplies.",
                en: "Self-sustaining: 80 points or more, and every gate is met.")
        case .nearly:
            Phrase(
                fr: "Presque autoporté : il faut 80 points et toutes les conditions.",
                en: "Nearly self-sustaining: it takes 80 points and every gate.")
        case .notYet:
            Phrase(
                fr: "Pas encore autoporté : moins de 50 points.",
                en: "Not self-sustaining yet: fewer than 50 points.")
        }
    }

    private var gates: HTML {
        let failing = score.failingGates
        guard !failing.isEmpty else { return "" }
        let names = failing.map { "<li>\(say($0.phrase))\(visit.colon)\(say($0.wayOut))</li>" as HTML }
        let lead = Phrase(
            count: failing.count, fr: ("% condition n’est pas remplie", "% conditions ne sont pas remplies"),
            en: ("% gate is not met", "% gates are not met"))
        return """
            <div class="banner warn">\(Part.icon("alert"))<div><p><b>\(say(lead))</b></p><ul>\(names)</ul></div></div>
            """
    }

    private var table: HTML {
        let rows = SelfSustaining.Criterion.allCases.map { criterion -> HTML in
            let isGate = criterion.gate != nil
            let gate: HTML =
                !isGate
                ? ""
                : score.isMet(criterion)
                    ? Part.status(say(Phrase(fr: "Remplie", en: "Met")), ("d-done", "ok"))
                    : Part.status(say(Phrase(fr: "Pas remplie", en: "Not met")), ("d-no", "stop"))
            return """
                <tr><th scope="row">\(say(criterion.phrase))</th><td data-l="\(say(Phrase(fr: "D’après", en: "From")))">\(say(facts(criterion)))</td>\
                <td class="num" data-l="\(say(Phrase(fr: "Points", en: "Points")))">\(points(criterion))</td>\
                <td data-l="\(say(Phrase(fr: "Condition", en: "Gate")))">\(gate)</td></tr>
                """
        }
        let heads: [(Phrase, Bool)] = [
            (Phrase(fr: "Part", en: "Part"), false), (Phrase(fr: "D’après", en: "From"), false),
            (Phrase(fr: "Points", en: "Points"), true), (Phrase(fr: "Condition", en: "Gate"), false),
        ]
        let row = heads.map { "<th scope=\"col\"\(" class=\"num\"", if: $0.1)>\(say($0.0))</th>" as HTML }
        return """
            <table class="t fold"><caption class="vh">\(say(Phrase(fr: "Les parts du score", en: "The parts of the score")))</caption><thead><tr>\(row)</tr></thead><tbody>\(rows)</tbody>\
            <tfoot><tr><th scope="row" colspan="2">\(say(Phrase(fr: "Somme", en: "Sum")))</th><td class="num"><b>\(score.rounded)</b></td><td></td></tr></tfoot></table>
            """
    }

    private func points(_ criterion: SelfSustaining.Criterion) -> String {
        let tenths = Int((score.points(criterion) * 10).rounded())
        let mark = visit.language == .french ? "," : "."
        let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(mark)\(tenths % 10)"
        return "\(number)\u{A0}/\u{A0}\(criterion.weight)"
    }

    // MARK: Facts

    private func facts(_ criterion: SelfSustaining.Criterion) -> Phrase {
        let content = playbook.content
        switch criterion {
        case .owner:
            let name = visit.name(playbook.handover?.to ?? playbook.owner)
            let isMet = score.value(.owner) == 1
            if name.isEmpty { return Phrase(fr: "Personne n’est nommé.", en: "Nobody is named.") }
            return isMet
                ? Phrase(fr: "\(name), qui a accepté.", en: "\(name), who accepted.")
                : Phrase(
                    fr: "\(name) n’a pas encore accepté, ou est de Product Ops.",
                    en: "\(name) has not accepted yet, or is of Product Ops.")
        case .deputy:
            let names = standing.lastRunners.map { visit.name($0) }.sorted()
            let list = names.isEmpty ? "–" : names.joined(separator: ", ")
            let hasDeputy = playbook.deputy != nil && !visit.organisation.isOps(playbook.deputy)
            return Phrase(
                fr:
                    "Les deux dernières fois, hors Product Ops : \(list).\(hasDeputy ? "" : " Suppléance à nommer hors Product Ops.")",
                en:
                    "The last two times, outside Product Ops: \(list).\(hasDeputy ? "" : " A deputy outside Product Ops is to be named.")"
            )
        case .noOpsStep:
            let count = content.steps.count { $0.role == .ops }
            return Phrase(
                count: count, fr: ("% étape confiée à Product Ops.", "% étapes confiées à Product Ops."),
                en: ("% step assigned to Product Ops.", "% steps assigned to Product Ops."))
        case .freeRuns:
            return Phrase(
                count: standing.freeRuns,
                fr: (
                    "% fois de suite sans Product Ops dans une étape bloquante ; il en faut deux.",
                    "% fois de suite sans Product Ops dans une étape bloquante."
                ),
                en: (
                    "% time in a row without Product Ops in a blocking step; two are needed.",
                    "% times in a row without Product Ops in a blocking step."
                ))
        case .adoption where content.cadence == .onTrigger:
            let (whole, times) = (standing.triggered.count { $0.ok }, standing.triggered.count)
            return Phrase(
                fr:
                    "Mené en entier \(whole) fois sur \(times) ; 80 % suffisent. Une équipe chez qui rien ne l’a déclenché ne compte pas.",
                en:
                    "Run whole \(whole) of \(times) times; 80% is enough. A team to which its trigger never came does not count."
            )
        case .adoption:
            let eligible = playbook.eligible(in: visit.organisation).count
            let teams = standing.using.count
            let number = standing.adoption.map { Int(($0 * 100).rounded()) } ?? 0
            return Phrase(
                fr:
                    "\(teams) \(teams < 2 ? "équipe" : "équipes") sur \(eligible) (\(number) %) \(teams < 2 ? "a" : "ont") pris part à une occurrence depuis six mois ; 80 % suffisent.",
                en:
                    "\(teams) of \(eligible) teams (\(number)%) took part in an occurrence in the last six months; 80% is enough."
            )
        case .written:
            return Phrase(
                fr:
                    "Pourquoi, comment et quand s’arrêter, relus le \(DateWords(language: .french).full(playbook.reviewedOn)).",
                en: "Why, how and when to stop, reviewed on \(DateWords(language: .english).full(playbook.reviewedOn))."
            )
        case .metric:
            return Phrase(
                fr: content.metric?.isWhole ?? false
                    ? "Une mesure, un seuil et quelqu’un qui la regarde."
                    : "Il manque la mesure, son seuil ou qui la regarde.",
                en: content.metric?.isWhole ?? false
                    ? "A metric, a threshold and somebody who looks at it."
                    : "The metric, its threshold or who looks at it is missing.")
        case .relay:
            let director = visit.name(playbook.handover?.director)
            return director.isEmpty
                ? Phrase(fr: "La direction n’a pas encore accepté.", en: "The director has not accepted yet.")
                : Phrase(fr: "\(director) a accepté.", en: "\(director) accepted.")
        case .burden:
            let most = BurdenBudget().adding(content).most
            return content.burden.isEmpty
                ? Phrase(fr: "La charge n’est pas connue.", en: "The burden is not known.")
                : Phrase(
                    fr: "Au plus \(most) min par personne et par trimestre, sur \(BurdenBudget.minutes).",
                    en: "At most \(most) min a person in a quarter, of \(BurdenBudget.minutes).")
        case .support:
            guard let end = playbook.supportEndsOn else {
                return Phrase(fr: "Aucune date de fin n’est posée.", en: "No end date is set.")
            }
            return Phrase(
                fr:
                    "Jusqu’au \(DateWords(language: .french).full(end))\(content.reentryRule.isEmpty ? " ; la règle de retour manque" : ", avec une règle de retour").",
                en:
                    "Until \(DateWords(language: .english).full(end))\(content.reentryRule.isEmpty ? "; the rule of return is missing" : ", with a rule of return")."
            )
        }
    }
}
