import Foundation
import Rouage
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("A process killed while it writes")
struct CrashTests {
    @Test("loses no acknowledged write and leaves nothing half-written", arguments: TestDatabase.all)
    func killed(database: TestDatabase) throws {
        let address = try database.address()
        var acknowledged: [String: Int] = [:]
        for round in 1...3 {
            for line in try writeAndKill(address, after: round * 40) {
                let words = line.split(separator: " ")
                let version = try #require(Int(words[1]))
                acknowledged[String(words[0])] = max(version, acknowledged[String(words[0])] ?? 0)
            }
        }
        #expect(acknowledged.count > 60)
        let store = try Store.open(address)
        defer { store.close() }
        try store.readNow { (reading: Reading) throws -> Void in
            for (name, version) in acknowledged {
                let id = try #require(Identifier<Rouage.Unit>(name))
                let unit = try #require(try reading.find(id), "acknowledged and gone")
                #expect(unit.version >= version)
                #expect(try reading.history(of: name).count == unit.version)
            }
            let units = try reading.count("SELECT count(*) FROM unit")
            #expect(try reading.count("SELECT count(DISTINCT subject_id) FROM activity") == units)
            #expect(try reading.count("SELECT count(*) FROM search_entry") == units)
            #expect(try reading.changedBehindTheDoor().isEmpty)
        }
    }

    @Test(
        "between sending a letter and noting it leaves it to be sent again, under the same id",
        arguments: TestDatabase.all)
    func letter(database: TestDatabase) async throws {
        let address = try database.address()
        let sent = try #require(try writeAndKill(address, "outbox", after: 1, words: 36).first)
        let store = try Store.open(address)
        defer { store.close() }
        let came = Mutex<[String]>([])
        let postman = Postman(store, doors: [.test: { letter in came.withLock { $0.append("\(letter.id)") } }])
        let now = Instant(Date())
        try await postman.round { now }
        #expect(came.withLock { $0 } == [], "the one that was killed still has it")
        try await postman.round { now + Letter.lease + 1 }
        #expect(came.withLock { $0 } == [sent])
        try await postman.round { now + 10 * Letter.lease }
        #expect(came.withLock { $0 } == [sent])
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM outbox") } == 0)
    }

    /// Lets the writer run until it has said that many lines, kills it, and returns them.
    private func writeAndKill(_ address: String, _ what: String..., after count: Int, words: Int = 38) throws
        -> [String]
    {
        let process = Process()
        process.executableURL = try writer()
        process.arguments = [address] + what
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var said = Data()
        while said.count(where: { $0 == 10 }) < count {
            let more = pipe.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the writer stopped by itself")
            said += more
        }
        kill(process.processIdentifier, SIGKILL)
        said += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        // A line cut in the middle was not said.
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init).filter {
            $0.utf8.count == words
        }
    }

    /// The program beside the tests.
    private func writer() throws -> URL {
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let built = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../.build/debug").standardized
        let found = [beside, built].map { $0.appendingPathComponent("CrashWriter") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found)
    }
}
