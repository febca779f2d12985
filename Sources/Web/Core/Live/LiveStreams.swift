import Rouage
import Storage
import Synchronization

/// The streams that are open on this node. Each is told of changes of what it wants, when its person may hear of the
/// record as it stands, and ends with its session or its account. However many listen, a change that somebody wants
/// costs one look at the database, and another none.
package final class LiveStreams: Sendable {
    private struct Stream {
        let subjects: Set<String>
        let session: String
        let out: AsyncStream<String>.Continuation
    }

    private struct State {
        var next = 0
        var streams: [Int: Stream] = [:]
        /// The streams that want a subject.
        var wanted: [String: Set<Int>] = [:]
        /// What nobody was told of yet.
        var waiting: [Change] = []
        var isTelling = false
        var listener: Int?
        var pulse: Task<Void, Never>?

        /// The streams that want to hear of a change; all of them when much changed.
        func listening(to change: Change) -> Set<Int> {
            guard !change.isMany else { return Set(streams.keys) }
            return (wanted[change.subject] ?? []).union(wanted["\(change.kind.rawValue):*"] ?? [])
        }
    }
    private let state = Mutex(State())
    private let store: Store
    private let clock: Clock
    private let organisations: OrganisationCache
    /// More than that at once are told as "many".
    private static let most = 200

    init(_ store: Store, at clock: Clock, organisations: OrganisationCache) {
        self.store = store
        self.clock = clock
        self.organisations = organisations
    }

    /// Tells a stream of these subjects, such as `briefing:ID` or `dependency:*`, until it is removed.
    func add(_ out: AsyncStream<String>.Continuation, of subjects: Set<String>, session: String) -> Int {
        state.withLock { state in
            state.next += 1
            state.streams[state.next] = Stream(subjects: subjects, session: session, out: out)
            for subject in subjects { state.wanted[subject, default: []].insert(state.next) }
            if state.listener == nil {
                state.listener = store.changes.listen { [weak self] in self?.hear($0) }
                state.pulse = beating()
            }
            return state.next
        }
    }

    func remove(_ number: Int) {
        state.withLock { state in
            for subject in state.streams.removeValue(forKey: number)?.subjects ?? [] {
                state.wanted[subject]?.remove(number)
                if state.wanted[subject]?.isEmpty == true { state.wanted[subject] = nil }
            }
            guard state.streams.isEmpty, let listener = state.listener else { return }
            store.changes.cancel(listener)
            state.pulse?.cancel()
            (state.listener, state.pulse) = (nil, nil)
        }
    }

    // MARK: Changes

    private func hear(_ change: Change) {
        guard change.isMany || store.kinds[change.kind].places.contains(.live) else { return }
        let begins = state.withLock { state in
            guard !state.listening(to: change).isEmpty else { return false }
            state.waiting = state.waiting.count < Self.most ? state.waiting + [change] : [.many]
            defer { state.isTelling = true }
            return !state.isTelling
        }
        if begins { Task { await tell() } }
    }

    /// Tells what waits, all of it on one state of the database, until nothing waits any more.
    private func tell() async {
        while true {
            let changes = state.withLock { state in
                defer { state.waiting = [] }
                state.isTelling = !state.waiting.isEmpty
                return state.waiting
            }
            guard !changes.isEmpty else { return }
            let streams = state.withLock { state in
                let numbers = changes.reduce(into: Set<Int>()) { $0.formUnion(state.listening(to: $1)) }
                return state.streams.filter { numbers.contains($0.key) }
            }
            await tell(changes, to: streams)
        }
    }

    private func tell(_ changes: [Change], to streams: [Int: Stream]) async {
        do {
            let subjects = changes.filter { !$0.isMany }.map { RecordName(kind: $0.kind, id: $0.id) }
            let (hearings, actors) = try await store.read { [self] reading -> ([String: Hearing], [Int: Actor]) in
                (try reading.hearings(of: subjects), try self.actors(of: streams, reading))
            }
            for change in changes {
                let event = message(change)
                for (number, stream) in streams where change.isMany || stream.subjects.wants(change) {
                    guard let actor = actors[number] else { continue }
                    if change.isMany || hearings[change.id].map(actor.hears) == true { stream.out.yield(event) }
                }
            }
            end(streams.filter { actors[$0.key] == nil })
        } catch {
            // Who may hear is not known: the pages come back by themselves, and catch up.
            end(streams)
        }
    }

    private func message(_ change: Change) -> String {
        let event = Event(
            subject: change.subject, version: change.version, by: change.actor.flatMap(organisations.name))
        return "data: \(String(decoding: APIJSON.bytes(event), as: UTF8.self))\n\n"
    }

    private struct Event: Encodable {
        let subject: String
        let version: Int
        /// Who changed it; nobody when the product did.
        let by: String?
    }

    // MARK: Sessions

    /// Who listens to these streams now; nobody where the session or the account has ended.
    private func actors(of streams: [Int: Stream], _ reading: Reading) throws -> [Int: Actor] {
        let now = clock.now()
        let sessions = try reading.sessions(hashes: Set(streams.values.map(\.session)).sorted(), at: now)
        let organisation = try organisations.department(on: now.day(in: clock.zone), reading).organisation
        var actors: [Identifier<Person>: Actor] = [:]
        for person in Set(sessions.values) {
            guard let person = organisation.people[person], person.active else { continue }
            let actor = Actor(person, in: organisation)
            if actor.isMember { actors[person.id] = actor }
        }
        return streams.compactMapValues { stream in sessions[stream.session].flatMap { actors[$0] } }
    }

    private func end(_ streams: [Int: Stream]) {
        for stream in streams.values { stream.out.finish() }
    }

    /// A sign of life to every stream, which keeps proxies from closing it, and the end of those whose session or
    /// account has ended.
    package func beat() async {
        let streams = state.withLock(\.streams)
        guard let actors = try? await store.read({ [self] in try actors(of: streams, $0) }) else {
            return end(streams)
        }
        for (number, stream) in streams where actors[number] != nil { stream.out.yield(":\n\n") }
        end(streams.filter { actors[$0.key] == nil })
    }

    private func beating() -> Task<Void, Never> {
        Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(20))
                guard !Task.isCancelled else { return }
                await self?.beat()
            }
        }
    }
}

extension Change {
    fileprivate var subject: String { "\(kind.rawValue):\(id)" }
}

extension Set<String> {
    fileprivate func wants(_ change: Change) -> Bool {
        contains(change.subject) || contains("\(change.kind.rawValue):*")
    }
}
