import HTML
import Rouage
import Storage
import WebCore

/// What suggests topics for the quarter in preparation, above the list of topics.
struct SignalViews {
    private let visit: Visit
    private let actor: Actor
    private let cycle: Cycle
    private let signals: [Signal]
    private let answers: [SignalAnswer]
    private let topics: [Identifier<Topic>: Topic]
    /// What those that were answered stood on.
    private let grounds: [Identifier<SignalAnswer>: HTML]

    /// Nothing while no quarter is being prepared.
    init?(_ visit: Visit, _ actor: Actor) throws {
        guard let cycle = visit.preparing else { return nil }
        self.visit = visit
        self.actor = actor
        self.cycle = cycle
        signals = try visit.reading.signals(for: cycle, on: visit.today)
        answers = try visit.reading.signalAnswers(for: cycle.id)
        grounds = Dictionary(
            uniqueKeysWithValues: try answers.map { ($0.id, try SignalGrounds.html($0, visit)) })
        let made: [Topic] = try visit.reading.records(answers.compactMap(\.topic))
        topics = Dictionary(made.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }
    private var address: String { "/cycles/\(cycle.label.inAddress)/signals" }

    func html() throws -> HTML {
        guard !signals.isEmpty || !answers.isEmpty || visit.isRefused("dismissal") else { return "" }
        let note = say(
            "Ce que disent les chiffres. Rien ne se crée sans vous.",
            "What the figures say. Nothing is made without you.")
        let list: HTML =
            try signals.isEmpty
            ? "<p class=\"note\">\(say("Rien de plus pour l’instant.", "Nothing more for now."))</p>"
            : "<ul class=\"plain suggested\">\(signals.map(row))</ul>"
        return """
            <section class="sec" id="suggested" aria-labelledby="h-suggested"><header><h2 id="h-suggested">\(say("Suggérés", "Suggested"))</h2>\
            <p>\(note)</p></header>\(list)\(past)</section>
            """
    }

    private func row(_ signal: Signal) throws -> HTML {
        let words = SignalWords(visit: visit, signal: signal)
        let path = "\(address)/\(signal.key)"
        let take: HTML =
            actor.may(.topic(.propose))
            ? """
            <form method="post" action="\(path)/topic">\(Part.csrf(visit))<button class="btn s" aria-label="\(say("En faire un sujet : \(words.title)", "Make it a topic: \(words.title)"))">\
            \(Part.icon("flag"))\(SignalAnswer.acts.making(visit))</button></form>
            """ : ""
        return try """
        <li>\(Part.icon("info"))<div><p>\(words.sentence)</p>\(evidence(signal))\(dismissal(path, words))</div><div class="acts noprint">\(take)</div></li>
        """
    }

    /// What the sentence stands on, to be read.
    private func evidence(_ signal: Signal) -> HTML {
        switch signal.finding {
        case .repeatedRequest(let requests, _):
            let links = requests.map { request -> HTML in
                """
                <a href="/requests/\(request.id.description)">\(request.title.set(in: visit.language(of: request.requester)))</a>
                """
            }
            return "<p class=\"note\">\(links.joined(" · "))</p>"
        case .lateDependencies(_, let id):
            guard let late = visit.cycles.first(where: { $0.id == id }) else { return "" }
            return """
                <p class="note"><a href="/cycles/\(late.label.inAddress)/report">\(say("Bilan du trimestre", "Report of the quarter"))</a></p>
                """
        case .incidentSurge:
            return """
                <p class="note"><a href="/incidents">\(say("Les incidents", "The incidents"))</a></p>
                """
        case .relapse(let playbook, _):
            return """
                <p class="note"><a href="/playbooks/\(playbook.id.description)">\(say("Lire le process", "Read the playbook"))</a></p>
                """
        }
    }

    private func dismissal(_ path: String, _ words: SignalWords) throws -> HTML {
        guard actor.may(.signal(.dismiss)) else { return "" }
        let isBack = visit.isAgain && visit.exchange.path == path + "/dismissal"
        let form = try FieldForm(visit, SignalAnswer.Dismissal(), prefix: words.signal.key, isSent: isBack)
        let label = say("Écarter : \(words.title)", "Dismiss: \(words.title)")
        return """
            <details class="disc noprint"\(" open", if: isBack)><summary aria-label="\(label)">\(say("Écarter", "Dismiss"))\(Part.icon("down"))</summary>\
            <form class="stack" method="post" action="\(path)/dismissal">\(Part.csrf(visit))\
            \(form.control(.reason))\
            <div class="acts"><button class="btn s">\(say("Écarter ce signal", "Dismiss this signal"))</button></div></form></details>
            """
    }

    /// What was made of the signals of this quarter.
    private var past: HTML {
        guard !answers.isEmpty else { return "" }
        let rows = answers.map { answer -> HTML in
            let what = visit.say(answer.sort.phrase)
            let who = visit.name(answer.answeredBy)
            let names = grounds[answer.id] ?? ""
            let came: HTML
            if let topic = answer.topic.flatMap({ topics[$0] }) {
                came = "<a href=\"/topics/\(topic.id.description)\">\(visit.title(of: topic))</a>"
            } else if answer.reason.isEmpty {
                came = HTML(say("écarté", "dismissed"))
            } else {
                came = "\(say("écarté", "dismissed"))\(visit.colon)<q>\(answer.reason)</q>"
            }
            return "<li>\(what) (\(names)), \(who)\(visit.colon)\(came)</li>"
        }
        let words = visit.say(
            Phrase(
                count: answers.count, fr: ("% signal déjà traité", "% signaux déjà traités"),
                en: ("% signal already answered", "% signals already answered")))
        return """
            <details class="disc"><summary>\(words)\(Part.icon("down"))</summary><ul class="plain note">\(rows)</ul></details>
            """
    }
}
