import Rouage
import Storage
import WebCore

/// What can be done to a unit.
extension Rouage.Unit {
    static let acts = Acts<Rouage.Unit>(
        at: "/teams", programs: "/units", by: "code", called: { unit, _ in unit.code }, isForMembers: false,
        find: { try $0.unit() },
        [
            .making(
                "foundUnit", "Founds a unit under another one.",
                .init("Fonder l’unité", "Found the unit", done: "L’unité est fondée.", "The unit is founded."),
                of: Founding(), body: "NewUnit", notes: notes, example: example
            ) { founding, call in
                let (unit, activity) = try found(
                    founding.description, sort: founding.sort, id: call.transaction.newID(), by: call.deed)
                try call.transaction.add(unit, activity)
                return unit.id
            },
            .editing(
                "editUnit",
                """
                Renames a unit, changes who leads it or hangs it elsewhere, from a day of the quarter that runs on. A day to \
                come is planned; what is left out stays.
                """,
                .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
                over: { unit, call in Change(unit.description, from: call.visit.today) }, body: "UnitChange",
                notes: notes, example: ["name": "Bulletins clairs", "from": "2026-03-09"], edit
            ) { unit, change, call in
                let earliest = try call.visit.firstDayOfChange(of: unit)
                try call.change(unit) {
                    try $0.describe(change.description, from: change.from, noEarlierThan: earliest, by: call.deed)
                }
            },
            .act(
                "plan/removal", "giveUpUnitPlan", "Gives up what is planned for a day to come.",
                .init(
                    "Y renoncer", "Give it up", done: "Le changement prévu est abandonné.",
                    "The planned change is given up."), edit, { try $0.forgetPlan(by: $1) }),
            .work(
                "closure", "closeUnit",
                """
                Closes a unit after its last day, once each page under way and each dependency it owes has another team; its \
                people leave it on that day.
                """,
                .init("Fermer l’unité", "Close the unit", done: "L’unité est fermée.", "The unit is closed.", .grave),
                over: { _, visit in Closing(on: visit.today) }, body: "UnitClosing",
                notes: [
                    "giver": "The code of the team that answers for it, by the id of each dependency that is owed.",
                    "taker":
                        "The code of the team that takes it over, by the id of each briefing under way; `-` ends it.",
                    "ending_reason": "Why what nobody takes over ends.",
                ],
                needsRequired: true, example: ["closed_on": "2026-03-31"], edit,
                suits: { unit, _ in unit.closedOn == nil && unit.sort != .department }, close),
        ])

    @Sendable private static func edit(_ unit: Rouage.Unit) -> Permission? { .editOrganisation(unit.id) }

    @Sendable private static func close(_ unit: Rouage.Unit, _ closing: Closing, _ call: ActCall) throws {
        let (transaction, deed, visit) = (call.transaction, call.deed, call.visit)
        for dependency in try transaction.openDependencies(of: unit.id, on: visit.today)
        where dependency.givingTeam == unit.id {
            guard let giver = try visit.team(closing.givers, for: dependency.id, .giver) else { continue }
            try transaction.change(dependency.id) { try $0.handOver(to: giver, by: deed) }
        }
        for briefing in try transaction.briefingsUnderWay(of: unit.id, on: visit.today) {
            if closing.takers[briefing.id.description] == Closing.nobody {
                try transaction.endWithTeam(briefing.id, reason: closing.reason, by: deed)
            } else if let taker = try visit.team(closing.takers, for: briefing.id, .taker) {
                try transaction.handOver(briefing.id, to: taker, by: deed)
            }
        }
        let last = closing.day
        let briefings = try transaction.briefingsUnderWay(of: unit.id, on: visit.today).count
        let open = try transaction.openDependencies(of: unit.id, on: visit.today).count
        let below = visit.organisation.children(of: unit.id).compactMap { visit.organisation.units[$0] }
            .count { $0.closedOn == nil }
        try call.change(unit) { try $0.close(on: last, open: open, briefings: briefings, below: below, by: deed) }
        for place in try transaction.memberships(inUnit: unit.id) where (place.to ?? last + 1) > last {
            try transaction.change(place.id) { (place: inout Membership) in
                try place.end(on: max(last, place.from ?? last), by: deed, first: visit.firstOpenDay)
            }
        }
    }

    private static let notes = [
        "code": "In addresses and files: small letters, digits, hyphens.", "parent": "The code of the unit above.",
        "lead": "The code of a person.", "deputy": "The code of a person.", "from": "From when it holds; today.",
    ]

    private static let example: JSONValue = [
        "kind": "team", "code": "soldes", "name": "Soldes", "parent": "paie", "lead": "lison.perrault",
    ]
}

extension Visit {
    /// The first day on which the organisation may still change: what lies before the quarter that runs stays.
    var firstOpenDay: Day { running?.start ?? today }

    /// The first day on which a unit may still change: each day has one truth.
    func firstDayOfChange(of unit: Rouage.Unit) throws -> Day {
        try reading.firstDayOfChange(of: unit.id, noEarlierThan: firstOpenDay, in: site.clock.zone)
    }

    /// The team that is named for one of several records; none where nothing is written.
    fileprivate func team<Record>(
        _ chosen: [String: String], for id: Identifier<Record>, _ field: Rouage.Unit.Closing.Name
    ) throws -> Rouage.Unit? {
        guard let code = chosen[id.description] else { return nil }
        guard let unit = organisation.unitsByCode[code].flatMap({ organisation.units[$0] }) else {
            throw Refusal.invalid(field.rawValue, .unknown)
        }
        return unit
    }
}
