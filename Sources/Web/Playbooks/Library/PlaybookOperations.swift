import Rouage
import Storage
package import WebCore

/// Playbooks, their occurrences, what people say of them, and their way to the organisation.
extension Operation {
    package static let playbooks: [Operation] =
        playbookReads
        + [Playbook.writing, Playbook.installing, Playbook.acts].flatMap { $0.operations() }
        + Occurrence.recording.operations(Occurrence.schema) { try $0.once("held_on", $1) }
        + Occurrence.acts.operations()
        + PlaybookFeedback.giving.operations(PlaybookFeedback.schema) { try $0.once("text", $1) }
        + PlaybookFeedback.acts.operations()
}

extension APICall {
    /// The record that was made; a field tells that it was there already.
    fileprivate func once<Record: Shaped>(_ field: String, _ id: Identifier<Record>) throws -> APIResult {
        guard !made.isEmpty else { throw Refusal.invalid(field, .alreadyThere) }
        return try one(id)
    }
}
