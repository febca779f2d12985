import Rouage
import Storage
import WebCore

/// What Product Ops do to share topics out.
extension ShareOut {
    static let acts = Acts<ShareOut>(
        at: "/projects/share-out", programs: "/share-outs",
        landing: { visit, _, kept in ShareOutRoutes.address(of: kept.cycle, visit) },
        [
            .keeping(
                "proposal", "proposeShareOut", "Computes who leads what in a quarter, for one second at most.",
                .init(
                    "Proposer une répartition", "Propose a sharing out", done: "La répartition est proposée.",
                    "The sharing out is proposed.", .first),
                over: { _ in Quarter() }, body: "ShareOutProposal", notes: ShareOutRoutes.notes,
                example: ["cycle": "2026-Q2"], known: { try known($0.cycle, $1) }, .opsWork(.shareOut)
            ) { _, quarter, call in
                let cycle = try ShareOutRoutes.cycle(quarter.cycle, call)
                let (clock, start) = (ContinuousClock(), ContinuousClock().now)
                let limit = Sharing.Limit(nodes: .max) { clock.now - start > .seconds(1) }
                return try call.transaction.propose(cycle, version: call.version, within: limit, by: call.deed).id
            },
            .keeping(
                "edits", "editShareOut", "Gives a topic to others than the proposal does, with the reason.",
                .init(
                    Phrase(fr: "Changer", en: "Change"), opening: Phrase(fr: "Changer une ligne", en: "Change a line"),
                    done: Phrase(fr: "La ligne est changée.", en: "The line is changed.")),
                over: { _ in Change() }, body: "ShareOutEdit",
                notes: ShareOutRoutes.notes.merging([
                    "lead": "The code of somebody of Product Ops.",
                    "buddy": "The code of somebody else of Product Ops.",
                ]) { $1 }, known: { try known($0.cycle, $1) }, .opsWork(.shareOut)
            ) { known, change, call in
                let cycle = try ShareOutRoutes.cycle(change.cycle, call)
                guard let known else { throw Refusal.closed }
                let table = try call.transaction.shareOutTable(
                    for: cycle, call.visit.organisation, on: call.visit.today)
                try call.change(known) {
                    try $0.edit(
                        topic: change.topic, lead: change.lead, buddy: change.buddy, reason: change.reason, table,
                        by: call.deed)
                }
                return known.id
            },
            .keeping(
                "confirmation", "confirmShareOut",
                "Agrees to it; once everybody who leads did, it holds and its topics are projects.",
                .init(
                    "Je confirme cette répartition", "I confirm this sharing out",
                    done: "Votre accord est enregistré.", "Your agreement is saved.", .first),
                over: { _ in Quarter() }, body: "ShareOutConfirmation", notes: ShareOutRoutes.notes,
                example: ["cycle": "2026-Q2"], known: { try known($0.cycle, $1) }, .opsWork(.shareOut)
            ) { known, quarter, call in
                let cycle = try ShareOutRoutes.cycle(quarter.cycle, call)
                guard let known else { throw Refusal.closed }
                try call.transaction.confirm(known.id, version: call.version, by: call.deed, in: cycle)
                return known.id
            },
        ])

    private static func known(_ cycle: Identifier<Cycle>?, _ visit: Visit) throws -> ShareOut? {
        try cycle.flatMap { try visit.reading.shareOut(of: $0) }
    }
}

extension SharePreference {
    /// Nobody writes the wishes of another, and Product Ops alone read them.
    static let acts = Acts<SharePreference>(
        at: "/projects/share-out/preferences", programs: "/share-preferences/own",
        landing: { visit, _, kept in ShareOutRoutes.address(of: kept.cycle, visit) },
        [
            .keeping(
                "", "writePreferences", "Writes one's own wishes for a quarter; what is left out stays.",
                .init(
                    "Enregistrer", "Save", done: "Vos souhaits sont enregistrés.", "Your wishes are saved."),
                over: Wishes.init, body: "SharePreferences",
                notes: ShareOutRoutes.notes.merging([
                    "days_off": "Days off in the quarter.",
                    "wishes": "By the id of a topic: 0 no, 1 rather not, 2 fine, 3 keen; empty takes it back.",
                    "reasons": "By the id of a topic: why.",
                ]) { $1 }, example: ["cycle": "2026-Q2", "days_off": 8], known: { try own($0.cycle, $1) },
                .opsWork(.writeWishes)
            ) { previous, written, call in
                let cycle = try ShareOutRoutes.cycle(written.cycle, call)
                let table = try call.transaction.shareOutTable(
                    for: cycle, call.visit.organisation, on: call.visit.today)
                let wishes = try written.wishes(for: table.items.map(\.topic), sent: call.entries)
                let kept = try write(
                    daysOff: written.daysOff, wishes, over: previous, id: call.transaction.newID(), in: cycle,
                    by: call.deed)
                switch (kept, previous) {
                case ((let sheet, let activity)?, let previous?):
                    return try call.transaction.replace(previous, by: sheet, activity).id
                case ((let sheet, let activity)?, nil):
                    try call.transaction.add(sheet, activity)
                    return sheet.id
                case (nil, let same?): return same.id
                case (nil, nil): throw Refusal.notFound
                }
            }
        ])

    private static func own(_ cycle: Identifier<Cycle>?, _ visit: Visit) throws -> SharePreference? {
        guard let cycle, let me = visit.actor?.id else { return nil }
        return try visit.reading.preferences(of: cycle).first { $0.person == me }
    }
}
