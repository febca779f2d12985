import Rouage
import Storage
import WebCore

/// What can be done to a person.
extension Person {
    static let acts = Acts<Person>(
        at: "/people", programsBy: "code", isForMembers: false, find: { try $0.shownPerson() },
        [
            .making(
                "addPerson", "Adds somebody, with their first place: who edits the members of its unit may.",
                .init(
                    "Ajouter une personne", "Add a person", done: "La personne est ajoutée.", "The person is added."),
                of: { Joining(on: $0.today) }, body: "NewPerson", notes: notes, example: example
            ) { joining, call in
                let (description, opening) = (joining.description, joining.opening)
                let (person, activity) = try join(
                    description, id: call.transaction.newID(), unit: opening.unit, on: opening.from, by: call.deed)
                try call.transaction.add(person, activity)
                if let unit = opening.unit { try call.open(opening, in: unit, for: person.id) }
                return person.id
            },
            .editing(
                "editPerson", "Corrects what is known of somebody; what is left out stays.",
                .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."), \.description,
                body: "PersonChange", notes: notes, example: ["job": "Designer"], { _ in .editOrganisation(nil) }
            ) { person, description, call in
                try person.describe(description, by: call.deed)
            },
        ])

    private static let notes = [
        "code": "Their stable name in files: a login, an address.", "email": "To sign in; it can wait.",
        "unit": "The code of the unit they join.", "fte": "The share of their time, in percent; 100.",
        "from": "Their first day.",
    ]

    private static let example: JSONValue = [
        "code": "oriane.keller", "name": "Oriane Keller", "email": "oriane.keller@emargo.example", "craft": "product",
        "unit": "bulletins", "fte": 80, "from": "2026-03-09",
    ]
}
