import HTTPTypes
import Rouage
import Storage
package import WebCore

extension Presentation.State: SchemaValue {}

/// The final presentation of a quarter. A vote is given on the page alone: a token would name who gives it.
extension Operation {
    package static let presentations: [Operation] = [
        Operation(
            method: .get, path: "/presentations", name: "listPresentations", about: "Presentations, one a quarter.",
            filters: [Schema.Property("state", Presentation.State.schema)],
            result: .of(PageJSON<PresentationJSON>.self),
            work: .read(list)),
        Operation(
            method: .get, path: "/presentations/{label}", name: "getPresentation",
            about: "The presentation of a quarter, from its freeze on.", result: .of(PresentationJSON.self),
            work: .read(one)),
        press(
            "order", "orderPresentation", "Sets the order of all teams.",
            body: .object(
                name: "RunOfShow",
                [
                    Schema.Property(
                        "teams", .list(.text()), required: true, field: "team", "Codes of all teams, in order.")
                ]), example: ["teams": ["dsn", "bulletins"]]),
        press(
            "beginning", "setBeginning", "Sets when it begins.",
            body: .object(name: "Beginning", [Schema.Property("starts", .text(), required: true, "Such as `10:00`.")]),
            example: ["starts": "14:30"]),
        Operation(
            method: .put, path: "/presentations/{label}/slots/{team}", name: "prepareSlot",
            about: "A team prepares its own slot; replaces what it had said.",
            body: .object(
                name: "SlotContent",
                [
                    Schema.Property("minutes", .integer, required: true, "1 to 6."),
                    Schema.Property("presenters", .list(.text()), field: "presenter", "Codes of at most three people."),
                    Schema.Property("notes", .text(), "For those who present."), Schema.Property("ready", .boolean),
                ]),
            example: ["minutes": 5, "presenters": ["lison.perrault"], "notes": "Les appels d’abord.", "ready": true],
            result: .of(PresentationJSON.self), work: .write(form: "/presentations/:label/slots/:team", made: nil, one)),
        press("readiness", "declarePresentationReady", "Says that everything is ready."),
        press("start", "startPresentation", "Goes live, on its day."),
        press(
            "position", "movePresentation", "Goes one slide on or back, holds the clock, or goes to a team.",
            body: .object(
                name: "Position",
                [
                    Schema.Property("go", .text(choices: Presentation.Step.allCases.map(\.rawValue))),
                    Schema.Property("team", .text(), "The code of a team."),
                ]), example: ["go": "next"]),
        press("publication", "publishPresentation", "Ends it and keeps what was shown."),
        press(
            "recording", "setRecording", "Says where it can be seen again.",
            body: .object(name: "Recording", [Schema.Property("recording", .text(), required: true)]),
            example: ["recording": "https://video.emargo.example/t2"]),
        Operation(
            method: .get, path: "/presentations/{label}/questions", name: "listQuestions", about: "What was asked.",
            result: .of(PageJSON<QuestionJSON>.self),
            work: .read(asked)),
        Operation(
            method: .post, path: "/presentations/{label}/questions", name: "askQuestion",
            about: "Asks while it is live, of the team on stage or of all.",
            body: .object(
                name: "NewQuestion",
                [
                    Schema.Property("text", .text(), required: true),
                    Schema.Property("about", .text(choices: ["stage", "whole"])),
                ]), example: ["text": "Et pour les apprentis ?", "about": "stage"], result: .of(QuestionJSON.self),
            work: .write(form: "/presentations/:label/follow/questions", made: .audienceQuestion, question)),
        press(
            "answers", "answerQuestion", "Marks a question as answered.",
            body: .object(
                name: "AnsweredQuestion", [Schema.Property("question", .text(format: "uuid"), required: true)])),
        Operation(
            method: .get, path: "/presentations/{label}/confidence", name: "listConfidence",
            about: "What the anonymous vote came to; empty until it is closed.",
            result: .of(PageJSON<ConfidenceJSON>.self), work: .read(confidence)),
        Operation(
            method: .get, path: "/presentations/{label}/reworks", name: "listReworks",
            about: "What too few believed in, and what its director changes.", result: .of(PageJSON<ReworkJSON>.self),
            work: .read(reworkList)),
        Operation(
            method: .post, path: "/reworks/{id}/answer", name: "answerRework", about: "Says what changes.",
            body: .object(name: "ReworkAnswer", [Schema.Property("answer", .text(), required: true)]),
            example: ["answer": "Nous livrons en deux fois."], result: .of(ReworkJSON.self),
            work: .write(form: "/reworks/:id/answer", made: nil, rework)),
    ]

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Presentation.State.self)
        return APIResult(
            try call.list(Presentation.self, where: SQL.all([state.map { "state = \($0)" }])) {
                PresentationJSON($0, call.visit)
            })
    }

    private static func asked(_ call: APICall) throws -> APIResult {
        let id = try known(call).id
        return APIResult(
            try call.list(AudienceQuestion.self, where: "presentation = \(id)") { QuestionJSON($0, call.visit) }
        )
    }

    private static func question(_ call: APICall) throws -> APIResult {
        guard let made = call.made.last(where: { $0.kind == .audienceQuestion }),
            let id = Identifier<AudienceQuestion>(made.id)
        else { throw Refusal.notFound }
        return APIResult(QuestionJSON(try call.reading.get(id), call.visit))
    }

    private static func reworkList(_ call: APICall) throws -> APIResult {
        let id = try known(call).id
        return APIResult(
            try call.list(Rework.self, where: "presentation = \(id)") { ReworkJSON($0, call.visit) })
    }

    private static func rework(_ call: APICall) throws -> APIResult {
        let rework: Rework = try call.reading.get(try call.visit.parameter("id"))
        return APIResult(ReworkJSON(rework, call.visit))
    }

    private static func press(
        _ noun: String, _ name: String, _ about: String, body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/presentations/{label}/\(noun)", name: name, about: about, body: body,
            example: example, result: .of(PresentationJSON.self),
            work: .write(form: "/presentations/:label/\(noun)", made: nil, one))
    }

    private static func known(_ call: APICall) throws -> Presentation {
        _ = try call.member()
        return try Show(call.visit).presentation()
    }

    private static func one(_ call: APICall) throws -> APIResult {
        APIResult(PresentationJSON(try known(call), call.visit))
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
