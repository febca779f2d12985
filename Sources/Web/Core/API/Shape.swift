package import Rouage

/// How a record reads in the API: the record itself, with some members hidden, some called otherwise and some added.
package struct Shape<Record: Noun>: Sendable {
    /// What is said of a record beside what it holds.
    package struct Member: Sendable {
        let name: String
        let schema: Schema
        let isAlwaysThere: Bool
        let value: @Sendable (Record, Visit) throws -> (any Encodable)?

        package init<Value: Codable>(
            _ name: String, _ value: @escaping @Sendable (Record, Visit) throws -> Value?, always: Bool = false
        ) {
            self.name = name
            schema = SchemaRecorder.named(Value.self)
            isAlwaysThere = always
            self.value = value
        }
    }

    /// What the API calls the kind, where that is not its type's name.
    let name: String?
    let hidden: Set<String>
    let renamed: [String: String]
    let added: [Member]

    package init(
        as name: String? = nil, hidden: Set<String> = [], renamed: [String: String] = [:], adding added: [Member] = []
    ) {
        self.name = name
        self.hidden = hidden
        self.renamed = renamed
        self.added = added
    }
}

/// A record that the API shows as it is.
package protocol Shaped: Noun {
    static var shape: Shape<Self> { get }
}

extension Shaped {
    /// Its shape as the API's document describes it.
    package static var schema: Schema { SchemaRecorder.schema(of: Self.self, shape) }
    /// A part of a list of them.
    package static var pageSchema: Schema {
        .object(
            name: "\(shape.name ?? "\(Self.self)")Page",
            [Schema.Property("items", .list(schema), required: true), Schema.Property("next", .text())])
    }
}
