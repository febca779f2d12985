import HTML
import Rouage
import Storage
import WebCore

/// Adding people, moving them, giving them roles, and ending all of that.
enum PersonWrites {
    static func join(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let unit = try unit(visit)
        // Who may not add anybody hears that first.
        guard unit.map({ deed.actor.may(.editMembers(of: $0.id)) }) ?? deed.actor.may(.editOrganisation(nil)) else {
            throw Refusal.notAllowed
        }
        let from = try day(visit, "from")
        let (person, activity) = try Person.join(
            try description(visit), id: transaction.newID(), unit: unit?.id, on: from, by: deed)
        try transaction.add(person, activity)
        if let unit {
            let (place, opened) = try Membership.open(
                person.id, in: unit, fte: try share(visit), from: from, id: transaction.newID(), held: [],
                by: deed, first: visit.firstOpenDay)
            try transaction.add(place, opened)
        }
        return .seeOther("/people/\(person.id)")
    }

    static func describe(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let version = visit.exchange.form.version
        guard deed.actor.may(.editOrganisation(nil)) else { throw Refusal.notAllowed }
        let description = try description(visit, over: person.description)
        try transaction.change(person.id, version: version) { try $0.describe(description, by: deed) }
        return .seeOther("/people/\(person.id)")
    }

    /// Gives a place in a unit, and ends another on the day before when the person leaves it.
    static func place(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        guard let unit = try unit(visit) else { throw Refusal.invalid("unit", .missing) }
        guard deed.actor.may(.editMembers(of: unit.id)) else { throw Refusal.notAllowed }
        let from = try day(visit, "from")
        let first = visit.firstOpenDay
        if let left = visit.exchange.form["leaves"], !left.isEmpty {
            guard let id = Identifier<Membership>(left), try transaction.get(id).person == person.id else {
                throw Refusal.invalid("unit", .unknown)
            }
            try transaction.change(id) { try $0.end(on: from - 1, by: deed, first: first, field: "from") }
        }
        let held = try transaction.memberships(ofPerson: person.id)
        let (place, activity) = try Membership.open(
            person.id, in: unit, fte: try share(visit), from: from, id: transaction.newID(), held: held, by: deed,
            first: first)
        try transaction.add(place, activity)
        return .seeOther("/people/\(person.id)")
    }

    static func endPlace(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let id: Identifier<Membership> = try visit.parameter("place")
        guard try transaction.get(id).person == person.id else { throw Refusal.notFound }
        let last = try day(visit, "to")
        try transaction.change(id) { try $0.end(on: last, by: deed, first: visit.firstOpenDay) }
        return .seeOther("/people/\(person.id)")
    }

    static func giveRole(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        guard let role = visit.exchange.form["role"].flatMap(Role.init) else {
            throw Refusal.invalid("role", .unknown)
        }
        let typed = visit.exchange.form["to"] ?? ""
        let until = typed.isBlank ? nil : try day(visit, "to")
        let (grant, activity) = try RoleGrant.give(
            role, to: person.id, for: try unit(visit)?.id, from: try day(visit, "from"), until: until,
            id: transaction.newID(), by: deed, first: visit.firstOpenDay)
        try transaction.add(grant, activity)
        return .seeOther("/people/\(person.id)")
    }

    static func endRole(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let id: Identifier<RoleGrant> = try visit.parameter("role")
        guard try transaction.get(id).person == person.id else { throw Refusal.notFound }
        let last = try day(visit, "to")
        try transaction.change(id) { try $0.end(on: last, by: deed, first: visit.firstOpenDay) }
        return .seeOther("/people/\(person.id)")
    }

    // MARK: Fields

    private static func unit(_ visit: Visit) throws -> Rouage.Unit? {
        guard let code = visit.exchange.form["unit"], !code.isEmpty else { return nil }
        guard let unit = visit.organisation.unitsByCode[code].flatMap({ visit.organisation.units[$0] }) else {
            throw Refusal.invalid("unit", .unknown)
        }
        return unit
    }

    private static func day(_ visit: Visit, _ field: String) throws -> Day {
        guard let day = visit.exchange.form[field].flatMap(Day.init) else { throw Refusal.invalid(field, .notADay) }
        return day
    }

    /// A percentage of the working time.
    private static func share(_ visit: Visit) throws -> Double {
        guard let percent = Int(visit.exchange.form["fte"] ?? "") else { throw Refusal.invalid("fte", .notANumber) }
        guard (1...100).contains(percent) else { throw Refusal.invalid("fte", .outOfRange(1...100)) }
        return Double(percent) / 100
    }

    /// What was typed of a person; what was not sent stays.
    private static func description(_ visit: Visit, over known: Person.Description = .blank) throws
        -> Person.Description
    {
        try known.taking(Entries(visit.exchange.form), visit.names)
    }
}
