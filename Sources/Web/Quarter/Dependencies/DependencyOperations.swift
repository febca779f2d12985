import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Dependencies: pointing out, and every answer of the two teams.
extension Operation {
    package static let dependencies: [Operation] =
        [
            Operation(
                method: .get, path: "/dependencies", name: "listDependencies", about: "Dependencies.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("asking_team", .text()), Schema.Property("giving_team", .text()),
                    Schema.Property("team", .text(), "The code of a team on either side."),
                    Schema.Property("briefing", .text(format: "uuid")),
                    Schema.Property("state", Dependency.State.schema),
                    Schema.Property("criticality", Dependency.Criticality.schema), APICall.day,
                ], result: .of(PageJSON<DependencyJSON>.self), work: .read(listed)),
            Operation(
                method: .post, path: "/briefings/{id}/dependencies", name: "pointOutDependency",
                about: "Points out what a briefing needs from another team, or from a party outside.",
                body: .object(
                    name: "NewDependency",
                    [
                        Schema.Property("giving_team", .text(), "The code of a team; left out for a party outside."),
                        Schema.Property("external_party", .text()), Schema.Property("what", .text(), required: true),
                        Schema.Property("type", Dependency.Sort.schema),
                        Schema.Property("interaction", Dependency.Interaction.schema),
                        Schema.Property(
                            "collaborates_until", .text(format: "date"), "Needed for a collaboration: its last day."),
                        Schema.Property("criticality", Dependency.Criticality.schema),
                        Schema.Property("needed_by", .text(format: "date"), required: true),
                    ]),
                example: [
                    "giving_team": "dsn", "what": "Une table unique de tous les libellés", "criticality": "blocking",
                    "type": "deliverable", "interaction": "collaboration", "collaborates_until": "2026-04-30",
                    "needed_by": "2026-04-15",
                ], result: .of(DependencyJSON.self),
                work: .write(form: "/briefings/:id/dependencies", made: .dependency) { call in
                    let id = try call.made(.dependency, Dependency.self)
                    return APIResult(DependencyJSON(try call.reading.get(id), call.visit))
                }),
            Operation(
                method: .get, path: "/dependencies/{id}", name: "getDependency", about: "One dependency.",
                filters: [APICall.day], result: .of(DependencyJSON.self), work: .read(answered)),
        ] + DependencyVerb.allCases.map(answer)

    private static func answer(_ verb: DependencyVerb) -> Operation {
        Operation(
            method: .post, path: "/dependencies/{id}/\(verb.rawValue)", name: verb.operation.name,
            about: verb.operation.about, body: verb.body.isEmpty ? nil : .object(name: verb.schemaName, verb.body),
            example: verb.example, result: .of(DependencyJSON.self),
            work: .write(form: "/dependencies/:id/\(verb.rawValue)", made: nil, answered))
    }

    private static func answered(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let dependency: Dependency = try call.reading.get(try call.visit.parameter("id"))
        return APIResult(DependencyJSON(dependency, call.visit))
    }

    private static func listed(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let briefing = try call.id("briefing", Briefing.self)
        let cycle = try call.cycle("cycle")
        let asking = try call.unit("asking_team")
        let giving = try call.unit("giving_team")
        let team = try call.unit("team")
        let state = try call.choice("state", Dependency.State.self)
        let criticality = try call.choice("criticality", Dependency.Criticality.self)
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, asking.map { "asking_team = \($0)" }, giving.map { "giving_team = \($0)" },
            team.map { "(asking_team = \($0) OR giving_team = \($0))" }, briefing.map { "briefing = \($0)" },
            state.map { "state = \($0)" }, criticality.map { "criticality = \($0.rawValue)" },
        ])
        return APIResult(try call.list(Dependency.self, where: fitting) { DependencyJSON($0, call.visit) })
    }
}

extension DependencyVerb {
    var operation: (name: String, about: String) {
        switch self {
        case .acknowledgement: ("acknowledgeDependency", "The giver has seen the request and names who to talk to.")
        case .commitment: ("commitDependency", "The giver promises it, not later than it is needed.")
        case .decline: ("declineDependency", "The giver says no, and why.")
        case .mitigation: ("mitigateDependency", "The asker writes how it lives without what was declined.")
        case .claim: ("claimDependency", "The giver says that it is delivered.")
        case .receipt: ("confirmDependency", "The asker has received it.")
        case .withdrawal: ("withdrawDependency", "The asker needs it no longer.")
        case .counter: ("counterDependency", "The giver proposes another date or a smaller scope.")
        case .acceptance: ("acceptCounterProposal", "The asker takes the counter-proposal.")
        case .refusal: ("refuseCounterProposal", "The asker cannot live with the counter-proposal.")
        case .request: ("askAgain", "The asker asks once more with what changed; once a cycle.")
        case .claimRefusal: ("refuseClaim", "The asker has not received what was meant.")
        case .breach: ("breakPromise", "The giver takes the promise back.")
        }
    }

    fileprivate var schemaName: String {
        let name = operation.name
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    fileprivate var body: [Schema.Property] {
        let contact = Schema.Property("contact", .text(), "The code of a person of the giving team; else who asks.")
        let reason = Schema.Property("reason", .text(), required: true)
        return switch self {
        case .acknowledgement: [contact]
        case .commitment:
            [
                Schema.Property("committed_for", .text(format: "date"), required: true),
                Schema.Property("effort_days", .integer, required: true), contact,
            ]
        case .decline: [Schema.Property("code", Dependency.DeclineCode.schema, required: true), reason]
        case .mitigation: [Schema.Property("mitigation", .text(), required: true)]
        case .counter:
            [
                Schema.Property("counter_date", .text(format: "date")),
                Schema.Property("scope", .text(), "A smaller scope; a date or a scope is needed."), reason,
            ]
        case .refusal, .claimRefusal, .breach, .withdrawal: [reason]
        case .request: [Schema.Property("what", .text(), required: true), reason]
        case .acceptance, .claim, .receipt: []
        }
    }

    fileprivate var example: JSONValue? {
        switch self {
        case .commitment: ["committed_for": "2026-04-10", "effort_days": 8]
        case .decline: ["code": "capacity", "reason": "L’équipe est prise par la DSN mensuelle."]
        case .mitigation: ["mitigation": "Nous gardons les libellés actuels ce trimestre."]
        case .counter: ["counter_date": "2026-05-06", "reason": "Après la clôture d’avril."]
        case .refusal: ["reason": "La campagne commence le 15 avril."]
        case .request: ["what": "Les libellés du net seulement", "reason": "Le périmètre est réduit."]
        case .claimRefusal: ["reason": "Il manque les libellés des congés."]
        case .breach: ["reason": "La norme change en mai."]
        case .withdrawal: ["reason": "L’initiative s’en passe."]
        case .acknowledgement: [:]
        case .acceptance, .claim, .receipt: nil
        }
    }
}
