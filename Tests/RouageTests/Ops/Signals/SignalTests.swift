import Rouage
import Testing

@Suite("Signals that suggest topics")
struct SignalTests {
    private func request(
        _ ref: String, _ title: String, _ hurts: String, team: String?, daysAgo: Int = 10
    ) -> OpsRequest {
        let draft = OpsRequest.Draft(title: title, whatHurts: hurts, team: team.map(Cast.unit))
        let low = UInt64(ref.unicodeScalars.reduce(0) { $0 + Int($1.value) })
        return OpsRequest(
            id: Identifier(high: 20, low: low), ref: ref, draft, requester: Cast.camille.id,
            on: Cast.today - daysAgo, at: Cast.now)
    }

    /// Three ask for access, four ask for something else each.
    private func asked(_ teams: [String?], daysAgo: [Int] = [40, 20, 5]) -> [OpsRequest] {
        [
            request(
                "q1", "Qui valide un accès à la base de production ?", "La demande attend depuis dix jours.",
                team: teams[0], daysAgo: daysAgo[0]),
            request(
                "q2", "Accès à la base de production : qui valide ?", "Deux personnes me renvoient l’une à l’autre.",
                team: teams[1], daysAgo: daysAgo[1]),
            request(
                "q3", "Valider l’accès à la base de production", "Personne ne sait qui répond.", team: teams[2],
                daysAgo: daysAgo[2]),
            request("q4", "Un modèle d’ordre du jour", "Chaque revue repart d’une page blanche.", team: "dsn"),
            request("q5", "Une salle pour onze", "Nous sommes onze dans une salle de six.", team: "conges"),
            request("q6", "Payer des testeurs", "Sur quel budget rembourser un entretien ?", team: "bulletins"),
            request("q7", "Un glossaire de la paie", "Les mots se ressemblent et trompent.", team: "conges"),
        ]
    }

    @Test("the same request three times from two teams in sixty days; not from one team, nor spread over more")
    func repeated() {
        let found = Signal.repeated(asked(["bulletins", "conges", "conges"]), on: Cast.today)
        #expect(found.map(\.evidence) == [["q1", "q2", "q3"]])
        #expect(found.first?.sort == .repeatedRequest && found.first?.key == "repeated_request-q1")
        #expect(Signal.repeated(asked(["conges", "conges", "conges"]), on: Cast.today).isEmpty)
        #expect(Signal.repeated(asked(["conges", nil, nil]), on: Cast.today).isEmpty)
        #expect(Signal.repeated(asked(["bulletins", nil, "conges"]), on: Cast.today).count == 1)
        let teams = ["bulletins", "conges", "dsn"]
        #expect(Signal.repeated(asked(teams, daysAgo: [59, 20, 0]), on: Cast.today).count == 1)
        #expect(Signal.repeated(asked(teams, daysAgo: [60, 20, 0]), on: Cast.today).isEmpty)
        #expect(Signal.repeated(asked(teams, daysAgo: [40, 20, -1]), on: Cast.today).isEmpty)
        #expect(Signal.repeated([], on: Cast.today).isEmpty)
    }

    @Test(
        "late dependencies above twenty in a hundred of five or more, twenty themselves are not",
        arguments: [
            (9, 88, false), (17, 88, false), (18, 88, true), (1, 5, false), (2, 5, true), (2, 9, true), (1, 4, false),
            (4, 4, false), (0, 0, false),
        ])
    func late(part: Int, whole: Int, suggests: Bool) {
        let signal = Signal.late(CycleFigures.Share(part: part, whole: whole), in: Cast.cycle())
        #expect((signal != nil) == suggests)
        if let signal { #expect(signal.evidence == [Cast.cycle().label] && signal.sort.source == .field) }
    }

    @Test(
        "serious incidents beyond chance: with a mean of two, six are, five are not",
        arguments: [
            (4, [2, 2, 2, 2], false), (5, [2, 2, 2, 2], false), (6, [2, 2, 2, 2], true), (6, [1, 3, 0, 4], true),
            (9, [2, 2, 2], false),
        ])
    func surge(seen: Int, before: [Int], suggests: Bool) {
        let quarter = Quarter(containing: Cast.today, fiscalStart: 1)
        let signal = Signal.surge(IncidentSurge(seen: seen, before: before), in: quarter)
        #expect((signal != nil) == suggests)
        if let signal { #expect(signal.evidence == ["2026-Q1"] && signal.sort.source == .incident) }
    }

    @Test("an answered signal is silent until something new has come")
    func answered() throws {
        let old = Signal.repeated(asked(["bulletins", "conges", "dsn"]), on: Cast.today)[0]
        let (answer, activity) = try SignalAnswer.dismiss(
            old, for: Cast.cycle().id, reason: "Répondu.", id: Identifier(high: 32, low: 1), by: Cast.ops.deed)
        #expect(activity.action == .dismissed && answer.topic == nil && answer.evidence == old.evidence)
        func again(_ evidence: [String], _ sort: Signal.Sort = .repeatedRequest) -> Bool {
            let finding: Signal.Finding =
                sort == .repeatedRequest
                ? .repeatedRequest([], teams: 2)
                : .lateDependencies(CycleFigures.Share(part: 3, whole: 9), Cast.cycle().id)
            return !Signal(finding: finding, evidence: evidence).isAnswered(by: [answer])
        }
        #expect(!again(["q1", "q2", "q3"]) && !again(["q2", "q3"]) && !again(["q2", "q3", "q8", "q9"]))
        #expect(again(["q3", "q8", "q9", "q10"]), "three new ones are the same request again")
        #expect(again(["q1"], .lateDependencies), "another kind of signal is another signal")
        let late = Signal.late(CycleFigures.Share(part: 3, whole: 9), in: Cast.cycle())!
        let (taken, _) = try SignalAnswer.take(
            late, for: Cast.cycle().id, as: Cast.topic(), id: Identifier(high: 32, low: 2), by: Cast.engineer.deed)
        #expect(taken.topic == Cast.topic().id && late.isAnswered(by: [taken]))
        #expect(!Signal(finding: late.finding, evidence: ["2026-Q3"]).isAnswered(by: [taken]))
    }

    @Test("Product Ops and the CPO dismiss, every member makes a topic of it, and a reason has its limit")
    func permissions() {
        let late = Signal.late(CycleFigures.Share(part: 3, whole: 9), in: Cast.cycle())!
        for member in Cast.allCases {
            let dismissed = Result {
                try SignalAnswer.dismiss(
                    late, for: Cast.cycle().id, reason: "", id: Identifier(high: 32, low: 1), by: member.deed)
            }
            let taken = Result {
                try SignalAnswer.take(
                    late, for: Cast.cycle().id, as: Cast.topic(), id: Identifier(high: 32, low: 1), by: member.deed)
            }
            #expect(((try? dismissed.get()) != nil) == TopicMove.tabling.contains(member), "\(member)")
            #expect(((try? taken.get()) != nil) == TopicMove.members.contains(member), "\(member)")
        }
        #expect(throws: Refusal.invalid("reason", .tooLong(by: 1))) {
            try SignalAnswer.dismiss(
                late, for: Cast.cycle().id, reason: String(repeating: "a", count: 401),
                id: Identifier(high: 32, low: 1), by: Cast.ops.deed)
        }
    }
}
