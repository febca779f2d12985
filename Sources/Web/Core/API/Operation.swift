package import Hummingbird
package import Rouage
package import Storage

/// One thing the API does. The list of operations is what the router answers and what the document describes.
package struct Operation: Sendable {
    package enum Work: Sendable {
        /// One read.
        case read(@Sendable (APICall) throws -> APIResult)
        /// One act, with its typed body, and the record as it then is.
        /// - Parameter present: the record before it; none where one is made.
        case act(
            present: (@Sendable (APICall) throws -> APIResult)?,
            @Sendable (APICall, Transaction, Sending) throws -> APIResult)
    }

    package let method: HTTPRequest.Method
    /// Below `/api/v1`, with `{names}`.
    package let path: String
    package let name: String
    package let about: String
    package var filters: [Schema.Property] = []
    package var body: Schema?
    /// A body that works, as the document shows it.
    package var example: JSONValue?
    package let result: Schema
    /// Whether the version read must be named; otherwise it may be.
    package var needsVersion: Bool = false
    package let work: Work

    package var isRead: Bool { if case .read = work { true } else { false } }
    package var isCreation: Bool {
        switch work {
        case .read: false
        case .act(let present, _): present == nil
        }
    }

    package init(
        method: HTTPRequest.Method, path: String, name: String, about: String, filters: [Schema.Property] = [],
        body: Schema? = nil, example: JSONValue? = nil, result: Schema, needsVersion: Bool = false, work: Work
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.about = about
        self.filters = filters
        self.body = body
        self.example = example
        self.result = result
        self.needsVersion = needsVersion
        self.work = work
    }

    /// The path as the router writes it.
    package var route: String {
        "/api/v1" + path.replacing("{", with: ":").replacing("}", with: "")
    }

    /// The names in the path.
    package var places: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// What an operation answers before it becomes bytes.
package struct APIResult: Sendable {
    package let bytes: [UInt8]
    /// The version of the one record it is, or nothing for a list.
    package var version: Int?
    package var next: String?

    package init(_ record: some APIRecord) {
        bytes = APIJSON.bytes(record)
        version = record.version
    }

    package init<Item>(_ page: PageJSON<Item>) {
        bytes = APIJSON.bytes(page)
        next = page.next
    }

    /// A record as its shape says.
    package init<Record: Shaped>(_ record: Record, for visit: Visit) throws {
        bytes = try Self.bytes(visit) { try $0.record(record, Record.shape, visit) }
        version = record.version
    }

    /// A part of a list of records, and where the next one begins.
    package init<Record: Shaped>(_ page: [Record], next: String?, for visit: Visit) throws {
        bytes = try Self.bytes(visit) { writer in
            writer.write("{\"items\":[")
            for (at, record) in page.enumerated() {
                if at > 0 { writer.write(",") }
                try writer.record(record, Record.shape, visit)
            }
            writer.write("]")
            if let next {
                writer.write(",\"next\":")
                writer.text(next)
            }
            writer.write("}")
        }
        self.next = next
    }

    private static func bytes(_ visit: Visit, _ write: (JSONWriter) throws -> Void) throws -> [UInt8] {
        let axes = Dictionary(
            try visit.reading.records(Axis.self).map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        let writer = JSONWriter(APINames(organisation: visit.organisation, cycles: visit.cycles, axes: axes))
        try write(writer)
        return writer.bytes
    }

    package init(plain value: some Encodable) { bytes = APIJSON.bytes(value) }
}

/// One request of a program, on one state of the database.
package struct APICall {
    package let visit: Visit
    package let token: AccessToken
    /// What was sent with an act.
    package var entries = Entries()
    /// What the write made or changed.
    package var made: [Change] = []

    package var reading: Reading { visit.reading }
    package var query: Fields { visit.exchange.query }

    /// The department is open to its members.
    package func member() throws -> Actor {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notAllowed }
        return actor
    }
}
