package import Rouage
package import WebCore

extension Rouage.Unit: Shaped {
    package static let shape = Shape<Rouage.Unit>()
}

extension Person: Shaped {
    package static let shape = Shape<Person>(adding: [
        // Today's places and roles.
        .init(
            "memberships",
            { person, visit in visit.organisation.memberships(of: person.id).map { MembershipJSON($0, visit) } },
            always: true),
        .init(
            "roles", { person, visit in visit.organisation.grants(of: person.id).map { RoleJSON($0, visit) } },
            always: true),
    ])
}

struct MembershipJSON: APIRecord {
    let id: Identifier<Membership>
    let version: Int
    let unit: String
    let fte: Double
    let from: Day?
    let to: Day?

    init(_ membership: Membership, _ visit: Visit) {
        id = membership.id
        version = membership.version
        unit = visit.code(membership.unit) ?? ""
        fte = membership.fte
        from = membership.from
        to = membership.to
    }
}

struct RoleJSON: APIRecord {
    let id: Identifier<RoleGrant>
    let version: Int
    let role: Role
    /// Where it holds; everywhere when it is left out.
    let unit: String?
    let from: Day?
    let to: Day?

    init(_ grant: RoleGrant, _ visit: Visit) {
        id = grant.id
        version = grant.version
        role = grant.role
        unit = visit.code(grant.unit)
        from = grant.from
        to = grant.to
    }
}

/// Who a token acts as.
struct MeJSON: Codable, Sendable {
    let person: String
    let name: String
    let scope: AccessScope
}
