/// A person's place in a unit over a time; a move closes one and opens another, so that the past stays as it was.
package struct Membership: Noun, Equatable {
    package static let kind = Kind.membership

    package let id: Identifier<Membership>
    package var version = 1
    package var person: Identifier<Person>
    package var unit: Identifier<Unit>
    /// Share of working time, 0 to 1.
    package var fte: Double
    package var from: Day?
    package var to: Day?

    package init(
        id: Identifier<Membership>, person: Identifier<Person>, unit: Identifier<Unit>, fte: Double = 1,
        from: Day? = nil, to: Day? = nil
    ) {
        self.id = id
        self.person = person
        self.unit = unit
        self.fte = fte
        self.from = from
        self.to = to
    }

    /// Whether the place is held on a day; its first and last day count.
    package func holds(on day: Day) -> Bool { Span(from: from, to: to).contains(day) }

    enum CodingKeys: String, CodingKey {
        case id, version, person, unit, fte
        case from = "since"
        case to = "until"
    }
}

/// Days from one to another, both included; an end that is not known is open.
package struct Span: Sendable, Equatable {
    package let from: Day?
    package let to: Day?

    package init(from: Day?, to: Day?) {
        self.from = from
        self.to = to
    }

    /// Whether a day lies in it.
    package func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}
