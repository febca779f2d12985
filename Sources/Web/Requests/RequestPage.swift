import HTML
import Rouage
import Storage

/// One request: what was asked, where it stands, what came of it.
struct RequestPage {
    let visit: Visit
    let actor: Actor
    let request: OpsRequest
    let words: RequestWords
    /// The room for urgencies, this request left out.
    let room: UrgencyRoom
    /// Before it is answered: what is like it and was answered.
    let similar: [OpsRequest]

    init(_ visit: Visit, _ request: OpsRequest) throws {
        self.visit = visit
        self.actor = try visit.signedIn()
        self.request = request
        words = RequestWords(visit)
        room = try visit.reading.urgencyRoom(in: visit.organisation, .french, but: request.id)
        similar =
            request.state == .closed
            ? []
            : AnsweredOnce.like(request.title, among: try visit.reading.answeredRequests())
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { request.address }

    var answer: Answer {
        let acts = RequestActs(page: self)
        let body: HTML = """
            <div class="brf rqs"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="request" data-live-part>\(header)\(RequestStory(visit, request).outcome)\(text)\
            \(RequestStory(visit, request).steps)</div></article>
            <aside class="bside noprint">\(acts.html)\(AnsweredViews(visit).similar(similar))</aside></div>
            """
        return Layout.page(
            visit, title: words.title(request), section: .requests, live: "request:\(request.id)", body)
    }

    private var header: HTML {
        let language = words.language(of: request)
        let people = request.peopleHit.map { $0.spelled(visit.language) } ?? ""
        let hot: HTML =
            request.hotPotato
            ? "<span>\(Part.icon("flag")) \(say(Phrase(fr: "Patate chaude", en: "Hot potato")))</span>" : ""
        let level = { (number: Int?) in number.map { "\($0), \(say(RequestLevel.phrase($0)))" } ?? "" }
        let spent = request.spentDays > 0 ? say(words.length(request.spentDays)) : ""
        return """
            <header><p class="over"><span><a href="/requests">\(say(Phrase(fr: "Demande", en: "Request")))</a></span>\
            <span>\(words.priority(request))</span>\(hot)<span class="end">\(words.status(request))</span></p>
            <h1 id="title" lang="\(language.rawValue)">\(words.title(request))</h1>
            <dl class="dl">\(fact(Phrase(fr: "De", en: "From"), words.asker(request)))\
            \(fact(RequestFormPage.since, request.since))\(fact(Phrase(fr: "Personnes touchées", en: "People hit"), people))\
            \(fact(RequestLevel.impact, level(request.impact)))\(fact(RequestLevel.urgency, level(request.urgency)))\
            \(fact(RequestFormPage.decider, visit.nameAndJob(request.decider)))\
            \(fact(RequestFormPage.returnOwner, visit.nameAndJob(request.returnOwner)))\
            \(fact(Phrase(fr: "En main", en: "In hand"), visit.nameAndJob(request.handledBy)))\
            \(fact(Phrase(fr: "Temps passé", en: "Time spent"), spent))</dl></header>
            """
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var text: HTML {
        let language = words.language(of: request)
        func part(_ name: Phrase, _ text: String) -> HTML {
            text.isBlank
                ? "" : "<section class=\"f\"><h2>\(say(name))</h2>\(Part.prose(text, in: language))</section>"
        }
        return """
            \(part(RequestFormPage.whatHurts, request.whatHurts))\(part(RequestFormPage.ifWeWait, request.ifWeWait))
            """
    }
}

/// What came of a request, and its way so far: for members and for a guest alike.
struct RequestStory {
    private let visit: Visit
    private let request: OpsRequest
    private let words: RequestWords

    init(_ visit: Visit, _ request: OpsRequest) {
        self.visit = visit
        self.request = request
        words = RequestWords(visit)
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var outcome: HTML {
        guard let outcome = request.outcome else { return "" }
        let next: Phrase? =
            switch outcome {
            case .becameTopic:
                Phrase(
                    fr: "Elle est candidate pour le trimestre suivant : le mercato la compare aux autres.",
                    en: "It is a candidate for the next quarter: the mercato holds it against the others.")
            case .urgentProject:
                Phrase(
                    fr: "Le projet commence sans attendre ; \(words.length(request.spentDays)(.french)) mis de côté.",
                    en: "The project begins at once; \(words.length(request.spentDays)(.english)) set aside.")
            case .answered, .redirected, .quickHelp, .refused: nil
            }
        let language = visit.language(of: request.handledBy)
        let note: HTML = next.map { "<p class=\"note\">\(visit.say($0))</p>" } ?? ""
        let exchange: HTML =
            request.inExchange.isEmpty
            ? ""
            : "<p class=\"note\">\(say("Arrêté à la place : \(request.inExchange)", "Dropped instead: \(request.inExchange)"))</p>"
        let text: HTML = request.answer.isBlank ? "" : Part.prose(request.answer, in: language)
        return """
            <section class="f" id="outcome"><h2>\(say("Ce qu’il en sort", "What came of it"))</h2>\
            <div><p>\(words.status(request))</p>\(text)\(note)\(exchange)</div></section>
            """
    }

    /// Where the subject is, step by step.
    var steps: HTML {
        let due: HTML = request.state == .new ? words.due(request) : ""
        let isClosed = request.state == .closed
        let outcome = request.outcome.map { visit.say($0.phrase) } ?? ""
        let hand = visit.name(request.handledBy)
        let all: HTML = """
            \(step(Phrase(fr: "Demandée", en: "Asked"), request.askedOn, ""))\
            \(isClosed && request.triagedOn == nil ? "" : step(Phrase(fr: "Triée par Product Ops", en: "Triaged by Product Ops"), request.triagedOn, due))\
            \(isClosed && request.takenOn == nil ? "" : step(Phrase(fr: "Prise en main", en: "Taken in hand"), request.takenOn, HTML(hand)))\
            \(step(Phrase(fr: "Close", en: "Closed"), request.closedOn, HTML(outcome)))
            """
        return """
            <section class="f"><h2>\(say("Où elle en est", "Where it stands"))</h2><ol class="steps">\(all)</ol></section>
            """
    }

    private func step(_ phrase: Phrase, _ day: Day?, _ more: HTML) -> HTML {
        let date = day.map { visit.dates.weekdayShort($0) } ?? say("à venir", "to come")
        let icon = Part.icon(day == nil ? "d-0" : "d-done")
        let detail: HTML = more.isEmpty ? "" : " <small>\(more)</small>"
        return
            "<li\(" class=\"done\"", if: day != nil)>\(icon)<span>\(visit.say(phrase))</span> <span>\(date)</span>\(detail)</li>"
    }
}
