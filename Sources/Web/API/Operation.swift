import Hummingbird
import Rouage
import Storage

/// One thing the API does. The list of operations is what the router answers and what the document describes.
struct Operation: Sendable {
    enum Work: Sendable {
        /// One read.
        case read(@Sendable (APICall) throws -> APIResult)
        /// One write, by the same verb as the page's form at that address; then the record as it is.
        case write(form: String, made: Kind?, @Sendable (APICall) throws -> APIResult)
    }

    let method: HTTPRequest.Method
    /// Below `/api/v1`, with `{names}`.
    let path: String
    let name: String
    let about: String
    var filters: [Schema.Property] = []
    var body: Schema?
    /// A body that works, as the document shows it.
    var example: JSONValue?
    let result: Schema
    /// Whether the version read must be named; otherwise it may be.
    var needsVersion = false
    let work: Work

    var isRead: Bool { if case .read = work { true } else { false } }
    var isCreation: Bool { if case .write(_, .some, _) = work { true } else { false } }

    /// The path as the router writes it.
    var route: String {
        "/api/v1" + path.replacing("{", with: ":").replacing("}", with: "")
    }

    /// The names in the path.
    var places: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// What an operation answers before it becomes bytes.
struct APIResult: Sendable {
    let bytes: [UInt8]
    /// The version of the one record it is, or nothing for a list.
    var version: Int?
    var next: String?

    init(_ record: some APIRecord) {
        bytes = APIJSON.bytes(record)
        version = record.version
    }

    init<Item>(_ page: PageJSON<Item>) {
        bytes = APIJSON.bytes(page)
        next = page.next
    }

    init(plain value: some Encodable) { bytes = APIJSON.bytes(value) }
}

/// One request of a program, on one state of the database.
struct APICall {
    let visit: Visit
    let token: AccessToken
    /// What the write made or changed.
    var made: [Change] = []

    var reading: Reading { visit.reading }
    var query: Fields { visit.exchange.query }

    /// The department is open to its members.
    func member() throws -> Actor {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notAllowed }
        return actor
    }
}
