import HTTPTypes
import Rouage
import Storage
package import WebCore

/// The final presentation of a quarter. A vote is given on the page alone: a token would name who gives it.
extension WebCore.Operation {
    package static let presentations: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/presentations", name: "listPresentations",
                about: "Presentations, one a quarter.",
                filters: [Schema.Property("state", Presentation.State.schema)], result: Presentation.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    let state = try call.choice("state", Presentation.State.self)
                    return try call.records(Presentation.self, where: SQL.all([state.map { "state = \($0)" }]))
                }),
            WebCore.Operation(
                method: .get, path: "/presentations/{label}", name: "getPresentation",
                about: "The presentation of a quarter, from its freeze on.", result: Presentation.schema,
                work: .read { try APIResult(known($0), for: $0.visit) }),
            WebCore.Operation(
                method: .get, path: "/presentations/{label}/questions", name: "listQuestions",
                about: "What was asked.", result: AudienceQuestion.pageSchema,
                work: .read { try $0.records(AudienceQuestion.self, where: "presentation = \(known($0).id)") }),
            WebCore.Operation(
                method: .get, path: "/presentations/{label}/confidence", name: "listConfidence",
                about: "What the anonymous vote came to; empty until it is closed.",
                result: .of(PageJSON<ConfidenceJSON>.self), work: .read(confidence)),
            WebCore.Operation(
                method: .get, path: "/presentations/{label}/reworks", name: "listReworks",
                about: "What too few believed in, and what its director changes.", result: Rework.pageSchema,
                work: .read { try $0.records(Rework.self, where: "presentation = \(known($0).id)") }),
        ] + Presentation.acts.operations()
        + AudienceQuestion.acts.operations()
        + Rework.acts.operations()

    private static func known(_ call: APICall) throws -> Presentation {
        _ = try call.member()
        return try Show(call.visit).presentation()
    }

    private static func confidence(_ call: APICall) throws -> APIResult {
        let presentation = try known(call)
        let all = try call.reading.confidence(of: presentation)
        let whole = all[.whole].map { [ConfidenceJSON(team: nil, mean: $0.mean)] } ?? []
        let teams = presentation.runOfShow.compactMap { slot in
            all[.team(slot.team)].map { ConfidenceJSON(team: call.visit.code(slot.team), mean: $0.mean) }
        }
        return APIResult(try call.part(of: whole + teams))
    }
}
