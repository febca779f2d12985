import NIOCore
import Rouage
import Synchronization
import Testing

@testable import Web
@testable import WebCore
@testable import WebQuarter

@Suite("The room of those who follow")
struct RoomTests {
    private func comes(_ condition: () -> Bool) async throws -> Bool {
        for _ in 0..<2_000 {
            if condition() { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    /// A number that several tasks count up.
    private final class Counter: Sendable {
        private let state = Mutex(0)
        var number: Int { state.withLock { $0 } }

        @discardableResult
        func count() -> Int {
            state.withLock { state in
                state += 1
                return state
            }
        }
    }

    @Test("looks once for a thousand viewers, and once more for a flood of changes")
    func once() async throws {
        let looks = Counter()
        let room = Room { [.french: ByteBuffer(string: "\(looks.count())")] }
        let seats = (0..<1_000).map { _ in Seat(.french) {} }
        for seat in seats { room.add(seat) }
        let heard = Counter()
        let listeners = seats.map { seat in
            Task { try await seat.write { _ in heard.count() } }
        }
        #expect(try await comes { heard.number >= 1_000 })
        let before = looks.number
        #expect(before <= 2)
        for _ in 0..<500 { room.look() }
        #expect(try await comes { heard.number >= 2_000 })
        #expect(looks.number <= before + 2, "a flood costs no more than a few looks")
        for seat in seats { seat.finish() }
        for listener in listeners { try await listener.value }
        room.close()
    }

    @Test("somebody who takes nothing holds one frame, and is let go")
    func slow() async throws {
        let dropped = Mutex(false)
        let seat = Seat(.french) { dropped.withLock { $0 = true } }
        for number in 0..<10_000 { seat.offer(ByteBuffer(string: "\(number)")) }
        #expect(seat.isBehind(for: .zero))
        #expect(!seat.isBehind(for: .seconds(60)))
        seat.drop()
        #expect(dropped.withLock { $0 })
        let taken = Mutex<[String]>([])
        try await seat.write { frame in taken.withLock { $0.append(String(buffer: frame)) } }
        #expect(taken.withLock { $0 } == ["9999"], "the newest, and only that")
    }

    @Test("somebody who takes what comes is never behind")
    func quick() async throws {
        let seat = Seat(.french) {}
        let taken = Counter()
        let listener = Task { try await seat.write { _ in taken.count() } }
        for number in 1...50 {
            seat.offer(ByteBuffer(string: "x"))
            #expect(try await comes { taken.number == number })
        }
        #expect(try await comes { !seat.isBehind(for: .zero) })
        seat.finish()
        try await listener.value
    }
}
