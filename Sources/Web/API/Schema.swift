import Rouage

/// The shape of a JSON value, as the API's document describes it and as requests are held against it.
indirect enum Schema: Sendable {
    case text(format: String? = nil, choices: [String] = [])
    case integer
    case number
    case boolean
    case list(Schema)
    /// Names that are not known beforehand, each with a text.
    case texts
    case object(name: String, [Property])

    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        /// What the page's form calls it, when that differs.
        let field: String?
        let about: String

        init(
            _ name: String, _ schema: Schema, required: Bool = false, field: String? = nil, _ about: String = ""
        ) {
            self.name = name
            self.schema = schema
            isRequired = required
            self.field = field
            self.about = about
        }
    }

    /// The shape of a type, read off its own `Decodable`: it cannot say anything else than the type does.
    static func of<Value: Decodable>(_ type: Value.Type) -> Schema { SchemaRecorder.schema(of: type) }
}

/// A value that is one JSON scalar, or a list of values.
protocol SchemaValue {
    static var schema: Schema { get }
    static var sample: Self { get }
}

extension String: SchemaValue {
    static var schema: Schema { .text() }
    static var sample: String { "" }
}
extension Int: SchemaValue {
    static var schema: Schema { .integer }
    static var sample: Int { 0 }
}
extension Double: SchemaValue {
    static var schema: Schema { .number }
    static var sample: Double { 0 }
}
extension Bool: SchemaValue {
    static var schema: Schema { .boolean }
    static var sample: Bool { false }
}
extension Day: SchemaValue {
    static var schema: Schema { .text(format: "date") }
    static var sample: Day { Day(number: 0) }
}
extension Instant: SchemaValue {
    static var schema: Schema { .text(format: "date-time") }
    static var sample: Instant { Instant(milliseconds: 0) }
}
extension Identifier: SchemaValue {
    static var schema: Schema { .text(format: "uuid") }
    static var sample: Self { Self(high: 0, low: 0) }
}
extension Array: SchemaValue where Element: Decodable {
    static var schema: Schema { .list(.of(Element.self)) }
    static var sample: [Element] { [] }
}
extension Dictionary: SchemaValue where Key == String, Value == String {
    static var schema: Schema { .texts }
    static var sample: [String: String] { [:] }
}
extension SchemaValue where Self: CaseIterable & RawRepresentable, RawValue == String {
    static var schema: Schema { .text(choices: allCases.map(\.rawValue).sorted()) }
    static var sample: Self { allCases.first! }
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
