import Rouage
import Storage
import WebCore

/// What of the log a page shows; read from the address.
struct DecisionFilter {
    let tribe: Identifier<Rouage.Unit>?
    let sort: Decision.Sort?
    let outcome: Briefing.Outcome?
    let words: String

    init(_ query: Fields, in organisation: Organisation) {
        tribe = query["tribe"].flatMap { organisation.unitsByCode[$0] }
        outcome = query["outcome"].flatMap(Briefing.Outcome.init)
        sort = query["kind"].flatMap(Decision.Sort.init)
        words = query.text("q")
    }

    var isUsed: Bool { tribe != nil || sort != nil || outcome != nil || !words.isEmpty }

    func admits(_ decision: Decision, in organisation: Organisation) -> Bool {
        if let sort, decision.sort != sort { return false }
        if let outcome, decision.outcome != outcome { return false }
        if let tribe, !decision.teams.contains(where: { organisation.lineage(of: $0).contains(tribe) }) { return false }
        guard !words.isEmpty else { return true }
        let text = " " + Folding.fold("\(decision.what) \(decision.reason)")
        return Folding.fold(words).split(separator: " ").allSatisfy { text.contains(" " + $0) }
    }
}
