import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// Tells a giver what nobody waits for any more, and why: the initiative that asked for it was decided against.
enum ReleasedViews {
    /// Days for which it is told.
    static let days = 14

    static func note(_ home: Home) -> HTML {
        guard !home.released.isEmpty else { return "" }
        let visit = home.visit
        let lines = home.released.prefix(3).map { dependency, decision -> HTML in
            let asker = visit.name(dependency.askingTeam)
            let outcome = decision.outcome ?? .dropped
            let words = Phrase(
                fr:
                    "\(asker) n’a plus besoin de « \(dependency.what) » : initiative \(outcome.phrase(.french).lowercased())",
                en: "\(asker) no longer needs “\(dependency.what)”: initiative \(outcome.phrase(.english).lowercased())"
            )
            let cycle = visit.cycles.first { $0.id == decision.cycle }?.label ?? ""
            let day = decision.decidedOn
            let by = Phrase(
                fr: "par \(visit.name(decision.by)), le \(day.inFrench)",
                en: "by \(visit.name(decision.by)), \(day.inEnglish)")
            return """
                <p>\(visit.say(words)) <a href="/decisions?cycle=\(cycle)#decision-\(decision.id.description)">\(visit.say(by))</a></p>
                """
        }
        return "<div class=\"banner\">\(Part.icon("info"))<div>\(Array(lines))</div></div>"
    }
}
