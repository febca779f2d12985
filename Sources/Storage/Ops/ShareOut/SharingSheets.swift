import Rouage

/// What Product Ops wish for and how topics were shared out, from files.
extension Sheet {
    private enum Part: String { case whole, proposal, edit, confirmation, leftOut = "left_out" }

    func sharing() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        let before: [Identifier<Cycle>: ShareOut] = Dictionary(
            uniqueKeysWithValues: try transaction.records(ShareOut.self).map { ($0.cycle, $0) })
        var found: [(shareOut: ShareOut, rows: Int)] = []
        try eachRow { row in
            _ = (row.required("cycle"), row.required("part"))
            let cycle = row.cycle("cycle", names)
            let part = row.optionalChoice("part", Part.self)
            let topic = row.named("topic", in: topics)
            let (lead, buddy) = (row.person("lead", names), row.person("buddy", names))
            let person = row.person("person", names)
            let obstacle = row.optionalChoice("obstacle", Sharing.Obstacle.self)
            let at = row.instant("written_at") ?? now
            guard row.problems.isEmpty, let cycle, let part else { return }
            guard part != .whole else {
                guard !found.contains(where: { $0.shareOut.cycle == cycle }) else {
                    return row.refuse("cycle", .taken)
                }
                var shareOut = ShareOut(
                    id: before[cycle]?.id ?? transaction.newID(), in: cycle, proposal: [], leftOut: [],
                    isProven: row.flag("proven"), at: row.instant("created_at") ?? before[cycle]?.createdAt ?? now)
                shareOut.version = before[cycle]?.version ?? 1
                shareOut.computedAt = at
                shareOut.state = row.choice("state", missing: .proposed)
                if row.problems.isEmpty { found.append((shareOut, 1)) }
                return
            }
            guard let index = found.firstIndex(where: { $0.shareOut.cycle == cycle }) else {
                return row.refuse("part", .unknown)
            }
            let line = topic.flatMap { topic in
                lead.flatMap { lead in buddy.map { ShareOut.Line(topic: topic, lead: lead, buddy: $0) } }
            }
            switch (part, line, topic, person) {
            case (.proposal, let line?, _, _): found[index].shareOut.proposal.append(line)
            case (.edit, let line?, _, let person?):
                found[index].shareOut.edits.append(.init(line: line, by: person, reason: row.text("reason"), at: at))
            case (.confirmation, _, _, let person?):
                found[index].shareOut.confirmations.append(.init(person: person, at: at))
            case (.leftOut, _, let topic?, _):
                found[index].shareOut.leftOut.append(.init(topic: topic, obstacle: obstacle ?? .notFound))
            case _: return row.refuse("part", .missing)
            }
            found[index].rows += 1
        }
        for (shareOut, rows) in found { try keep(shareOut, over: before[shareOut.cycle], rows) }
    }

    /// Wishes come in by files and do not go out by them: they are private.
    func preferences() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        let before = try transaction.records(SharePreference.self)
        var found: [(sheet: SharePreference, rows: Int)] = []
        try eachRow { row in
            _ = (row.required("cycle"), row.required("person"), row.required("topic"), row.required("value"))
            let (cycle, person) = (row.cycle("cycle", names), row.person("person", names))
            let topic = row.named("topic", in: topics)
            let value = row.integer("value", in: Sharing.wishes)
            let daysOff = row.integer("days_off", in: SharePreference.daysOff) ?? Load.leaveDays
            let at = row.instant("written_at") ?? now
            row.limit("reason", to: SharePreference.reasonLimit)
            guard row.problems.isEmpty, let cycle, let person, let topic, let value else { return }
            let wish = ShareWish(topic: topic, value: value, reason: row.text("reason"))
            if let index = found.firstIndex(where: { $0.sheet.person == person && $0.sheet.cycle == cycle }) {
                found[index].sheet.wishes.append(wish)
                found[index].rows += 1
                return
            }
            let known = before.first { $0.person == person && $0.cycle == cycle }
            var sheet = SharePreference(
                id: known?.id ?? transaction.newID(), of: person, in: cycle, daysOff: daysOff, wishes: [wish], at: at)
            sheet.version = known?.version ?? 1
            found.append((sheet, 1))
        }
        for (sheet, rows) in found { try keep(sheet, over: before.first { $0.id == sheet.id }, rows) }
    }

    private func keep<Record: Noun & Equatable>(_ record: Record, over known: Record?, _ rows: Int) throws {
        guard let known else {
            file.created += rows
            return try transaction.add(record, Activity(.imported))
        }
        if record == known {
            file.unchanged += rows
        } else {
            file.updated += rows
            try transaction.replace(known, by: record, Activity(.imported))
        }
    }
}
