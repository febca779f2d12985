import HTTPTypes
import Rouage
import Storage
package import WebCore

/// The fields that a tribe adds to the briefings of its teams.
extension Operation {
    package static let tribeFields: [Operation] = [
        Operation(
            method: .get, path: "/tribes/{code}/fields", name: "listTribeFields",
            about: "What a tribe asks beside the standard fields.", result: .of(PageJSON<TribeFieldJSON>.self),
            work: .read { call in
                _ = try call.member()
                let tribe = try TribeFieldRoutes.tribe(call.visit)
                return APIResult(
                    try call.list(TribeField.self, where: "tribe = \(tribe.id)") { TribeFieldJSON($0, call.visit) })
            }),
        Operation(
            method: .post, path: "/tribes/{code}/fields", name: "defineTribeField",
            about: "Adds a field to the briefings of the tribe’s teams; its lead may.",
            body: .object(name: "NewTribeField", definition), example: example, result: .of(TribeFieldJSON.self),
            work: .write(form: "/tribes/:code/fields", made: .tribeField) { call in
                APIResult(
                    TribeFieldJSON(try call.reading.get(try call.made(.tribeField, TribeField.self)), call.visit))
            }),
        Operation(
            method: .put, path: "/tribes/{code}/fields/{key}", name: "editTribeField",
            about: "Words a field anew or gives it another length; what briefings hold in it stays.",
            body: .object(name: "TribeFieldDefinition", definition), example: example, result: .of(TribeFieldJSON.self),
            work: .write(form: "/tribes/:code/fields/:key", made: nil) { call in
                APIResult(TribeFieldJSON(try field(call), call.visit))
            }),
        Operation(
            method: .post, path: "/tribes/{code}/fields/{key}/removal", name: "removeTribeField",
            about: "Takes a field off the form; what briefings hold in it stays with them.",
            result: .of(RemovedJSON.self),
            work: .write(form: "/tribes/:code/fields/:key/removal", made: nil) { call in
                try call.made.isEmpty
                    ? APIResult(RemovedJSON(field(call))) : APIResult(call.removed(.tribeField))
            }),
    ]

    private static let definition = [
        Schema.Property("label_fr", .text(), required: true), Schema.Property("label_en", .text(), required: true),
        Schema.Property("kind", TribeField.Sort.schema, required: true),
        Schema.Property(
            "limit", .integer, required: true, "Characters of a value; \(TribeField.charactersOfAll) for all fields."),
    ]

    private static let example: JSONValue = [
        "label_fr": "Pays concernés", "label_en": "Countries", "kind": "text", "limit": 60,
    ]

    private static func field(_ call: APICall) throws -> TribeField {
        let tribe = try TribeFieldRoutes.tribe(call.visit)
        let fields = try call.reading.tribeFields(of: tribe.id)
        guard let field = fields.first(where: { $0.key == call.visit.place("key") }) else { throw Refusal.notFound }
        return field
    }
}

struct TribeFieldJSON: APIRecord {
    let id: Identifier<TribeField>
    let version: Int
    let tribe: String
    let key: String
    let labelFr: String
    let labelEn: String
    let kind: TribeField.Sort
    let limit: Int
    let position: Int

    init(_ field: TribeField, _ visit: Visit) {
        id = field.id
        version = field.version
        tribe = visit.code(field.tribe) ?? ""
        key = field.key
        labelFr = field.labelFr
        labelEn = field.labelEn
        kind = field.sort
        limit = field.limit
        position = field.position
    }
}
