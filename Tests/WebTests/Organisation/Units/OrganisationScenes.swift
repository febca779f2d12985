import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// What the acts of units, people, places and roles need to work once.
enum OrganisationScenes {
    struct Scene {
        var person = "nour.castel"
        var places: [String: String] = [:]
        var body: [String: Any]?
    }

    static let names: Set = [
        "foundUnit", "editUnit", "giveUpUnitPlan", "closeUnit", "addPerson", "editPerson", "placePerson",
        "endMembership", "giveRole", "endRole",
    ]

    static func scene(_ name: String, _ site: TestSite) async throws -> Scene {
        let lison = try site.id(of: Person.self, "code", "lison.perrault")
        switch name {
        case "editUnit": return Scene(places: ["code": "bulletins"])
        case "giveUpUnitPlan":
            _ = try await APIClient(site, as: "nour.castel").send(
                "PATCH", "/units/bulletins", #"{"name":"Bulletins clairs","from":"2026-04-01"}"#,
                headers: ["If-Match": "*"])
            return Scene(places: ["code": "bulletins"])
        case "closeUnit":
            let owed = try site.id(of: Dependency.self, "ref", "D2").description
            return Scene(
                places: ["code": "identite"], body: ["closed_on": "2026-03-31", "giver": [owed: "donnees"]])
        case "placePerson":
            let place = try await place(of: lison, site)
            return Scene(
                person: "fabrice.delmotte", places: ["code": "lison.perrault"],
                body: ["unit": "dsn", "from": "2026-03-09", "leaves": place])
        case "endMembership":
            let place = try await place(of: lison, site)
            return Scene(person: "fabrice.delmotte", places: ["code": "lison.perrault", "place": place])
        case "endRole":
            let given = try await APIClient(site, as: "nour.castel").post(
                "/people/lison.perrault/roles", #"{"role":"other_ops","from":"2026-03-09"}"#)
            return Scene(places: ["code": "lison.perrault", "role": given.json["id"] as? String ?? ""])
        default: return Scene(places: ["code": "lison.perrault"])
        }
    }

    private static func place(of person: Identifier<Person>, _ site: TestSite) async throws -> String {
        try await site.store.read { try $0.memberships(ofPerson: person)[0].id.description }
    }
}
