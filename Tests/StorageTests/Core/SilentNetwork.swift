import Foundation
import Glibc
import Synchronization

/// A network between the product and PostgreSQL's socket that can swallow what goes over the connections it has, as a
/// firewall does that forgot them; those that are opened later work.
final class SilentNetwork: Sendable {
    /// Where the database is reached through it.
    let address: String
    private let folder: String
    private let server: String
    private let listener: Int32
    private let wires = Mutex<[Wire]>([])

    private final class Wire: Sendable {
        let isSilent = Atomic<Bool>(false)
    }

    struct Failure: Error { let code: Int32 }

    /// - Parameter database: `host=FOLDER user=… dbname=…`, a server on a Unix socket.
    init(to database: String) throws {
        let words = database.split(separator: " ").map(String.init)
        folder = "/tmp/rouage-net-\(UInt32.random(in: 0 ... .max))"
        server = words[0].dropFirst("host=".count) + "/.s.PGSQL.5432"
        address = (["host=\(folder)"] + words.dropFirst()).joined(separator: " ")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard Self.with(folder + "/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0, listen(listener, 64) == 0 else {
            throw Failure(code: errno)
        }
        Thread { [listener, server, self] in
            while case let client = accept(listener, nil, nil), client >= 0 { self.join(client, to: server) }
        }.start()
    }

    /// From now on nothing comes through the connections there are, and nobody is told.
    func swallow() { wires.withLock { for wire in $0 { wire.isSilent.store(true, ordering: .relaxed) } } }

    func end() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func join(_ client: Int32, to path: String) {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard Self.with(path, { connect(server, $0, $1) }) == 0 else {
            close(client)
            close(server)
            return
        }
        let wire = Wire()
        wires.withLock { $0.append(wire) }
        Thread { Self.carry(client, server, wire) }.start()
        Thread { Self.carry(server, client, wire) }.start()
    }

    private static func carry(_ from: Int32, _ to: Int32, _ wire: Wire) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(from, &bytes, bytes.count), count > 0 {
            if !wire.isSilent.load(ordering: .relaxed) { send(to, bytes, count, Int32(MSG_NOSIGNAL)) }
        }
        if !wire.isSilent.load(ordering: .relaxed) { shutdown(to, Int32(SHUT_RDWR)) }
    }

    private static func with(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
