import Rouage

extension Sheet {
    /// Dependencies without a `ref` are named after their briefing, their giver and their place among the same.
    func dependencies() throws {
        let names = try names()
        let briefings: [String: Briefing] = try known(by: \.ref)
        let cycles: [Identifier<Cycle>: Cycle] = Dictionary(
            uniqueKeysWithValues: try transaction.records(Cycle.self).map { ($0.id, $0) })
        var known: [String: Dependency] = try known(by: \.ref)
        var seen: [String: Int] = [:]
        try eachRow { row in
            _ = row.required("briefing")
            let giver = row.unit("giving_team", names)
            let briefing = row.named("briefing", in: briefings)
            let delivering = row.named("giving_briefing", in: briefings)
            if let delivering, delivering.team != giver { row.refuse("giving_briefing", .unknown) }
            guard row.problems.isEmpty, let briefing, let cycle = cycles[briefing.cycle] else { return }
            let place = "\(briefing.ref)/\(row.text("giving_team"))\(row.text("external_party"))"
            seen[place, default: 0] += 1
            let ref = row.text("ref").isEmpty ? "\(place)/\(seen[place]!)" : row.text("ref")
            let before = known[ref]
            // What a file does not date was known with the drafts, or today when these are yet to come.
            let pointedOut = row.day("pointed_out_on") ?? before?.pointedOutOn ?? min(today, cycle.phases.draftsDue)
            let neededBy = row.day("needed_by") ?? before?.neededBy ?? cycle.end
            let interaction: Dependency.Interaction = row.choice(
                "interaction", missing: before?.interaction ?? .collaboration)
            // A file that does not say when the teams part means: once it is there.
            let until = row.day("collaborates_until") ?? before?.collaboratesUntil ?? min(neededBy, cycle.end)
            let request = Dependency.Request(
                ref: ref, givingTeam: row.has("giving_team") ? giver : before?.givingTeam,
                externalParty: row.text("external_party", or: before?.externalParty),
                what: row.text("what", or: before?.what),
                sort: row.choice("type", missing: before?.sort ?? .deliverable),
                interaction: interaction, collaboratesUntil: until,
                criticality: row.choice("criticality", missing: before?.criticality ?? .slowing), neededBy: neededBy)
            var dependency =
                before
                ?? Dependency(
                    id: transaction.newID(), request, of: briefing, in: cycle, on: pointedOut,
                    at: row.instant("created_at") ?? now)
            if before == nil { dependency.updatedAt = now }
            dependency.cycle = briefing.cycle
            dependency.briefing = briefing.id
            dependency.askingTeam = briefing.team
            dependency.rewrite(as: request)
            dependency.pointedOutOn = pointedOut
            if row.has("giving_briefing") { dependency.givingBriefing = delivering?.id }
            dependency.firstNeededBy = row.day("first_needed_by") ?? before?.firstNeededBy ?? neededBy
            dependency.pointedOutPhase = row.choice(
                "pointed_out_phase", missing: before?.pointedOutPhase ?? cycle.state(on: pointedOut))
            row.fate(of: &dependency, names)
            for flaw in dependency.flaws(in: cycle) { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty else { return }
            known[ref] = try put(dependency, over: before)
        }
    }

    /// Names the person to talk to, for every dependency of a briefing on a team.
    func contacts() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known = Dictionary(grouping: try transaction.records(Dependency.self), by: \.briefing)
        try eachRow { row in
            _ = (row.required("briefing"), row.required("giving_team"), row.required("contact"))
            let briefing = row.named("briefing", in: briefings)
            let team = row.unit("giving_team", names)
            let contact = row.person("contact", names)
            guard row.problems.isEmpty, let briefing, let team, let contact else { return }
            let places = (known[briefing] ?? []).indices.filter { known[briefing]![$0].givingTeam == team }
            if places.isEmpty { row.refuse("giving_team", .unknown) }
            var changed = false
            for place in places where known[briefing]![place].contact != contact {
                // The first one named stays when a row names a second person.
                guard known[briefing]![place].contact == nil else { continue }
                changed = true
                known[briefing]![place] = try transaction.change(known[briefing]![place].id) {
                    (dependency: inout Dependency) in
                    dependency.contact = contact
                    return Activity(.imported)
                }
            }
            guard row.problems.isEmpty else { return }
            if changed { file.updated += 1 } else { file.unchanged += 1 }
        }
    }
}

extension SheetRow {
    /// Where the dependency stands: its answer, its promise and what became of it.
    fileprivate mutating func fate(of dependency: inout Dependency, _ names: Names) {
        if has("status") { dependency.state = choice("status", missing: .pointedOut) }
        if has("contact") { dependency.contact = person("contact", names) }
        if has("effort_days") { dependency.effortDays = integer("effort_days", in: 0...500) }
        if has("committed_for") { dependency.committedFor = day("committed_for") }
        if has("counter_reason") {
            dependency.counter =
                text("counter_reason").isEmpty
                ? nil
                : Dependency.Counter(
                    date: day("counter_date"), scope: text("counter_scope"), reason: text("counter_reason"))
        }
        if has("decline_code") {
            dependency.decline = optionalChoice("decline_code", Dependency.DeclineCode.self).map {
                Dependency.Decline(code: $0, reason: text("decline_reason"))
            }
        }
        if has("mitigation") { dependency.mitigation = text("mitigation") }
        if has("claimed_on") { dependency.claimedOn = day("claimed_on") }
        if has("delivered_on") { dependency.deliveredOn = day("delivered_on") }
        if has("break_count") { dependency.breaks = integer("break_count", in: 0...1_000) ?? 0 }
        if has("redate_count") { dependency.redates = integer("redate_count", in: 0...1_000) ?? 0 }
        if has("refusal_count") { dependency.refusals = integer("refusal_count", in: 0...1_000) ?? 0 }
        if has("reasked") { dependency.reasked = flag("reasked") }
    }
}
