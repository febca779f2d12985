import HTML
import Hummingbird
package import Rouage
import Storage
package import WebCore

/// The units and the people: what they are, where they stood on a day, and how that changes.
package enum TeamRoutes {
    package static func add(to routes: Routes) {
        routes.page("/people") { try PeoplePage.show($0) }
        routes.page("/people/new", PersonForms.new)
        routes.form("/people", PersonWrites.join, again: PersonForms.new)
        routes.page("/people/:id", PersonPage.show)
        routes.page("/people/:id/edit", PersonForms.edit)
        routes.form("/people/:id", PersonWrites.describe, again: PersonForms.edit)
        routes.form("/people/:id/memberships", PersonWrites.place, again: PersonPage.show)
        routes.form("/people/:id/roles", PersonWrites.giveRole, again: PersonPage.show)
        routes.form("/people/:id/memberships/:place/end", PersonWrites.endPlace, again: PersonPage.show)
        routes.form("/people/:id/roles/:role/end", PersonWrites.endRole, again: PersonPage.show)
        routes.page("/teams/new", UnitForms.new)
        routes.form("/teams", UnitWrites.found, again: UnitForms.new)
        routes.page("/teams/:code", TeamPage.show)
        routes.page("/teams/:code/edit", UnitForms.edit)
        routes.form("/teams/:code", UnitWrites.describe, again: UnitForms.edit)
        routes.form("/teams/:code/plan/removal", UnitWrites.forgetPlan, again: TeamPage.show)
        routes.page("/teams/:code/closure", UnitClosing.show)
        routes.form("/teams/:code/closure", UnitWrites.close, again: UnitClosing.show)
    }
}

extension Visit {
    /// The unit of the address; the department's pages are for its people.
    package func unit() throws -> Rouage.Unit {
        guard try signedIn().isMember || actor?.holds(.administrator) ?? false else { throw Refusal.notFound }
        guard let id = exchange.parameters["code"].flatMap({ organisation.unitsByCode[$0] }),
            let unit = organisation.units[id]
        else { throw Refusal.notFound }
        return unit
    }

    /// The person of the address.
    func shownPerson() throws -> Person {
        guard try signedIn().isMember || actor?.holds(.administrator) ?? false else { throw Refusal.notFound }
        let id: Identifier<Person> = try parameter("id")
        guard let person = organisation.people[id] else { throw Refusal.notFound }
        return person
    }

    /// The first day on which the organisation may still change: what lies before the quarter that runs stays.
    var firstOpenDay: Day { running?.start ?? today }
}
