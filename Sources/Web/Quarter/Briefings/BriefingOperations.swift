import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Briefings, their moves and what is said beside them.
extension Operation {
    package static let briefings: [Operation] = [
        Operation(
            method: .get, path: "/briefings", name: "listBriefings",
            about: "Briefings; a draft is listed to those who may read it.",
            filters: [
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                Schema.Property("team", .text(), "The code of the team, or of a unit above it."),
                Schema.Property("owner", .text(), "The code of a person."),
                Schema.Property("state", Briefing.State.schema), Schema.Property("late", .boolean),
                Schema.Property("ref", .text(), "The stable name in files."), APICall.day,
            ], result: .of(PageJSON<BriefingJSON>.self), work: .read(list)),
        Operation(
            method: .post, path: "/briefings", name: "createBriefing", about: "Begins a briefing as a draft.",
            body: .object(
                name: "NewBriefing",
                [
                    Schema.Property("team", .text(), required: true), Schema.Property("title", .text(), required: true),
                    Schema.Property("cycle", .text(), required: true, "A label such as `2026-Q2`."),
                ]),
            example: [
                "team": "bulletins", "cycle": "2026-Q2",
                "title": "Un bulletin que l’on comprend sans appeler le support",
            ],
            result: .of(BriefingJSON.self), work: .write(form: "/briefings", made: .briefing, made)),
        Operation(
            method: .get, path: "/briefings/{id}", name: "getBriefing", about: "One briefing.",
            filters: [APICall.day], result: .of(BriefingJSON.self), work: .read(one)),
        Operation(
            method: .patch, path: "/briefings/{id}", name: "reviseBriefing",
            about: "Rewrites fields; what is left out stays. Open until the freeze.", body: content,
            example: [
                "problem": "Chaque mois, un lecteur sur douze bute sur son bulletin.",
                "source": "Support, 3 100 appels par mois.",
                "source_kind": "support", "problem_size": "12 000 salariés.",
                "intention": "Diviser les appels par deux.",
                "appetite_days": 40,
            ], result: .of(BriefingJSON.self), needsVersion: true,
            work: .write(form: "/briefings/:id", made: nil, one)),
        move("submission", "submitBriefing", "Hands the page to the department."),
        move("no-dependency", "signNoDependency", "Signs that the initiative needs no other team."),
        move("readiness", "declareBriefingReady", "Says that what it needs is settled."),
        move(
            "decision", "decideBriefing", "Validates, postpones or drops.",
            body: .object(
                name: "NewDecision",
                [
                    Schema.Property(
                        "outcome", .text(choices: Briefing.Outcome.allCases.map(\.rawValue)), required: true),
                    Schema.Property("code", Briefing.Decision.Code.schema, required: true),
                    Schema.Property(
                        "reason", .text(), "Needed unless a ready briefing is validated before the freeze."),
                ]),
            example: ["outcome": "validated", "code": "strategy", "reason": "Le risque est accepté."]),
        move(
            "no-dependency-withdrawal", "withdrawNoDependency",
            "Takes the signature back: somebody is needed after all."),
        move(
            "ending", "endBriefing", "Says that the initiative is done, or given up and why.",
            body: .object(
                name: "Ending",
                [
                    Schema.Property("ending", .text(choices: Briefing.Ending.allCases.map(\.rawValue)), required: true),
                    Schema.Property("reason", .text(), required: true, "What came of it, or why it stops."),
                ] + cause), example: ["ending": "done", "reason": "Les rejets sont expliqués."]),
        move(
            "slowdown", "slowBriefing", "Says that it goes slower than meant, and why.",
            body: .object(name: "Slowdown", [Schema.Property("reason", .text(), required: true)] + cause),
            example: ["cause": "legal", "reason": "La norme arrive en retard."]),
        move("recovery", "resumeBriefing", "Says that it goes on as meant."),
    ]

    package static func move(
        _ noun: String, _ name: String, _ about: String, body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        let form = "/briefings/:id/" + noun.replacing("{", with: ":").replacing("}", with: "")
        return Operation(
            method: .post, path: "/briefings/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(BriefingJSON.self), work: .write(form: form, made: nil, one))
    }

    private static let cause = [
        Schema.Property("cause", Briefing.Decision.Code.schema, "Needed when it is slowed down or given up."),
        Schema.Property(
            "cause_dependencies", .list(.text(format: "uuid")), field: "cause_dependency",
            "Which of its dependencies, when the cause is one."),
    ]

    private static let content = Schema.object(
        name: "BriefingContent",
        Briefing.Text.Field.allCases.map { field in
            Schema.Property(field.rawValue, .text(), "At most \(field.limit) characters to be submitted.")
        } + [
            Schema.Property("source_kind", Briefing.SourceKind.schema),
            Schema.Property("appetite_days", .integer, "Person-days worth spending; null empties it."),
            Schema.Property("axis", .text(), "The code of an axis."),
            Schema.Property("owner", .text(), "The code of a person."),
            Schema.Property(
                "contributors", .list(.text()), field: "contributor", "Codes of people; replaces the list."),
            Schema.Property("tribe_values", .texts, "Values of the tribe’s fields, by key."),
        ])

    package static func readable(_ call: APICall) throws -> Briefing {
        _ = try call.visit.signedIn()
        let briefing: Briefing = try call.reading.get(try call.visit.parameter("id"))
        guard try call.visit.opens(briefing) else { throw Refusal.notFound }
        return briefing
    }

    private static func one(_ call: APICall) throws -> APIResult {
        APIResult(BriefingJSON(try readable(call), call.visit, axes: try call.axes()))
    }

    private static func made(_ call: APICall) throws -> APIResult {
        let briefing = try call.reading.get(try call.made(.briefing, Briefing.self))
        return APIResult(BriefingJSON(briefing, call.visit, axes: try call.axes()))
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try call.cycle("cycle")
        let team = try call.unit("team").map { call.visit.organisation.below($0) }
        let owner = try call.person("owner")
        let state = try call.choice("state", Briefing.State.self)
        let late = try call.flag("late")
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, team.map { "team IN \(in: $0)" }, owner.map { "owner = \($0)" },
            state.map { "state = \($0)" }, late.map { "late = \($0)" }, call.query["ref"].map { "ref = \($0)" },
        ])
        let axes = try call.axes()
        let page = try call.list(Briefing.self, where: fitting, open: { try call.visit.opens($0) }) {
            BriefingJSON($0, call.visit, axes: axes)
        }
        return APIResult(page)
    }
}

extension APICall {
    fileprivate func axes() throws -> [Identifier<Axis>: String] {
        Dictionary(try reading.records(Axis.self).map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    }
}

extension Organisation {
    /// A unit and all below it.
    package func below(_ unit: Identifier<Rouage.Unit>) -> [Identifier<Rouage.Unit>] {
        units.keys.filter { lineage(of: $0).contains(unit) }.sorted()
    }
}
