import HTML
import Rouage
import WebCore

/// The critical chain of one initiative in words: what must be delivered first, when all can be there at the earliest,
/// and the promises that cannot hold.
struct ChainWords {
    private let visit: Visit
    private let briefing: Briefing
    private let cycle: Cycle
    private let chains: CriticalChains
    private let chain: [Dependency]
    private let inversions: [(CriticalChains.Inversion, Dependency, Dependency?)]

    init(visit: Visit, briefing: Briefing, dependencies: [Dependency], cycle: Cycle) {
        self.visit = visit
        self.briefing = briefing
        self.cycle = cycle
        let known = Dictionary(uniqueKeysWithValues: dependencies.map { ($0.id, $0) })
        let chains = CriticalChains(dependencies, in: cycle, .french)
        self.chains = chains
        let chain = chains.chain(of: briefing.id).compactMap { known[$0] }
        self.chain = chain
        let concerned = Set(chain.map(\.id)).union(dependencies.filter { $0.briefing == briefing.id }.map(\.id))
        inversions = chains.inversions.filter { concerned.contains($0.dependency) }.compactMap { inversion in
            known[inversion.dependency].map { (inversion, $0, inversion.after.flatMap { known[$0] }) }
        }
    }

    var html: HTML {
        guard let last = chain.last else { return "" }
        let title = visit.say(Phrase(fr: "Chaîne critique", en: "Critical chain"))
        let hops = Phrase(
            count: chain.count, fr: ("% livraison", "% livraisons, l’une après l’autre"),
            en: ("% delivery", "% deliveries, one after the other"))
        return """
            \(warnings)<section class="sec"><header><h2>\(title)</h2><p>\(visit.say(hops))</p></header>
            <ol class="chain">\(chain.map(step))</ol><p class="note">\(visit.say(end(last)))</p></section>
            """
    }

    private func step(_ dependency: Dependency) -> HTML {
        let days = chains.earliestFinish(of: dependency.id) ?? 0
        let soonest = WorkCalendar.french.adding(workingDays: days, to: cycle.start - 1)
        let words = Phrase(
            fr: "au plus tôt le \(soonest.inFrench), attendue le \(dependency.neededBy.inFrench)",
            en: "on \(soonest.inEnglish) at the earliest, needed by \(dependency.neededBy.inEnglish)")
        return """
            <li><b>\(DependencyViews.giver(visit, dependency))</b> <a href="/dependencies/\(dependency.id.description)">\
            \(dependency.what.set(in: visit.language(of: briefing)))</a> <small class="q">\(visit.say(words))</small></li>
            """
    }

    private func end(_ last: Dependency) -> Phrase {
        let slack = chains.slack(of: last.id) ?? 0
        let estimate = Phrase(
            fr:
                "Estimé d’après les efforts annoncés, sinon la médiane des autres. Une équipe qui n’a pas dit quelle initiative livre est supposée attendre tout ce qu’elle attend.",
            en:
                "Estimated from the efforts given, else the median of the others. A team that has not said which initiative delivers is taken to wait for all it waits for."
        )
        let margin =
            slack < 0
            ? Phrase(
                count: -slack, fr: ("Il manque % jour ouvré.", "Il manque % jours ouvrés."),
                en: ("% working day is missing.", "% working days are missing."))
            : Phrase(
                count: slack, fr: ("Il reste % jour ouvré de marge.", "Il reste % jours ouvrés de marge."),
                en: ("% working day to spare.", "% working days to spare."))
        return Phrase(
            fr: "\(margin(.french)) \(estimate(.french))", en: "\(margin(.english)) \(estimate(.english))")
    }

    private var warnings: HTML {
        guard !inversions.isEmpty else { return "" }
        let lines = inversions.prefix(4).map { inversion, dependency, before -> HTML in
            "<p>\(visit.say(sentence(inversion, dependency, before).ended))</p>"
        }
        let title = visit.say(Phrase(fr: "Des dates ne tiennent pas.", en: "Some dates cannot hold."))
        return """
            <div class="banner warn">\(Part.icon("alert"))<div><p><b>\(title)</b></p>\(lines)</div></div>
            """
    }

    private func sentence(
        _ inversion: CriticalChains.Inversion, _ dependency: Dependency, _ before: Dependency?
    ) -> Phrase {
        let giver = DependencyViews.giver(visit, dependency)
        let what = dependency.what
        switch inversion.sort {
        case .promisedTooEarly:
            let other = before.map { DependencyViews.giver(visit, $0) } ?? ""
            let promised = dependency.committedFor ?? dependency.neededBy
            let first = before?.committedFor ?? before?.neededBy ?? promised
            return Phrase(
                fr:
                    "\(giver) promet « \(what) » le \(promised.inFrench), avant ce qu’il attend de \(other) le \(first.inFrench).",
                en:
                    "\(giver) promises “\(what)” for \(promised.inEnglish), before what it waits for from \(other) on \(first.inEnglish)."
            )
        case .tooShort:
            let days = chains.earliestFinish(of: dependency.id) ?? 0
            let soonest = WorkCalendar.french.adding(workingDays: days, to: cycle.start - 1)
            return Phrase(
                fr:
                    "« \(what) » est attendue le \(dependency.neededBy.inFrench), possible au plus tôt le \(soonest.inFrench).",
                en:
                    "“\(what)” is needed by \(dependency.neededBy.inEnglish), possible on \(soonest.inEnglish) at the earliest."
            )
        }
    }
}
