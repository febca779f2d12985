import Rouage

/// Reminders and relays as rows of files.
struct ReminderRows {
    private let reading: Reading
    private let names: Names
    private let obligations: ObligationNames

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        obligations = try ObligationNames(reading)
    }

    func reminders() throws -> FileFacts.Table {
        (
            "obligation,team,cycle,addressee,number,step,sender,sent_on,created_at",
            try reading.records(Reminder.self).map(row).inOrder
        )
    }

    func relays() throws -> FileFacts.Table {
        (
            "team,cycle,practice,director,facts,suggestion,state,offered_on,due,created_at",
            try reading.records(Relay.self).map(row).inOrder
        )
    }

    private func row(_ reminder: Reminder) -> [String] {
        [
            obligations.name(reminder.obligation), names.code(reminder.team),
            names.code(reminder.cycle), names.code(reminder.addressee), String(reminder.number),
            reminder.step.rawValue, names.code(reminder.sender), reminder.sentOn.description,
            reminder.createdAt.description,
        ]
    }

    private func row(_ relay: Relay) throws -> [String] {
        [
            names.code(relay.team), names.code(relay.cycle), relay.practice.rawValue,
            names.code(relay.director), try obligations.text(relay.facts),
            relay.suggestion.rawValue, relay.state.rawValue, relay.offeredOn.description, text(relay.due),
            relay.createdAt.description,
        ]
    }
}
