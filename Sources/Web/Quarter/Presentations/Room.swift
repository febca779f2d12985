package import NIOCore
package import Rouage
import Synchronization
import WebCore

/// Everybody who follows one presentation on this node.
package final class Room: Sendable {
    package typealias Frames = [Language: ByteBuffer]

    private struct State {
        var seats: [ObjectIdentifier: Seat] = [:]
        var frames: Frames = [:]
        /// Whether somebody looks at the database now, and whether something changed since they began.
        var isLooking = false
        var isBehind = false
        var pulse: Task<Void, Never>?

        mutating func beginLook() -> Bool {
            isLooking = isBehind
            isBehind = false
            return isLooking
        }
    }
    private let state = Mutex(State())
    private let build: @Sendable () async throws -> Frames

    /// Looks no more often than this, and less often for many: a flood of questions costs no more than a few.
    package static let pause = Duration.milliseconds(150)
    /// How often a silent stream says that it is alive, and those who take nothing are looked for.
    static let beat = Duration.seconds(15)
    /// Who has taken nothing for so long is let go; their browser comes back by itself.
    static let patience = Duration.seconds(20)

    package init(build: @escaping @Sendable () async throws -> Frames) { self.build = build }

    package var viewers: Int { state.withLock { $0.seats.count } }

    package func add(_ seat: Seat) {
        let known = state.withLock { state in
            state.seats[ObjectIdentifier(seat)] = seat
            if state.pulse == nil { state.pulse = beating() }
            return state.frames[seat.language]
        }
        if let known { seat.offer(known) } else { look() }
    }

    /// Returns how many are left.
    package func remove(_ seat: Seat) -> Int {
        state.withLock { state in
            state.seats[ObjectIdentifier(seat)] = nil
            return state.seats.count
        }
    }

    package func close() { state.withLock { $0.pulse.take()?.cancel() } }

    /// Something changed: looks once, and once more when something changes meanwhile.
    package func look() {
        let begins = state.withLock { state in
            state.isBehind = true
            guard !state.isLooking else { return false }
            state.isLooking = true
            return true
        }
        guard begins else { return }
        Task {
            while state.withLock({ $0.beginLook() }) {
                do { tell(try await build()) } catch { state.withLock { $0.isBehind = !$0.seats.isEmpty } }
                try? await Task.sleep(for: max(Self.pause, .microseconds(500 * viewers)))
            }
        }
    }

    private func tell(_ frames: Frames) {
        let seats = state.withLock { state in
            let isNew = state.frames != frames
            state.frames = frames
            return isNew ? Array(state.seats.values) : []
        }
        for seat in seats { if let frame = frames[seat.language] { seat.offer(frame) } }
    }

    private func beating() -> Task<Void, Never> {
        let alive = ByteBuffer(string: ":\n\n")
        return Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.beat)
                guard let self else { return }
                for seat in self.state.withLock({ Array($0.seats.values) }) {
                    if seat.isBehind(for: Self.patience) { seat.drop() } else { seat.offerWhenIdle(alive) }
                }
            }
        }
    }
}

/// One viewer's connection. Whatever happens in the room, it holds at most one frame that waits: the newest.
package final class Seat: Sendable {
    package let language: Language
    let frames: AsyncStream<ByteBuffer>
    private let waiting: AsyncStream<ByteBuffer>.Continuation
    private let close: @Sendable () -> Void
    private struct State {
        var offered = 0
        var written = 0
        var behindSince: ContinuousClock.Instant?
    }
    private let state = Mutex(State())

    package init(_ language: Language, close: @escaping @Sendable () -> Void) {
        self.language = language
        self.close = close
        (frames, waiting) = AsyncStream.makeStream(of: ByteBuffer.self, bufferingPolicy: .bufferingNewest(1))
    }

    package func offer(_ frame: ByteBuffer) {
        state.withLock { state in
            state.offered += 1
            if state.behindSince == nil { state.behindSince = .now }
        }
        waiting.yield(frame)
    }

    /// Says something of no importance, to who waits for nothing.
    func offerWhenIdle(_ frame: ByteBuffer) {
        if state.withLock({ $0.behindSince == nil }) { offer(frame) }
    }

    /// Writes each frame that waits; what came in between is skipped.
    package func write(_ send: (ByteBuffer) async throws -> Void) async throws {
        for await frame in frames {
            let offered = state.withLock { $0.offered }
            try await send(frame)
            state.withLock { state in
                state.written = offered
                state.behindSince = state.offered > offered ? .now : nil
            }
        }
    }

    package func isBehind(for time: Duration) -> Bool {
        state.withLock { $0.behindSince.map { $0 + time < .now } ?? false }
    }

    package func finish() { waiting.finish() }

    /// Lets go of somebody who takes nothing.
    package func drop() {
        waiting.finish()
        close()
    }
}
