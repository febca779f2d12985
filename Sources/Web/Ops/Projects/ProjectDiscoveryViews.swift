import HTML
import Rouage
import WebCore

/// The discovery of a project: the problem with the answers of those who live it, the evidence, the locked solution.
struct ProjectDiscoveryViews {
    let page: ProjectPage
    private var visit: Visit { page.visit }
    private var project: OpsProject { page.project }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    // MARK: The problem

    var problem: HTML {
        page.section(
            "problem", Phrase(fr: "Le problème", en: "The problem"), project.problemState.phrase,
            "\(Part.prose(project.problem, in: page.language))\(tally)\(answering)\(problemForms)")
    }

    /// The counts, once there are enough of them to say something.
    private var tally: HTML {
        // Who can still answer does so before reading what others said.
        guard project.problemState != .open, !mayAnswer else { return "" }
        let answers = page.answers
        guard answers.count >= OpsProject.Agreement.fewest else {
            let words = Phrase(
                count: answers.count,
                fr: (
                    "% réponse sur 5 avant de montrer les comptes.", "% réponses sur 5 avant de montrer les comptes."
                ),
                en: ("% answer of 5 before the counts are shown.", "% answers of 5 before the counts are shown."))
            return "<p class=\"note\">\(say(words))</p>"
        }
        let rows = [
            (OpsProject.Agreement.Answer.yes, answers.yes), (.partly, answers.partly), (.no, answers.no),
        ].map { "<li><span>\(say($0.0.phrase))</span><b class=\"num\">\($0.1)</b></li>" as HTML }
        let rule = Phrase(
            fr: "Confirmé à partir de 60 % de oui ou en partie, dont 40 % de oui.",
            en: "Agreed from 60% yes or partly, of which 40% yes.")
        return "<ul class=\"plain tally\">\(rows)</ul><p class=\"note\">\(say(rule))</p>"
    }

    private var mayAnswer: Bool { OpsProject.acts.isOffered("answers", project, to: visit) }

    private var answering: HTML {
        guard project.takesAnswers(by: page.actor) else { return "" }
        guard mayAnswer else {
            let thanks = Phrase(
                fr: "Vous avez répondu. Seul le compte est gardé.", en: "You have answered. Only the count is kept.")
            return "<p class=\"note\">\(Part.icon("check"))\(say(thanks))</p>"
        }
        let options = OpsProject.Agreement.Answer.allCases.map { ($0.rawValue, $0.phrase) }
        let question = page.parts("answers").radios(
            "answer", Phrase(fr: "Est-ce un problème que vous vivez ?", en: "Is this a problem you live with?"),
            stored: "", options)
        let note = say(
            Phrase(fr: "Une seule réponse, comptée sans votre nom.", en: "One answer, counted without your name."))
        return OpsProject.acts.form("answers", project, visit, "\(question)<p class=\"hint\">\(note)</p>")
    }

    private var problemForms: HTML {
        let hint = Phrase(
            fr: "Changer les mots efface les réponses déjà données.", en: "Other words erase the answers given so far.")
        let field = page.parts("problem").area(
            "problem", Phrase(fr: "Le problème", en: "The problem"),
            hint: project.problemState == .open ? nil : hint, stored: project.problem, limit: OpsProject.problemLimit)
        let title = Phrase(fr: "Réécrire le problème", en: "Write the problem again")
        return """
            \(page.button("proposal"))\(page.button("agreement"))\(page.disclosure("problem", as: title, field))
            """
    }

    // MARK: The evidence

    var evidence: HTML {
        let interviews = project.evidence.count { $0.sort == .interview }
        let note = Phrase(
            fr: "\(project.evidence.count) sur 5, dont \(interviews) sur 3 entretiens",
            en: "\(project.evidence.count) of 5, \(interviews) of 3 interviews")
        return page.section("evidence", Phrase(fr: "Les preuves", en: "The evidence"), note, "\(list)\(evidenceForms)")
    }

    private var list: HTML {
        guard !project.evidence.isEmpty else {
            let words = Phrase(
                fr: "Rien encore. Trois entretiens dans deux équipes sont le minimum.",
                en: "Nothing yet. Three interviews in two teams are the least.")
            return "<p class=\"note\">\(say(words))</p>"
        }
        let lines = project.evidence.map { piece -> HTML in
            """
            <li><p class="tx"><span>\(say(piece.sort.phrase))</span><span>\(visit.name(piece.team))</span>\
            <span>\(say(piece.craft.phrase))</span><span>\(visit.dates.full(piece.on))</span></p>\
            <p class="said">\(piece.note.set(in: page.language))</p></li>
            """
        }
        return "<ol class=\"plain proofs\">\(lines)</ol>"
    }

    private var evidenceForms: HTML {
        let parts = page.parts("evidence")
        let choose = Phrase(fr: "Choisir", en: "Choose")
        let teams = visit.organisation.teams.map { ($0.code, $0.name) }
        let consent: HTML = """
            <label class="opt"><input type="checkbox" name="consent" value="true"> <span>\
            \(say(Phrase(fr: "La personne nommée est d’accord pour l’être", en: "The person named agrees to be")))</span></label>
            """
        let fields: HTML = """
            \(parts.select("kind", Phrase(fr: "Ce que c’est", en: "What it is"), OpsProject.Evidence.Sort.allCases.map { ($0.rawValue, say($0.phrase)) }, empty: choose))\
            \(parts.select("team", Phrase(fr: "Dans quelle équipe", en: "In which team"), teams, empty: choose))\
            \(parts.select("craft", Phrase(fr: "Quel métier", en: "Which craft"), Craft.allCases.map { ($0.rawValue, say($0.phrase)) }, empty: choose))\
            \(parts.area("note", Phrase(fr: "Ce que l’on a vu ou entendu", en: "What was seen or heard"), hint: Phrase(fr: "L’équipe suffit : ne nommez personne.", en: "The team is enough: name nobody."), limit: OpsProject.noteLimit))\(consent)
            """
        let add = page.disclosure(
            "evidence", as: Phrase(fr: "Ajouter une preuve", en: "Add a piece of evidence"), fields)
        guard !project.evidence.isEmpty else { return add }
        let places = project.evidence.enumerated().map { place, piece in
            (String(place + 1), "\(place + 1). \(String(piece.note.prefix(60)))")
        }
        let field = page.parts("evidence-removal").select(
            "evidence", Phrase(fr: "Laquelle", en: "Which one"), places, empty: choose)
        return "\(add)\(page.disclosure("evidence-removal", field))"
    }

    // MARK: The solution

    var solution: HTML {
        let title = Phrase(fr: "La solution", en: "The solution")
        guard project.problemState == .agreed else {
            let words = Phrase(
                fr: "Fermée tant que le problème n’est pas confirmé par celles et ceux qui le vivent.",
                en: "Closed until the problem is confirmed by those who live it.")
            return page.section(
                "solution", title, nil, "<p class=\"locked\">\(Part.icon("lock"))<span>\(say(words))</span></p>")
        }
        let text: HTML =
            project.solution.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Le problème est confirmé : elle peut s’écrire.", en: "The problem is agreed: it can be written.")))</p>"
            : Part.prose(project.solution, in: page.language)
        let field = page.parts("solution").area(
            "solution", title, stored: project.solution, limit: OpsProject.solutionLimit)
        let form = page.disclosure(
            "solution", as: Phrase(fr: "Écrire la solution", en: "Write the solution"), field)
        return page.section("solution", title, nil, "\(text)\(form)")
    }
}
