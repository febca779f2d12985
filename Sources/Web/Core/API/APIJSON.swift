import Foundation

/// JSON as the API writes it: snake_case names, an absent value left out.
package enum APIJSON {
    package static func bytes(_ value: some Encodable) -> [UInt8] {
        let writer = JSONWriter()
        // Values of the API are texts, numbers and lists of them: they always encode.
        return (try? writer.value(value)).map { writer.bytes } ?? []
    }

    package static func read<Value: Decodable>(_: Value.Type, from bytes: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Value.self, from: Data(bytes))
    }
}
