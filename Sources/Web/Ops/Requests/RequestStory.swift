import HTML
import Rouage
import WebCore

/// What came of a request, and its way so far: for members and for a guest alike.
struct RequestStory {
    private let visit: Visit
    private let request: OpsRequest
    private let words: RequestWords
    private let way: TopicWay?
    private let isForGuest: Bool

    init(_ visit: Visit, _ request: OpsRequest, _ way: TopicWay?, isForGuest: Bool = false) {
        self.visit = visit
        self.request = request
        self.way = way
        self.isForGuest = isForGuest
        words = RequestWords(visit)
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var outcome: HTML {
        guard let outcome = request.outcome else { return "" }
        let next: Phrase? =
            switch outcome {
            case .becameTopic where way != nil: nil
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
            <div><p>\(words.status(request))</p>\(text)\(note)\(topic)\(exchange)</div></section>
            """
    }

    /// The topic that it became. A guest reads how far it has come, and nothing else of it.
    private var topic: HTML {
        guard let way else { return "" }
        if isForGuest { return "<p>\(say("Le sujet", "The topic")) \(way.status)</p>" }
        let isPart = way.topic.id != request.topic
        let name = isPart ? say("Réuni au sujet", "Joined with the topic") : say("Le sujet", "The topic")
        return "<p>\(name) \(way.link) \(way.status)</p><p class=\"note\">\(way.sentence)</p>"
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
            \(step(Phrase(fr: "Close", en: "Closed"), request.closedOn, HTML(outcome)))\(vote)
            """
        return """
            <section class="f"><h2>\(say("Où elle en est", "Where it stands"))</h2><ol class="steps">\(all)</ol></section>
            """
    }

    /// What the mercato does with the topic.
    private var vote: HTML {
        guard let way, way.isOnItsWay else { return "" }
        let result = way.resultOn == nil ? "" : visit.status(way.topic)
        return """
            \(step(Phrase(fr: "Au vote du mercato", en: "To the vote of the mercato"), way.votedOn, ""))\
            \(step(Phrase(fr: "Résultat du mercato", en: "Result of the mercato"), way.resultOn, HTML(result)))
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
