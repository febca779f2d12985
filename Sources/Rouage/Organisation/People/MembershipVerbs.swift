extension Membership {
    /// What the fields of a place are called.
    package enum FieldName: String, CaseIterable, Sendable { case unit, leaves, fte, from }

    /// What is said of a place that somebody takes.
    package struct Opening: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Opening>] = [
            .unit(.unit, \.unit), .number(.fte, \.percent, in: 1...100), .day(.from, \.from),
        ]

        package var unit: Identifier<Unit>?
        /// Of the working time.
        package var percent: Int? = 100
        package var from: Day

        package init(from: Day) { self.from = from }

        /// The share of working time, 0 to 1.
        package var fte: Double { Double(percent ?? 0) / 100 }
    }

    /// The same of somebody who perhaps leaves another place for it.
    package struct Move: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Move>] =
            Opening.fields.map { $0.within(\.opening) } + [.record(.leaves, \.leaves)]

        package var opening: Opening
        package var leaves: Identifier<Membership>?

        package init(from: Day) { opening = Opening(from: from) }
    }

    /// Gives a person a place in a unit from a day on.
    /// - Parameters:
    ///   - held: the places the person has already.
    ///   - first: the first day of the quarter that runs: what is before it stays as it was.
    package static func open(
        _ person: Identifier<Person>, in unit: Unit, fte: Double, from: Day, id: Identifier<Membership>,
        held: [Membership], by deed: Deed, first: Day
    ) throws(Refusal) -> (Membership, Activity) {
        guard deed.actor.may(.editMembers(of: unit.id)) else { throw .notAllowed }
        guard from >= first else { throw .invalid("from", .tooEarly(before: first)) }
        if let closed = unit.closedOn, from > closed { throw .invalid("from", .tooLate(than: closed)) }
        let then = held.filter { Span(from: $0.from, to: $0.to).overlaps(Span(from: from, to: nil)) }
        guard !then.contains(where: { $0.unit == unit.id }) else { throw .invalid("unit", .alreadyThere) }
        let left = 100 - Int((then.map(\.fte).reduce(0, +) * 100).rounded())
        guard fte > 0, Int((fte * 100).rounded()) <= left else {
            throw .invalid("fte", left > 0 ? .outOfRange(1...left) : .noTimeLeft)
        }
        return (Membership(id: id, person: person, unit: unit.id, fte: fte, from: from), Activity(.created))
    }

    /// Ends the place after its last day.
    /// - Parameter field: the field of the form that says the day.
    package mutating func end(on last: Day, by deed: Deed, first: Day, field: String = "to") throws(Refusal) -> Activity
    {
        guard deed.actor.may(.editMembers(of: unit)) else { throw .notAllowed }
        guard to.map({ last < $0 }) ?? true else { throw .closed }
        let earliest = max(first - 1, from ?? first - 1)
        guard last >= earliest else {
            throw .invalid(field, .tooEarly(before: field == "to" ? earliest : earliest + 1))
        }
        to = last
        return Activity(.ended)
    }
}

/// The last day of a place or a role.
package struct Ending: Drafted {
    package enum Name: String, CaseIterable, Sendable { case to }
    package static let fields: [Field<Ending>] = [.day(.to, \.to)]

    package var to: Day
    package init(to: Day) { self.to = to }
}

extension Span {
    /// Whether a day lies in both.
    package func overlaps(_ other: Span) -> Bool {
        let startsInTime = other.to.map { end in from.map { $0 <= end } ?? true } ?? true
        let endsInTime = other.from.map { start in to.map { start <= $0 } ?? true } ?? true
        return startsInTime && endsInTime
    }
}
