import Rouage
import Storage
import WebCore

/// What can be done to a dependency: pointing it out, and every answer of the two teams, the most likely first.
extension Dependency {
    static let acts = Acts<Dependency>(
        // Who may not answer hears who may, a stranger too.
        at: "/dependencies", find: { try $0.record() }, landing: DependencyRoutes.landing,
        [pointingOut] + settling + giving + goingOn)

    private static let pointingOut = Act<Dependency>.making(
        below: "/briefings/:id/dependencies", of: BriefingRoutes.readable, "pointOutDependency",
        "Points out what a briefing needs from another team, or from a party outside.",
        .init(
            "Signaler la dépendance", "Point out the dependency", done: "La dépendance est signalée.",
            "The dependency is pointed out."),
        of: Request(ref: "", givingTeam: nil, what: "", neededBy: Day(number: 0)), body: "NewDependency",
        notes: [
            "giving_team": "The code of a team; left out for a party outside.",
            "collaborates_until": "Needed for a collaboration: its last day.",
        ],
        example: [
            "giving_team": "dsn", "what": "Une table unique de tous les libellés", "criticality": "blocking",
            "type": "deliverable", "interaction": "collaboration", "collaborates_until": "2026-04-30",
            "needed_by": "2026-04-15",
        ], { .writeBriefing($0) }
    ) { briefing, request, call in
        let id = call.transaction.newID(Dependency.self)
        var request = request
        request.ref = "\(briefing.ref)-\(id.description.suffix(6))"
        let (dependency, activity) = try pointOut(
            request, id: id, of: briefing, in: try call.visit.cycle(of: briefing), by: call.deed)
        try call.transaction.add(dependency, activity)
        return id
    }

    /// What the asker says to what was proposed or delivered.
    private static let settling: [Act<Dependency>] = [
        .act(
            "counter-proposal-acceptance", "acceptCounterProposal", "The asker takes the counter-proposal.",
            .init(
                "J’accepte", "I accept", done: "La contre-proposition est acceptée.",
                "The counter-proposal is accepted."),
            { .ask($0) }, { try $0.acceptCounter(by: $1) }),
        .act(
            "counter-proposal-refusal", "refuseCounterProposal", "The asker cannot live with the counter-proposal.",
            .init(
                Phrase(fr: "Refuser la proposition", en: "Refuse the proposal"),
                opening: Phrase(fr: "Je refuse", en: "I refuse"),
                done: Phrase(fr: "La contre-proposition est refusée.", en: "The counter-proposal is refused."), .grave),
            of: DependencyReason(), body: "RefuseCounterProposal",
            example: ["reason": "La campagne commence le 15 avril."], { .ask($0) },
            { try $0.refuseCounter(reason: $1.reason, by: $2) }),
        .act(
            "receipt", "confirmDependency", "The asker has received it.",
            .init(
                "Je confirme la réception", "I confirm the delivery", done: "La réception est confirmée.",
                "The delivery is confirmed."),
            { .ask($0) }, { try $0.confirm(by: $1) }),
        .act(
            "claim-refusal", "refuseClaim", "The asker has not received what was meant.",
            .init(
                Phrase(fr: "Le dire à l’équipe", en: "Tell the team"),
                opening: Phrase(fr: "Ce n’est pas ce que j’attends", en: "It is not what I need"),
                done: Phrase(fr: "L’équipe le lira.", en: "The team will read it."), .grave),
            of: DependencyReason(), body: "RefuseClaim", example: ["reason": "Il manque les libellés des congés."],
            { .ask($0) }, { try $0.refuseClaim(reason: $1.reason, by: $2) }),
    ]

    /// What the giver answers and delivers.
    private static let giving: [Act<Dependency>] = [
        .work(
            "commitment", "commitDependency", "The giver promises it, not later than it is needed.",
            .init(
                Phrase(fr: "M’engager", en: "Commit"), opening: Phrase(fr: "Je m’engage", en: "I commit"),
                done: Phrase(fr: "L’engagement est pris.", en: "The promise is made.")),
            of: DependencyPromise(), body: "CommitDependency", notes: contactNote,
            example: ["committed_for": "2026-04-10", "effort_days": 8], { .give($0) },
            suits: { dependency, _ in dependency.state == .pointedOut || dependency.state == .acknowledged }
        ) { dependency, promise, call in
            let initiative = try promise.givingBriefing.map { id -> Briefing in
                guard let briefing = try call.transaction.find(id) else {
                    throw Refusal.invalid("giving_briefing", .unknown)
                }
                return briefing
            }
            try call.answer(dependency, naming: promise.contact) { dependency in
                let activity = try dependency.commit(
                    for: promise.committedFor, effortDays: promise.effortDays,
                    contact: promise.contact ?? call.deed.actor.id, by: call.deed)
                if let initiative { _ = try dependency.deliver(within: initiative, by: call.deed) }
                return activity
            }
        },
        .act(
            "acknowledgement", "acknowledgeDependency", "The giver has seen the request and names who to talk to.",
            .init(
                Phrase(fr: "Prendre en compte", en: "Acknowledge"),
                opening: Phrase(fr: "Je prends en compte", en: "I acknowledge"),
                done: Phrase(fr: "La demande est prise en compte.", en: "The request is acknowledged.")),
            of: DependencyContact(), body: "AcknowledgeDependency", notes: contactNote, example: [:], { .give($0) },
            { dependency, answer, deed in
                guard let contact = answer.contact ?? deed.actor.id else { throw Refusal.notAllowed }
                return try dependency.acknowledge(contact: contact, by: deed)
            }),
        .act(
            "claim", "claimDependency", "The giver says that it is delivered.",
            .init("C’est livré", "It is delivered", done: "La livraison est annoncée.", "The delivery is announced."),
            { .give($0) }, { try $0.claim(by: $1) }),
        .work(
            "counter-proposal", "counterDependency", "The giver proposes another date or a smaller scope.",
            .init(
                Phrase(fr: "Proposer", en: "Propose"),
                opening: Phrase(fr: "Je contre-propose", en: "I counter-propose"),
                done: Phrase(fr: "La proposition est envoyée.", en: "The proposal is sent.")),
            of: DependencyOffer(), body: "CounterDependency",
            notes: ["scope": "A smaller scope; a date or a scope is needed."].merging(contactNote) { own, _ in own },
            example: ["counter_date": "2026-05-06", "reason": "Après la clôture d’avril."], { .give($0) },
            suits: { $0.mayBeCountered(on: $1.today) }
        ) { dependency, offer, call in
            let cycle = try call.visit.cycle(of: dependency)
            try call.answer(dependency, naming: offer.contact) {
                try $0.counter(
                    date: offer.date, scope: offer.scope, reason: offer.reason, by: call.deed, in: cycle)
            }
        },
        .act(
            "decline", "declineDependency", "The giver says no, and why.",
            .init(
                Phrase(fr: "Refuser la dépendance", en: "Decline the dependency"),
                opening: Phrase(fr: "Je refuse", en: "I decline"),
                done: Phrase(fr: "La dépendance est refusée.", en: "The dependency is declined."), .grave),
            of: DependencyDecline(), body: "DeclineDependency",
            example: ["code": "capacity", "reason": "L’équipe est prise par la DSN mensuelle."], { .give($0) },
            { try $0.decline($1.code, reason: $1.reason, by: $2) }),
        .work(
            "withdrawn-promise", "breakPromise", "The giver takes the promise back.",
            .init(
                Phrase(fr: "Reprendre ma promesse", en: "Take my promise back"),
                opening: Phrase(fr: "Je reprends ma promesse", en: "I take my promise back"),
                done: Phrase(fr: "La promesse est reprise.", en: "The promise is taken back."), .grave),
            of: DependencyReason(), body: "BreakPromise", example: ["reason": "La norme change en mai."],
            { .give($0) },
            // What was said delivered is the asker’s to answer.
            suits: { dependency, _ in dependency.state == .committed && dependency.claimedOn == nil }
        ) { dependency, answer, call in
            try call.change(dependency) { try $0.breakPromise(reason: answer.reason, by: call.deed) }
        },
    ]

    /// What the asker does once it will not be given.
    private static let goingOn: [Act<Dependency>] = [
        .act(
            "mitigation", "mitigateDependency", "The asker writes how it lives without what was declined.",
            .init(
                Phrase(fr: "Garder la parade", en: "Keep the fallback"),
                opening: Phrase(fr: "J’écris une parade", en: "I write a fallback"),
                done: Phrase(fr: "La parade est écrite.", en: "The fallback is written.")),
            of: DependencyMitigation(), body: "MitigateDependency",
            example: ["mitigation": "Nous gardons les libellés actuels ce trimestre."], { .ask($0) },
            { try $0.mitigate($1.text, by: $2) }),
        .act(
            "new-request", "askAgain", "The asker asks once more with what changed; once a cycle.",
            .init(
                Phrase(fr: "Redemander", en: "Ask again"),
                opening: Phrase(fr: "Je redemande autrement", en: "I ask differently"),
                done: Phrase(fr: "C’est redemandé.", en: "It is asked again.")),
            of: DependencyRenewal(), body: "AskAgain",
            example: ["what": "Les libellés du net seulement", "reason": "Le périmètre est réduit."], { .ask($0) },
            { try $0.reask(what: $1.what, reason: $1.reason, by: $2) }),
        .act(
            "withdrawal", "withdrawDependency", "The asker needs it no longer.",
            .init(
                "Retirer la demande", "Withdraw the request", done: "La demande est retirée.",
                "The request is withdrawn.", .grave),
            of: DependencyReason(), body: "WithdrawDependency", example: ["reason": "L’initiative s’en passe."],
            { .ask($0) }, { try $0.withdraw(reason: $1.reason, by: $2) }),
    ]

    private static let contactNote = ["contact": "The code of a person of the giving team; else who asks."]
}

extension Act<Dependency> {
    /// Which of the two teams says it.
    func side(of dependency: Dependency) -> Dependency.Side {
        if case .ask? = permission(on: dependency) { .asking } else { .giving }
    }
}

extension ActCall {
    /// Answers a request. To answer what was not seen yet says both: seen, with who to talk to, and answered.
    fileprivate func answer(
        _ dependency: Dependency, naming contact: Identifier<Person>?,
        by verb: (inout Dependency) throws -> Activity?
    ) throws {
        guard dependency.state == .pointedOut, let contact = contact ?? deed.actor.id else {
            return try change(dependency, by: verb)
        }
        try change(dependency) { try $0.acknowledge(contact: contact, by: deed) }
        try transaction.change(dependency.id, by: verb)
    }
}
