import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
package import Rouage
package import Storage
import Synchronization
import Web
package import WebCore

/// The product over a fresh database of either engine, on Thursday 5 March 2026 at 10 o'clock, with a small part of the
/// demo company in it. A test signs in as one of the cast and looks at pages:
///
///     @Test("…", arguments: TestDatabase.all)
///     func shows(database: TestDatabase) async throws {
///         let site = try TestSite(database)
///         let camille = try await site.signIn(as: "camille.aubrac")
///         let page = try await camille.get("/briefings")
///         #expect(page.says("Les enjeux du moment"))
///         let answer = try await camille.submit("/briefings/ID/comments", ["text": "Bonjour"])
///         #expect(answer.status == 200)
///     }
///
/// The browser keeps cookies, adds the form's token and follows redirections. Each page that it fetches is read by
/// `Markup`, and each kind of link on it is tried: a page that is not well formed, or leads nowhere, throws.
package final class TestSite: Sendable {
    /// Whom one may sign in as.
    package static let cast = Department.cast

    package let store: Store
    package var clock: WebCore.Clock { now.withLock { $0.clock } }
    package var today: Day { now.withLock { $0.today } }
    /// Where the database is, for a second process or node.
    package let address: String
    private let cast: [String]
    private let now: Mutex<Now>

    /// The day on which the site stands, and what answers then.
    private struct Now {
        let clock: WebCore.Clock
        let today: Day
        let respond: @Sendable (Request, Site.Context) async throws -> Response

        init(_ store: Store, cast: [String], on today: Day, hour: Int) {
            let clock = WebCore.Clock(on: today, hour: hour)
            let responder = Site(store: store, clock: clock, cast: cast, passwordCost: 10).router().buildResponder()
            self.clock = clock
            self.today = today
            respond = { try await responder.respond(to: $0, context: $1) }
        }
    }

    /// - Parameters:
    ///   - isDemo: whether one enters as one of the cast by one click.
    ///   - kinds: what the kinds of records say of themselves.
    package convenience init(
        _ database: TestDatabase, on today: Day = Day(2026, 3, 5), isDemo: Bool = true, kinds: Kinds = .declared
    ) throws {
        let cast = isDemo ? Department.cast : []
        let address = try database.address(copiedFrom: "department \(today)") {
            try Department.load(into: $0, at: WebCore.Clock(on: today, hour: 10).now(), on: today)
        }
        let store = try Store(Store.engine(at: address), kinds: kinds)
        self.init(store, address: address, cast: cast, on: today)
    }

    /// Over another department, whose people one may sign in as.
    package convenience init(
        _ database: TestDatabase, on today: Day, cast: [String], load: (Store, Instant) throws -> Void
    ) throws {
        let address = try database.address()
        try self.init(Store.open(address), at: address, on: today, cast: cast, load: load)
    }

    /// Over a store that somebody opened.
    package init(
        _ store: Store, at address: String = "", on today: Day, cast: [String], load: (Store, Instant) throws -> Void
    ) throws {
        self.address = address
        self.store = store
        self.cast = cast
        let start = Now(store, cast: cast, on: today, hour: 10)
        try load(store, start.clock.now())
        now = Mutex(start)
    }

    /// Moves the clock to another day, as a server that was started again then.
    package func move(to day: Day, hour: Int = 10) {
        let next = Now(store, cast: cast, on: day, hour: hour)
        now.withLock { $0 = next }
    }

    /// The same department, looked at on another day.
    package func moved(to day: Day) -> TestSite { TestSite(store, address: address, cast: cast, on: day) }

    private init(_ store: Store, address: String, cast: [String], on day: Day) {
        self.store = store
        self.address = address
        self.cast = cast
        now = Mutex(Now(store, cast: cast, on: day, hour: 10))
    }

    /// A node over a store of the same database, to be served.
    package func node(_ store: Store) -> Site { Site(store: store, clock: clock, cast: Department.cast) }

    /// A browser in which nobody is signed in.
    package func visitor() -> Browser { Browser(self) }

    package func signIn(as code: String) async throws -> Browser {
        let browser = Browser(self)
        try await browser.signIn(as: code)
        return browser
    }

    /// The record of a kind whose column says so: `site.id(of: Briefing.self, "ref", "B1")`.
    package func id<Record: Noun>(of _: Record.Type, _ column: StaticString, _ value: String) throws -> Identifier<
        Record
    > {
        let found: [Record] = try store.readNow { try $0.records(where: "\(SQL(stringLiteral: column)) = \(value)") }
        guard let record = found.first else { throw Refusal.notFound }
        return record.id
    }

    func answer(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]) async throws
        -> (head: HTTPResponse, body: [UInt8])
    {
        var headers = headers
        if method != .get { headers[.contentLength] = String(body.count) }
        let request = Request(
            head: .init(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: .init(buffer: ByteBuffer(bytes: body)))
        let context = Site.Context(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        let response = try await now.withLock { $0.respond }(request, context)
        let writer = Collector()
        try await response.body.write(writer)
        return (response.head, writer.bytes.withLock { $0 })
    }
}

private final class Collector: ResponseBodyWriter {
    let bytes = Mutex<[UInt8]>([])
    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) } }
    func finish(_: HTTPFields?) async throws {}
}
