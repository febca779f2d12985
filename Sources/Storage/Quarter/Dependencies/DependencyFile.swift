import Rouage

/// Dependencies as rows of a file.
struct DependencyFile {
    private let reading: Reading
    private let names: Names
    private let refs: [Identifier<Briefing>: String]

    init(_ exporter: Exporter) {
        (reading, names, refs) = (exporter.reading, exporter.names, exporter.briefingRef)
    }

    private static let more = """
        first_needed_by,status,pointed_out_on,pointed_out_phase,contact,effort_days,committed_for,counter_date,\
        counter_scope,counter_reason,decline_code,decline_reason,mitigation,claimed_on,delivered_on,break_count,\
        redate_count,refusal_count,reasked,giving_briefing,created_at
        """

    func table() throws -> FileFacts.Table {
        let rows = try reading.records(Dependency.self).map(row).inOrder
        return ((["ref", "briefing"] + Dependency.Request.columns + [Self.more]).joined(separator: ","), rows)
    }

    private func row(_ dependency: Dependency) -> [String] {
        [dependency.ref, refs[dependency.briefing] ?? ""] + dependency.request.cells(names) + [
            text(dependency.firstNeededBy), dependency.state.rawValue, text(dependency.pointedOutOn),
            dependency.pointedOutPhase.rawValue, names.code(dependency.contact), text(dependency.effortDays),
            text(dependency.committedFor), text(dependency.counter?.date), dependency.counter?.scope ?? "",
            dependency.counter?.reason ?? "", dependency.decline?.code.rawValue ?? "",
            dependency.decline?.reason ?? "", dependency.mitigation, text(dependency.claimedOn),
            text(dependency.deliveredOn), text(dependency.breaks), text(dependency.redates),
            text(dependency.refusals), text(dependency.reasked),
            dependency.givingBriefing.flatMap { refs[$0] } ?? "", text(dependency.createdAt),
        ]
    }
}

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
            let briefing = row.named("briefing", in: briefings)
            guard let briefing, let cycle = cycles[briefing.cycle] else { return }
            let place = "\(briefing.ref)/\(row.text("giving_team"))\(row.text("external_party"))"
            seen[place, default: 0] += 1
            let ref = row.text("ref").isEmpty ? "\(place)/\(seen[place]!)" : row.text("ref")
            let before = known[ref]
            let blank = Dependency.Request(
                ref: ref, givingTeam: nil, what: "", interaction: .collaboration, neededBy: cycle.end)
            var request = row.draft(
                over: before?.request ?? blank, names, but: row.text("needed_by").isEmpty ? ["needed_by"] : [])
            // A file that does not say when the teams part means: once it is there.
            if request.interaction != .collaboration {
                request.collaboratesUntil = nil
            } else if request.collaboratesUntil == nil {
                request.collaboratesUntil = before?.collaboratesUntil ?? min(request.neededBy, cycle.end)
            }
            // What a file does not date was known with the drafts, or today when these are yet to come.
            let pointedOut = row.day("pointed_out_on") ?? before?.pointedOutOn ?? min(today, cycle.phases.draftsDue)
            let delivering = row.named("giving_briefing", in: briefings)
            if let delivering, delivering.team != request.givingTeam { row.refuse("giving_briefing", .unknown) }
            let createdAt = row.instant("created_at") ?? now
            var dependency =
                before
                ?? Dependency(
                    id: transaction.newID(), request, of: briefing, in: cycle, on: pointedOut,
                    at: createdAt)
            if before == nil { dependency.updatedAt = now }
            dependency.cycle = briefing.cycle
            dependency.briefing = briefing.id
            dependency.askingTeam = briefing.team
            dependency.request = request
            dependency.pointedOutOn = pointedOut
            if row.has("giving_briefing") { dependency.givingBriefing = delivering?.id }
            dependency.firstNeededBy = row.day("first_needed_by") ?? before?.firstNeededBy ?? request.neededBy
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
        if has("effort_days") { dependency.effortDays = integer("effort_days", in: Dependency.efforts) }
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
