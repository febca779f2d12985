import Rouage

/// Briefings as rows of a file.
struct BriefingFile {
    private let briefings: [Briefing]
    private let refs: [Identifier<Briefing>: String]
    private let names: Names

    init(_ exporter: Exporter) {
        (briefings, refs, names) = (exporter.briefings, exporter.briefingRef, exporter.names)
    }

    private static let more = [
        "no_dependency_by", "no_dependency_at", "state", "submitted_at", "late", "off_cycle", "slowed",
        "decision_code", "decision_reason", "decided_by", "decided_on", "carried_from", "created_at",
    ]

    func table() -> FileFacts.Table {
        (
            (["ref", "cycle", "team"] + Briefing.Content.columns + Self.more).joined(separator: ","),
            briefings.map(row)
        )
    }

    private func row(_ briefing: Briefing) -> [String] {
        let (signature, decision) = (briefing.noDependency, briefing.decision)
        return [briefing.ref, names.code(briefing.cycle), names.code(briefing.team)] + briefing.content.cells(names) + [
            names.code(signature?.by), text(signature?.at), briefing.state.rawValue, text(briefing.submittedAt),
            text(briefing.late), text(briefing.offCycle), text(briefing.slowed), decision?.code.rawValue ?? "",
            decision?.reason ?? "", names.code(decision?.by), text(decision?.on),
            briefing.carriedFrom.flatMap { refs[$0] } ?? "", text(briefing.createdAt),
        ]
    }
}

extension Sheet {
    func briefings() throws {
        let names = try names()
        var known: [String: Briefing] = try known(by: \.ref)
        var decided: [Briefing] = []
        try eachRow { row in
            let ref = row.required("ref")
            _ = (row.required("cycle"), row.required("team"))
            if known[ref] == nil { _ = row.required("title") }
            let cycle = row.cycle("cycle", names)
            let team = row.unit("team", names)
            let owner = row.people("owner", names).first
            guard let cycle, let team, row.problems.isEmpty else { return }
            let createdAt = row.instant("created_at") ?? now
            let before = known[ref]
            var briefing =
                before
                ?? Briefing(
                    id: transaction.newID(), ref: ref, cycle: cycle, team: team, owner: owner, text: .init(),
                    at: createdAt)
            if before == nil { briefing.updatedAt = now }
            briefing.cycle = cycle
            briefing.team = team
            briefing.content = row.draft(over: briefing.content, names, but: ["owner"])
            if row.has("owner") { briefing.owner = owner }
            briefing.contributors.removeAll { $0 == briefing.owner }
            if row.has("carried_from") { briefing.carriedFrom = row.named("carried_from", in: known)?.id }
            try row.fate(of: &briefing, names)
            guard row.problems.isEmpty else { return }
            known[ref] = try put(briefing, over: before)
            if briefing.decision != nil, briefing.decision != before?.decision { decided.append(briefing) }
        }
        try log(decided)
    }

    /// What a file says was decided goes into the log of decisions too.
    private func log(_ decided: [Briefing]) throws {
        guard !decided.isEmpty else { return }
        let cycles = Dictionary(uniqueKeysWithValues: try transaction.records(Cycle.self).map { ($0.id, $0) })
        let earlier = Dictionary(
            grouping: try transaction.records(Decision.self, where: "1 = 1 ORDER BY decided_on, length(ref), ref"),
            by: \.briefing)
        let entries = decided.compactMap { briefing -> Decision? in
            guard let cycle = cycles[briefing.cycle] else { return nil }
            let previous = earlier[briefing.id] ?? []
            return Decision(
                on: briefing, before: nil, superseding: previous.last, ref: "\(briefing.ref)/\(previous.count + 1)",
                id: transaction.newID(), in: cycle, at: now)
        }
        try transaction.add(entries, Activity(.imported))
    }
}

extension SheetRow {
    /// Where the briefing stands: its state, submission, signature and decision.
    fileprivate mutating func fate(of briefing: inout Briefing, _ names: Names) throws {
        if has("state") { briefing.state = choice("state", missing: .draft) }
        if has("submitted_at") { briefing.submittedAt = instant("submitted_at") }
        if has("late") { briefing.late = flag("late") }
        if has("off_cycle") { briefing.offCycle = flag("off_cycle") }
        if has("slowed") { briefing.slowed = flag("slowed") }
        if has("no_dependency_by") {
            let by = person("no_dependency_by", names)
            let at = instant("no_dependency_at")
            briefing.noDependency = by.flatMap { by in at.map { Briefing.Signature(by: by, at: $0) } }
            if by != nil && at == nil { refuse("no_dependency_at", .missing) }
        }
        if has("decision_code") {
            let code = optionalChoice("decision_code", Briefing.Decision.Code.self)
            let on = day("decided_on")
            briefing.decision = code.flatMap { code in
                on.map {
                    Briefing.Decision(
                        code: code, reason: text("decision_reason"), by: person("decided_by", names), on: $0)
                }
            }
            if code != nil && on == nil { refuse("decided_on", .missing) }
        }
    }
}
