import Rouage
import Storage
import WebCore

/// What can be done to a request.
extension OpsRequest {
    static let acts = Acts<OpsRequest>(
        at: "/requests",
        landing: { visit, _, request in
            visit.exchange.form["back"] == "list" ? "/requests#triage" : "/requests/\(request.id)"
        },
        [
            .making(
                "askRequest", "Asks Product Ops for something.",
                .init("Envoyer la demande", "Send the request", done: "La demande est partie.", "The request is sent."),
                of: Draft(), body: "NewRequest", notes: notes, example: example, .request(.ask)
            ) { draft, call in
                let id = call.transaction.newID(OpsRequest.self)
                let (request, activity) = try OpsRequest.ask(draft, ref: id.short, id: id, by: call.deed)
                return try call.transaction.ask(request, activity)
            },
            .act(
                "triage", "triageRequest", "Says how much it weighs and presses, 1 to 3 each: its first word.",
                .init("Enregistrer le tri", "Save the triage", done: "Le tri est enregistré.", "The triage is saved."),
                over: \.triage, body: "RequestTriage",
                notes: [
                    "impact": "1 to 3.", "urgency": "1 to 3.",
                    "hot_potato": "Urgent, and nobody’s; left out, it stays as it is.",
                ], example: ["impact": 3, "urgency": 2], move
            ) { request, triage, deed in
                try request.triage(
                    impact: triage.impact, urgency: triage.urgency, hotPotato: triage.hotPotato, by: deed)
            },
            .act(
                "taking", "takeRequest",
                "Takes it in hand. A hot potato needs who decides and who takes it back, both outside Product Ops.",
                .init("Prendre en main", "Take in hand", done: "La demande est en main.", "The request is in hand."),
                of: Owners(), body: "RequestOwners", notes: notes,
                example: ["decider": "hana.diallo", "return_owner": "camille.aubrac"], move
            ) { request, owners, deed in
                try request.take(decider: owners.decider, returnOwner: owners.returnOwner, by: deed)
            },
            .act(
                "days", "countRequestDays", "Writes down the days it took so far.",
                .init(
                    "Noter le temps passé", "Note the time spent", done: "Le temps passé est noté.",
                    "The time spent is noted."),
                of: Spent(), body: "RequestDays", example: ["spent_days": 1], move
            ) { request, spent, deed in try request.count(days: spent.days, by: deed) },
            .work(
                "closing", "closeRequest",
                """
                Closes it with what came of it. An urgent project has to fit into the room for urgencies of the quarter. \
                What becomes a topic makes a new one, or joins one that is there.
                """,
                .init("Clore la demande", "Close the request", done: "La demande est close.", "The request is closed."),
                over: { request, _ in request.unsaidClosing }, body: "RequestClosing", notes: notes,
                needsRequired: true,
                example: [
                    "outcome": "answered", "answer": "Votre direction, en un jour. Le formulaire est dans l’aide.",
                ], { .request(.close($0)) },
                suits: { request, visit in
                    request.state == .inHand
                        || request.state != .closed && visit.actor?.may(.request(.move(request))) == true
                }
            ) { request, closing, call in
                try call.transaction.close(request.id, version: call.version, closing, by: call.deed, .french)
            },
            .act(
                "satisfaction", "rateRequest", "Who asked says how happy they are with it, 1 to 5.",
                .init("Donner mon avis", "Give my view", done: "Votre avis est enregistré.", "Your view is saved."),
                of: Rating(), body: "RequestSatisfaction", notes: notes, example: ["satisfaction": 4],
                { .request(.rate($0)) }
            ) { request, rating, deed in try request.rate(rating.satisfaction, by: deed) },
        ])

    @Sendable private static func move(_ request: OpsRequest) -> Permission { .request(.move(request)) }

    private static let notes = [
        "title": "At most 80 characters.", "what_hurts": "The problem, not the solution.",
        "if_we_wait": "What happens when nothing is done for two weeks.", "team": "The code of a team.",
        "hot_potato": "Urgent, and nobody’s.", "decider": "The code of who decides on its content.",
        "return_owner": "The code of who takes it back.",
        "answer": "The answer, where to go instead, or why not.",
        "spent_days": "Days in all; those set aside for an urgent project.",
        "in_exchange": "What the CPO drops for an urgent project beyond the room.",
        "topic": "The topic that it joins; left out, it makes a new one.",
        "topic_title": "Of a new topic; left out, that of the request.",
        "topic_problem": "Of a new topic; left out, what the request tells.", "satisfaction": "1 to 5.",
    ]

    private static let example: JSONValue = [
        "title": "Qui valide un accès à la base de production ?",
        "what_hurts": "Trois équipes attendent depuis lundi.", "since": "lundi", "people_hit": 12, "team": "bulletins",
        "hot_potato": true,
    ]
}

extension DutyWeek {
    static let acts = Acts<DutyWeek>(
        at: "/duty-weeks", landing: { _, _, _ in "/requests/duty" },
        [
            .work(
                "", "swapDutyWeek",
                "Gives a week to somebody else: never two weeks running, nobody who has just joined.",
                .init("Échanger", "Swap", done: "La semaine est échangée.", "The week is swapped."),
                of: Swap(), body: "DutySwap", notes: ["person": "The code of somebody of Product Ops."],
                { _ in .request(.arrangeDuty) }, suits: { week, visit in week.week + 6 >= visit.today }
            ) { week, swap, call in
                try call.transaction.swapDuty(
                    week.id, version: call.version, to: swap.person, by: call.deed, .french)
            }
        ])
}
