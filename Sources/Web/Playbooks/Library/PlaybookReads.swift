import HTTPTypes
import Rouage
import Storage
import WebCore

/// What the API reads of playbooks.
extension Operation {
    static let playbookReads: [Operation] = [
        Operation(
            method: .get, path: "/playbooks", name: "listPlaybooks", about: "Playbooks: how things are done here.",
            filters: [
                Schema.Property("category", Playbook.Category.schema), Schema.Property("state", Playbook.State.schema),
                Schema.Property("carried_by", Playbook.Carrier.schema),
                Schema.Property("owner", .text(), "The code of a person."),
            ], result: Playbook.pageSchema,
            work: .read { call in
                _ = try call.member()
                let category = try call.choice("category", Playbook.Category.self)
                let state = try call.choice("state", Playbook.State.self)
                let carrier = try call.choice("carried_by", Playbook.Carrier.self)
                let owner = try call.person("owner")
                let fitting = SQL.all([
                    state.map { "state = \($0.rawValue)" }, carrier.map { "carried_by = \($0.rawValue)" },
                    owner.map { "owner = \($0)" },
                ])
                return try call.records(
                    Playbook.self, where: fitting,
                    open: { playbook in category.map { playbook.content.category == $0 } ?? true })
            }),
        Playbook.one(at: "/playbooks/{id}", "getPlaybook", "One playbook."),
        Operation(
            method: .get, path: "/playbooks/{id}/score", name: "getPlaybookScore",
            about: "Whether the organisation can carry it without Product Ops, part by part.",
            result: .of(ScoreJSON.self),
            work: .read { call in
                _ = try call.member()
                let playbook: Playbook = try call.reading.get(try call.visit.parameter("id"))
                return APIResult(
                    plain: ScoreJSON(try call.reading.standing(of: playbook, in: call.visit.organisation)))
            }),
        Operation(
            method: .get, path: "/playbooks/{id}/editions", name: "listPlaybookEditions",
            about: "The texts that no longer hold.", result: PlaybookEdition.pageSchema,
            work: .read { call in
                let playbook = try call.playbook()
                return try call.records(PlaybookEdition.self, where: "playbook = \(playbook)")
            }),
        Operation(
            method: .get, path: "/playbooks/{id}/occurrences", name: "listOccurrences",
            about: "The times it was run, as they were written down.", result: Occurrence.pageSchema,
            work: .read { call in
                let playbook = try call.playbook()
                return try call.records(Occurrence.self, where: "playbook = \(playbook)")
            }),
        Operation(
            method: .get, path: "/playbooks/{id}/feedback", name: "listFeedback",
            about: "What people say of it, and what was answered.", result: PlaybookFeedback.pageSchema,
            work: .read { call in
                let playbook = try call.playbook()
                return try call.records(PlaybookFeedback.self, where: "playbook = \(playbook)")
            }),
        Operation(
            method: .get, path: "/reliance", name: "getReliance",
            about:
                "K7 and K8: what rested on Product Ops in each of the last six quarters, and what would stop without them.",
            result: .of(RelianceJSON.self), work: .read(reliance)),
    ]

    private static func reliance(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let visit = call.visit
        let standings = try call.reading.standings(of: call.reading.playbooks(), in: visit.organisation)
        let asked = standings.filter(\.playbook.state.isAsked)
        let carried = asked.filter { $0.playbook.carriedBy == .organisation }
        let quarters = try QuarterReliance.last(visit).map {
            QuarterRelianceJSON(cycle: $0.cycle.label, byOps: $0.reliance.byOps, all: $0.reliance.all)
        }
        return APIResult(
            plain: RelianceJSON(
                quarters: quarters,
                stops: Reliance.stops(without: standings).map {
                    StopJSON(playbook: $0.standing.playbook.id, steps: $0.steps)
                }, inForce: asked.count, carriedByOrganisation: carried.count,
                relapses: carried.count { $0.playbook.relapsedOn != nil }))
    }
}

extension APICall {
    /// The playbook of the address, open to members.
    fileprivate func playbook() throws -> Identifier<Playbook> {
        _ = try member()
        let playbook: Playbook = try reading.get(try visit.parameter("id"))
        return playbook.id
    }
}
