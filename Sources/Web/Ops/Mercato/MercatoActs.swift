import HTTPTypes
import Rouage
import Storage
import WebCore

/// What can be done to a vote: it is prepared, voted in, and decided where the count leaves it open.
extension Mercato {
    static let acts = Acts<Mercato>(
        at: "/mercato", programs: "/mercatos", by: "ref", called: { mercato, _ in mercato.ref },
        find: { try MercatoScene($0).mercato },
        landing: { _, act, mercato in
            let page =
                switch act.noun {
                case "ballot": "ballot"
                case "ruling": "result"
                case _: "table"
                }
            return "/mercato/\(mercato.ref.inAddress)/\(page)"
        }, saved: BallotPage.saved,
        [
            .work(
                "ballot", "saveBallot",
                "Saves scores and words on the elector's own ballot; a topic that is left out stays as it was.",
                .init(
                    "Enregistrer mon bulletin", "Save my ballot", done: "Votre bulletin est enregistré.",
                    "Your ballot is saved.", .first),
                over: { mercato, visit in Ballot.Answers(of: try own(mercato, visit), in: mercato) },
                body: "BallotScores",
                notes: [
                    "scores": "By the code of each topic: `3`, `2`, `1`, or `0` for no opinion; empty takes it back.",
                    "words":
                        "By the code of each topic: what the elector says beside it, at most 280 characters.",
                    "concerned": "Codes of topics in which the elector has a stake; replaces the list.",
                ],
                example: [
                    "scores": ["S1": "3", "S2": "0"], "words": ["S1": "Avant tout le reste."], "concerned": ["S1"],
                ], { .mercato(.vote($0)) }, suits: { $0.takesBallots(at: $1.now) }
            ) { mercato, answers, call in
                let before = try own(mercato, call.visit)
                let ballot = try Ballot.fill(answers, in: mercato, by: call.deed)
                // A second window of the same person would undo what the first one saved.
                if let before, let seen = call.visit.exchange.form.version, seen != before.version,
                    !ballot.isSame(as: before)
                {
                    throw Refusal.outdated
                }
                try call.transaction.cast(ballot, in: mercato)
            }.by(.put),
            .act(
                "dates", "shiftMercato", "Moves its dates before it opens.",
                .init(
                    "Changer les dates", "Change the dates", done: "Les dates sont changées.", "The dates are changed."),
                over: Dates.init, body: "MercatoDates",
                notes: ["opens": "It opens at 9 am.", "closes": "It closes at 6 pm."],
                example: [
                    "opens": "2026-03-09", "closes": "2026-03-13", "reason": "La moitié des directions est absente.",
                ], { _ in .mercato(.schedule) }
            ) { mercato, dates, deed in
                let opens = dates.opens ?? mercato.day(mercato.opensAt)
                let closes = dates.closes ?? mercato.day(mercato.closesAt)
                return try mercato.shift(opens: opens, closes: closes, reason: dates.reason, by: deed, .french)
            },
            .work(
                "table", "setMercatoTable", "Says which topics are on the table, until it opens.",
                .init(
                    "Enregistrer le tableau", "Save the table", done: "Le tableau est enregistré.",
                    "The table is saved.", .first),
                of: Table(), body: "MercatoTable",
                notes: [
                    "topics": "Refs of ready topics; the others go back to the ready ones.",
                    "seen": "What was on the table when it was read: what others put on or took off since stays so.",
                ],
                example: ["topics": ["S1", "S2"]], { _ in .mercato(.setTable) },
                suits: { mercato, _ in mercato.state == .preparing }
            ) { mercato, table, call in
                let seen = call.entries["seen"].map { _ in Set(table.seen) }
                try call.transaction.setTable(Set(table.topics), seen: seen, of: mercato.id, by: call.deed)
            },
            .work(
                "settings", "setMercatoRules", "Sets the rules of the vote, until it opens; what is left out stays.",
                .init(
                    "Changer les règles", "Change the rules", done: "Les règles sont changées.",
                    "The rules are changed."),
                over: { mercato, _ in Rules(mercato.settings) }, body: "MercatoRules",
                notes: [
                    "cpo_votes": "Whether the CPO and the VPs vote beside the directors.",
                    "visibility": "Who gave what by name, or the distribution only.",
                    "session_quorum": "In percent of the electors, 10 to 100.",
                    "craft_minimum": "Ballots of each craft, 0 to 10.",
                    "item_quorum": "In percent of the ballots, 10 to 100.",
                ], example: ["visibility": "distribution", "session_quorum": 70], { _ in .mercato(.setTable) },
                suits: { mercato, _ in mercato.state == .preparing }
            ) { mercato, rules, call in
                guard mercato.state == .preparing else { throw Refusal.closed }
                try call.change(mercato) { try $0.set(rules.settings(over: $0.settings), by: call.deed) }
            },
            .work(
                "ruling", "ruleMercato", "The CPO says what is taken on where the count leaves it open.",
                .init("Décider", "Decide", done: "La décision est enregistrée.", "The decision is saved.", .first),
                of: Decision(), body: "MercatoRuling", notes: ["selected": "Codes of topics."],
                example: ["selected": ["S1"], "reason": "Le plus partagé."], { _ in .mercato(.rule) },
                suits: { mercato, visit in try visit.reading.ranking(of: mercato).map(mercato.isOpenQuestion) ?? false }
            ) { mercato, decision, call in
                guard let ranking = try call.transaction.ranking(of: mercato) else { throw Refusal.closed }
                try call.change(mercato) {
                    try $0.rule(decision.selected, reason: decision.reason, ranking, by: call.deed)
                }
                // When the day of the ranking has come already, nothing waits any more.
                let published = try call.transaction.change(mercato.id) { (mercato: inout Mercato) in
                    mercato.publish(ranking, at: call.deed.now)
                }
                if published.state == .published { try call.transaction.settle(published) }
            },
        ])

    private static func own(_ mercato: Mercato, _ visit: Visit) throws -> Ballot? {
        try visit.actor?.id.flatMap { try visit.reading.ownBallot(of: $0, in: mercato) }
    }
}
