import Rouage
import Storage
import WebCore

/// How a role is given and taken back; the rule says by whom.
extension RoleGrant {
    static let acts = Acts<RoleGrant>(
        at: "/people/:id/roles", programs: "/people/:code/roles", by: "role", isForMembers: false,
        find: { visit in
            let grant: RoleGrant = try visit.reading.get(visit.parameter("role"))
            guard try grant.person == visit.shownPerson().id else { throw Refusal.notFound }
            return grant
        },
        landing: { _, _, grant in "/people/\(grant.person)" },
        [
            .making(
                "giveRole", "Gives somebody else a role, everywhere or in a unit and below it.",
                .init("Donner le rôle", "Give the role", done: "Le rôle est donné.", "The role is given."),
                of: { Gift(from: $0.today) }, body: "NewRole",
                notes: [
                    "unit": "Where it holds; everywhere when it is left out.", "to": "Its last day, where it is known.",
                ], example: ["role": "tribe_lead", "unit": "paie", "from": "2026-03-09"]
            ) { gift, call in
                let (grant, activity) = try give(
                    gift.role, to: call.visit.shownPerson().id, for: gift.unit, from: gift.from, until: gift.until,
                    id: call.transaction.newID(), by: call.deed, first: call.visit.firstOpenDay)
                try call.transaction.add(grant, activity)
                return grant.id
            },
            .work(
                "end", "endRole", "Takes a role back after its last day.",
                .init("Terminer", "End", done: "La fin est enregistrée.", "The end is saved."),
                over: { _, visit in Ending(to: visit.today) }, body: "LastDay", needsRequired: true,
                example: ["to": "2026-03-31"], { _ in nil },
                suits: { grant, visit in
                    try Act.wouldTake(grant, visit) { try $0.end(on: visit.today, by: $1, first: visit.firstOpenDay) }
                }
            ) { grant, ending, call in
                try call.change(grant) { try $0.end(on: ending.to, by: call.deed, first: call.visit.firstOpenDay) }
            },
        ])
}
