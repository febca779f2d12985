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

        /// `IN \(in: …)`: a list in brackets; an empty one matches nothing.
        package mutating func appendInterpolation(in list: [some SQLBindable]) {
            text += "("
            if list.isEmpty { text += "NULL" }
            for (index, value) in list.enumerated() {
                if index > 0 { text += ", " }
                bind(value.sqlValue)
            }
            text += ")"
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            // The fragment's own $1, $2 … are numbered again after the values already bound.
            var rest = sql.text[...]
            while let dollar = rest.firstIndex(of: "$") {
                text += rest[..<dollar]
                rest = rest[rest.index(after: dollar)...]
                let digits = rest.prefix(while: \.isNumber)
                rest = rest[digits.endIndex...]
                bind(sql.values[Int(digits)! - 1])
            }
            text += rest
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text += "$"
            text += String(values.count)
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
