import Foundation
import Rouage
import Storage
import Synchronization

/// The department of today and its living cycles, kept in memory until something of them changes, on this node or
/// another.
final class OrganisationCache: Sendable {
    private struct State {
        var generation = 0
        var organisation: Organisation?
        /// As it was before the last change: good enough for a name.
        var before: Organisation?
        var cycles: [Cycle]?
        /// What the closed quarters say of promises, as of a day.
        var base: (day: Day, BaseProbabilities)?
    }
    private let state = Mutex(State())

    init(_ changes: ChangeHub) {
        _ = changes.listen { [weak self] change in
            switch change.kind {
            case .person, .unit, .membership, .role, .cycle: self?.forget()
            case .briefing, .dependency, .comment, .review, .axis, .tribeField: break
            }
        }
    }

    private func forget() {
        state.withLock { state in
            state.generation += 1
            state.before = state.organisation ?? state.before
            state.organisation = nil
            state.cycles = nil
            state.base = nil
        }
    }

    /// The department on a day, and its cycles by their beginning. Both are loaded from one state of the database, and
    /// kept only when nothing changed since before it was looked at.
    func department(on day: Day, _ reading: Reading) throws -> (organisation: Organisation, cycles: [Cycle]) {
        let kept = state.withLock { $0 }
        let known = kept.organisation.flatMap { $0.day == day ? $0 : nil }
        let organisation = try known ?? reading.organisation(on: day)
        let cycles = try kept.cycles ?? reading.records(Cycle.self).sorted { $0.start < $1.start }
        if known == nil || kept.cycles == nil {
            state.withLock { state in
                guard state.generation == kept.generation else { return }
                state.organisation = organisation
                state.cycles = cycles
            }
        }
        return (organisation, cycles)
    }

    /// How likely each state of a dependency is to end well; it changes when a quarter closes, and is looked up once a day.
    func base(_ cycles: [Cycle], on day: Day, in zone: TimeZone, _ reading: Reading) throws -> BaseProbabilities {
        let kept = state.withLock { $0 }
        if let (known, base) = kept.base, known == day { return base }
        let base = try reading.baseProbabilities(cycles, in: zone)
        state.withLock { if $0.generation == kept.generation { $0.base = (day, base) } }
        return base
    }

    /// The name of somebody of the department, when it is in memory.
    func name(of person: Identifier<Person>) -> String? {
        state.withLock { ($0.organisation ?? $0.before)?.people[person]?.name }
    }
}
