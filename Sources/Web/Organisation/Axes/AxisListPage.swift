import HTML
import Rouage
import Storage
import WebCore
import WebOps

/// The axes: those in force with what hangs on them, what hangs on none, those to come and those proposed.
struct AxisListPage {
    private let visit: Visit
    private let actor: Actor
    private let axes: [(axis: Axis, standing: Axis.Standing)]
    private let balance: AxisBalance

    init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        axes = try visit.reading.axes().map { ($0, visit.standing(of: $0)) }
        balance = try visit.reading.axisBalance(in: visit.openCycles.map(\.id))
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let isSet = actor.may(.axis(.set))
        let act =
            isSet
            ? Phrase(fr: "Écrire un axe", en: "Write an axis") : Phrase(fr: "Proposer un axe", en: "Propose an axis")
        let write: HTML =
            actor.may(.axis(.propose))
            ? "<div class=\"acts\"><a class=\"btn\" href=\"/axes/new\">\(Part.icon("plus"))\(say(act))</a></div>" : ""
        let lede = Phrase(
            fr: "La CPO et les VP fixent le cap. Les briefings, les sujets et les projets disent ce qu’ils servent.",
            en: "The CPO and the VPs set the course. Briefings, topics and projects say what they serve.")
        let body: HTML = """
            <header class="head"><div><h1>\(say(Phrase(fr: "Axes", en: "Axes")))</h1><p class="lede">\(say(lede))</p></div>\
            \(write)</header>
            <div id="axes" class="axes" data-live-part>\(axes.isEmpty ? empty : lists)</div>
            """
        return Layout.page(
            visit, title: say(Phrase(fr: "Axes", en: "Axes")), page: .axes, live: "axis:*,briefing:*,topic:*", body)
    }

    private var lists: HTML {
        """
        \(section(.proposed, Phrase(fr: "En attente de la direction", en: "Waiting for the leadership")))\
        \(section(.inForce, Phrase(fr: "En cours", en: "In force")))\(orphans)\
        \(section(.coming, Phrase(fr: "À venir", en: "To come")))\(past)
        """
    }

    private var empty: HTML {
        let lead = Phrase(fr: "Aucun axe pour l’instant.", en: "No axis yet.")
        let how = Phrase(
            fr: "Quatre ou cinq suffisent à une année. Chacun dit pourquoi, et qui en répond.",
            en: "Four or five are enough for a year. Each says why, and who answers for it.")
        return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
    }

    private func section(_ standing: Axis.Standing, _ title: Phrase) -> HTML {
        let shown = axes.filter { $0.standing == standing }
        guard !shown.isEmpty else { return "" }
        return """
            <section class="sec"><header><h2>\(say(title))</h2><p>\(shown.count)</p></header>\
            <ul class="plain topiclist">\(shown.map { line($0.axis, standing) })</ul></section>
            """
    }

    private func line(_ axis: Axis, _ standing: Axis.Standing) -> HTML {
        let count = balance.counts[axis.id] ?? AxisCount()
        let facts = [visit.name(axis.owner), visit.span(of: axis)].filter { !$0.isEmpty }
            .map { "<span>\($0)</span>" as HTML }
        let work: HTML = standing.isOpen ? "<span>\(say(Self.words(count)))</span>" : ""
        return """
            <li><h3><a href="\(axis.address)">\(axis.heading(visit))</a></h3>\
            <p class="tx">\(Part.status(say(standing.phrase), standing.dial))\(facts)\(work)</p></li>
            """
    }

    static func words(_ count: AxisCount) -> Phrase {
        let briefings = Phrase(
            count: count.briefings, fr: ("% briefing", "% briefings"), en: ("% briefing", "% briefings"))
        let topics = Phrase(count: count.topics, fr: ("% sujet", "% sujets"), en: ("% topic", "% topics"))
        let projects = Phrase(count: count.projects, fr: ("% projet", "% projets"), en: ("% project", "% projects"))
        return Phrase(
            fr: [briefings, topics, projects].map(\.french).joined(separator: ", "),
            en: [briefings, topics, projects].map(\.english).joined(separator: ", "))
    }

    /// What is under way and serves no axis: a question, and no reproach.
    private var orphans: HTML {
        let count = balance.counts[nil] ?? AxisCount()
        let all = balance.counts.values.reduce(0) { $0 + $1.total }
        guard all > 0 else { return "" }
        let title = Phrase(fr: "Sans axe", en: "Without an axis")
        let words = Self.words(count)
        let sentence = Phrase(
            fr:
                "\(words.french), sur \(all) en tout. Tout ne doit pas servir un axe ; beaucoup d’orphelins disent qu’il en manque un.",
            en:
                "\(words.english), of \(all) in all. Not everything must serve an axis; many orphans say that one is missing."
        )
        let links = visit.openCycles.map { cycle -> HTML in
            let label = Phrase(
                fr: "Les briefings sans axe, \(cycle.name(.french))",
                en: "Briefings without an axis, \(cycle.name(.english))")
            return
                "<a class=\"btn low\" href=\"/briefings?cycle=\(cycle.label.inAddress)&amp;axis=none\">\(say(label))</a>"
        }
        return """
            <section class="sec" id="orphans"><header><h2>\(say(title))</h2><p>\(count.total)</p></header>\
            <p>\(say(sentence))</p><div class="acts noprint">\(count.briefings > 0 ? links.joined() : "")</div>\
            \(list(Phrase(fr: "Ces sujets", en: "These topics"), balance.topics))\
            \(list(Phrase(fr: "Ces projets", en: "These projects"), balance.projects))</section>
            """
    }

    private func list(_ title: Phrase, _ records: [any Paged]) -> HTML {
        guard !records.isEmpty else { return "" }
        let rows = records.map { record -> HTML in
            "<li><a href=\"\(record.address)\">\(record.heading(visit))</a></li>"
        }
        return """
            <details class="disc"><summary>\(say(title)) <span class="q">\(records.count)</span>\(Part.icon("down"))</summary>\
            <ul class="plain">\(rows)</ul></details>
            """
    }

    private var past: HTML {
        let shown = axes.filter { [.over, .declined, .withdrawn].contains($0.standing) }
        guard !shown.isEmpty else { return "" }
        let words = Phrase(
            count: shown.count, fr: ("% axe terminé, non retenu ou retiré", "% axes terminés, non retenus ou retirés"),
            en: ("% axis over, not taken or withdrawn", "% axes over, not taken or withdrawn"))
        return """
            <details class="disc"><summary>\(say(words))\(Part.icon("down"))</summary>\
            <ul class="plain topiclist">\(shown.map { line($0.axis, $0.standing) })</ul></details>
            """
    }
}
