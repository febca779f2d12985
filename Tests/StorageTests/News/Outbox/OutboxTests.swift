import Rouage
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("The outbox")
struct OutboxTests {
    private static let now = Instant("2026-03-05T09:00:00.000Z")!
    private struct Shut: Error {}

    private static func post(_ store: Store, _ bodies: [String]) throws {
        try store.writeNow(as: nil, at: now) { transaction in
            try transaction.post(bodies.map { Letter(id: transaction.newKey(), by: .test, to: "théa", $0) })
        }
    }

    @Test("sends what a change posted, once, and keeps nothing of it", arguments: TestDatabase.all)
    func sends(database: TestDatabase) async throws {
        let store = try database.store()
        defer { store.close() }
        let bodies = (1...25).map { "Lettre \($0)" }
        try Self.post(store, bodies)
        let came = Mutex<[String]>([])
        let postman = Postman(store, doors: [.test: { letter in came.withLock { $0.append(letter.body) } }])
        for minute in 0...200 { try await postman.round { Self.now + minute * 60 } }
        #expect(came.withLock { $0.sorted() } == bodies.sorted())
        #expect(try store.readNow { try $0.letters(.waiting) + $0.letters(.dead) } == 0)
    }

    @Test("holds nothing of a change that was refused", arguments: TestDatabase.all)
    func refused(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        #expect(throws: Refusal.closed) {
            try store.writeNow(as: nil, at: Self.now) { transaction -> Void in
                try transaction.post([Letter(id: transaction.newKey(), by: .test, to: "théa", "Jamais")])
                throw Refusal.closed
            }
        }
        #expect(try store.readNow { try $0.letters(.waiting) } == 0)
    }

    @Test("is emptied by several nodes, and each letter goes once", arguments: TestDatabase.all)
    func nodes(database: TestDatabase) async throws {
        let address = try database.address()
        let stores = try (1...3).map { _ in try Store.open(address) }
        let bodies = (1...60).map { "Lettre \($0)" }
        try Self.post(stores[0], bodies)
        let came = Mutex<[String]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in stores {
                let postman = Postman(store, doors: [.test: { letter in came.withLock { $0.append(letter.body) } }])
                group.addTask { try await postman.round { Self.now + 1 } }
            }
            try await group.waitForAll()
        }
        #expect(came.withLock { $0.sorted() } == bodies.sorted())
        for store in stores { store.close() }
    }

    @Test(
        "tries again what did not arrive, later each time, then gives it up where the doctor sees it",
        arguments: TestDatabase.all)
    func givesUp(database: TestDatabase) async throws {
        let store = try database.store()
        defer { store.close() }
        try Self.post(store, ["Perdue", "Bonne"])
        let tries = Mutex<[String]>([])
        let postman = Postman(
            store,
            doors: [
                .test: { letter in
                    tries.withLock { $0.append(letter.body) }
                    if letter.body == "Perdue" { throw Shut() }
                }
            ])
        for minute in 0...2_880 { try await postman.round { Self.now + minute * 60 } }
        #expect(tries.withLock { $0.count { $0 == "Bonne" } } == 1)
        #expect(tries.withLock { $0.count { $0 == "Perdue" } } == Letter.mostTries)
        try store.readNow { reading in
            #expect(try reading.letters(.waiting) == 0 && reading.letters(.dead) == 1)
            let line = try #require(try reading.deadLetters(most: 9).first)
            #expect(line.contains("by test, 14 tries: Shut()") && !line.contains("Perdue"))
        }
    }

    @Test("gives up a letter whose sender stops each time", arguments: TestDatabase.all)
    func deadly(database: TestDatabase) async throws {
        let store = try database.store()
        defer { store.close() }
        try Self.post(store, ["Mortelle"])
        for round in 0..<Letter.mostTries {
            let taken = try store.writeNow(as: nil, at: Self.now + round * 3_600) {
                try $0.claimLetters(by: [.test], most: 10)
            }
            #expect(taken.map(\.tries) == [round + 1])
        }
        try await Postman(store, doors: [.test: { _ in }]).round { Self.now + 100 * 3_600 }
        #expect(try store.readNow { try $0.letters(.dead) } == 1)
    }
}
