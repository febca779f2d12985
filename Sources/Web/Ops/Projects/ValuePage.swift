import Foundation
import HTML
import Rouage
import Storage
import WebCore

/// The proof of value: each project that ended, with its figure before and after, or the word that none was measured.
struct ValuePage {
    let visit: Visit
    private let ended: [OpsProject]
    private let cycles: [Identifier<Cycle>: Cycle]

    init(_ visit: Visit) throws {
        self.visit = visit
        ended = try visit.reading.projects().filter {
            $0.standing.isOver || $0.stage == .handedOver || $0.metric.isMeasured
        }
        .sorted {
            ($0.endedOn ?? $0.createdAt.day(in: .gmt), $0.ref) > ($1.endedOn ?? $1.createdAt.day(in: .gmt), $1.ref)
        }
        cycles = Dictionary(uniqueKeysWithValues: visit.cycles.map { ($0.id, $0) })
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(fr: "Preuves de valeur", en: "Proof of value")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            <div id="value" class="projects" data-live-part>\(table)</div>
            """
        return Layout.page(visit, title: say(title), page: .value, live: "ops_project:*", body)
    }

    private var lede: Phrase {
        let over = ended.filter { $0.standing.isOver || $0.stage == .handedOver }
        let measured = over.count(where: \.metric.isMeasured)
        let count = Phrase(
            count: over.count, fr: ("% projet terminé", "% projets terminés"),
            en: ("% project ended", "% projects ended"))
        let rest = ended.count - over.count
        let early = Phrase(
            count: rest, fr: ("% en cours déjà mesuré", "% en cours déjà mesurés"),
            en: ("% under way measured already", "% under way measured already"))
        let (fr, en) = rest > 0 ? (", \(early.french)", ", \(early.english)") : ("", "")
        return Phrase(
            fr: "\(count.french), \(measured) avec un effet mesuré\(fr). Ce qui n’a pas marché y est aussi.",
            en: "\(count.english), \(measured) with a measured effect\(en). What did not work is here too.")
    }

    private var table: HTML {
        guard !ended.isEmpty else {
            let lead = Phrase(fr: "Aucun projet terminé encore.", en: "No project has ended yet.")
            let how = Phrase(
                fr: "Un projet clos y entre avec son chiffre avant et après.",
                en: "A project that is closed comes here with its figure before and after.")
            return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
        }
        func head(_ phrase: Phrase, _ more: HTML = "") -> HTML { "<th scope=\"col\"\(more)>\(say(phrase))</th>" }
        let caption = say(
            Phrase(fr: "Projets terminés, ou déjà mesurés", en: "Projects that ended, or are measured already"))
        return """
            <table class="t fold"><caption class="vh">\(caption)</caption><thead><tr>\(head(Phrase(fr: "Projet", en: "Project")))\
            \(head(Phrase(fr: "Trimestre", en: "Quarter")))\(head(Phrase(fr: "Indicateur", en: "Figure")))\
            \(head(Phrase(fr: "Avant", en: "Before"), " class=\"num\""))\(head(Phrase(fr: "Après", en: "After"), " class=\"num\""))\
            \(head(Phrase(fr: "Charge", en: "Burden"), " class=\"num\""))\(head(Phrase(fr: "Ce qu’il en reste", en: "What remains of it")))</tr></thead><tbody>\(ended.map(row))</tbody></table>
            """
    }

    private func row(_ project: OpsProject) -> HTML {
        let metric = project.metric
        let unit = metric.unit.isEmpty ? "" : "\u{A0}\(metric.unit)"
        let language = visit.language(of: project.lead)
        func cell(_ name: Phrase, _ content: HTML, _ more: HTML = "") -> HTML {
            "<td data-l=\"\(say(name))\"\(more)>\(content)</td>"
        }
        let figures: HTML
        if let before = metric.before, let after = metric.after {
            figures = """
                \(cell(Phrase(fr: "Indicateur", en: "Figure"), HTML(metric.name.set(in: language))))\
                \(cell(Phrase(fr: "Avant", en: "Before"), "\(before)\(unit)", " class=\"num\""))\
                \(cell(Phrase(fr: "Après", en: "After"), "<b>\(after)\(unit)</b>", " class=\"num\""))
                """
        } else {
            let none = say(Phrase(fr: "pas d’effet mesuré", en: "no measured effect"))
            figures = "<td data-l=\"\(say(Phrase(fr: "Effet", en: "Effect")))\" colspan=\"3\">\(none)</td>"
        }
        let burden = project.burdenDelta.map { minutes in
            let sign = minutes > 0 ? "+" : minutes < 0 ? "\u{2212}" : ""
            return "\(sign)\(abs(minutes))\u{A0}min"
        }
        let state =
            project.stage == .handedOver || project.standing == .active ? project.stage.phrase : project.standing.phrase
        return """
            <tr><th scope="row"><a href="/projects/\(project.id.description)">\(visit.title(of: project))</a>\
             <small class="q">\(say(state))</small></th>\
            \(cell(Phrase(fr: "Trimestre", en: "Quarter"), HTML(cycles[project.cycle]?.name(visit.language) ?? "")))\(figures)\
            \(cell(Phrase(fr: "Charge", en: "Burden"), HTML(burden ?? ""), " class=\"num\""))\
            \(cell(Phrase(fr: "Ce qu’il en reste", en: "What remains of it"), HTML(project.reason.set(in: language))))</tr>
            """
    }
}
