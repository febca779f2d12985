package import Rouage
package import WebCore

/// Units, people and cycles as the API shows them. Units, people and cycles are named by their codes and labels, which
/// files use too; everything else by its id.
package struct UnitJSON: APIRecord {
    package let id: Identifier<Rouage.Unit>
    package let version: Int
    package let code: String
    package let kind: Rouage.Unit.Sort
    package let name: String
    package let parent: String?
    package let lead: String?
    package let deputy: String?
    let foundedOn: Day?
    package let closedOn: Day?
    /// What changes on a day to come.
    package let planned: UnitPlanJSON?

    package init(_ unit: Rouage.Unit, _ visit: Visit) {
        id = unit.id
        version = unit.version
        code = unit.code
        kind = unit.sort
        name = unit.name
        parent = visit.code(unit.parent)
        lead = visit.code(unit.lead)
        deputy = visit.code(unit.deputy)
        foundedOn = unit.foundedOn
        closedOn = unit.closedOn
        planned = unit.planned.map { UnitPlanJSON($0, visit) }
    }
}

package struct UnitPlanJSON: Codable, Sendable {
    package let on: Day
    package let name: String
    package let parent: String?
    package let lead: String?
    package let deputy: String?

    package init(_ plan: Rouage.Unit.Plan, _ visit: Visit) {
        on = plan.on
        name = plan.name
        parent = visit.code(plan.parent)
        lead = visit.code(plan.lead)
        deputy = visit.code(plan.deputy)
    }
}

struct PersonJSON: APIRecord {
    let id: Identifier<Person>
    let version: Int
    let code: String
    let name: String
    let email: String?
    let craft: Craft
    let job: String
    let locale: Language
    let active: Bool
    let joinedOn: Day?
    let leftOn: Day?
    /// Today's places and roles.
    let memberships: [MembershipJSON]
    let roles: [RoleJSON]

    init(_ person: Person, _ visit: Visit) {
        id = person.id
        version = person.version
        code = person.code
        name = person.name
        email = person.email
        craft = person.craft
        job = person.job
        locale = person.locale
        active = person.active
        joinedOn = person.joinedOn
        leftOn = person.leftOn
        memberships = visit.organisation.memberships(of: person.id).map { MembershipJSON($0, visit) }
        roles = visit.organisation.grants(of: person.id).map { RoleJSON($0, visit) }
    }
}

struct MembershipJSON: Codable, Sendable {
    let unit: String
    let fte: Double
    let from: Day?
    let to: Day?

    init(_ membership: Membership, _ visit: Visit) {
        unit = visit.code(membership.unit) ?? ""
        fte = membership.fte
        from = membership.from
        to = membership.to
    }
}

struct RoleJSON: Codable, Sendable {
    let role: Role
    /// Where it holds; everywhere when it is left out.
    let unit: String?

    init(_ grant: RoleGrant, _ visit: Visit) {
        role = grant.role
        unit = visit.code(grant.unit)
    }
}

/// Who a token acts as.
struct MeJSON: Codable, Sendable {
    let person: String
    let name: String
    let scope: AccessScope
}
