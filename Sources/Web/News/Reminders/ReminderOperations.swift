import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Reminders, which only the product and a person's own line send, and what is left after them.
extension WebCore.Operation {
    package static let reminders: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/reminders", name: "listReminders", about: "What was said to who asks.",
                result: Reminder.pageSchema,
                work: .read { call in
                    guard let me = try call.member().id else { throw Refusal.notAllowed }
                    return try call.records(Reminder.self, where: "addressee = \(me)")
                })
        ]
        + Reminder.acts.operations()
        + [
            WebCore.Operation(
                method: .get, path: "/relays", name: "listRelays",
                about: "What is left after the reminders and an offer of help: for the director who has it.",
                result: Relay.pageSchema,
                work: .read { call in
                    guard let me = try call.member().id else { throw Refusal.notAllowed }
                    return try call.records(Relay.self, where: "director = \(me)")
                })
        ]
}

extension Reminder: Shaped {
    package static let shape = Shape<Reminder>(hidden: ["createdAt"])
}

extension Relay: Shaped {
    package static let shape = Shape<Relay>(hidden: ["createdAt"])
}

/// `submit`, `acknowledge`, `confirm` or `decide`, and the ids of the records.
extension Obligation: SchemaValue {
    package static var schema: Schema { .text() }
    package static var sample: Obligation { .submit(Identifier<Briefing>(high: 0, low: 0)) }
}
