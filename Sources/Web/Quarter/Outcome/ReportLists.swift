import HTML
import Rouage
import Storage
import WebCore

/// What held initiatives up, and what nobody saw coming, each with its story.
struct ReportLists {
    let page: ReportPage
    private var visit: Visit { page.visit }
    private var report: CycleReport { page.report }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private func section(_ title: Phrase, _ count: Int, _ empty: Phrase, _ rows: [HTML]) -> HTML {
        let content: HTML =
            rows.isEmpty ? "<div class=\"empty\"><p>\(say(empty))</p></div>" : "<ul class=\"rows\">\(rows)</ul>"
        return """
            <section class="sec"><header><h2>\(say(title))</h2><p>\(count)</p></header>\(content)</section>
            """
    }

    // MARK: Setbacks

    var setbacks: HTML {
        let setbacks = report.setbacks.sorted { key($0) < key($1) }
        return section(
            Phrase(fr: "Ralenties ou abandonnées", en: "Slowed down or abandoned"), setbacks.count,
            Phrase(
                fr: "Aucune initiative n’a été ralentie ni abandonnée.",
                en: "No initiative was slowed down or abandoned."), setbacks.map(setback))
    }

    private func key(_ briefing: Briefing) -> String {
        "\(visit.name(briefing.team))\n\(briefing.text.title)".alphabetical
    }

    private func setback(_ briefing: Briefing) -> HTML {
        let slowed: HTML =
            briefing.slowed ? " <span class=\"q\">\(say(Phrase(fr: "ralentie", en: "slowed down")))</span>" : ""
        let language = visit.language(of: briefing.owner)
        return """
            <li><div><a href="/briefings/\(briefing.id.description)">\(briefing.text.title.set(in: language))</a> \
            <span class="q">\(visit.name(briefing.team))</span>\(CauseViews(visit: visit, dependencies: report.records[0].dependencies).html(briefing))</div>\
            <span class="end">\(Part.status(say(briefing.state.phrase), briefing.state.dial))\(slowed)</span></li>
            """
    }

    // MARK: Surprises

    var surprises: HTML {
        let names = visit.organisation.units.mapValues(\.name)
        let surprises = report.surprises(names)
        return section(
            Phrase(fr: "Non anticipées", en: "Not seen coming"), surprises.count,
            Phrase(
                fr: "Toutes les dépendances étaient signalées avant le gel.",
                en: "All dependencies were pointed out before the freeze."), surprises.map(surprise))
    }

    private func surprise(_ surprise: CycleReport.Surprise) -> HTML {
        let dependency = surprise.dependency
        let teams = Phrase(
            fr:
                "\(visit.name(dependency.askingTeam)) attend \(DependencyViews.giver(visit, dependency)), signalée le \(dependency.pointedOutOn.inFrench)",
            en:
                "\(visit.name(dependency.askingTeam)) waits for \(DependencyViews.giver(visit, dependency)), pointed out on \(dependency.pointedOutOn.inEnglish)"
        )
        let nothing = Phrase(
            fr: "Rien dans Rouage ne l’annonçait.", en: "Nothing in Rouage announced it.")
        let traces = surprise.traces.map { "<li>\(say(words($0, dependency)))</li>" as HTML }
        let told: HTML = traces.isEmpty ? "<li>\(say(nothing))</li>" : traces.joined()
        return """
            <li><div><a href="/dependencies/\(dependency.id.description)">\(dependency.what)</a> \
            <span class="q">\(say(teams))</span><ul class="traces">\(told)</ul></div>\
            <span class="end">\(DependencyViews.status(visit, dependency))</span></li>
            """
    }

    /// What would have shown it.
    private func words(_ trace: CycleReport.Trace, _ dependency: Dependency) -> Phrase {
        let giver = DependencyViews.giver(visit, dependency)
        switch trace {
        case .offCycle:
            return Phrase(
                fr: "L’initiative est née après le gel : rien ne pouvait être signalé avant.",
                en: "The initiative began after the freeze: nothing could be pointed out before.")
        case .samePair(let id, let what):
            let cycle = report.records.first { $0.cycle.id == id }?.cycle
            return Phrase(
                fr: "Au \(cycle?.shortName(.french) ?? ""), l’équipe attendait déjà \(giver) : « \(what) ».",
                en: "In \(cycle?.shortName(.english) ?? "") the team already waited for \(giver): “\(what)”.")
        case .named:
            return Phrase(
                fr: "Le texte du briefing parlait de « \(giver) ».", en: "The briefing’s text spoke of “\(giver)”.")
        }
    }
}

/// Why an initiative was slowed down or given up, in words, with the dependencies that are the cause.
struct CauseViews {
    let visit: Visit
    let dependencies: [Dependency]

    func html(_ briefing: Briefing) -> HTML {
        guard let cause = briefing.cause else { return "" }
        let name = visit.say(
            Phrase(
                fr: "Cause : \(cause.code.phrase(.french).lowercased())",
                en: "Cause: \(cause.code.phrase(.english).lowercased())"))
        let named = cause.dependencies.compactMap { id in dependencies.first { $0.id == id } }.map {
            dependency -> HTML in
            """
            <a href="/dependencies/\(dependency.id.description)">\(dependency.what)</a> \
            (\(DependencyViews.giver(visit, dependency)), \(visit.say(dependency.state.phrase).lowercased()))
            """
        }
        let needs: HTML = named.isEmpty ? "" : ", \(named.joined(", "))"
        let language = visit.language(of: briefing.owner)
        return """
            <p class="cause">\(name)\(needs)</p><blockquote lang="\(language.rawValue)">\(cause.text.set(in: language))</blockquote>
            """
    }
}
