package import Rouage

extension Reading {
    /// The department as it stood on a day.
    package func organisation(on day: Day) throws -> Organisation {
        Organisation(
            on: day, units: try records(), people: try records(), memberships: try records(), grants: try records())
    }
}
