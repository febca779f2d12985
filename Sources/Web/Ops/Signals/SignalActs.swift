import Rouage
import Storage
package import WebCore

/// What can be made of a signal: a topic, or nothing.
extension SignalAnswer {
    static let acts = Acts<SignalAnswer>(
        at: "/topics",
        landing: { _, _, answer in answer.topic.map { "/topics/\($0)" } ?? "/topics#suggested" },
        [
            .making(
                below: "/cycles/:label/signals/:key/topic", of: SignalRoutes.cycle, "takeSignal",
                "Makes a topic of a signal, which keeps what the signal stood on.",
                .init(
                    "En faire un sujet", "Make it a topic", done: "Le sujet est proposé.", "The topic is raised.")
            ) { cycle, call in
                guard call.deed.actor.may(.topic(.propose)) else { throw Refusal.notAllowed }
                let signal = try signal(for: cycle, call)
                let id = call.transaction.newID(Topic.self)
                let (topic, raised) = try Topic.propose(
                    SignalWords(visit: call.visit, signal: signal).content(for: cycle),
                    ref: "\(id.description.suffix(12))", id: id, in: call.visit.openCycles, by: call.deed)
                try call.transaction.add(topic, raised)
                let (answer, activity) = try take(
                    signal, for: cycle.id, as: topic, id: call.transaction.newID(), by: call.deed)
                try call.transaction.add(answer, activity)
                return answer.id
            },
            .making(
                below: "/cycles/:label/signals/:key/dismissal", of: SignalRoutes.cycle, "dismissSignal",
                "Says that nothing comes of a signal; it comes back when something new does.",
                .init(
                    "Écarter ce signal", "Dismiss this signal", done: "Le signal est écarté.",
                    "The signal is dismissed."),
                of: Dismissal(), body: "SignalDismissal", example: ["reason": "Déjà en cours."],
                { _ in .signal(.dismiss) }
            ) { cycle, dismissal, call in
                let (answer, activity) = try dismiss(
                    signal(for: cycle, call), for: cycle.id, reason: dismissal.reason, id: call.transaction.newID(),
                    by: call.deed)
                try call.transaction.add(answer, activity)
                return answer.id
            },
        ])

    private static func signal(for cycle: Cycle, _ call: ActCall) throws -> Signal {
        try call.transaction.signal(
            call.visit.exchange.parameters["key"] ?? "", for: cycle, on: call.visit.today)
    }

    /// Why nothing comes of a signal.
    struct Dismissal: Drafted {
        enum Name: String, CaseIterable, Sendable { case reason }
        static let fields: [Field<Dismissal>] = [.line(.reason, \.reason, upTo: reasonLimit)]
        var reason = ""
    }
}

extension SignalAnswer.Dismissal.Name: Worded {
    var label: Phrase { Phrase(fr: "La raison, si vous voulez", en: "The reason, if you like") }
    var hint: Phrase? { nil }
}

/// The addresses of signals.
package enum SignalRoutes {
    package static func add(to routes: Routes) {
        let again: Routes.Page = { try TopicListPage($0).answer }
        SignalAnswer.acts.add(to: routes, again: again, new: again)
    }

    @Sendable static func cycle(_ visit: Visit) throws -> Cycle {
        guard try visit.signedIn().isMember,
            let cycle = visit.cycles.first(where: { $0.label == visit.exchange.parameters["label"] })
        else { throw Refusal.notFound }
        return cycle
    }
}
