import Foundation
import HTML
import NIOCore
import Rouage
import Storage
import Synchronization
import WebCore

/// The presentations that are followed on this node: one room each. A room is told of a change once, by the change hub,
/// looks at the database once, and hands the same bytes to everybody in it.
final class Broadcasts: Sendable {
    private let store: Store
    private let clock: Clock
    private let cache: OrganisationCache
    private let rooms = Mutex<[Identifier<Presentation>: Room]>([:])

    init(_ store: Store, _ clock: Clock, _ cache: OrganisationCache) {
        self.store = store
        self.clock = clock
        self.cache = cache
        _ = store.changes.listen { [weak self] change in self?.hear(change) }
    }

    private func hear(_ change: Change) {
        if change.kind == .presentation {
            room(Identifier<Presentation>(change.id))?.look()
        } else if change.isMany || Self.shown.contains(change.kind) {
            for room in rooms.withLock({ Array($0.values) }) { room.look() }
        }
    }

    /// What every presentation shows of other records.
    private static let shown: Set<Kind> = [.audienceQuestion, .briefing, .dependency]

    private func room(_ id: Identifier<Presentation>?) -> Room? { id.flatMap { id in rooms.withLock { $0[id] } } }

    /// How many follow a presentation here.
    func viewers(of presentation: Identifier<Presentation>) -> Int { room(presentation)?.viewers ?? 0 }

    /// Takes a seat; the room tells at once where the presentation is.
    /// - Parameter close: ends the connection of somebody who no longer takes what is said.
    func enter(
        _ presentation: Identifier<Presentation>, _ language: Language, close: @escaping @Sendable () -> Void
    ) -> Seat {
        let seat = Seat(language, close: close)
        rooms.withLock { rooms in
            let room = rooms[presentation] ?? open(presentation)
            rooms[presentation] = room
            room.add(seat)
        }
        return seat
    }

    func leave(_ presentation: Identifier<Presentation>, _ seat: Seat) {
        rooms.withLock { rooms in
            guard let room = rooms[presentation], room.remove(seat) == 0 else { return }
            room.close()
            rooms[presentation] = nil
        }
    }

    private func open(_ presentation: Identifier<Presentation>) -> Room {
        let (store, clock, cache) = (self.store, self.clock, self.cache)
        return Room {
            try await store.read { reading in
                let today = clock.now().day(in: clock.zone)
                let department = try cache.department(on: today, reading)
                return try Frame.all(of: presentation, reading, department.organisation, department.cycles)
            }
        }
    }
}

extension Site {
    var broadcasts: Broadcasts { shelf.item { Broadcasts(store, clock, cache) } }
}
