import Rouage
import Storage
import Synchronization

/// The department of today and its living cycles, kept in memory until something of them changes, on this node or
/// another.
final class OrganisationCache: Sendable {
    private struct State {
        var generation = 0
        var organisation: Organisation?
        var cycles: [Cycle]?
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
            state.organisation = nil
            state.cycles = nil
        }
    }

    func organisation(on day: Day, _ reading: Reading) throws -> Organisation {
        let (kept, generation) = state.withLock { ($0.organisation, $0.generation) }
        if let kept, kept.day == day { return kept }
        let loaded = try reading.organisation(on: day)
        state.withLock { if $0.generation == generation { $0.organisation = loaded } }
        return loaded
    }

    /// The name of somebody of the department, when it is in memory.
    func name(of person: Identifier<Person>) -> String? { state.withLock { $0.organisation?.people[person]?.name } }

    func cycles(_ reading: Reading) throws -> [Cycle] {
        let (kept, generation) = state.withLock { ($0.cycles, $0.generation) }
        if let kept { return kept }
        let loaded = try reading.records(Cycle.self).sorted { $0.start < $1.start }
        state.withLock { if $0.generation == generation { $0.cycles = loaded } }
        return loaded
    }
}
