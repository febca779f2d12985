import Rouage

extension DueMoves {
    /// The weeks to come in which nobody of Product Ops is on duty yet, or somebody who will not be there; nothing where
    /// there is no Product Ops.
    static func duty(_ reading: Reading, on today: Day, _ calendar: WorkCalendar) throws -> Move? {
        guard try reading.count("SELECT count(*) FROM unit WHERE kind = 'opsTeam'") > 0 else { return nil }
        let organisation = try reading.organisation(on: today)
        guard !(try reading.dutyRota(in: organisation, calendar)).proposals(from: today).isEmpty else { return nil }
        return Move(name: "plan duty") { transaction in
            try transaction.planDuty(in: transaction.organisation(on: today), calendar)
        }
    }
}
