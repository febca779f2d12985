extension Unit {
    /// What the fields of a unit are called.
    package enum FieldName: String, CaseIterable, Sendable {
        case name, code, parent, lead, deputy
        case foundedOn = "founded_on"
        case kind, from
    }

    /// What people say of a unit: everything but its kind and its end.
    package struct Description: Drafted, Equatable {
        package typealias Name = FieldName

        package static let fields: [Field<Description>] = [
            .line(.code, \.code, upTo: 40),
            .line(.name, \.name, upTo: 80, required: true),
            .unit(.parent, \.parent),
            .person(.lead, \.lead),
            .person(.deputy, \.deputy),
            .day(.foundedOn, \.foundedOn),
        ]

        package var code: String
        package var name: String
        package var parent: Identifier<Unit>?
        package var lead: Identifier<Person>?
        package var deputy: Identifier<Person>?
        package var foundedOn: Day?

        package init(
            code: String, name: String, parent: Identifier<Unit>?, lead: Identifier<Person>? = nil,
            deputy: Identifier<Person>? = nil, foundedOn: Day? = nil
        ) {
            self.code = code
            self.name = name
            self.parent = parent
            self.lead = lead
            self.deputy = deputy
            self.foundedOn = foundedOn
        }
    }

    /// What is said of a unit that is founded: its kind is said once.
    package struct Founding: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Founding>] =
            [.choice(.kind, \.sort, required: true)] + Description.fields.map { $0.within(\.description) }

        package var sort = Sort.team
        package var description: Description

        package init(below parent: Identifier<Unit>? = nil, on day: Day? = nil) {
            description = Description(code: "", name: "", parent: parent, foundedOn: day)
        }
    }

    /// What is said of a unit otherwise, and from when it holds.
    package struct Change: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Change>] =
            Description.fields.map { $0.within(\.description) } + [.day(.from, \.from)]

        package var description: Description
        package var from: Day

        package init(_ description: Description, from: Day) {
            self.description = description
            self.from = from
        }
    }

    /// The last day of a unit, who takes over what is under way, and why what nobody takes over ends.
    package struct Closing: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case day = "closed_on"
            case giver, taker
            case reason = "ending_reason"
        }
        package static let fields: [Field<Closing>] = [
            .day(.day, \.day), .texts(.giver, \.givers), .texts(.taker, \.takers),
            .text(.reason, \.reason, upTo: Briefing.Decision.limit),
        ]
        /// What stands in the place of a team where a page ends with its own.
        package static let nobody = "-"

        package var day: Day
        /// The code of the team that answers for a dependency, by the dependency's identifier.
        package var givers: [String: String] = [:]
        /// The code of the team that takes a page over, by the page's identifier.
        package var takers: [String: String] = [:]
        package var reason = ""
        package init(on day: Day) { self.day = day }
    }

    package var description: Description {
        Description(code: code, name: name, parent: parent, lead: lead, deputy: deputy, foundedOn: foundedOn)
    }

    /// Founds a unit under another.
    package static func found(_ description: Description, sort: Sort, id: Identifier<Unit>, by deed: Deed)
        throws(Refusal) -> (Unit, Activity)
    {
        guard deed.actor.may(.editOrganisation(description.parent)) else { throw .notAllowed }
        var unit = Unit(id: id, code: description.code, sort: sort, name: description.name)
        let flaws = unit.flaws(in: description, deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        unit.take(description)
        return (unit, Activity(.created))
    }

    /// Renames the unit, changes who leads it, or hangs it elsewhere; nothing when nothing changes.
    /// - Parameters:
    ///   - day: from when it holds. On a day to come it is planned, but for the code and the day it was founded.
    ///   - earliest: the first day on which the unit may still change.
    package mutating func describe(
        _ description: Description, from day: Day, noEarlierThan earliest: Day, by deed: Deed
    ) throws(Refusal) -> Activity? {
        guard deed.actor.may(.editOrganisation(id)) else { throw .notAllowed }
        guard description.parent == parent || deed.actor.may(.editOrganisation(description.parent)) else {
            throw .notAllowed
        }
        guard description != self.description else { return nil }
        var flaws = flaws(in: description, deed.actor.organisation)
        // A name that a file brought in stays as it is.
        if description.code == code { flaws.removeAll { $0.reason == .notACode } }
        if day < earliest { flaws.append(Flaw(field: "from", reason: .tooEarly(before: earliest))) }
        if let closedOn, day > closedOn { flaws.append(Flaw(field: "from", reason: .tooLate(than: closedOn))) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let isMove = description.parent != parent
        guard day > deed.day else {
            take(description)
            return Activity(isMove ? .moved : .edited, from: day == deed.day ? nil : day)
        }
        code = description.code
        foundedOn = description.foundedOn
        planned = UnitPlan(
            on: day, name: description.name, parent: description.parent, lead: description.lead,
            deputy: description.deputy)
        return Activity(.foreseen)
    }

    /// Closes the unit after its last day. Nobody may still wait for it, and nothing may hang below it.
    /// - Parameters:
    ///   - open: how many dependencies it still owes or waits for in the quarters that live.
    ///   - briefings: how many of its pages are under way in these quarters.
    ///   - below: how many units hang below it and stay open.
    package mutating func close(on last: Day, open: Int, briefings: Int, below: Int, by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.editOrganisation(id)) else { throw .notAllowed }
        guard closedOn == nil else { throw .closed }
        let earliest = max(deed.day, foundedOn ?? deed.day)
        guard last >= earliest else { throw .invalid("closed_on", .tooEarly(before: earliest)) }
        guard below == 0 else { throw .invalid("closed_on", .unitsBelow(below)) }
        guard briefings == 0 else { throw .invalid("taker", .briefingsUnderWay(briefings)) }
        guard open == 0 else { throw .invalid("giver", .openDependencies(open)) }
        closedOn = last
        planned = nil
        return Activity(.closed)
    }

    package func isOpen(on day: Day) -> Bool { Span(from: foundedOn, to: closedOn).contains(day) }

    /// Whether it writes briefings and gives to others, and is not closed.
    package func works(on day: Day) -> Bool { sort.delivers && (closedOn.map { day <= $0 } ?? true) }

    private mutating func take(_ description: Description) {
        code = description.code
        name = description.name
        parent = description.parent
        lead = description.lead
        deputy = description.deputy
        foundedOn = description.foundedOn
    }

    private func flaws(in description: Description, _ organisation: Organisation) -> [Flaw] {
        var flaws = description.flaws.filter { $0.field != "code" }
        if !Self.isCode(description.code) { flaws.append(Flaw(field: "code", reason: .notACode)) }
        if let other = organisation.unitsByCode[description.code], other != id {
            flaws.append(Flaw(field: "code", reason: .taken))
        }
        if let parent = description.parent {
            if organisation.units[parent] == nil { flaws.append(Flaw(field: "parent", reason: .unknown)) }
            if organisation.wouldCircle(id, under: parent) { flaws.append(Flaw(field: "parent", reason: .circular)) }
        } else if sort != .department {
            flaws.append(Flaw(field: "parent", reason: .missing))
        }
        if description.deputy != nil && description.deputy == description.lead {
            flaws.append(Flaw(field: "deputy", reason: .alreadyThere))
        }
        if let founded = description.foundedOn, let closedOn, closedOn < founded {
            flaws.append(Flaw(field: "founded_on", reason: .tooLate(than: closedOn)))
        }
        return flaws
    }

    /// Small letters, digits, hyphens and underscores, at most forty.
    private static func isCode(_ code: String) -> Bool {
        (1...40).contains(code.utf8.count) && code != "new"
            && code.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
            }
    }
}
