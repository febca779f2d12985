import ArgumentParser
import Demo
import Foundation
import Hummingbird
import Logging
import Rouage
import ServiceLifecycle
import Storage
import UnixSignals
import Web
import WebCore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the pages and the API until it is stopped.",
        discussion: """
            Example: rouage serve --port 9000 --database sqlite:/var/lib/rouage/rouage.sqlite
            Behind a proxy that ends TLS and sets X-Forwarded-For and X-Forwarded-Proto: add --behind-proxy.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var day: DayOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Flag(help: "Believes the proxy in front about who is connected and whether over TLS.") var behindProxy = false
    @Option(
        help: "The month in which the fiscal year starts, 1 to 12; decides the first quarters of an empty database.")
    var fiscalStart: Int?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        if let fiscalStart, !(1...12).contains(fiscalStart) {
            throw ValidationError("The month in which the fiscal year starts is a number from 1 to 12.")
        }
    }

    func run() async throws {
        let store = try database.open()
        defer { store.close() }
        let demo = try store.readNow { try DemoCompany.settings($0) }
        let clock = day.clock(or: demo?.day)
        let clockwork = Clockwork(store)
        if let fiscalStart { try store.writeNow(as: nil, at: clock.now()) { try $0.set(fiscalStart: fiscalStart) } }
        try clockwork.turnAndTell(clock)
        let entrance = try store.readNow { try Entrance(database.address, cast: demo?.cast ?? [], $0) }
        let site = Site(store: store, clock: clock, cast: demo?.cast ?? [], behindProxy: behindProxy)
        var logger = Logger(label: "rouage")
        logger.logLevel = .warning
        let application = Application(
            router: site.router(),
            // A connection on which nothing arrives for a minute is closed, be it in the middle of a request.
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1_024, maxHeaderListSize: 64 * 1_024, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                print(entrance.greeting(host, channel.localAddress?.port ?? port))
                fflush(nil)
            },
            logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application), .init(service: Minutes(clockwork: clockwork, clock: clock)),
                    .init(service: Round(postman: Postman(store, doors: [.test: { _ in }]), clock: clock)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do { try await group.run() } catch { throw listening(error) }
    }

    /// Why the port could not be listened on, in a sentence.
    private func listening(_ error: any Error) -> any Error {
        let text = "\(error)"
        if text.contains("errno: \(EADDRINUSE)") {
            return Stop(
                "Port \(port) is taken by another program. Choose another one with --port, or stop that program.")
        }
        if text.contains("errno: \(EACCES)") {
            return Stop("Port \(port) is reserved to the system. Choose one from 1024 up with --port.")
        }
        if text.contains("errno: \(EADDRNOTAVAIL)") || text.contains("NIOGetaddrinfo") || text.contains("UnknownHost") {
            return Stop("\(host) is not an address of this machine. Choose another one with --host.")
        }
        return error
    }
}

/// Looks every minute for what the dates move.
private struct Minutes: Service {
    let clockwork: Clockwork
    let clock: WebCore.Clock

    func run() async throws {
        let logger = Logger(label: "rouage.clockwork")
        await cancelWhenGracefulShutdown {
            while true {
                do { try await Task.sleep(for: .seconds(60)) } catch { return }
                do { try clockwork.turnAndTell(clock) } catch {
                    logger.error("the dates could not be applied", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}

/// Looks every few seconds for what waits to leave the product.
private struct Round: Service {
    let postman: Postman
    let clock: WebCore.Clock

    func run() async throws {
        let logger = Logger(label: "rouage.outbox")
        await cancelWhenGracefulShutdown {
            while true {
                do { try await Task.sleep(for: .seconds(5)) } catch { return }
                do { try await postman.round(clock.now) } catch {
                    logger.error("the outbox could not be read", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}

extension Clockwork {
    /// Does what is due, and says in the log what could not be done: a record at fault holds up no other.
    fileprivate func turnAndTell(_ clock: WebCore.Clock) throws {
        if !clock.isSet, let apart = try secondsApart(from: clock.now()), abs(apart) > WebCore.Clock.mostApart {
            Logger(label: "rouage.clockwork").error(
                "this machine's clock and PostgreSQL's are \(abs(apart)) s apart: this node moves nothing by date")
            return
        }
        for stuck in try turn(at: clock.now(), on: clock.today) {
            Logger(label: "rouage.clockwork").error("a move by date failed", metadata: ["move": "\(stuck)"])
        }
    }
}
