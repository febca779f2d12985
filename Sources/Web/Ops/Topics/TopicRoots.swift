import HTML
import Rouage
import Storage
import WebCore

/// What a topic came of: a group of a brainstorm, or a signal.
struct TopicRoots {
    let html: HTML

    init(_ visit: Visit, _ topic: Topic) throws {
        html = try "\(Self.group(visit, topic))\(Self.signal(visit, topic))"
    }

    private static func group(_ visit: Visit, _ topic: Topic) throws -> HTML {
        guard let (session, cluster) = try visit.reading.brainstorm(leadingTo: topic.id),
            session.state.showsIdeas, let cycle = visit.cycles.first(where: { $0.id == session.cycle })
        else { return "" }
        let count = visit.say(
            Phrase(count: cluster.ideas.count, fr: ("% idée", "% idées"), en: ("% idea", "% ideas")))
        return """
            <p class="note">\(BrainstormScene.title(of: cycle, visit))\(visit.colon)\
            <a href="/brainstorms/\(cycle.label.inAddress)#c-\(cluster.key)">\(cluster.title)</a>, \(count)</p>
            """
    }

    private static func signal(_ visit: Visit, _ topic: Topic) throws -> HTML {
        guard let answer = try visit.reading.signalAnswer(leadingTo: topic.id) else { return "" }
        let grounds = try SignalGrounds.html(answer, visit)
        return "<p class=\"note\">\(visit.say(answer.sort.phrase))\(visit.colon)\(grounds)</p>"
    }
}
