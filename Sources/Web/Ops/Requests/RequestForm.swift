import Rouage
import WebCore

/// Reads what somebody asks from a form.
struct RequestForm {
    let visit: Visit
    private var form: Fields { visit.exchange.form }

    init(_ visit: Visit) { self.visit = visit }

    /// - Parameter isGuest: without an account one names nobody of the department, and learns nobody's name.
    func draft(isGuest: Bool = false) throws -> OpsRequest.Draft {
        var flaws: [Flaw] = []
        let people = form.text("people_hit")
        if !people.isEmpty && Int(typed: people) == nil { flaws.append(Flaw(field: "people_hit", reason: .notANumber)) }
        let team = isGuest ? "" : form.text("team")
        let unit = visit.organisation.unitsByCode[team]
        if !team.isEmpty && unit == nil { flaws.append(Flaw(field: "team", reason: .unknown)) }
        var named: [String: Identifier<Person>] = [:]
        for field in ["decider", "return_owner"] where !isGuest && !form.text(field).isEmpty {
            named[field] = try visit.person(named: form.text(field))?.id
            if named[field] == nil { flaws.append(Flaw(field: field, reason: .unknown)) }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return OpsRequest.Draft(
            title: form.text("title"), whatHurts: form.text("what_hurts"), since: form.text("since"),
            ifWeWait: form.text("if_we_wait"), peopleHit: Int(typed: people), team: unit,
            hotPotato: !form.text("hot_potato").isEmpty, decider: named["decider"],
            returnOwner: named["return_owner"])
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
        let text = form.text("spent_days").replacing(",", with: ".").filter { !$0.isWhitespace }
        if text.isEmpty { return nil }
        guard text.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }), let days = Double(text) else {
            throw Refusal.invalid("spent_days", .notADecimal)
        }
        return days
    }
}
