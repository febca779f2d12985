/// Who and what a name stands for, the same on every door: people by code, address or name, units by code or name,
/// quarters by label or name, axes by code or title; capitals and accents make no difference.
package final class Names: Sendable {
    private let people: [String: Named<Person>]
    private let units: [String: Named<Unit>]
    private let cycles: [String: Named<Cycle>]
    private let axes: [String: Named<Axis>]
    private let personCodes: [Identifier<Person>: String]
    private let unitCodes: [Identifier<Unit>: String]
    private let labels: [Identifier<Cycle>: String]
    private let axisCodes: [Identifier<Axis>: String]

    /// Nobody and nothing: for rows that name none.
    package static let none = Names(
        people: [Person](), units: [Unit](), cycles: [Cycle](), axes: [Axis](), on: Day(number: 0))

    /// What a name leads to: a record's own code before its name, and nobody where two are called the same.
    private enum Named<Noun>: Sendable {
        case one(Identifier<Noun>)
        case several
    }

    package init(
        people: some Collection<Person>, units: some Collection<Unit>, cycles: some Collection<Cycle>,
        axes: some Collection<Axis>, on day: Day
    ) {
        // Somebody who left is found by a name that nobody who is here has.
        let (here, gone) = (people.filter { $0.acts(on: day) }, people.filter { !$0.acts(on: day) })
        self.people = Self.index(
            codes: people.flatMap { person in [person.email, person.code].compactMap(\.self).map { ($0, person.id) } },
            names: [here.map { ($0.name, $0.id) }, gone.map { ($0.name, $0.id) }])
        self.units = Self.index(codes: units.map { ($0.code, $0.id) }, names: [units.map { ($0.name, $0.id) }])
        self.cycles = Self.index(
            codes: cycles.map { ($0.label, $0.id) },
            names: [cycles.flatMap { cycle in Self.quarterNames(cycle.label).map { ($0, cycle.id) } }])
        self.axes = Self.index(codes: axes.map { ($0.code, $0.id) }, names: [axes.map { ($0.title, $0.id) }])
        personCodes = Dictionary(people.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        unitCodes = Dictionary(units.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        labels = Dictionary(cycles.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        axisCodes = Dictionary(axes.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    /// How people call a quarter beside its label: `2026-Q2` is `2026 Q2`, `Q2 2026`, `T2 2026`.
    private static func quarterNames(_ label: String) -> [String] {
        let parts = Folding.fold(label).split(separator: " ")
        guard parts.count == 2, parts[0].count == 4, Int(parts[0]) != nil, parts[1].count == 2,
            let number = parts[1].last, "qt".contains(parts[1].first ?? " "), "1234".contains(number)
        else { return [label] }
        return ["q", "t"].flatMap { ["\(parts[0]) \($0)\(number)", "\($0)\(number) \(parts[0])"] }
    }

    /// Codes and names by which records are found: a name that several have leads to none of them, and a code goes
    /// before a name. Of names, an earlier rank goes before a later one.
    private static func index<Noun>(
        codes: [(String, Identifier<Noun>)], names ranks: [[(String, Identifier<Noun>)]] = []
    )
        -> [String: Named<Noun>]
    {
        var index: [String: Named<Noun>] = [:]
        for names in ranks.reversed() {
            for (name, same) in Dictionary(grouping: names, by: { Folding.fold($0.0) }) {
                index[name] = Set(same.map(\.1)).count == 1 ? .one(same[0].1) : .several
            }
        }
        for (code, same) in Dictionary(grouping: codes, by: { $0.0.lowercased() }) {
            index[code] = Set(same.map(\.1)).count == 1 ? .one(same[0].1) : .several
        }
        for (code, id) in codes { index[code] = .one(id) }
        return index
    }

    private static func find<Noun>(_ text: String, in index: [String: Named<Noun>]) -> Found<Noun> {
        let text = text.trimmed
        switch index[text] ?? index[text.lowercased()] ?? index[Folding.fold(text)] {
        case .one(let id): return .one(id)
        case .several: return .flaw(.ambiguous)
        case nil: return .flaw(.unknown)
        }
    }

    /// The one that a name stands for, or why there is none.
    package enum Found<Noun>: Sendable {
        case one(Identifier<Noun>)
        case flaw(Flaw.Reason)

        package var id: Identifier<Noun>? { if case .one(let id) = self { id } else { nil } }
    }

    package func person(_ text: String) -> Found<Person> { Self.find(text, in: people) }
    package func unit(_ text: String) -> Found<Unit> { Self.find(text, in: units) }
    package func cycle(_ text: String) -> Found<Cycle> { Self.find(text, in: cycles) }
    package func axis(_ text: String) -> Found<Axis> { Self.find(text, in: axes) }

    /// How a record is called where it is named: in files, in the API, in the value of a form's field.
    package func code(_ person: Identifier<Person>?) -> String { person.flatMap { personCodes[$0] } ?? "" }
    package func code(_ unit: Identifier<Unit>?) -> String { unit.flatMap { unitCodes[$0] } ?? "" }
    package func code(_ cycle: Identifier<Cycle>?) -> String { cycle.flatMap { labels[$0] } ?? "" }
    package func code(_ axis: Identifier<Axis>?) -> String { axis.flatMap { axisCodes[$0] } ?? "" }
}
