import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

/// A PostgreSQL of one test, which it may stop and start again.
private final class PrivateServer {
    let address: String
    private let process = Process()
    private let orders = Pipe()
    private let answers = Pipe()

    init() throws {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [root.appendingPathComponent("bin/with-postgres").path, "/bin/sh", "-c", Self.script]
        process.standardInput = orders
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.hasSuffix("\n") {
            let more = answers.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the server did not start")
            said += String(decoding: more, as: UTF8.self)
        }
        address = said.trimmingCharacters(in: .newlines) + "postgres"
    }

    /// Stops the server at once, as a crash would, or starts it with the options it had.
    private static let script = """
        dir=${ROUAGE_TEST_POSTGRES#host=}; dir=${dir%% *}
        options=$(cat "$dir/data/postmaster.opts"); owner=$(stat -c %U "$dir/data")
        echo "$ROUAGE_TEST_POSTGRES"
        while read -r order; do
            case $order in
            stop) pid=$(head -1 "$dir/data/postmaster.pid"); kill -QUIT "$pid"
                while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done ;;
            start) start="cd / && $options >/dev/null 2>&1 &"
                if [ "$(id -un)" = "$owner" ]; then sh -c "$start"; else su -s /bin/sh "$owner" -c "$start"; fi ;;
            esac
            echo done
        done
        """

    func order(_ word: String) {
        orders.fileHandleForWriting.write(Data("\(word)\n".utf8))
        _ = answers.fileHandleForReading.availableData
    }

    func end() {
        try? orders.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}

@Suite("When the PostgreSQL server fails", .enabled(if: !TestDatabase.server.isEmpty, "there is no PostgreSQL"))
struct ServerOutageTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test("one says so while it is away, and goes on with all that was acknowledged when it is back")
    func restart() throws {
        let server = try PrivateServer()
        defer { server.end() }
        let store = try Store.open(server.address)
        defer { store.close() }
        try store.writeNow(as: nil, at: now) { try $0.set("before", to: "kept") }
        server.order("stop")
        for _ in 0..<3 {
            do {
                try store.writeNow(as: nil, at: now) { try $0.set("during", to: "lost") }
                Issue.record("a server that is away kept something")
            } catch let failure as StorageFailure { #expect(failure.cause == .unavailable) }
        }
        server.order("start")
        var tries = 0
        while (try? store.readNow { try $0.setting("before") }) != "kept", tries < 200 {
            tries += 1
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(try store.readNow { try $0.setting("before") } == "kept")
        #expect(try store.readNow { try $0.setting("during") } == nil)
        try store.writeNow(as: nil, at: now) { try $0.set("after", to: "kept") }
        #expect(try store.readNow { try $0.setting("after") } == "kept")
    }

    @Test("its full disk is said to be full and nothing is kept by halves")
    func full() throws {
        guard let disk = SmallDisk() else { return print("only root can mount a small disk: skipped") }
        defer { disk.remove() }
        let address = try #require(ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"])
        let server = try PostgresConnection(address + "postgres")
        let name = "full\(UInt64.random(in: 0 ... .max))"
        try server.simple("CREATE TABLESPACE \(name) LOCATION '\(disk.path)'")
        try server.simple("CREATE DATABASE \(name) TABLESPACE \(name)")
        let store = try Store.open(address + name)
        var kept = 0
        do {
            while kept < 2_000 {
                try add(200, from: kept, to: store)
                kept += 200
            }
            Issue.record("the disk was never full")
        } catch let failure as StorageFailure { #expect(failure.cause == .full) }
        try store.readNow { (reading: Reading) throws -> Void in
            #expect(try reading.count("SELECT count(*) FROM unit") == kept)
            #expect(try reading.count("SELECT count(*) FROM activity") == kept)
        }
        disk.grow()
        try add(1, from: kept, to: store)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM unit") } == kept + 1)
        store.close()
        try server.simple("DROP DATABASE \(name) WITH (FORCE)")
        try server.simple("DROP TABLESPACE \(name)")
    }

    private func add(_ count: Int, from first: Int, to store: Store) throws {
        try store.writeNow(as: nil, at: now) { transaction in
            let name = (0..<40).map { _ in "\(UInt64.random(in: 0 ... .max))" }.joined(separator: " ")
            let units = (first..<first + count).map {
                Rouage.Unit(id: transaction.newID(), code: "équipe-\($0)", sort: .team, name: "\(name) \($0)")
            }
            try transaction.add(units, Activity(.created))
        }
    }
}

/// A file system of a few megabytes in memory.
private struct SmallDisk {
    let path: String

    init?() {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("disk-\(UInt32.random(in: 0 ... .max))").path
        let made = "mkdir -p '\(path)' && mount -t tmpfs -o size=14m none '\(path)' && chown postgres '\(path)'"
        guard geteuid() == 0, Self.run("\(made) && chmod 700 '\(path)'") else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    func grow() { _ = Self.run("mount -o remount,size=100m '\(path)'") }
    func remove() { _ = Self.run("umount '\(path)'; rmdir '\(path)'") }

    private static func run(_ line: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
