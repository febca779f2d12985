import HTML
import Rouage
import Storage
import WebCore

/// The agenda as a table: what is to settle, why first, and the answers under each row.
struct AgendaTable {
    let visit: Visit
    /// The page to which an answer comes back.
    private let address: String
    private let risks: CycleRisks
    private let words: RiskWords

    init(visit: Visit, address: String, risks: CycleRisks) {
        self.visit = visit
        self.address = address
        self.risks = risks
        words = RiskWords(visit)
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    func items(_ items: [Agenda.Item]) -> HTML {
        table(Phrase(fr: "À régler", en: "To settle"), items.map { row($0.dependency, $0.grounds, answers: true) })
    }

    func settled(_ dependencies: [Dependency]) -> HTML {
        table(Phrase(fr: "Réglées", en: "Settled"), dependencies.map { row($0, [], answers: false) })
    }

    private func table(_ title: Phrase, _ rows: [HTML]) -> HTML {
        let name = say(title)
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table class="t fold agenda"><caption class="vh">\(name)</caption>\
            <thead><tr><th scope="col">\(say(Phrase(fr: "Ce qui est attendu", en: "What is needed")))</th>\
            <th scope="col">\(say(.whoForWhom))</th><th scope="col">\(say(Phrase(fr: "Criticité", en: "Criticality")))</th>\
            <th scope="col">\(say(Phrase(fr: "Risque", en: "Risk")))</th><th scope="col" class="num">\(say(Phrase(fr: "Pour le", en: "Needed by")))</th>\
            <th scope="col">\(say(Phrase(fr: "Statut", en: "Status")))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    /// How likely it is late, and why one link away.
    private func risk(_ dependency: Dependency) -> HTML {
        guard let risk = risks[dependency.id] else { return "" }
        return words.linked(risk, RiskTone(risk, isStuck: risks.isStuck(dependency.id)), to: dependency.id)
    }

    private func row(_ dependency: Dependency, _ grounds: [Agenda.Ground], answers: Bool) -> HTML {
        let id = dependency.id.description
        // A circle is named where its risk is drawn.
        let told = answers && risks.isStuck(dependency.id) ? grounds.filter { !$0.isCircle } : grounds
        let why = told.compactMap(\.phrase).map { say($0) }.joined(separator: ". ")
        let ground: HTML = why.isEmpty ? "" : "<small class=\"why\">\(Part.icon("alert"))\(why).</small>"
        let teams = Phrase(
            fr: "\(visit.name(dependency.givingTeam)) pour \(visit.name(dependency.askingTeam))",
            en: "\(visit.name(dependency.givingTeam)) for \(visit.name(dependency.askingTeam))")
        let html: HTML = """
            <tr id="d-\(id)"><th scope="row"><a href="/dependencies/\(id)">\(dependency.what)</a>\(ground)</th>\
            <td data-l="\(say(.whoForWhom))">\(say(teams))</td>\
            <td data-l="\(say(Phrase(fr: "Criticité", en: "Criticality")))">\(say(dependency.criticality.phrase))</td>\
            <td data-l="\(say(Phrase(fr: "Risque", en: "Risk")))">\(answers ? risk(dependency) : "")</td>\
            <td class="num" data-l="\(say(Phrase(fr: "Pour le", en: "Needed by")))">\(visit.dates.short(dependency.neededBy))</td>\
            <td data-l="\(say(Phrase(fr: "Statut", en: "Status")))">\(DependencyViews.status(visit, dependency))</td></tr>
            """
        guard answers else { return html }
        let answer = AnswerRow(visit: visit, dependency: dependency, back: .room(address: address), columns: 6)
        return "\(html)\(answer.html)"
    }
}

extension Phrase {
    static let whoForWhom = Phrase(fr: "Qui, pour qui", en: "Who, for whom")
}
