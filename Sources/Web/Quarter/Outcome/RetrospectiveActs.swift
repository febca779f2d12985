import Rouage
import Storage
import WebCore

/// What a team does with its retrospective: it writes it, and writes it anew.
extension Retrospective {
    static let acts = Acts<Retrospective>(
        at: "/retrospectives",
        landing: { visit, _, _ in "/cycles/\(try visit.cycleOfAddress().label)/report#retrospectives" },
        [
            .making(
                below: "/cycles/:label/retrospectives/:team", of: RetrospectivePlace.init, "writeRetrospective",
                "Writes, or rewrites, what a team says of a quarter, from its presentation on.",
                .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
                of: Answers(helped: "", slowed: "", changes: ""), body: "Answers",
                notes: Dictionary(
                    uniqueKeysWithValues: Answers.Name.allCases.map { ($0.rawValue, "At most \(limit) characters.") }),
                example: ["helped": "Les libellés sont arrivés tôt.", "changes": "Signaler DSN dès l’ébauche."],
                { .writeRetrospective(of: $0.team.id) }
            ) { place, answers, call in
                if let known = try call.transaction.retrospective(of: place.team.id, in: place.cycle.id) {
                    try call.change(known) { try $0.rewrite(answers, by: call.deed) }
                    return known.id
                }
                let (page, activity) = try write(
                    answers, of: place.team, id: call.transaction.newID(), in: place.cycle, by: call.deed)
                try call.transaction.add(page, activity)
                return page.id
            }
        ])
}

/// A team and a quarter: the page that looks back on it, for those who may read it.
struct RetrospectivePlace {
    let cycle: Cycle
    let team: Rouage.Unit

    init(_ visit: Visit) throws {
        cycle = try visit.cycleOfAddress()
        guard let id = visit.exchange.parameters["team"].flatMap({ visit.organisation.unitsByCode[$0] }),
            let team = visit.organisation.units[id], try visit.signedIn().may(.readRetrospective(of: id, cycle))
        else { throw Refusal.notFound }
        self.team = team
    }
}
