import HTML
import Rouage
import WebCore

/// What people say of a playbook, in one click, and what its owner answered in front of all.
struct PlaybookVoices {
    let page: PlaybookPage
    private static let most = 20

    private func say(_ phrase: Phrase) -> String { page.say(phrase) }
    private var visit: Visit { page.visit }

    var section: HTML {
        let all = page.feedback
        let form = page.playbook.state.isRun && page.may(.judge) ? give : ""
        let list: HTML = all.isEmpty ? "" : "<ul class=\"plain pbsay\">\(all.prefix(Self.most).map(row))</ul>"
        return """
            <section class="sec" id="feedback" data-live-part aria-labelledby="h-say"><header><h2 id="h-say">\(say(Phrase(fr: "Encore utile ?", en: "Still useful?")))</h2>\
            <p>\(say(summary))</p></header>\(form)\(list)</section>
            """
    }

    private var summary: Phrase {
        let all = page.feedback
        guard let mean = PlaybookFeedback.mean(all) else {
            return Phrase(fr: "Personne ne s’est encore prononcé.", en: "Nobody has said yet.")
        }
        let count = Phrase(
            count: PlaybookFeedback.voices(all).count, fr: ("% avis", "% avis"), en: ("% opinion", "% opinions"))
        let tenths = Int((mean * 10).rounded())
        let (whole, part) = (tenths / 10, tenths % 10)
        var (french, english) = (
            "\(count(.french)), \(whole),\(part) sur 5.", "\(count(.english)), \(whole).\(part) out of 5."
        )
        let asked = all.filter { $0.answeredOn != nil || $0.asksAnswer }
        let answered = asked.count { $0.answeredOn != nil }
        if let days = PlaybookFeedback.medianDays(all, .french) {
            let number = days == days.rounded() ? String(Int(days)) : String(days)
            french +=
                " Réponses : \(answered) sur \(asked.count), en \(number.replacing(".", with: ",")) jours ouvrés (médiane)."
            english += " Answered: \(answered) of \(asked.count), in \(number) working days (median)."
        }
        return Phrase(fr: french, en: english)
    }

    private var give: HTML {
        let parts = FormParts(visit, prefix: "say", isSent: visit.isRefused("feedback"))
        let words: [Phrase] = [
            Phrase(fr: "Inutile", en: "Useless"), Phrase(fr: "Peu utile", en: "Hardly useful"),
            Phrase(fr: "Utile parfois", en: "Useful at times"), Phrase(fr: "Utile", en: "Useful"),
            Phrase(fr: "Il me manquerait", en: "I would miss it"),
        ]
        let buttons = words.enumerated().map { index, word -> HTML in
            "<button class=\"btn s\" name=\"useful\" value=\"\(index + 1)\"><b>\(index + 1)</b> \(say(word))</button>"
        }
        return """
            <form class="stack noprint" method="post" action="\(page.address)/feedback">\(Part.csrf(visit))\
            \(parts.area("text", Phrase(fr: "En une phrase, si vous voulez", en: "In a sentence, if you like"), hint: Phrase(fr: "Votre nom se lit à côté de votre avis.", en: "Your name is read beside your opinion."), limit: PlaybookFeedback.limit))
            <div class="acts" role="group" aria-label="\(say(Phrase(fr: "Encore utile ? De 1 à 5", en: "Still useful? From 1 to 5")))">\(buttons)</div></form>
            """
    }

    private func row(_ feedback: PlaybookFeedback) -> HTML {
        let who = feedback.givenBy.map { visit.name($0) } ?? say(Phrase(fr: "Sans nom", en: "Without a name"))
        let said: HTML =
            feedback.text.isEmpty
            ? ""
            : "<p class=\"pbq\">\(Part.quoted(feedback.text, visit.language(of: feedback.givenBy), visit))</p>"
        return """
            <li id="f-\(feedback.id.description)"><p><b>\(feedback.useful)/5</b> \(who) <span class="q">\(visit.dates.short(feedback.givenOn))</span></p>\(said)\(answer(feedback))</li>
            """
    }

    private func answer(_ feedback: PlaybookFeedback) -> HTML {
        if let on = feedback.answeredOn {
            return """
                <div class="pbans"><p class="note"><b>\(visit.name(feedback.answeredBy))</b> \(say(Phrase(fr: "a répondu", en: "answered"))) \(visit.dates.short(on))</p>\
                <p>\(Part.quoted(feedback.answer, visit.language(of: feedback.answeredBy), visit))</p></div>
                """
        }
        guard page.may(.answer(page.playbook)) else {
            let waits = Phrase(fr: "Attend une réponse du ou de la responsable.", en: "Waits for the owner’s answer.")
            return feedback.asksAnswer ? "<p class=\"note\">\(say(waits))</p>" : ""
        }
        let isBack = PlaybookFeedback.acts.isRefused("answer", feedback, visit)
        return PlaybookFeedback.acts.disclosure(
            "answer", feedback, visit,
            FormParts(visit, prefix: "ans-\(feedback.id)", isSent: isBack).area(
                "answer", Phrase(fr: "Réponse", en: "Answer"), limit: PlaybookFeedback.limit))
    }
}
