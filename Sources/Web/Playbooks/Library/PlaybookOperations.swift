import Rouage
import Storage
package import WebCore

/// Playbooks, their occurrences, what people say of them, and their way to the organisation.
extension Operation {
    package static let playbooks: [Operation] =
        playbookReads
        + [Playbook.writing, Playbook.installing, Playbook.acts].flatMap { acts in
            acts.operations(Playbook.schema) { try $0.one($1) }
        }
        + Occurrence.recording.operations(Occurrence.schema) { try $0.once("held_on", $1) }
        + Occurrence.removing.operations(.of(RemovedJSON.self)) { try $0.removal(of: $1) }
        + PlaybookFeedback.giving.operations(PlaybookFeedback.schema) { try $0.once("text", $1) }
        + PlaybookFeedback.acts.operations(PlaybookFeedback.schema) { try $0.one($1) }
}

extension APICall {
    /// A record of the department, open to its members.
    func one<Record: Shaped>(_ id: Identifier<Record>) throws -> APIResult {
        _ = try member()
        return try APIResult(reading.get(id), for: visit)
    }

    /// The record that was made; a field tells that it was there already.
    fileprivate func once<Record: Shaped>(_ field: String, _ id: Identifier<Record>) throws -> APIResult {
        guard !made.isEmpty else { throw Refusal.invalid(field, .alreadyThere) }
        return try one(id)
    }
}
