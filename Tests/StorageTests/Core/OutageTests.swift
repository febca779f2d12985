import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("When the database fails")
struct OutageTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test("a server that closed its connections is found again", arguments: TestDatabase.server)
    func closedConnections(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        try store.writeNow(as: nil, at: now) { try $0.set("before", to: "kept") }
        try terminateOthers(store)
        #expect(try store.readNow { try $0.setting("before") } == "kept")
    }

    @Test(
        "a connection lost in the middle of a write keeps nothing of it and serves again",
        arguments: TestDatabase.server)
    func lostInTheMiddle(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        do {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.set("half", to: "written")
                try terminateOthers(store, and: transaction.connection)
                try transaction.set("other", to: "half")
            }
            Issue.record("the write was acknowledged")
        } catch let failure as StorageFailure { #expect(failure.cause == .unavailable) }
        #expect(try store.readNow { try $0.setting("half") } == nil)
        try store.writeNow(as: nil, at: now) { try $0.set("after", to: "kept") }
        #expect(try store.readNow { try $0.setting("after") } == "kept")
    }

    /// Closes every connection to the database but one that is made for it.
    private func terminateOthers(_ store: Store, and victim: (any Connection)? = nil) throws {
        _ = try store.engine.read { connection in
            try connection.run(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """)
        }
    }

    @Test("a file that another process holds is said to be busy, and is written to later")
    func locked() throws {
        let address = try TestDatabase.sqlite.address()
        let store = try Store.open(address)
        let other = try SQLiteEngine(path: address)
        defer {
            store.close()
            other.close()
        }
        try other.write { _ in
            do {
                try store.writeNow(as: nil, at: now) { try $0.set("name", to: "early") }
                Issue.record("two wrote at once")
            } catch let failure as StorageFailure { #expect(failure.cause == .locked) }
            // Reading goes on.
            #expect(try store.readNow { try $0.setting("name") } == nil)
        }
        try store.writeNow(as: nil, at: now) { try $0.set("name", to: "late") }
        #expect(try store.readNow { try $0.setting("name") } == "late")
    }

    @Test("who reads does not wait behind those who wait to write, and these are told in one time of waiting")
    func lockedForMany() async throws {
        let address = try TestDatabase.sqlite.address()
        let store = try Store(SQLiteEngine(path: address, patience: 1))
        let other = try SQLiteEngine(path: address)
        defer {
            store.close()
            other.close()
        }
        let (held, letGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread {
            try? other.write { _ in
                held.signal()
                letGo.wait()
            }
        }.start()
        await Task.detached { held.wait() }.value
        defer { letGo.signal() }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<24 {
                group.addTask {
                    do {
                        try await store.write(as: nil, at: now) { try $0.set("name", to: "writer \(number)") }
                        Issue.record("two wrote at once")
                    } catch let failure as StorageFailure { #expect(failure.cause == .locked) }
                    return true
                }
            }
            try await Task.sleep(for: .milliseconds(200))
            group.addTask { try await store.read { try $0.setting("name") } != nil }
            #expect(try await group.next() == false, "the one who reads is the first to be answered")
            try await group.waitForAll()
        }
    }

    @Test(
        "connections that a network swallows without a word are left for new ones, by who reads and who listens",
        arguments: TestDatabase.server)
    func swallowed(database: TestDatabase) throws {
        let address = try database.address()
        let network = try SilentNetwork(to: address)
        defer { network.end() }
        let engine = try PostgresEngine(address: network.address, patience: 0.5, limit: 1)
        let store = try Store(engine)
        defer { store.close() }
        _ = try engine.read { _ in try engine.read { _ in try engine.read { _ in true } } }
        network.swallow()
        #expect(try store.readNow { try $0.setting("name") } == nil)
        do {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.set("half", to: "written")
                network.swallow()
                try transaction.set("other", to: "half")
            }
            Issue.record("the write was acknowledged")
        } catch let failure as StorageFailure { #expect(failure.cause == .unavailable) }
        try store.writeNow(as: nil, at: now) { try $0.set("name", to: "kept") }
        #expect(try store.readNow { try $0.setting("half") } == nil)
        let heard = DispatchSemaphore(value: 0)
        let listener = store.changes.listen { if $0.kind == .unit { heard.signal() } }
        defer { store.changes.cancel(listener) }
        let neighbour = try Store.open(address)
        defer { neighbour.close() }
        var tries = 0
        repeat {
            try add(neighbour, "équipe-\(tries)")
            tries += 1
        } while heard.wait(timeout: .now() + 0.2) != .success && tries < 100
        #expect(tries < 100, "the listener found another connection")
    }

    @Test(
        "a statement that takes too long is given up, and what may take its time is not", arguments: TestDatabase.server
    )
    func longStatement(database: TestDatabase) throws {
        let engine = try PostgresEngine(address: database.address(), limit: 0.2)
        defer { engine.close() }
        #expect(throws: StorageFailure.self) { try engine.read { try $0.run("SELECT pg_sleep(5)") } }
        try engine.write { connection in
            try connection.takeTime()
            try connection.run("SELECT pg_sleep(0.4)")
        }
        #expect(throws: StorageFailure.self) { try engine.read { try $0.run("SELECT pg_sleep(5)") } }
    }

    @Test("what was written is kept although somebody's reading holds its traces, and they are wiped later")
    func tracesLater() throws {
        let address = try TestDatabase.sqlite.address()
        let store = try Store(SQLiteEngine(path: address, patience: 0.2))
        let reader = try SQLiteEngine(path: address)
        defer {
            store.close()
            reader.close()
        }
        let word = Secret.new()
        func isFound() -> Bool {
            ["", "-wal"].contains { end in
                let bytes = (try? Data(contentsOf: URL(fileURLWithPath: address + end))) ?? Data()
                return bytes.range(of: Data(word.utf8)) != nil
            }
        }
        try store.writeNow(as: nil, at: now) { try $0.set("name", to: word) }
        try reader.read { connection in
            try connection.each("SELECT count(*) FROM setting") { _ in }
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.set("name", to: "another")
                transaction.leaveNoTrace(in: "setting")
            }
        }
        #expect(try store.readNow { try $0.setting("name") } == "another")
        #expect(isFound())
        try Clockwork(store).turn(at: now, on: Day(2026, 3, 5))
        #expect(!isFound())
    }

    @Test("a full disk is said to be full, keeps nothing by halves, and is written to again when there is room")
    func full() throws {
        let store = try TestDatabase.sqlite.store()
        defer { store.close() }
        let pages = try store.engine.write { connection -> Int in
            var pages = 0
            try connection.each("PRAGMA page_count") { pages = $0.integer(0) }
            try connection.each(SQL(trusted: "PRAGMA max_page_count = \(pages + 20)")) { _ in }
            return pages
        }
        var kept = 0
        do {
            while kept < 1_000 {
                try add(store, "équipe-\(kept)")
                kept += 1
            }
            Issue.record("the disk was never full")
        } catch let failure as StorageFailure { #expect(failure.cause == .full) }
        #expect(kept > 0)
        try expect(kept, in: store)
        _ = try store.engine.write { connection in
            try connection.each(SQL(trusted: "PRAGMA max_page_count = \(pages + 2_000)")) { _ in }
        }
        try add(store, "équipe-\(kept)")
        try expect(kept + 1, in: store)
    }

    private func add(_ store: Store, _ code: String) throws {
        try store.writeNow(as: nil, at: now) { transaction in
            let name = String(repeating: "Bulletins et rubriques ", count: 20)
            let unit = Rouage.Unit(id: transaction.newID(), code: code, sort: .team, name: name)
            try transaction.add(unit, Activity(.created))
        }
    }

    private func expect(_ count: Int, in store: Store) throws {
        try store.readNow { (reading: Reading) throws -> Void in
            #expect(try reading.count("SELECT count(*) FROM unit") == count)
            #expect(try reading.count("SELECT count(*) FROM activity") == count)
            #expect(try reading.count("SELECT count(*) FROM search_entry") == count)
            #expect(try reading.changedBehindTheDoor().isEmpty)
        }
    }
}
