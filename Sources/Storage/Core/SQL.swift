import Rouage

/// A value that both engines keep.
package enum SQLValue: Sendable, Equatable {
    case null
    case text(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)
}

/// What can be bound to a statement.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

/// One SQL text for both engines. Interpolated values are bound, never pasted: `"… WHERE team = \(team)"` reads
/// `… WHERE team = $1`. Only another `SQL` goes in as text.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    package init(stringLiteral text: StaticString) {
        self.text = text.description
        values = []
    }

    /// SQL that the product itself wrote, such as a migration; never anything a person typed.
    init(trusted text: String, values: [SQLValue] = []) {
        self.text = text
        self.values = values
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + 32) }

        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        package mutating func appendInterpolation(_ value: some SQLBindable) { bind(value.sqlValue) }

        package mutating func appendInterpolation(_ value: SQLValue) { bind(value) }

        /// `IN \(in: …)`: a list in brackets; an empty one matches nothing. It is filled up to a power of two with its
        /// last value, so that lists of all lengths make few different texts.
        package mutating func appendInterpolation(in list: [some SQLBindable]) {
            text += "("
            if let last = list.last {
                var length = 1
                while length < list.count { length *= 2 }
                for index in 0..<length {
                    if index > 0 { text += ", " }
                    bind((index < list.count ? list[index] : last).sqlValue)
                }
            } else {
                text += "NULL"
            }
            text += ")"
        }

        /// `VALUES \(rows: …)`: one pair of brackets a row.
        package mutating func appendInterpolation(rows: [[SQLValue]]) {
            for (index, row) in rows.enumerated() {
                text += index == 0 ? "(" : ", ("
                for (index, value) in row.enumerated() {
                    if index > 0 { text += ", " }
                    bind(value)
                }
                text += ")"
            }
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            guard !sql.values.isEmpty else {
                text += sql.text
                return
            }
            // The fragment's own $1, $2 … are numbered again after the values already bound.
            var rest = sql.text.utf8[...]
            while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
                text += Substring(rest[..<dollar])
                rest = rest[dollar...].dropFirst()
                let digits = rest.prefix { (48...57).contains($0) }
                rest = rest[digits.endIndex...]
                bind(sql.values[Int(Substring(digits))! - 1])
            }
            text += Substring(rest)
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text += "$"
            text += String(values.count)
        }
    }
}

extension SQL {
    /// PostgreSQL's text cannot hold a NUL; the edges refuse it, and so that none slips through both engines do.
    func refuseNUL() throws {
        for case .text(let text) in values where text.utf8.contains(0) {
            throw StorageFailure(cause: .statement, description: "a text holds a NUL character")
        }
    }
}

extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .boolean(self) } }
extension Day: SQLBindable { package var sqlValue: SQLValue { .text(description) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .text(stored) } }
extension Identifier: SQLBindable { package var sqlValue: SQLValue { .text(description) } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
extension SQLBindable where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
}
extension Kind: SQLBindable {}
extension Action: SQLBindable {}
extension Briefing.State: SQLBindable {}
extension Dependency.State: SQLBindable {}
extension Cycle.State: SQLBindable {}
