package import Foundation
package import Rouage
package import Storage
import Synchronization

/// The department of today and its living cycles, kept in memory.
package final class OrganisationCache: Sendable {
    package struct Department: Sendable {
        package let organisation: Organisation
        /// By their beginning.
        package let cycles: [Cycle]
    }
    private let departments: Kept<Day, Department>
    /// The last one that was asked for: good enough for a name.
    private let last = Mutex<Organisation?>(nil)
    private let bases: Kept<Day, BaseProbabilities>
    private let formers: Kept<Day, Organisation>
    private let names: Kept<Day, Names>

    package init(_ changes: ChangeHub) {
        departments = Kept(changes, until: [.person, .unit, .membership, .role, .cycle])
        bases = Kept(changes, until: [.cycle])
        formers = Kept(changes, until: [.person, .unit, .membership, .role])
        names = Kept(changes, until: [.person, .unit, .cycle, .axis])
    }

    /// The department on a day, and its cycles, both of one state of the database.
    package func department(on day: Day, _ reading: Reading) throws -> Department {
        try departments.value(day, reading) {
            let organisation = try reading.organisation(on: day)
            last.withLock { $0 = organisation }
            return Department(
                organisation: organisation, cycles: try reading.records(Cycle.self).sorted { $0.start < $1.start })
        }
    }

    /// The department as it was on the last day of a quarter that is over.
    /// - Parameter moment: the end of that day.
    package func former(on day: Day, until moment: Instant, _ reading: Reading) throws -> Organisation {
        try formers.value(day, reading) { try reading.organisation(asOf: day, until: moment) }
    }

    /// How likely each state of a dependency is to end well; it changes when a quarter closes, and is looked up once a
    /// day.
    package func base(_ cycles: [Cycle], on day: Day, in zone: TimeZone, _ reading: Reading) throws -> BaseProbabilities
    {
        try bases.value(day, reading) { try reading.baseProbabilities(cycles, in: zone) }
    }

    /// The name of somebody of the department, when it is in memory.
    package func name(of person: Identifier<Person>) -> String? { last.withLock { $0?.people[person]?.name } }

    /// Who and what names stand for, on a day.
    package func names(_ organisation: Organisation, _ cycles: [Cycle], _ reading: Reading) throws -> Names {
        try names.value(organisation.day, reading) {
            Names(
                people: organisation.people.values, units: organisation.units.values, cycles: cycles,
                axes: try reading.records(Axis.self), on: organisation.day)
        }
    }
}

extension Visit {
    /// Who and what names stand for, today.
    package var names: Names { get throws { try site.cache.names(organisation, cycles, reading) } }
}
