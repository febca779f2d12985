import HTML
import Rouage
import Storage
import WebCore

/// The topics by when they could be taken on, with where they come from. There is no further horizon than the next
/// quarter; those of a quarter that is over have a page of their own.
struct TopicListPage {
    let visit: Visit
    let actor: Actor
    let all: [Topic]
    /// Only topics of this source are shown.
    let source: Topic.Source?
    private let suggested: HTML
    private let earlier: HTML

    init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        all = try visit.reading.topics(openTo: visit.openCycles.map(\.id))
        source = visit.exchange.query["source"].flatMap(Topic.Source.init)
        suggested = try SignalViews(visit, actor)?.html() ?? ""
        earlier = try PastTopicsPage.link(visit, before: visit.running)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var alive: [Topic] { all.filter(\.state.isAlive) }
    private func fits(_ topic: Topic) -> Bool { source == nil || topic.source == source }

    var answer: Answer {
        let title = Phrase(fr: "Sujets", en: "Topics")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div>\
            <div class="acts"><a class="btn pri" href="/topics/new">\(Part.icon("plus"))\
            \(say(Phrase(fr: "Proposer un sujet", en: "Raise a topic")))</a></div></header>
            \(Part.refusal(visit))<div id="topics" class="topics" data-live-part>\(suggested)\(all.isEmpty ? empty : lists)</div>
            """
        return Layout.page(visit, title: say(title), page: .topics, live: "topic:*,signal_answer:*", body)
    }

    private var lede: Phrase {
        let waiting = alive.count { $0.state != .selected }
        let count = Phrase(
            count: waiting, fr: ("% sujet attend", "% sujets attendent"),
            en: ("% topic is waiting", "% topics are waiting"))
        return Phrase(
            fr: "\(count(.french)). Chacun peut en proposer ; les directions votent une fois par trimestre.",
            en: "\(count(.english)). Anybody may raise one; the directors vote once a quarter.")
    }

    private var lists: HTML {
        """
        \(mix)<div class="horizons">\(Topic.Horizon.allCases.map(horizon))</div>\(left)\
        \(earlier)
        """
    }

    private var empty: HTML {
        let lead = Phrase(fr: "Aucun sujet pour l’instant.", en: "No topic yet.")
        let how = Phrase(
            fr: "Un titre suffit pour commencer. Les Product Ops vous aident à dire le problème et son poids.",
            en: "A title is enough to begin with. Product Ops help you say the problem and its weight.")
        return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
    }

    // MARK: Where they come from

    private var mix: HTML {
        let counts = Topic.Source.allCases.map { source in
            (source: source, count: alive.count { $0.source == source })
        }
        let title = Phrase(fr: "D’où ils viennent", en: "Where they come from")
        let note =
            source == nil
            ? Phrase(fr: "Les sujets encore en vie, par source.", en: "The topics still alive, by source.")
            : Phrase(fr: "Une seule source est affichée.", en: "One source only is shown.")
        let all: HTML =
            source == nil
            ? "" : "<a class=\"end\" href=\"/topics\">\(say(Phrase(fr: "Toutes les sources", en: "All sources")))</a>"
        return """
            <section class="sec" aria-labelledby="h-mix"><header><h2 id="h-mix">\(say(title))</h2><p>\(say(note))</p>\(all)</header>\
            \(Part.bars(counts, name: link))</section>
            """
    }

    /// A source, with the way to its topics, or back to all when they are the ones shown.
    private func link(_ source: Topic.Source, _ count: Int) -> HTML {
        let isChosen = self.source == source
        guard count > 0 || isChosen else { return "<span class=\"q\">\(say(source.phrase))</span>" }
        let address = isChosen ? "/topics" : "/topics?source=\(source.rawValue)"
        return "<a href=\"\(address)\"\(" aria-current=\"true\"", if: isChosen)>\(say(source.phrase))</a>"
    }

    // MARK: When

    private func horizon(_ horizon: Topic.Horizon) -> HTML {
        let topics = alive.filter { visit.horizon(of: $0) == horizon && fits($0) }
        let title = horizon.phrase(running: visit.running, preparing: visit.preparing)
        let list: HTML =
            topics.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Aucun sujet.", en: "No topic.")))</p>"
            : "<ul class=\"plain topiclist\">\(topics.map { Self.line(visit, $0) })</ul>"
        return """
            <section class="sec" aria-labelledby="h-\(horizon.rawValue)"><header><h2 id="h-\(horizon.rawValue)">\(say(title))</h2>\
            <p>\(topics.count)</p></header>\(list)</section>
            """
    }

    static func line(_ visit: Visit, _ topic: Topic) -> HTML {
        let effort: HTML = topic.effortDays.map { "<span>\(visit.days($0))</span>" } ?? ""
        return """
            <li><h3><a href="/topics/\(topic.id.description)">\(visit.title(of: topic))</a></h3>\
            <p class="tx">\(Part.status(visit.status(topic), topic.state.dial))<span>\(visit.say(topic.sort.phrase))</span>\
            <span>\(visit.say(topic.source.phrase))</span>\(effort)</p></li>
            """
    }

    /// What is no longer waiting: it can be read, and raised again.
    private var left: HTML {
        let topics = all.filter { !$0.state.isAlive && fits($0) }
        guard !topics.isEmpty else { return "" }
        let words = Phrase(
            count: topics.count, fr: ("% sujet écarté, fusionné ou retiré", "% sujets écartés, fusionnés ou retirés"),
            en: ("% topic set aside, merged or withdrawn", "% topics set aside, merged or withdrawn"))
        return """
            <details class="disc"><summary>\(say(words))\(Part.icon("down"))</summary>\
            <ul class="plain topiclist">\(topics.map { Self.line(visit, $0) })</ul></details>
            """
    }
}
