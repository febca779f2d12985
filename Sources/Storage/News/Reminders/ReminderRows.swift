import Rouage

/// Reminders and relays as rows of files.
struct ReminderRows {
    private let reading: Reading
    private let names: FileNames
    private let obligations: ObligationNames

    init(_ reading: Reading, _ names: FileNames) throws {
        self.reading = reading
        self.names = names
        obligations = try ObligationNames(reading)
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        switch name {
        case "reminders":
            (
                "obligation,team,cycle,addressee,number,step,sender,sent_on,created_at",
                try sorted(reading.records(Reminder.self).map(row))
            )
        default:
            (
                "team,cycle,practice,director,facts,suggestion,state,offered_on,due,created_at",
                try sorted(reading.records(Relay.self).map(row))
            )
        }
    }

    private func sorted(_ rows: [[String]]) -> [[String]] { rows.sorted { $0.lexicographicallyPrecedes($1) } }

    private func row(_ reminder: Reminder) -> [String] {
        [
            obligations.name(reminder.obligation), names.units[reminder.team] ?? "",
            names.cycles[reminder.cycle] ?? "", names.people[reminder.addressee] ?? "", String(reminder.number),
            reminder.step.rawValue, reminder.sender.flatMap { names.people[$0] } ?? "", reminder.sentOn.description,
            reminder.createdAt.description,
        ]
    }

    private func row(_ relay: Relay) throws -> [String] {
        [
            names.units[relay.team] ?? "", names.cycles[relay.cycle] ?? "", relay.practice.rawValue,
            relay.director.flatMap { names.people[$0] } ?? "", try obligations.text(relay.facts),
            relay.suggestion.rawValue, relay.state.rawValue, relay.offeredOn.description, relay.due?.description ?? "",
            relay.createdAt.description,
        ]
    }
}
