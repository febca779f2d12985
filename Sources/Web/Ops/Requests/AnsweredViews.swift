import HTML
import Rouage
import Storage
import WebCore

/// What was asked and answered before, so that a question is answered once.
struct AnsweredViews {
    private let visit: Visit
    private let words: RequestWords

    init(_ visit: Visit) {
        self.visit = visit
        words = RequestWords(visit)
    }

    /// Beside the sentence being typed; hidden while nothing is like it.
    func similar(_ requests: [OpsRequest]) -> HTML {
        let areAnswered = !requests.isEmpty && requests.allSatisfy { $0.outcome?.answers ?? false }
        let title =
            areAnswered
            ? Phrase(fr: "Déjà répondu, peut-être", en: "Perhaps answered already")
            : Phrase(fr: "Déjà demandé, peut-être", en: "Perhaps asked already")
        return """
            <div class="alike" data-alike role="status"\(" hidden", if: requests.isEmpty)><b>\(visit.say(title))</b>\
            <ul>\(requests.map(item))</ul></div>
            """
    }

    private func item(_ request: OpsRequest) -> HTML {
        "<li><a href=\"\(request.address)\">\(words.title(request))</a><p>\(note(request))</p></li>"
    }

    /// The answer; before there is one, how far it has come.
    func note(_ request: OpsRequest) -> String {
        if request.outcome?.answers ?? false {
            return request.answer.shortened(to: 140).set(in: words.language(of: request))
        }
        let standing = visit.say(request.standing.phrase).lowercasedFirst
        return request.state == .closed
            ? visit.say(Phrase(fr: "Déjà demandé : \(standing).", en: "Asked already: \(standing)."))
            : visit.say(
                Phrase(fr: "Déjà demandé, en cours : \(standing).", en: "Asked already, under way: \(standing)."))
    }

    /// The list of answers on the page of all requests.
    func section(_ question: String, _ found: [OpsRequest]) -> HTML {
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let nothing = say(
            "Aucune réponse ne contient ces mots. Posez la question : la réponse servira à d’autres.",
            "No answer holds these words. Ask: the answer will serve others.")
        let list: HTML =
            found.isEmpty ? "<p class=\"note\">\(nothing)</p>" : "<ul class=\"rq\">\(found.map(row))</ul>"
        return """
            <section class="sec" id="answered" aria-labelledby="h-answered"><header><h2 id="h-answered">\
            \(say("Déjà répondu", "Answered already"))</h2></header>
            <form role="search" class="finder" action="/requests#answered"><div class="field"><label for="rq-q">\
            \(say("Chercher dans les réponses", "Search the answers"))</label>\
            <input class="in" id="rq-q" name="q" type="search" value="\(question)" maxlength="200"></div>\
            <button class="btn">\(say("Chercher", "Search"))</button></form>\(list)</section>
            """
    }

    private func row(_ request: OpsRequest) -> HTML {
        let day = request.closedOn.map(visit.dates.short) ?? ""
        let language = words.language(of: request)
        return """
            <li>\(words.status(request))<div><a href="\(request.address)" lang="\(language.rawValue)">\(words.title(request))</a>\
            <p lang="\(language.rawValue)">\(request.answer.shortened(to: 200).set(in: language))</p></div><span class="num">\(day)</span></li>
            """
    }
}
