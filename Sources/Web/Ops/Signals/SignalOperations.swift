import HTTPTypes
import Rouage
import Storage
package import WebCore

extension Signal.Sort: SchemaValue {}

/// Signals that suggest topics, and what was made of them.
extension Operation {
    package static let signals: [Operation] = [
        Operation(
            method: .get, path: "/cycles/{label}/signals", name: "listSignals",
            about: "What suggests topics for a quarter and is not answered yet, reckoned from the figures of today.",
            result: .of(PageJSON<SignalJSON>.self), work: .read(signals)),
        Operation(
            method: .get, path: "/cycles/{label}/signal-answers", name: "listSignalAnswers",
            about: "What was made of the signals of a quarter, the newest first.",
            result: .of(PageJSON<SignalAnswerJSON>.self), work: .read(answers)),
        Operation(
            method: .post, path: "/cycles/{label}/signals/{key}/topic", name: "takeSignal",
            about: "Makes a topic of a signal, which keeps what the signal stood on.",
            result: .of(SignalAnswerJSON.self),
            work: .write(form: "/cycles/:label/signals/:key/topic", made: .signalAnswer, answer)),
        Operation(
            method: .post, path: "/cycles/{label}/signals/{key}/dismissal", name: "dismissSignal",
            about: "Says that nothing comes of a signal; it comes back when something new does.",
            body: .object(name: "SignalDismissal", [Schema.Property("reason", .text())]),
            example: ["reason": "Déjà en cours."], result: .of(SignalAnswerJSON.self),
            work: .write(form: "/cycles/:label/signals/:key/dismissal", made: .signalAnswer, answer)),
    ]

    private static func signals(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try SignalRoutes.cycle(call.visit)
        let items = try call.reading.signals(for: cycle, on: call.visit.today).map { SignalJSON($0, call.visit) }
        return APIResult(try call.part(of: items))
    }

    private static func answer(_ call: APICall) throws -> APIResult {
        guard let made = call.made.first(where: { $0.kind == .signalAnswer }),
            let id = Identifier<SignalAnswer>(made.id)
        else { throw Refusal.notFound }
        return APIResult(SignalAnswerJSON(try call.reading.get(id), call.visit))
    }

    private static func answers(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try SignalRoutes.cycle(call.visit)
        let items = try call.reading.signalAnswers(for: cycle.id).map { SignalAnswerJSON($0, call.visit) }
        return APIResult(try call.part(of: items))
    }
}

struct SignalJSON: Codable, Sendable {
    let key: String
    let kind: Signal.Sort
    /// The figures, in the language of who asks.
    let sentence: String
    /// What it stands on: refs of requests, the label of a quarter, a playbook and a day.
    let evidence: [String]
    /// The title of the topic it suggests.
    let title: String
    let source: Topic.Source

    init(_ signal: Signal, _ visit: Visit) {
        let words = SignalWords(visit: visit, signal: signal)
        key = signal.key
        kind = signal.sort
        sentence = words.sentence
        evidence = signal.evidence
        title = words.title
        source = signal.sort.source
    }
}

struct SignalAnswerJSON: APIRecord {
    let id: Identifier<SignalAnswer>
    let version: Int
    let kind: Signal.Sort
    let evidence: [String]
    /// The topic that was made of it; nothing when it was dismissed.
    let topic: Identifier<Topic>?
    let reason: String
    let answeredBy: String?
    let answeredAt: Instant

    init(_ answer: SignalAnswer, _ visit: Visit) {
        id = answer.id
        version = answer.version
        kind = answer.sort
        evidence = answer.evidence
        topic = answer.topic
        reason = answer.reason
        answeredBy = visit.code(answer.answeredBy)
        answeredAt = answer.answeredAt
    }
}
