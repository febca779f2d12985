import HTTPTypes
package import Rouage
import Storage
package import WebCore

extension Signal.Sort: SchemaValue {}

/// Signals that suggest topics, and what was made of them.
extension WebCore.Operation {
    package static let signals: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/cycles/{label}/signals", name: "listSignals",
                about:
                    "What suggests topics for a quarter and is not answered yet, reckoned from the figures of today.",
                result: .of(PageJSON<SignalJSON>.self), work: .read(signals)),
            WebCore.Operation(
                method: .get, path: "/cycles/{label}/signal-answers", name: "listSignalAnswers",
                about: "What was made of the signals of a quarter, the newest first.", result: SignalAnswer.pageSchema,
                work: .read(answers)),
        ]
        + SignalAnswer.acts.operations()

    private static func signals(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try SignalRoutes.cycle(call.visit)
        let items = try call.reading.signals(for: cycle, on: call.visit.today).map { SignalJSON($0, call.visit) }
        return APIResult(try call.part(of: items))
    }

    private static func answers(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let page = try call.part(of: call.reading.signalAnswers(for: SignalRoutes.cycle(call.visit).id))
        return try APIResult(page.items, next: page.next, for: call.visit)
    }
}

extension SignalAnswer: Shaped {
    package static let shape = Shape<SignalAnswer>(hidden: ["cycle"], renamed: ["sort": "kind"])
}

/// A signal as it is reckoned now: no record is kept of it.
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
