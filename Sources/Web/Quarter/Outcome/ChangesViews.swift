import HTML
import Rouage
import Storage
import WebCore

/// The lists of what changed: initiatives, texts with their difference, dependencies.
struct ChangesViews {
    let page: ChangesPage
    private var visit: Visit { page.visit }
    private var changes: CycleChanges { page.changes }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var sections: HTML {
        """
        \(initiatives(Phrase(fr: "Initiatives ajoutées", en: "Initiatives added"), changes.added))\
        \(initiatives(Phrase(fr: "Briefings déposés", en: "Briefings submitted"), changes.submitted))\
        \(initiatives(Phrase(fr: "Décisions", en: "Decisions"), changes.decided, isDecided: true))\
        \(initiatives(Phrase(fr: "Initiatives qui ont avancé", en: "Initiatives that moved"), changes.moved))\
        \(texts)\
        \(needs(Phrase(fr: "Dépendances signalées", en: "Dependencies pointed out"), changes.pointedOut))\
        \(needs(Phrase(fr: "Dépendances engagées", en: "Dependencies committed"), changes.reached(.committed)))\
        \(needs(Phrase(fr: "Contre-propositions", en: "Counter-proposals"), changes.reached(.replanned)))\
        \(needs(Phrase(fr: "Dépendances refusées", en: "Dependencies declined"), changes.reached(.declined)))\
        \(needs(Phrase(fr: "Dépendances livrées", en: "Dependencies delivered"), changes.reached(.delivered)))\
        \(needs(Phrase(fr: "Engagements rompus", en: "Promises broken"), changes.reached(.broken)))\
        \(needs(Phrase(fr: "Dépendances retirées", en: "Dependencies withdrawn"), changes.reached(.withdrawn)))
        """
    }

    private func section(_ title: Phrase, _ count: Int, _ content: HTML) -> HTML {
        count == 0
            ? ""
            : "<section class=\"sec changes\"><header><h2>\(say(title))</h2><p>\(count)</p></header>\(content)</section>"
    }

    // MARK: Initiatives

    private func initiatives(
        _ title: Phrase, _ pairs: [CycleChanges.Pair<Briefing>], isDecided: Bool = false
    ) -> HTML {
        let rows = pairs.sorted { key($0.after) < key($1.after) }.map { pair -> HTML in
            let briefing = pair.after
            let reason: HTML =
                isDecided ? briefing.decision.map { "<q>\($0.reason)</q>" as HTML } ?? "" : ""
            return """
                <li><span>\(link(briefing)) <span class="q">\(visit.name(briefing.team))</span> \(reason)</span>\
                <span class="end">\(before(pair))\(Part.status(say(briefing.state.phrase), briefing.state.dial))\(slowed(briefing))</span></li>
                """
        }
        return section(title, pairs.count, "<ul class=\"rows\">\(rows)</ul>")
    }

    private func key(_ briefing: Briefing) -> String {
        "\(visit.name(briefing.team))\n\(briefing.text.title)".alphabetical
    }

    private func link(_ briefing: Briefing) -> HTML {
        "<a href=\"/briefings/\(briefing.id.description)\">\(briefing.text.title.set(in: visit.language(of: briefing.owner)))</a>"
    }

    private func before(_ pair: CycleChanges.Pair<Briefing>) -> HTML {
        guard let state = pair.before?.state, state != pair.after.state else { return "" }
        return "<span class=\"q\">\(say(state.phrase))</span> \(Part.icon("right")) "
    }

    private func slowed(_ briefing: Briefing) -> HTML {
        briefing.slowed ? " <span class=\"q\">\(say(Phrase(fr: "ralentie", en: "slowed down")))</span>" : ""
    }

    // MARK: Texts

    private var texts: HTML {
        let items = changes.rewritten.sorted { key($0.after) < key($1.after) }.compactMap { pair -> HTML? in
            guard let before = pair.before else { return nil }
            let fields = Briefing.Text.Field.onThePage.filter { before.text[$0] != pair.after.text[$0] }
            guard !fields.isEmpty else { return nil }
            let names = fields.map { say($0.phrase).lowercased() }.joined(separator: ", ")
            let differences = fields.map { difference($0, before.text[$0], pair.after.text[$0]) }
            return """
                <details class="disc"><summary>\(Part.icon("down"))<span>\(pair.after.text.title) \
                <span class="q">\(visit.name(pair.after.team)), \(names)</span></span></summary>\(differences)\
                <p class="note">\(link(pair.after))</p></details>
                """
        }
        return section(Phrase(fr: "Textes changés", en: "Texts changed"), items.count, items.joined())
    }

    private func difference(_ field: Briefing.Text.Field, _ old: String, _ new: String) -> HTML {
        let pieces = TextDifference(from: old, to: new).pieces.map { piece -> HTML in
            switch piece.change {
            case .kept: HTML(piece.text)
            case .removed: "<del>\(piece.text)</del>"
            case .added: "<ins>\(piece.text)</ins>"
            }
        }
        return "<h3>\(say(field.phrase))</h3><div class=\"prose\"><p>\(pieces.joined(" "))</p></div>"
    }

    // MARK: Dependencies

    private func needs(_ title: Phrase, _ pairs: [CycleChanges.Pair<Dependency>]) -> HTML {
        let rows = pairs.sorted { ($0.after.neededBy, $0.after.id) < ($1.after.neededBy, $1.after.id) }.map {
            need($0.after)
        }
        return section(title, pairs.count, "<ul class=\"rows\">\(rows)</ul>")
    }

    private func need(_ dependency: Dependency) -> HTML {
        let late: HTML =
            dependency.isLate ? " <span class=\"q\">\(say(Phrase(fr: "non anticipée", en: "late")))</span>" : ""
        let teams = Phrase(
            fr: "\(visit.name(dependency.askingTeam)) attend \(DependencyViews.giver(visit, dependency))",
            en: "\(visit.name(dependency.askingTeam)) waits for \(DependencyViews.giver(visit, dependency))")
        return """
            <li><span><a href="/dependencies/\(dependency.id.description)">\(dependency.what)</a> \
            <span class="q">\(say(teams))</span>\(late)</span>\
            <span class="end">\(DependencyViews.status(visit, dependency))</span></li>
            """
    }
}
