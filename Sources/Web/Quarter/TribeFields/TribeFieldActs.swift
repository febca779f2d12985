import HTTPTypes
import Rouage
import Storage
import WebCore

/// The fields that a tribe adds to its teams' briefings; its lead defines them.
extension TribeField {
    static let acts = Acts<TribeField>(
        at: "/tribes/:code/fields", by: "key", called: { field, _ in field.key }, find: TribeFieldRoutes.field,
        landing: { visit, _, _ in "/tribes/\(try TribeFieldRoutes.tribe(visit).code)/fields" },
        [
            .making(
                "defineTribeField", "Adds a field to the briefings of the tribe’s teams; its lead may.",
                .init("Ajouter un champ", "Add a field", done: "Le champ est ajouté.", "The field is added.", .first),
                of: Definition(), body: "NewTribeField", notes: notes, example: example
            ) { definition, call in
                let tribe = try TribeFieldRoutes.tribe(call.visit)
                try call.check(.editTribeFields(of: tribe.id))
                let others = try call.transaction.tribeFields(of: tribe.id)
                var field = TribeField(
                    id: call.transaction.newID(), tribe: tribe.id, key: key(definition.labelFr, beside: others),
                    labelFr: "", labelEn: "", sort: .text, limit: 0,
                    position: (others.map(\.position).max() ?? 0) + 1)
                field.definition = definition
                try call.transaction.add(field, field.define(beside: others, by: call.deed))
                return field.id
            },
            .work(
                "", "editTribeField",
                "Words a field anew or gives it another length; what briefings hold in it stays.",
                .init("Enregistrer", "Save", done: "Le champ est enregistré.", "The field is saved."),
                over: { field, _ in field.definition }, body: "TribeFieldDefinition", notes: notes,
                needsRequired: true, example: example,
                { .editTribeFields(of: $0.tribe) }, suits: { _, _ in true }
            ) { field, definition, call in
                let others = try call.transaction.tribeFields(of: field.tribe).filter { $0.id != field.id }
                try call.change(field) { try $0.edit(definition, beside: others, by: call.deed) }
            }.by(.put),
            .removing(
                "removeTribeField", "Takes a field off the form; what briefings hold in it stays with them.",
                .init(
                    "Retirer ce champ", "Remove this field", done: "Le champ est retiré.", "The field is removed.",
                    .grave),
                { .editTribeFields(of: $0.tribe) }, { try $0.remove(by: $2) }),
        ])

    private static let notes = ["limit": "Characters of a value; \(charactersOfAll) for all fields."]

    private static let example: JSONValue = [
        "label_fr": "Pays concernés", "label_en": "Countries", "kind": "text", "limit": 60,
    ]

    /// A name for files made of the French label: `Risque légal` is `risque_legal`.
    private static func key(_ label: String, beside others: [TribeField]) -> String {
        let plain = String(Folding.fold(label).replacing(" ", with: "_").prefix(40))
        let taken = Set(others.map(\.key))
        return ([plain] + (2...99).map { "\(plain)_\($0)" }).first { !taken.contains($0) } ?? plain
    }
}
