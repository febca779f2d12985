import ArgumentParser
import Demo
import Foundation
import Hummingbird
import Logging
import Rouage
import ServiceLifecycle
import UnixSignals
import Storage
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the pages and the API until it is stopped.",
        discussion: "Example: rouage serve --port 9000 --database sqlite:/var/lib/rouage/rouage.sqlite")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var day: DayOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let store = try database.open()
        defer { store.close() }
        let demo = try store.readNow { try DemoCompany.settings($0) }
        let clock = day.clock(or: demo?.day)
        let clockwork = Clockwork(store)
        try clockwork.turn(at: clock.now(), on: clock.today)
        let site = Site(store: store, clock: clock, cast: demo?.cast ?? [])
        var logger = Logger(label: "rouage")
        logger.logLevel = .warning
        let application = Application(
            router: site.router(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in greet(channel.localAddress?.port ?? port, isDemo: demo != nil) },
            logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application), .init(service: Minutes(clockwork: clockwork, clock: clock)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private func greet(_ port: Int, isDemo: Bool) {
        print("Rouage is at http://\(host):\(port)")
        print(
            isDemo ? "One click signs you in as anyone of the cast." : "Sign in with your e-mail address and password.")
        print("Ctrl+C stops it.")
        fflush(nil)
    }
}

/// Looks every minute for what the dates move.
private struct Minutes: Service {
    let clockwork: Clockwork
    let clock: Web.Clock

    func run() async throws {
        let logger = Logger(label: "rouage.clockwork")
        await cancelWhenGracefulShutdown {
            while true {
                do { try await Task.sleep(for: .seconds(60)) } catch { return }
                do { try clockwork.turn(at: clock.now(), on: clock.today) } catch {
                    logger.error("the dates could not be applied", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
