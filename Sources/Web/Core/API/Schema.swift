package import Rouage

/// The shape of a JSON value, as the API's document describes it and as requests are held against it.
package indirect enum Schema: Sendable {
    case text(format: String? = nil, choices: [String] = [])
    case integer
    case number
    case boolean
    case list(Schema)
    /// Names that are not known beforehand, each with a text.
    case texts
    case object(name: String, [Property])

    package struct Property: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool
        package let about: String

        package init(_ name: String, _ schema: Schema, required: Bool = false, _ about: String = "") {
            self.name = name
            self.schema = schema
            isRequired = required
            self.about = about
        }
    }

    /// The shape of a type, read off its own `Decodable`: it cannot say anything else than the type does.
    package static func of<Value: Decodable>(_ type: Value.Type) -> Schema { SchemaRecorder.schema(of: type) }
}

/// A value that is one JSON scalar, or a list of values.
package protocol SchemaValue {
    static var schema: Schema { get }
    static var sample: Self { get }
}

extension String: SchemaValue {
    package static var schema: Schema { .text() }
    package static var sample: String { "" }
}
extension Int: SchemaValue {
    package static var schema: Schema { .integer }
    package static var sample: Int { 0 }
}
extension Double: SchemaValue {
    package static var schema: Schema { .number }
    package static var sample: Double { 0 }
}
extension Bool: SchemaValue {
    package static var schema: Schema { .boolean }
    package static var sample: Bool { false }
}
extension Day: SchemaValue {
    package static var schema: Schema { .text(format: "date") }
    package static var sample: Day { Day(number: 0) }
}
extension Instant: SchemaValue {
    package static var schema: Schema { .text(format: "date-time") }
    package static var sample: Instant { Instant(milliseconds: 0) }
}
extension Identifier: SchemaValue {
    package static var schema: Schema { .text(format: "uuid") }
    package static var sample: Self { Self(high: 0, low: 0) }
}
extension Array: SchemaValue where Element: Decodable {
    package static var schema: Schema { .list(.of(Element.self)) }
    package static var sample: [Element] { [] }
}
extension Dictionary: SchemaValue where Key == String, Value == String {
    package static var schema: Schema { .texts }
    package static var sample: [String: String] { [:] }
}
extension SchemaValue where Self: CaseIterable & RawRepresentable, RawValue == String {
    package static var schema: Schema { .text(choices: allCases.map(\.rawValue).sorted()) }
    package static var sample: Self { allCases.first! }
}
extension Briefing.State: SchemaValue {}
extension Briefing.SourceKind: SchemaValue {}
extension Briefing.Decision.Code: SchemaValue {}
extension Dependency.State: SchemaValue {}
extension Dependency.Sort: SchemaValue {}
extension Dependency.Interaction: SchemaValue {}
extension Dependency.Criticality: SchemaValue {}
extension Dependency.DeclineCode: SchemaValue {}
extension Cycle.State: SchemaValue {}
extension Rouage.Unit.Sort: SchemaValue {}
extension Craft: SchemaValue {}
extension Review.Opinion: SchemaValue {}
extension TribeField.Sort: SchemaValue {}
extension Language: SchemaValue {}
extension Role: SchemaValue {}
extension Reminder.Step: SchemaValue {}
extension Relay.Practice: SchemaValue {}
extension Relay.Suggestion: SchemaValue {}
extension Relay.State: SchemaValue {}
extension Kind: SchemaValue {}
extension Action: SchemaValue {}
