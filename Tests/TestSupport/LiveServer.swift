import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Web
package import WebCore

/// The site behind a real socket on a free port, for what only a connection shows.
package struct LiveServer: Sendable {
    package let port: Int
    private let group: ServiceGroup

    /// Serves while `body` runs, then stops gracefully.
    package static func run<Value: Sendable>(_ site: Site, _ body: @Sendable (LiveServer) async throws -> Value)
        async throws -> Value
    {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            router: site.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) }, logger: quiet)
        let group = ServiceGroup(configuration: .init(services: [application], logger: quiet))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let server = LiveServer(port: await iterator.next() ?? 0, group: group)
            do {
                let value = try await body(server)
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
                return value
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
        }
    }

    package func stop() async { await group.triggerGracefulShutdown() }

    /// Opens a stream of events.
    package func open(_ path: String, cookie: String) throws -> EventStream {
        let stream = try EventStream(port: port)
        try stream.send(
            "GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\nAccept: text/event-stream\r\n\r\n")
        return stream
    }
}

/// One connection that only listens.
package final class EventStream: @unchecked Sendable {
    private let socket: Int32
    /// All that came so far.
    package private(set) var heard = ""
    package private(set) var hasEnded = false

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard Glibc.send(socket, bytes, bytes.count, 0) == bytes.count else { throw POSIXError(.EPIPE) }
    }

    /// Waits until the text was heard; returns whether it was, within the time.
    package func hears(_ text: String, within time: Duration = .seconds(30)) async throws -> Bool {
        try await comes(within: time) { heard.contains(text) } && heard.contains(text)
    }

    /// Waits until the server ends the stream; returns whether it did, within the time.
    package func ends(within time: Duration = .seconds(30)) async throws -> Bool {
        try await comes(within: time) { false } && hasEnded
    }

    /// Listens until something came or the stream ended. Where other tests keep the machine busy, time passes without
    /// anything being done: it is over only when there was also time to look often enough.
    private func comes(within time: Duration, _ condition: () -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + time
        var looks = time < .seconds(1) ? 10 : 400
        while ContinuousClock.now < end || looks > 0 {
            looks -= 1
            listen()
            if condition() || hasEnded { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    private func listen() {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count > 0 { heard += String(decoding: buffer[..<count], as: UTF8.self) }
        if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { hasEnded = true }
    }

    package func close() { Glibc.close(socket) }
}
