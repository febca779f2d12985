import Rouage
import Storage
import WebCore

/// How the place of a person in a unit is taken and left.
extension Membership {
    static let acts = Acts<Membership>(
        at: "/people/:id/memberships", programs: "/people/:code/memberships", by: "place", isForMembers: false,
        find: { visit in
            let place: Membership = try visit.reading.get(visit.parameter("place"))
            guard try place.person == visit.shownPerson().id else { throw Refusal.notFound }
            return place
        },
        landing: { _, _, place in "/people/\(place.person)" },
        [
            .making(
                "placePerson",
                "Gives somebody a place in a unit from a day on; the place that they leave for it ends the day before.",
                .init(
                    "Changer d’équipe", "Change team", done: "Le changement d’équipe est enregistré.",
                    "The change of team is saved."),
                of: { Move(from: $0.today) }, body: "NewMembership",
                notes: [
                    "unit": "The code of a unit.", "fte": "The share of their time, in percent; 100.",
                    "leaves": "The id of the place that they leave for it.",
                ], example: ["unit": "dsn", "fte": 50, "from": "2026-03-09"]
            ) { move, call in
                let person = try call.visit.shownPerson()
                guard let unit = move.opening.unit else { throw Refusal.invalid("unit", .missing) }
                try call.check(.editMembers(of: unit))
                if let left = move.leaves {
                    guard try call.transaction.find(left)?.person == person.id else {
                        throw Refusal.invalid("leaves", .unknown)
                    }
                    try call.transaction.change(left) {
                        try $0.end(
                            on: move.opening.from - 1, by: call.deed, first: call.visit.firstOpenDay, field: "from")
                    }
                }
                return try call.open(move.opening, in: unit, for: person.id)
            },
            .work(
                "end", "endMembership", "Ends a place after its last day.",
                .init("Terminer", "End", done: "La fin est enregistrée.", "The end is saved."),
                over: { _, visit in Ending(to: visit.today) }, body: "LastDay", needsRequired: true,
                example: ["to": "2026-03-31"], { .editMembers(of: $0.unit) },
                suits: { place, visit in
                    try Act.wouldTake(place, visit) { try $0.end(on: visit.today, by: $1, first: visit.firstOpenDay) }
                }
            ) { place, ending, call in
                try call.change(place) { try $0.end(on: ending.to, by: call.deed, first: call.visit.firstOpenDay) }
            },
        ])
}

extension ActCall {
    /// Gives a person a place in a unit.
    @discardableResult
    func open(_ opening: Membership.Opening, in unit: Identifier<Rouage.Unit>, for person: Identifier<Person>) throws
        -> Identifier<Membership>
    {
        let (place, activity) = try Membership.open(
            person, in: transaction.get(unit), fte: opening.fte, from: opening.from, id: transaction.newID(),
            held: transaction.memberships(ofPerson: person), by: deed, first: visit.firstOpenDay)
        try transaction.add(place, activity)
        return place.id
    }
}
