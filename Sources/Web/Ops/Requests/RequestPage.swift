import HTML
import Rouage
import Storage
import WebCore

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
    /// The topics that it may join.
    let topics: [Topic]
    /// The topic that it became, and how far that has come.
    private let way: TopicWay?
    /// Whether the visitor has its next step.
    let mayMove: Bool
    let project: HTML

    init(_ visit: Visit, _ request: OpsRequest) throws {
        self.visit = visit
        self.actor = try visit.signedIn()
        self.request = request
        words = RequestWords(visit)
        project = try ProjectLinks.of(request, visit)
        room = try visit.reading.urgencyRoom(in: visit.organisation, .french, but: request.id)
        similar =
            request.state == .closed
            ? []
            : AnsweredOnce.like(request.title, among: try visit.reading.answeredRequests())
        mayMove = actor.may(.request(.move(request)))
        topics =
            mayMove && request.state == .inHand
            ? try visit.reading.topics(in: Topic.State.allCases.filter(\.isAlive)) : []
        way = try request.topic.flatMap { try TopicWay(visit, $0) }
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { request.address }

    var answer: Answer {
        let forms = RequestForms(page: self)
        let story = RequestStory(visit, request, way)
        let body: HTML = """
            <div class="brf rqs"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="request" data-live-part>\(header)\(story.outcome)\(project)\(text)\
            \(story.steps)</div></article>
            <aside class="bside noprint">\(forms.html)\(AnsweredViews(visit).similar(similar))</aside></div>
            """
        return Layout.page(
            visit, title: words.title(request), page: .requests, live: "request:\(request.id)", body)
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
            \(fact(.since, request.since))\(fact(Phrase(fr: "Personnes touchées", en: "People hit"), people))\
            \(fact(RequestLevel.impact, level(request.impact)))\(fact(RequestLevel.urgency, level(request.urgency)))\
            \(fact(.decider, visit.nameAndJob(request.decider)))\
            \(fact(.returnOwner, visit.nameAndJob(request.returnOwner)))\
            \(fact(Phrase(fr: "En main", en: "In hand"), visit.nameAndJob(request.handledBy)))\
            \(fact(Phrase(fr: "Temps passé", en: "Time spent"), spent))</dl></header>
            """
    }

    private func fact(_ name: OpsRequest.Draft.Name, _ value: String) -> HTML { fact(name.label, value) }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var text: HTML {
        let language = words.language(of: request)
        func part(_ name: OpsRequest.Draft.Name, _ text: String) -> HTML {
            text.isBlank
                ? "" : "<section class=\"f\"><h2>\(say(name.label))</h2>\(Part.prose(text, in: language))</section>"
        }
        return """
            \(part(.whatHurts, request.whatHurts))\(part(.ifWeWait, request.ifWeWait))
            """
    }
}
