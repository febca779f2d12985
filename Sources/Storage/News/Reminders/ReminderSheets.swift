import Foundation
import Rouage

/// Reminders and relays in files, where an obligation names its records by their stable names.
extension Sheet {
    func reminders() throws {
        let obligations = try ObligationNames(transaction)
        let names = try names()
        var known: [String: Reminder] = try known { "\($0.obligation.rawValue) \($0.number)" }
        try eachRow { row in
            _ = (row.required("obligation"), row.required("team"), row.required("cycle"), row.required("addressee"))
            let obligation = obligations.obligation(row.text("obligation"))
            if obligation == nil { row.refuse("obligation", .unknown) }
            let team = row.unit("team", names)
            let cycle = row.cycle("cycle", names)
            let addressee = row.person("addressee", names)
            let sender = row.person("sender", names)
            let number = row.integer("number", in: 1...Reminder.most) ?? 1
            let step: Reminder.Step = row.choice("step", missing: .byHand)
            let day = row.day("sent_on") ?? today
            let at = row.instant("created_at") ?? now
            guard row.problems.isEmpty, let obligation, let team, let cycle, let addressee else { return }
            let before = known["\(obligation.rawValue) \(number)"]
            let duty = Duty(obligation, of: team, in: cycle, since: day, due: day)
            let reminder =
                before
                ?? Reminder(
                    id: transaction.newID(), of: duty, to: addressee, number: number, step, by: sender, on: day, at: at)
            known["\(obligation.rawValue) \(number)"] = try put(reminder, over: before)
        }
    }

    func relays() throws {
        let obligations = try ObligationNames(transaction)
        let names = try names()
        var known: [String: Relay] = try known { "\($0.team) \($0.practice.rawValue) \($0.createdAt)" }
        try eachRow { row in
            // What is suggested follows from the practice.
            row.knows("suggestion")
            _ = (row.required("team"), row.required("cycle"), row.required("practice"))
            let team = row.unit("team", names)
            let cycle = row.cycle("cycle", names)
            let practice: Relay.Practice = row.choice("practice", missing: .briefings)
            let facts = obligations.facts(row.text("facts"))
            if facts == nil { row.refuse("facts", .unknown) }
            let director = row.person("director", names)
            let state: Relay.State = row.choice("state", missing: .offered)
            let offered = row.day("offered_on") ?? today
            let due = row.day("due")
            let at = row.instant("created_at") ?? now
            guard row.problems.isEmpty, let team, let cycle, let facts else { return }
            let key = "\(team) \(practice.rawValue) \(at)"
            let before = known[key]
            var relay =
                before
                ?? Relay(id: transaction.newID(), practice, of: team, in: cycle, facts: facts, on: offered, at: at)
            relay.facts = facts
            relay.director = director
            relay.state = state
            relay.due = due
            known[key] = try put(relay, over: before)
        }
    }
}
