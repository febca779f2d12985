package import Rouage
package import WebCore

// Playbooks, the times they were run and what people say of them, as the API shows them.

extension Playbook: Shaped {
    /// That it slips is told to those who look after it alone.
    package static let shape = Shape<Playbook>(
        parts: ["content"], hidden: ["metric", "relapsedOn"], renamed: ["handover": "hand_over"],
        adding: [
            .init("metric_name", { playbook, _ in playbook.content.metric?.name ?? "" }, always: true),
            .init("metric_threshold", { playbook, _ in playbook.content.metric?.threshold ?? "" }, always: true),
            .init("metric_owner", { playbook, _ in playbook.content.metric?.owner }),
        ])
}

extension PlaybookEdition: Shaped {
    package static let shape = Shape<PlaybookEdition>(
        parts: ["content"],
        hidden: ["category", "trigger", "cadence", "burden", "links", "metric", "reentryRule", "language"])
}

extension Occurrence: Shaped {
    package static let shape = Shape<Occurrence>(renamed: ["doneSteps": "steps"])
}

extension PlaybookFeedback: Shaped {
    package static let shape = Shape<PlaybookFeedback>()
}

extension Playbook.Category: SchemaValue {}
extension Playbook.State: SchemaValue {}
extension Playbook.Carrier: SchemaValue {}
extension Playbook.Cadence: SchemaValue {}
extension Playbook.Consent: SchemaValue {}
extension PlaybookRole: SchemaValue {}
