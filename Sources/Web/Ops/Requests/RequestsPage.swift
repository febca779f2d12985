import HTML
import Rouage
import Storage
import WebCore

/// All requests: for Product Ops what waits, for everybody where their subject is and what was answered before.
struct RequestsPage {
    let visit: Visit
    let actor: Actor
    let words: RequestWords
    private let open: [OpsRequest]
    private let mine: [OpsRequest]
    /// What became of those of them that are topics now.
    private let topics: [Identifier<Topic>: Topic]
    private let found: [OpsRequest]
    private let question: String

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { return Layout.forMembers(visit, .requests) }
        return try RequestsPage(visit, actor).answer()
    }

    private init(_ visit: Visit, _ actor: Actor) throws {
        self.visit = visit
        self.actor = actor
        words = RequestWords(visit)
        open = try visit.reading.openRequests()
        mine = try actor.id.map { try visit.reading.requests(of: $0, limit: 8) } ?? []
        topics = Dictionary(
            try mine.compactMap { request in
                try request.topic.flatMap { id in try visit.reading.wholeTopic(id).map { (id, $0) } }
            }, uniquingKeysWith: { first, _ in first })
        question = visit.exchange.query["q"] ?? ""
        found =
            question.isBlank
            ? Array(try visit.reading.answeredRequests(limit: 8))
            : try visit.reading.requests(saying: question).filter { $0.outcome?.answers ?? false }
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    private func answer() throws -> Answer {
        let title = say("Demandes à Product Ops", "Requests to Product Ops")
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1><p class="lede">\(visit.say(lede))</p></div>
            <div class="acts"><a class="btn pri" href="/requests/new">\(say("Demander", "Ask"))</a></div></header>
            <div class="brf rqs"><div><div id="triage" data-live-part>\(triage)</div>
            <div id="open" data-live-part>\(own)\(list("triaged", Phrase(fr: "Triées, à prendre", en: "Triaged, to be taken"), .triaged))\
            \(list("in-hand", Phrase(fr: "En main", en: "In hand"), .inHand))</div>\(AnsweredViews(visit).section(question, found))</div>
            <aside class="bside"><div id="side" data-live-part>\(try RequestFigures(visit, actor).html())</div>\
            \(try RequestLinkViews.section(visit, actor))</aside></div>
            """
        return Layout.page(visit, title: title, page: .requests, live: "request:*,duty_week:*", body)
    }

    private var lede: Phrase {
        let new = open.filter { $0.state == .new }
        let late = new.filter { $0.isOverdue(.french, on: visit.today) }
        let waiting = Phrase(
            count: new.count, fr: ("% attend un premier mot", "% attendent un premier mot"),
            en: ("% waits for a first word", "% wait for a first word"))
        let overdue = Phrase(
            count: late.count, fr: ("dont % au-delà du délai", "dont % au-delà du délai"),
            en: ("% of them past its day", "% of them past their day"))
        let all = Phrase(
            count: open.count, fr: ("% demande ouverte", "% demandes ouvertes"),
            en: ("% open request", "% open requests"))
        let (fr, en) = late.isEmpty ? ("", "") : (", \(overdue(.french))", ", \(overdue(.english))")
        return Phrase(
            fr: "\(all(.french)). \(waiting(.french))\(fr).", en: "\(all(.english)). \(waiting(.english))\(en).")
    }

    /// The most pressing first; of one priority, the oldest.
    private func sorted(_ state: OpsRequest.State) -> [OpsRequest] {
        open.filter { $0.state == state }
            .sorted { ($0.priority, $0.askedOn, $0.id) < ($1.priority, $1.askedOn, $1.id) }
    }

    private var triage: HTML {
        let new = sorted(.new)
        let title = say("Sans premier mot", "Without a first word")
        let head: HTML = "<header><h2 id=\"h-triage\">\(title)</h2><p>\(new.count.spelled(visit.language))</p></header>"
        guard !new.isEmpty else {
            let nothing = say("Tout a reçu un premier mot.", "Everything has had a first word.")
            return
                "<section class=\"sec\" aria-labelledby=\"h-triage\">\(head)<p class=\"note\">\(nothing)</p></section>"
        }
        let mayMove = { (request: OpsRequest) in OpsRequest.acts.isOffered("triage", request, to: visit) }
        guard new.contains(where: mayMove) else {
            return
                "<section class=\"sec\" aria-labelledby=\"h-triage\">\(head)<ul class=\"rq\">\(new.map(row))</ul></section>"
        }
        let rows = new.map { mayMove($0) ? sortable($0) : row($0) }
        let keys = say(
            "pour passer de l’une à l’autre, un chiffre pour l’impact puis un pour l’urgence,",
            "to move, a digit for the impact then one for the urgency,")
        let hot = say("pour une patate chaude,", "for a hot potato,")
        let help: HTML = """
            <p class="note keys"><kbd>J</kbd> <kbd>K</kbd> \(keys) <kbd>H</kbd> \(hot) <kbd>T</kbd> \(say("pour enregistrer.", "to save."))</p>
            """
        return """
            <section class="sec" aria-labelledby="h-triage">\(head)\(help)<ul class="rq" data-behaviour="triage">\(rows)</ul></section>
            """
    }

    private func sortable(_ request: OpsRequest) -> HTML {
        let fields = TriageFields(FormParts(visit, isSent: false)).html(request)
        return """
            <li>\(words.priority(request))<div>\(name(request))<p>\(detail(request))</p><p>\(words.due(request))</p></div>\
            <form class="sort" method="post" action="\(request.address)/triage">\(Part.csrf(visit))\
            \(Part.version(request.version))<input type="hidden" name="back" value="list">\(fields)\
            <button class="btn s">\(say("Trier", "Triage"))<span class="vh"> : \(words.title(request))</span></button></form></li>
            """
    }

    private func name(_ request: OpsRequest) -> HTML {
        let hot: HTML =
            request.hotPotato
            ? " <span class=\"hot\">\(Part.icon("flag"))\(say("patate chaude", "hot potato"))</span>" : ""
        return """
            <a href="\(request.address)" lang="\(words.language(of: request).rawValue)">\(words.title(request))</a>\(hot)
            """
    }

    private func detail(_ request: OpsRequest) -> String {
        let age = visit.say(words.age(request))
        let hand = visit.name(request.handledBy)
        let parts = [
            words.asker(request), request.age(.french, on: visit.today) == 0 ? age : say("depuis \(age)", "for \(age)"),
        ]
        return (parts + (request.state == .inHand && !hand.isEmpty ? [say("chez \(hand)", "with \(hand)")] : []))
            .joined(separator: ", ")
    }

    private func row(_ request: OpsRequest) -> HTML {
        let topic = request.topic.flatMap { topics[$0] }
        let stand = topic.map { Part.status(visit.status($0), $0.state.dial) } ?? ""
        let due: HTML =
            request.state == .new ? words.due(request) : "<div>\(words.status(request)) \(stand)</div>"
        return """
            <li>\(words.priority(request))<div>\(name(request))<p>\(detail(request))</p></div>\(due)</li>
            """
    }

    private var own: HTML {
        guard !mine.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-mine"><header><h2 id="h-mine">\(say("Mes demandes", "My requests"))</h2></header>\
            <ul class="rq">\(mine.map(row))</ul></section>
            """
    }

    private func list(_ id: String, _ title: Phrase, _ state: OpsRequest.State) -> HTML {
        let requests = sorted(state)
        guard !requests.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(visit.say(title))</h2>\
            <p>\(requests.count.spelled(visit.language))</p></header><ul class="rq">\(requests.map(row))</ul></section>
            """
    }
}
