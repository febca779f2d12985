import HTML
import Rouage
import WebCore

/// What is tried, where it is rolled out, and the figure by which its effect is seen.
struct ProjectTrialViews {
    let page: ProjectPage
    private var visit: Visit { page.visit }
    private var project: OpsProject { page.project }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }
    private var choose: Phrase { Phrase(fr: "Choisir", en: "Choose") }

    private func names(_ teams: [Identifier<Rouage.Unit>]) -> String {
        teams.map { visit.name($0) }.joined(separator: ", ")
    }

    // MARK: Experiments

    var experiments: HTML {
        guard project.stage >= .experiment || !project.experiments.isEmpty else { return "" }
        let lines = project.experiments.map(line)
        let list: HTML =
            lines.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucun essai encore.", en: "No experiment yet.")))</p>"
            : "<ol class=\"plain proofs\">\(lines)</ol>"
        return page.section(
            "experiments", Phrase(fr: "Les essais", en: "The experiments"),
            Phrase(fr: "une à trois équipes, six semaines au plus", en: "one to three teams, six weeks at most"),
            "\(list)\(experimentForms)")
    }

    private func line(_ experiment: OpsProject.Experiment) -> HTML {
        let aim = "\(say(experiment.aim.phrase)) \(experiment.threshold)"
        let from = visit.dates.full(experiment.from)
        let to = visit.dates.full(experiment.to)
        let outcome: HTML
        if let result = experiment.result, let reached = experiment.reached {
            let met =
                experiment.isMet
                ? Phrase(fr: "seuil atteint", en: "threshold met") : Phrase(fr: "seuil manqué", en: "threshold missed")
            let text =
                "\(say(Phrase(fr: "Résultat", en: "Result"))) \(reached), \(say(met)), \(say(result.phrase).lowercased())"
            outcome = """
                <p class="tx">\(Part.status(text, experiment.isMet ? ("d-done", "ok") : ("d-no", "")))</p>\
                <p class="said">\(experiment.learned.set(in: page.language))</p>
                """
        } else {
            outcome = "<p class=\"tx\">\(Part.status(say(Phrase(fr: "En cours", en: "Under way")), ("d-ack", "")))</p>"
        }
        return """
            <li><p class="said">\(experiment.hypothesis.set(in: page.language))</p>\
            <p class="tx"><span>\(experiment.measure.set(in: page.language))</span><span>\(aim)</span><span>\(names(experiment.teams))</span>\
            <span>\(from) – \(to)</span></p>\(outcome)</li>
            """
    }

    private var experimentForms: HTML {
        guard project.stage >= .experiment else { return "" }
        let parts = page.parts("experiments")
        let days = OpsProject.trialDays(in: page.cycle, on: visit.today)
        let aims = OpsProject.Experiment.Aim.allCases.map { ($0.rawValue, say($0.phrase)) }
        let fields: HTML = """
            \(parts.area("hypothesis", Phrase(fr: "L’hypothèse", en: "The hypothesis"), limit: OpsProject.noteLimit))\
            \(parts.text("measure", Phrase(fr: "Ce que l’on mesure", en: "What is measured")))\
            \(parts.select("aim", Phrase(fr: "Réussi si c’est", en: "A success when it is"), aims))\
            \(parts.text("threshold", Phrase(fr: "Le seuil", en: "The threshold"), more: " inputmode=\"numeric\"", isShort: true))\
            \(page.teams("experiments"))\
            \(parts.day("from", Phrase(fr: "Du", en: "From"), stored: visit.today.description, from: days.lowerBound, to: days.upperBound))\
            \(parts.day("to", Phrase(fr: "Au", en: "To")))
            """
        let begin = page.disclosure(
            "experiments", as: Phrase(fr: "Lancer un essai", en: "Begin an experiment"), fields)
        let open = project.experiments.enumerated().filter { $0.element.result == nil }
        guard !open.isEmpty else { return begin }
        let ends = page.parts("conclusions")
        let places = open.map {
            (String($0.offset + 1), "\($0.offset + 1). \(String($0.element.hypothesis.prefix(60)))")
        }
        let results = OpsProject.Experiment.Result.allCases.map { ($0.rawValue, say($0.phrase)) }
        let conclusion: HTML = """
            \(ends.select("experiment", Phrase(fr: "Quel essai", en: "Which experiment"), places))\
            \(ends.text("reached", Phrase(fr: "Le chiffre atteint", en: "The figure reached"), more: " inputmode=\"numeric\"", isShort: true))\
            \(ends.select("result", Phrase(fr: "Ce que l’on en fait", en: "What becomes of it"), results, empty: choose))\
            \(ends.area("learned", Phrase(fr: "Ce que l’on a appris", en: "What was learned"), limit: OpsProject.noteLimit))
            """
        return """
            \(page.disclosure("conclusions", as: Phrase(fr: "Conclure un essai", en: "Conclude an experiment"), conclusion))\(begin)
            """
    }

    // MARK: Waves

    var waves: HTML {
        guard project.stage >= .rollout || !project.waves.isEmpty else { return "" }
        let lines = project.waves.enumerated().map(wave)
        let list: HTML =
            lines.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucune vague encore.", en: "No wave yet.")))</p>"
            : "<ol class=\"plain proofs\">\(lines)</ol>"
        return page.section(
            "waves", Phrase(fr: "Le déploiement", en: "The roll-out"),
            Phrase(fr: "chaque vague a son oui ou son non", en: "each wave has its go or its no"), "\(list)\(waveForms)"
        )
    }

    private func wave(_ place: Int, _ wave: OpsProject.Wave) -> HTML {
        let name = say(Phrase(fr: "Vague \(place + 1)", en: "Wave \(place + 1)"))
        let day = visit.dates.full(wave.from)
        let verdict: HTML =
            wave.verdict.map { verdict in
                """
                <p class="tx">\(Part.status(say(verdict.phrase), verdict == .go ? ("d-done", "ok") : ("d-no", "")))</p>\
                <p class="said">\(wave.reason.set(in: page.language))</p>
                """
            } ?? "<p class=\"tx\">\(Part.status(say(Phrase(fr: "À décider", en: "To be decided")), ("d-sig", "")))</p>"
        return """
            <li><p class="tx"><b>\(name)</b><span>\(say(Phrase(fr: "à partir du \(day)", en: "from \(day)")))</span>\
            <span>\(names(wave.teams))</span></p>\(verdict)</li>
            """
    }

    private var waveForms: HTML {
        guard project.stage >= .rollout else { return "" }
        if let last = project.waves.last, last.verdict == nil {
            let parts = page.parts("verdict")
            let words = OpsProject.Wave.Verdict.allCases.map { ($0.rawValue, $0.phrase) }
            return page.disclosure(
                "verdict", as: Phrase(fr: "Décider de cette vague", en: "Decide this wave"),
                "\(parts.radios("verdict", Phrase(fr: "Le mot", en: "The word"), stored: "", words))\(parts.area("reason", Phrase(fr: "La raison", en: "The reason"), limit: OpsProject.noteLimit))"
            )
        }
        let parts = page.parts("waves")
        let days = OpsProject.trialDays(in: page.cycle, on: visit.today)
        return page.disclosure(
            "waves", as: Phrase(fr: "Prévoir la vague suivante", en: "Plan the next wave"),
            "\(page.teams("waves"))\(parts.day("from", Phrase(fr: "À partir du", en: "From"), stored: visit.today.description, from: days.lowerBound, to: days.upperBound))"
        )
    }

    // MARK: The figure

    var metric: HTML {
        let metric = project.metric
        let unit = metric.unit.isEmpty ? "" : "\u{A0}\(metric.unit)"
        func value(_ number: Int?) -> String {
            number.map { "\($0)\(unit)" } ?? say(Phrase(fr: "pas encore", en: "not yet"))
        }
        let figures: HTML =
            metric.name.isBlank
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucun indicateur nommé.", en: "No figure named.")))</p>"
            : """
            <p>\(metric.name.set(in: page.language))</p><dl class="dl">\(page.fact(Phrase(fr: "Avant", en: "Before"), value(metric.before)))\
            \(page.fact(Phrase(fr: "Après", en: "After"), value(metric.after)))</dl>
            """
        return page.section(
            "metric", Phrase(fr: "L’effet", en: "The effect"), nil, "\(figures)\(burden)\(frameForm)"
        )
    }

    private var burden: HTML {
        guard let delta = project.burdenDelta else { return "" }
        let words =
            switch delta {
            case 1...:
                Phrase(
                    fr: "Demande \(delta) min de plus par personne et par trimestre.",
                    en: "Asks \(delta) min more of each person in a quarter.")
            case 0:
                Phrase(fr: "Ne demande de temps en plus à personne.", en: "Asks nobody for more time.")
            default:
                Phrase(
                    fr: "Rend \(-delta) min par personne et par trimestre.",
                    en: "Gives each person \(-delta) min a quarter.")
            }
        return "<p class=\"note\">\(Part.icon("clock"))\(say(words))</p>"
    }

    private var frameForm: HTML {
        let parts = page.parts("frame")
        func number(_ value: Int?) -> String { value?.description ?? "" }
        let numeric: HTML = " inputmode=\"numeric\""
        let fields: HTML = """
            \(parts.radios("mode", Phrase(fr: "Comment le projet est mené", en: "How it is carried"), stored: project.mode.rawValue, OpsProject.Mode.allCases.map { ($0.rawValue, $0.phrase) }))\
            \(parts.day("ends_on", Phrase(fr: "Fin prévue", en: "Meant to end on"), stored: project.endsOn?.description ?? "", to: page.cycle.end))\
            \(parts.text("metric", Phrase(fr: "L’indicateur", en: "The figure"), stored: project.metric.name))\
            \(parts.text("unit", Phrase(fr: "Son unité", en: "Its unit"), stored: project.metric.unit, isShort: true))\
            \(parts.text("before", Phrase(fr: "Avant", en: "Before"), stored: number(project.metric.before), more: numeric, isShort: true))\
            \(parts.text("after", Phrase(fr: "Après", en: "After"), stored: number(project.metric.after), more: numeric, isShort: true))\
            \(parts.text("burden", Phrase(fr: "Minutes en plus (ou -) par personne et trimestre", en: "Minutes more (or -) a person and quarter"), stored: number(project.burdenDelta), more: numeric, isShort: true))
            """
        return page.disclosure(
            "frame", as: Phrase(fr: "Modifier l’indicateur et le cadre", en: "Edit the figure and the frame"), fields)
    }
}
