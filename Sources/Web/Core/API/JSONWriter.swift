import Rouage

/// Writes values as the API shows them, in one pass: snake_case names, an absent value left out, a record's inlined part
/// among its own members. People, units, quarters and axes are written as what files call them.
final class JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let names: APINames?
    private var keys: [String: [UInt8]] = [:]
    private var ways: [ObjectIdentifier: Way] = [:]

    init(_ names: APINames? = nil) {
        self.names = names
        bytes.reserveCapacity(4_096)
    }

    func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    func write(byte: UInt8) { bytes.append(byte) }

    /// The name of a member with its colon.
    func key(_ name: String) {
        if let known = keys[name] { return bytes.append(contentsOf: known) }
        let start = bytes.count
        text(name.snakeCased)
        bytes.append(58)
        keys[name] = Array(bytes[start...])
    }

    func text(_ text: String) {
        var text = text
        bytes.append(34)
        text.withUTF8 { raw in
            var start = 0
            for at in 0..<raw.count {
                let byte = raw[at]
                guard byte < 32 || byte == 34 || byte == 92 else { continue }
                bytes.append(contentsOf: raw[start..<at])
                escape(byte)
                start = at + 1
            }
            bytes.append(contentsOf: raw[start...])
        }
        bytes.append(34)
    }

    private func escape(_ byte: UInt8) {
        bytes.append(92)
        switch byte {
        case 34, 92: bytes.append(byte)
        case 8: bytes.append(98)
        case 9: bytes.append(116)
        case 10: bytes.append(110)
        case 12: bytes.append(102)
        case 13: bytes.append(114)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [117, 48, 48, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }
    }

    func number(_ number: Int) { bytes.append(contentsOf: number.description.utf8) }

    /// A number that JSON has no word for is written as nothing.
    func number(_ number: Double) {
        guard number.isFinite else { return write("null") }
        if number == number.rounded(), abs(number) < 1e15 { return self.number(Int(number)) }
        bytes.append(contentsOf: number.description.utf8)
    }

    /// How values of a type are written: what a type is called and can do is asked once, and not of each value.
    private enum Way {
        case text, integer, flag, number, day, instant, name, texts, document
        /// Among the members of the record that it is a part of.
        case inlined
        /// By its own parts; a word of a closed list has one.
        case parts
    }

    private func way<Value: Encodable>(of _: Value.Type) -> Way {
        let type = ObjectIdentifier(Value.self)
        if let known = ways[type] { return known }
        let way: Way =
            switch Value.self {
            case is String.Type: .text
            case is Int.Type: .integer
            case is Bool.Type: .flag
            case is Double.Type: .number
            case is Day.Type: .day
            case is Instant.Type: .instant
            case is any NamedInAPI.Type: .name
            case is [String: String].Type: .texts
            case is JSONValue.Type: .document
            case is any Inlined.Type: .inlined
            default: .parts
            }
        ways[type] = way
        return way
    }

    func isInlined<Value: Encodable>(_ type: Value.Type) -> Bool { way(of: type) == .inlined }

    /// Any value: the scalars of the product at once, the rest by its own parts.
    func value<Value: Encodable>(_ value: Value) throws {
        switch way(of: Value.self) {
        case .text: text(value as! String)
        case .integer: number(value as! Int)
        case .flag: write(value as! Bool ? "true" : "false")
        case .number: number(value as! Double)
        case .day: text((value as! Day).description)
        case .instant: text((value as! Instant).description)
        case .name:
            let id = value as! any NamedInAPI
            text(names.map(id.name) ?? id.plain)
        case .texts: try object(value as! [String: String])
        case .document: try document(value as! JSONValue)
        case .inlined, .parts: try parts(of: value, members: JSONObject())
        }
    }

    /// Names that are not the product's stay as they are.
    private func object(_ members: [String: some Encodable]) throws {
        write("{")
        for (at, pair) in members.sorted(by: { $0.key < $1.key }).enumerated() {
            if at > 0 { write(",") }
            text(pair.key)
            write(":")
            try value(pair.value)
        }
        write("}")
    }

    private func document(_ document: JSONValue) throws {
        switch document {
        case .text(let text): self.text(text)
        case .integer(let number): self.number(number)
        case .boolean(let flag): write(flag ? "true" : "false")
        case .list(let list): try parts(of: list, members: JSONObject())
        case .object(let members): try object(members)
        }
    }

    private func parts(of value: some Encodable, members: JSONObject) throws {
        let encoding = JSONEncoding(writer: self, members: members)
        try value.encode(to: encoding)
        if let close = members.close { bytes.append(close) } else if members.isFirst { write("{}") }
    }

    /// A record as its shape says: members hidden, called otherwise, and added.
    func record<Record: Noun>(_ record: Record, _ shape: Shape<Record>, _ visit: Visit) throws {
        let members = JSONObject()
        members.parts = shape.parts
        members.renamed = shape.renamed
        // Its own identifier is none of the names that others call it by.
        members.hidden = shape.hidden.union(["id"])
        members.begin(self, "{", UInt8(ascii: "}"))
        members.next(self)
        key("id")
        text(record.id.description)
        try record.encode(to: JSONEncoding(writer: self, members: members))
        for member in shape.added {
            guard let value = try member.value(record, visit) else { continue }
            members.next(self)
            key(member.name)
            try self.value(value)
        }
        write("}")
    }
}

/// What people, units, quarters and axes are called in the API.
struct APINames {
    let organisation: Organisation
    let cycles: [Cycle]
    let axes: [Identifier<Axis>: String]
}

/// An identifier that the API may write as a name.
private protocol NamedInAPI {
    func name(_ names: APINames) -> String
    var plain: String { get }
}

extension Identifier: NamedInAPI {
    fileprivate var plain: String { description }

    fileprivate func name(_ names: APINames) -> String {
        let found: String? =
            switch self {
            case let id as Identifier<Person>: names.organisation.people[id]?.code
            case let id as Identifier<Rouage.Unit>: names.organisation.units[id]?.code
            case let id as Identifier<Cycle>: names.cycles.first { $0.id == id }?.label
            case let id as Identifier<Axis>: names.axes[id]
            default: nil
            }
        return found ?? description
    }
}
