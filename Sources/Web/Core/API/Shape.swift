import HTTPTypes
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
            schema = SchemaRecorder.schema(of: Value.self, isNaming: true)
            isAlwaysThere = always
            self.value = value
        }
    }

    /// What the API calls it, where that is not the record's own name.
    let name: String
    /// Parts of it whose members are read among its own.
    let parts: Set<String>
    let hidden: Set<String>
    let renamed: [String: String]
    let added: [Member]

    package init(
        called name: String = "\(Record.self)", parts: Set<String> = [], hidden: Set<String> = [],
        renamed: [String: String] = [:], adding added: [Member] = []
    ) {
        self.name = name
        self.parts = parts
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
            name: "\(shape.name)Page",
            [Schema.Property("items", .list(schema), required: true), Schema.Property("next", .text())])
    }

    /// The operation that reads the one whose identifier the address holds.
    package static func one(
        at path: String, _ name: String, _ about: String, filters: [Schema.Property] = []
    ) -> Operation {
        Operation(
            method: .get, path: path, name: name, about: about, filters: filters, result: schema,
            work: .read { try $0.one($0.visit.parameter("id") as Identifier<Self>) })
    }
}
