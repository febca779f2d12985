import Foundation
import Rouage

extension Sheet {
    func fields() throws {
        let names = try names()
        var known: [String: TribeField] = try known { "\($0.tribe) \($0.key)" }
        try eachRow { row in
            _ = row.required("tribe")
            let key = row.required("key")
            let tribe = row.unit("tribe", names)
            let limit = row.integer("limit") ?? 120
            guard row.problems.isEmpty, let tribe else { return }
            let before = known["\(tribe) \(key)"]
            var field =
                before
                ?? TribeField(
                    id: transaction.newID(), tribe: tribe, key: key, labelFr: "", labelEn: "", sort: .text,
                    limit: limit, position: known.count)
            field.labelFr = row.required("label_fr")
            field.labelEn = row.required("label_en")
            field.sort = row.choice("kind", missing: .text)
            field.limit = limit
            if let position = row.integer("position") { field.position = position }
            let others = known.values.filter { $0.tribe == tribe && $0.key != key }
            for flaw in field.flaws(beside: Array(others)) { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty else { return }
            known["\(tribe) \(key)"] = try put(field, over: before)
        }
    }

    /// Cycles whose preparation is not dated get the dates of the calendar rule.
    func cycles() throws {
        var known: [String: Cycle] = try known(by: \.label)
        try eachRow { row in
            let label = row.required("label")
            _ = (row.required("start"), row.required("end"))
            let start = row.day("start")
            let end = row.day("end")
            guard row.problems.isEmpty, let start, let end else { return }
            guard start < end else {
                row.refuse("end", .tooEarly(before: start + 1))
                return
            }
            let before = known[label]
            let planned = before?.phases ?? PreparationPlan(preparing: start...end, WorkCalendar.french).phases
            let phases = Phases(
                draftingOpens: row.day("drafting_opens") ?? planned.draftingOpens,
                draftsDue: row.day("drafts_due") ?? planned.draftsDue, freeze: row.day("freeze") ?? planned.freeze,
                presentation: row.day("presentation") ?? planned.presentation)
            if !phases.areOrdered { row.refuse("freeze", .tooLate(than: phases.presentation)) }
            guard row.problems.isEmpty else { return }
            var cycle =
                before ?? Cycle(id: transaction.newID(), label: label, start: start, end: end, phases: phases)
            cycle.start = start
            cycle.end = end
            cycle.phases = phases
            if before == nil { cycle.state = cycle.state(on: today) }
            known[label] = try put(cycle, over: before)
        }
    }

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
            let before = known[ref]
            var briefing =
                before
                ?? Briefing(
                    id: transaction.newID(), ref: ref, cycle: cycle, team: team, owner: owner, text: .init(),
                    at: row.instant("created_at") ?? now)
            if before == nil { briefing.updatedAt = now }
            briefing.cycle = cycle
            briefing.team = team
            if row.has("owner") { briefing.owner = owner }
            if row.has("contributors") {
                briefing.contributors = row.people("contributors", names).filter { $0 != briefing.owner }
            }
            for field in Briefing.Text.Field.allCases where row.has(field.rawValue) {
                briefing.text[field] = row.text(field.rawValue)
            }
            for flaw in briefing.text.unkeepable { row.refuse(flaw.field, flaw.reason) }
            if row.has("source_kind") { briefing.text.sourceKind = row.choice("source_kind", missing: .other) }
            if row.has("appetite_days") { briefing.appetiteDays = row.integer("appetite_days", in: 0...2_000) }
            if row.has("axis") { briefing.axis = row.axis("axis", names) }
            if row.has("tribe_values") { briefing.tribeValues = row.object("tribe_values") }
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

    func comments() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known = Set(
            try transaction.records(Comment.self).map { "\($0.briefing) \($0.author) \($0.createdAt) \($0.text)" })
        try eachRow { row in
            _ = (row.required("briefing"), row.required("author"))
            let text = row.required("text")
            let briefing = row.named("briefing", in: briefings)
            let author = row.person("author", names)
            let at = row.instant("at") ?? now
            row.limit("text", to: Comment.limit)
            guard row.problems.isEmpty, let briefing, let author else { return }
            guard known.insert("\(briefing) \(author) \(at) \(text)").inserted else {
                file.unchanged += 1
                return
            }
            try put(Comment(id: transaction.newID(), on: briefing, by: author, text: text, at: at), over: nil)
        }
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
