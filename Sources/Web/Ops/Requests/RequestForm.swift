import Rouage
import WebCore

/// Reads what somebody asks from a form.
struct RequestForm {
    let visit: Visit
    private var form: Fields { visit.exchange.form }

    init(_ visit: Visit) { self.visit = visit }

    func draft() throws -> OpsRequest.Draft { try OpsRequest.Draft().taking(Entries(form), visit.names) }

    /// Without an account one names nobody of the department, and learns nobody's name.
    func draftOfGuest() throws -> OpsRequest.Draft {
        var entries = Entries(form)
        for name in [OpsRequest.Draft.Name.team, .decider, .returnOwner] { entries[name.rawValue] = nil }
        return try OpsRequest.Draft().taking(entries, visit.names)
    }

    /// The topic that it becomes: the one that is chosen, or a new one.
    func subject() throws -> OpsRequest.Subject {
        let known = form.text("topic")
        if known.isEmpty {
            return .new(title: form["topic_title"]?.trimmed, problem: form["topic_problem"]?.trimmed)
        }
        guard let id = Identifier<Topic>(known) else { throw Refusal.invalid("topic", .unknown) }
        return .known(id)
    }

    /// Days with a comma or a point; nothing when the field is empty.
    func days() throws -> Double? {
        let text = form.text("spent_days")
        if text.isEmpty { return nil }
        guard let days = Double(typed: text) else { throw Refusal.invalid("spent_days", .notADecimal) }
        return days
    }
}
