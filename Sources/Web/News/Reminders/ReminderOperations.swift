import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Reminders, which only the product and a person's own line send, and what is left after them.
extension Operation {
    package static let reminders: [Operation] = [
        Operation(
            method: .get, path: "/reminders", name: "listReminders", about: "What was said to who asks.",
            result: .of(PageJSON<ReminderJSON>.self),
            work: .read { call in
                guard let me = try call.member().id else { throw Refusal.notAllowed }
                return APIResult(
                    try call.list(Reminder.self, where: "addressee = \(me)") { ReminderJSON($0, call.visit) })
            }),
        Operation(
            method: .post, path: "/briefings/{id}/reminder", name: "remindOfBriefing",
            about: "A tribe lead or director reminds a team of their own of a draft; three times at most in all.",
            result: .of(ReminderJSON.self), work: .write(form: "/briefings/:id/reminder", made: .reminder, made)),
        Operation(
            method: .post, path: "/dependencies/{id}/reminder", name: "remindOfDependency",
            about: "The same for a request without an answer, or a delivery to confirm.",
            result: .of(ReminderJSON.self), work: .write(form: "/dependencies/:id/reminder", made: .reminder, made)),
        Operation(
            method: .get, path: "/relays", name: "listRelays",
            about: "What is left after the reminders and an offer of help: for the director who has it.",
            result: .of(PageJSON<RelayJSON>.self),
            work: .read { call in
                guard let me = try call.member().id else { throw Refusal.notAllowed }
                return APIResult(try call.list(Relay.self, where: "director = \(me)") { RelayJSON($0, call.visit) })
            }),
    ]

    private static func made(_ call: APICall) throws -> APIResult {
        guard let id = call.made.last(where: { $0.kind == .reminder }).flatMap({ Identifier<Reminder>($0.id) }) else {
            throw Refusal.notFound
        }
        return APIResult(ReminderJSON(try call.reading.get(id), call.visit))
    }
}

struct ReminderJSON: APIRecord {
    let id: Identifier<Reminder>
    let version: Int
    /// What it is about: `submit`, `acknowledge`, `confirm` or `decide`, and the ids of the records.
    let obligation: String
    let team: String
    let cycle: String
    let addressee: String
    let number: Int
    let step: Reminder.Step
    /// Nobody when the product said it.
    let sender: String?
    let sentOn: Day

    init(_ reminder: Reminder, _ visit: Visit) {
        id = reminder.id
        version = reminder.version
        obligation = reminder.obligation.rawValue
        team = visit.code(reminder.team) ?? ""
        cycle = visit.label(reminder.cycle)
        addressee = visit.code(reminder.addressee) ?? ""
        number = reminder.number
        step = reminder.step
        sender = visit.code(reminder.sender)
        sentOn = reminder.sentOn
    }
}

struct RelayJSON: APIRecord {
    struct Fact: Codable, Sendable {
        let obligation: String
        let due: Day
        let reminders: Int
    }

    let id: Identifier<Relay>
    let version: Int
    let practice: Relay.Practice
    let team: String
    let cycle: String
    let director: String?
    let facts: [Fact]
    let suggestion: Relay.Suggestion
    let state: Relay.State
    let offeredOn: Day
    let due: Day?

    init(_ relay: Relay, _ visit: Visit) {
        id = relay.id
        version = relay.version
        practice = relay.practice
        team = visit.code(relay.team) ?? ""
        cycle = visit.label(relay.cycle)
        director = visit.code(relay.director)
        facts = relay.facts.map { Fact(obligation: $0.obligation.rawValue, due: $0.due, reminders: $0.reminders) }
        suggestion = relay.suggestion
        state = relay.state
        offeredOn = relay.offeredOn
        due = relay.due
    }
}
