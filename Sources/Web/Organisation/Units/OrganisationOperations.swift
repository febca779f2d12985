import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Units and people, the places and the roles of people.
extension WebCore.Operation {
    package static let organisation: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/me", name: "getMe", about: "Who the token acts as.", result: .of(MeJSON.self),
                work: .read { call in
                    guard let person = call.visit.person else { throw Refusal.notAllowed }
                    let scope: AccessScope = call.token.scope == .write ? .write : .read
                    return APIResult(plain: MeJSON(person: person.code, name: person.name, scope: scope))
                }),
            WebCore.Operation(
                method: .get, path: "/units", name: "listUnits",
                about: "The units of the department, closed ones included.",
                filters: [
                    Schema.Property("kind", Rouage.Unit.Sort.schema),
                    Schema.Property("parent", .text(), "The code of the unit above."),
                ], result: Rouage.Unit.pageSchema, work: .read(units)),
            WebCore.Operation(
                method: .get, path: "/units/{code}", name: "getUnit", about: "One unit.", result: Rouage.Unit.schema,
                work: .read { try $0.one($0.visit.unit().id) }),
            WebCore.Operation(
                method: .get, path: "/people", name: "listPeople", about: "People, with today’s places and roles.",
                filters: [
                    Schema.Property("unit", .text(), "The code of a unit they are members of today."),
                    Schema.Property("craft", Craft.schema), Schema.Property("active", .boolean),
                ], result: Person.pageSchema, work: .read(people)),
            WebCore.Operation(
                method: .get, path: "/people/{code}", name: "getPerson", about: "One person.", result: Person.schema,
                work: .read { try $0.one($0.visit.shownPerson().id) }),
        ]
        + Rouage.Unit.acts.operations(Rouage.Unit.schema) { try APIResult($0.reading.get($1), for: $0.present) }
        + Person.acts.operations(Person.schema) { try APIResult($0.reading.get($1), for: $0.present) }
        + Membership.acts.operations(.of(MembershipJSON.self)) {
            try APIResult(MembershipJSON($0.reading.get($1), $0.visit))
        }
        + RoleGrant.acts.operations(.of(RoleJSON.self)) { try APIResult(RoleJSON($0.reading.get($1), $0.visit)) }

    private static func units(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let kind = try call.choice("kind", Rouage.Unit.Sort.self)
        let parent = try call.unit("parent")
        return try call.records(
            Rouage.Unit.self, where: .all([kind.map { "kind = \($0.rawValue)" }, parent.map { "parent = \($0)" }]))
    }

    private static func people(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let craft = try call.choice("craft", Craft.self)
        let active = try call.flag("active")
        let members = try call.unit("unit").map { call.visit.organisation.members(of: $0).map(\.person) }
        return try call.records(
            Person.self,
            where: .all([
                craft.map { "craft = \($0.rawValue)" }, active.map { "active = \($0)" },
                members.map { "id IN \(in: $0)" },
            ]))
    }
}

extension APICall {
    /// The visit on the department as an act has left it. Who acted reads that, be it an administrator from outside.
    fileprivate var present: Visit {
        get throws {
            var visit = visit
            visit.organisation = try reading.organisation(on: visit.today)
            return visit
        }
    }
}
