import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The last decisions: what, why, and who took them.
enum DecisionViews {
    static func section(_ home: Home) -> HTML {
        let visit = home.visit
        let body: HTML =
            home.decisions.isEmpty ? empty(visit) : "<ol class=\"decs\">\(home.decisions.map { one(home, $0) })</ol>"
        return """
            <section class="sec" aria-labelledby="h-decisions" id="decisions" data-live-part><header>\
            <h2 id="h-decisions">\(visit.say(Phrase(fr: "Dernières décisions", en: "Latest decisions")))</h2>\
            <p class="end"><a href="/decisions">\(visit.say(Phrase(fr: "Toutes", en: "All of them")))</a></p></header>
            \(body)</section>
            """
    }

    private static func one(_ home: Home, _ decision: Settled) -> HTML {
        let visit = home.visit
        let person = decision.by.flatMap { visit.organisation.people[$0] }
        let who = [person?.name, person?.job.uncapitalised].compactMap { $0 }.filter { !$0.isEmpty }
        let by = (who + [visit.dates.weekdayShort(decision.on)]).joined(separator: ", ")
        let (outcome, title, address): (HTML, String, String)
        switch decision.matter {
        case .initiative(let decision, let decided):
            let dial = decided.dial
            outcome = "<p class=\"st \(dial.tone)\">\(Part.icon(dial.icon))\(words(visit, decision, decided))</p>"
            title = decision.what.set(in: visit.language)
            address = decision.briefing.map { "/briefings/\($0)" } ?? "/decisions"
        case .dates(let cycle):
            let name = visit.cycles.first { $0.id == cycle }?.name(visit.language) ?? ""
            outcome = """
                <p class="st acc">\(Part.icon("cal"))\(visit.say(Phrase(fr: "Dates déplacées", en: "Dates moved")))</p>
                """
            (title, address) = (
                visit.say(Phrase(fr: "Le calendrier du \(name)", en: "The calendar of \(name)")),
                "/calendar"
            )
        }
        let why: HTML =
            decision.reason.isEmpty
            ? "" : "<p class=\"why\">\(decision.reason.set(in: visit.language(of: decision.by)))</p>"
        return "<li>\(outcome)<h3><a href=\"\(address)\">\(title)</a></h3>\(why)<p class=\"by\">\(by)</p></li>"
    }

    /// `Validée`, `Validée, risque accepté`, `Reportée au T3`: what was decided, whatever became of it since.
    private static func words(_ visit: Visit, _ decision: Decision, _ decided: Briefing.Outcome) -> String {
        switch decided {
        case .validated where decision.acceptsRisk:
            return visit.say(Phrase(fr: "Validée, risque accepté", en: "Validated, risk accepted"))
        case .postponed:
            let asked = visit.cycles.first { $0.id == decision.cycle }
            guard let next = asked.flatMap(Quarter.init(following:)) else { return visit.say(decided.phrase) }
            return visit.say(Phrase(fr: "Reportée au T\(next.number)", en: "Postponed to Q\(next.number)"))
        case .validated, .dropped: return visit.say(decided.phrase)
        }
    }

    private static func empty(_ visit: Visit) -> HTML {
        let lead = Phrase(fr: "Aucune décision pour l’instant.", en: "No decision so far.")
        let how = Phrase(
            fr:
                "Les directions valident, reportent ou écartent les initiatives pendant l’alignement, avec leur raison.",
            en: "Directors validate, postpone or drop initiatives during alignment, and say why.")
        return "<div class=\"empty\"><h3>\(visit.say(lead))</h3><p>\(visit.say(how))</p></div>"
    }
}
