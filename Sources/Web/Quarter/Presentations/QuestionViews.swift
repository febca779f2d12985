import HTML
import Rouage
import Storage
import WebCore

/// What was asked, the open questions first.
struct QuestionViews {
    let language: Language
    let organisation: Organisation

    private func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en)(language) }

    /// A list without anything that differs between viewers: its buttons belong to the form around it.
    /// - Parameter mayAnswer: whether the buttons mark a question as answered; otherwise they support it.
    func list(_ lines: [QuestionLine], mayAnswer: Bool, isClosed: Bool = false) -> HTML {
        guard !lines.isEmpty else {
            return "<p class=\"note\">\(say("Aucune question pour l’instant.", "No question so far."))</p>"
        }
        return "<ol class=\"plain qs\">\(lines.map { row($0, mayAnswer: mayAnswer, isClosed: isClosed) })</ol>"
    }

    private func row(_ line: QuestionLine, mayAnswer: Bool, isClosed: Bool) -> HTML {
        let question = line.question
        let author = question.author.flatMap { organisation.people[$0] }
        let text = question.text.set(in: author?.locale ?? language)
        let lang: HTML = author.map { " lang=\"\($0.locale.rawValue)\"" } ?? ""
        let team = question.team.flatMap { organisation.units[$0]?.name }
        let who = author?.name ?? say("Une personne invitée", "A guest")
        let about = team.map { say("à \($0)", "to \($0)") } ?? say("à toutes les équipes", "to all teams")
        let answered: HTML =
            question.answeredAt == nil ? "" : Part.status(say("Répondue", "Answered"), ("d-done", "ok"))
        return """
            <li id="q-\(question.id.description)"><q\(lang)>\(text)</q><p class="by"><b>\(who)</b> \(about) \(answered)\
            \(support(line, mayAnswer: mayAnswer, isClosed: isClosed))</p></li>
            """
    }

    private func support(_ line: QuestionLine, mayAnswer: Bool, isClosed: Bool) -> HTML {
        let id = line.question.id.description
        let count = line.support
        let wanted = Phrase(
            count: count, fr: ("% personne l’attend aussi", "% personnes l’attendent aussi"),
            en: ("% other wants it too", "% others want it too"))(language)
        let counted: HTML = count > 0 ? " <span class=\"q\">\(wanted)</span>" : ""
        guard line.question.answeredAt == nil, !isClosed else { return counted }
        let label = mayAnswer ? say("Répondue", "Answered") : say("Moi aussi", "Me too")
        return """
            \(counted) <button class="btn s" name="question" value="\(id)" aria-describedby="q-\(id)">\(label)</button>
            """
    }
}
