import HTML
import Rouage
import Storage
import WebCore

/// The topics of a quarter that is over: what was taken on, and what was not.
struct PastTopicsPage {
    private let visit: Visit
    private let actor: Actor
    private let cycle: Cycle
    private let topics: [Topic]
    private let earlier: HTML

    init(_ visit: Visit, of cycle: Cycle) throws {
        self.visit = visit
        self.cycle = cycle
        actor = try visit.signedIn()
        topics = try visit.reading.topics(of: cycle.id)
        earlier = try Self.link(visit, before: cycle)
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(fr: "Sujets du \(cycle.name(.french))", en: "Topics of \(cycle.name(.english))")
        let taken = topics.filter { $0.state == .selected }
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/topics">\(say(Phrase(fr: "Sujets", en: "Topics")))</a></p>\
            <h1>\(say(title))</h1></div></header>
            <div class="topics">\(list(Phrase(fr: "Retenus", en: "Selected"), taken))\
            \(list(Phrase(fr: "Non retenus", en: "Not selected"), topics.filter { $0.state != .selected }))\
            \(earlier)</div>
            """
        return Layout.page(visit, title: say(title), page: .topics, body)
    }

    private func list(_ title: Phrase, _ topics: [Topic]) -> HTML {
        let lines: HTML =
            topics.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucun sujet.", en: "No topic.")))</p>"
            : "<ul class=\"plain topiclist\">\(topics.map { TopicListPage.line(visit, $0) })</ul>"
        return "<section class=\"sec\"><header><h2>\(say(title))</h2><p>\(topics.count)</p></header>\(lines)</section>"
    }

    /// Leads to the last quarter before that had topics, where there is one.
    static func link(_ visit: Visit, before cycle: Cycle?) throws -> HTML {
        let known = try visit.reading.cyclesOfTopics()
        guard let cycle,
            let earlier = visit.cycles.last(where: { $0.end < cycle.start && known.contains($0.id) })
        else { return "" }
        let words = Phrase(
            fr: "Les sujets du \(earlier.name(.french))", en: "The topics of \(earlier.name(.english))")
        return "<p class=\"note\"><a href=\"/topics?cycle=\(earlier.label.inAddress)\">\(visit.say(words))</a></p>"
    }
}
