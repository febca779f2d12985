import Foundation
import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Units, people and cycles: read only.
extension WebCore.Operation {
    package static let organisation: [WebCore.Operation] = [
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
            ], result: .of(PageJSON<UnitJSON>.self), work: .read(units)),
        WebCore.Operation(
            method: .get, path: "/units/{code}", name: "getUnit", about: "One unit.", result: .of(UnitJSON.self),
            work: .read { call in
                _ = try call.member()
                guard let id = call.visit.place("code").flatMap({ call.visit.organisation.unitsByCode[$0] }),
                    let unit = call.visit.organisation.units[id]
                else { throw Refusal.notFound }
                return APIResult(UnitJSON(unit, call.visit))
            }),
        WebCore.Operation(
            method: .get, path: "/people", name: "listPeople", about: "People, with today’s places and roles.",
            filters: [
                Schema.Property("unit", .text(), "The code of a unit they are members of today."),
                Schema.Property("craft", Craft.schema), Schema.Property("active", .boolean),
            ], result: .of(PageJSON<PersonJSON>.self), work: .read(people)),
        WebCore.Operation(
            method: .get, path: "/people/{code}", name: "getPerson", about: "One person.",
            result: .of(PersonJSON.self),
            work: .read { call in
                _ = try call.member()
                guard let person = try call.visit.place("code").flatMap({ try call.visit.person(named: $0) }) else {
                    throw Refusal.notFound
                }
                return APIResult(PersonJSON(person, call.visit))
            }),
    ]

    private static func units(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let kind = try call.choice("kind", Rouage.Unit.Sort.self)
        let parent = try call.unit("parent")
        let fitting = SQL.all([kind.map { "kind = \($0.rawValue)" }, parent.map { "parent = \($0)" }])
        return APIResult(try call.list(Rouage.Unit.self, where: fitting) { UnitJSON($0, call.visit) })
    }

    private static func people(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let craft = try call.choice("craft", Craft.self)
        let active = try call.flag("active")
        let members = try call.unit("unit").map { call.visit.organisation.members(of: $0).map(\.person) }
        let fitting = SQL.all([
            craft.map { "craft = \($0.rawValue)" }, active.map { "active = \($0)" },
            members.map { "id IN \(in: $0)" },
        ])
        return APIResult(try call.list(Person.self, where: fitting) { PersonJSON($0, call.visit) })
    }
}
