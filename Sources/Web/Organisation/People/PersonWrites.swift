import HTML
import Rouage
import Storage
import WebCore

/// Adding people, moving them, giving them roles, and ending all of that.
enum PersonWrites {
    static func join(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let opening = try visit.taken(over: Membership.Opening(from: visit.today))
        // Who may not add anybody hears that first.
        guard opening.unit.map({ deed.actor.may(.editMembers(of: $0)) }) ?? deed.actor.may(.editOrganisation(nil))
        else { throw Refusal.notAllowed }
        let (person, activity) = try Person.join(
            try visit.taken(over: .blank), id: transaction.newID(), unit: opening.unit, on: opening.from, by: deed)
        try transaction.add(person, activity)
        try opening.unit.map { try open(opening, $0, person.id, visit, transaction) }
        return .seeOther("/people/\(person.id)")
    }

    static func describe(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let version = visit.exchange.form.version
        guard deed.actor.may(.editOrganisation(nil)) else { throw Refusal.notAllowed }
        let description = try visit.taken(over: person.description)
        try transaction.change(person.id, version: version) { try $0.describe(description, by: deed) }
        return .seeOther("/people/\(person.id)")
    }

    /// Gives a place in a unit, and ends another on the day before when the person leaves it.
    static func place(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let opening = try visit.taken(over: Membership.Opening(from: visit.today))
        guard let unit = opening.unit else { throw Refusal.invalid("unit", .missing) }
        guard deed.actor.may(.editMembers(of: unit)) else { throw Refusal.notAllowed }
        if let left = opening.leaves {
            guard try transaction.find(left)?.person == person.id else { throw Refusal.invalid("leaves", .unknown) }
            try transaction.change(left) {
                try $0.end(on: opening.from - 1, by: deed, first: visit.firstOpenDay, field: "from")
            }
        }
        try open(opening, unit, person.id, visit, transaction)
        return .seeOther("/people/\(person.id)")
    }

    private static func open(
        _ opening: Membership.Opening, _ unit: Identifier<Rouage.Unit>, _ person: Identifier<Person>, _ visit: Visit,
        _ transaction: Transaction
    ) throws {
        let (place, activity) = try Membership.open(
            person, in: try transaction.get(unit), fte: opening.fte, from: opening.from, id: transaction.newID(),
            held: try transaction.memberships(ofPerson: person), by: visit.deed, first: visit.firstOpenDay)
        try transaction.add(place, activity)
    }

    static func endPlace(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let id: Identifier<Membership> = try visit.parameter("place")
        guard try transaction.get(id).person == person.id else { throw Refusal.notFound }
        let last = try visit.taken(over: Ending(to: visit.today)).to
        try transaction.change(id) { try $0.end(on: last, by: deed, first: visit.firstOpenDay) }
        return .seeOther("/people/\(person.id)")
    }

    static func giveRole(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let gift = try visit.taken(over: RoleGrant.Gift(from: visit.today))
        let (grant, activity) = try RoleGrant.give(
            gift.role, to: person.id, for: gift.unit, from: gift.from, until: gift.until, id: transaction.newID(),
            by: deed, first: visit.firstOpenDay)
        try transaction.add(grant, activity)
        return .seeOther("/people/\(person.id)")
    }

    static func endRole(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let person = try visit.shownPerson()
        let id: Identifier<RoleGrant> = try visit.parameter("role")
        guard try transaction.get(id).person == person.id else { throw Refusal.notFound }
        let last = try visit.taken(over: Ending(to: visit.today)).to
        try transaction.change(id) { try $0.end(on: last, by: deed, first: visit.firstOpenDay) }
        return .seeOther("/people/\(person.id)")
    }
}
