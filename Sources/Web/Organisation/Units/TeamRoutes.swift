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
        routes.page("/people/:id", PersonPage.show)
        routes.page("/people/:id/edit", PersonForms.edit)
        Person.acts.add(to: routes, again: PersonForms.edit, new: PersonForms.new)
        Membership.acts.add(to: routes, again: PersonPage.show, new: PersonPage.show)
        RoleGrant.acts.add(to: routes, again: PersonPage.show, new: PersonPage.show)
        routes.page("/teams/new", UnitForms.new)
        routes.page("/teams/:code", TeamPage.show)
        routes.page("/teams/:code/edit", UnitForms.edit)
        routes.page("/teams/:code/closure", UnitClosing.show)
        Rouage.Unit.acts.add(to: routes, again: showAgain, new: UnitForms.new)
    }

    /// The page on which a form of a unit stands.
    private static func showAgain(_ visit: Visit) throws -> Answer {
        switch Rouage.Unit.acts.refused(visit)?.noun {
        case nil: try UnitForms.edit(visit)
        case "closure": try UnitClosing.show(visit)
        default: try TeamPage.show(visit)
        }
    }
}

extension Visit {
    /// The unit of the address; the department's pages are for its people.
    package func unit() throws -> Rouage.Unit {
        guard try signedIn().readsDirectory, let id = place("code").flatMap({ organisation.unitsByCode[$0] }),
            let unit = organisation.units[id]
        else { throw Refusal.notFound }
        return unit
    }

    /// The person of the address, by identifier, or by code as programs name them.
    func shownPerson() throws -> Person {
        guard try signedIn().readsDirectory,
            let person = try place("code").map({ try person(named: $0) }) ?? organisation.people[parameter("id")]
        else { throw Refusal.notFound }
        return person
    }

    /// The open units in which the visitor may do something, by name, as a list to choose from.
    func units(_ asked: (Identifier<Rouage.Unit>) -> Permission) -> [(String, String)] {
        organisation.units.values.filter { $0.closedOn == nil && actor?.may(asked($0.id)) ?? false }
            .sorted { $0.name < $1.name }.map { ($0.code, $0.name) }
    }
}
