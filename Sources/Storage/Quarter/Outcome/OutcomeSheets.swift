import Rouage

/// What became of initiatives, what was stood by, what teams wrote about a quarter.
extension Sheet {
    /// The outcome of an initiative and the cause of its setback; the dependencies are known by now.
    func outcomes() throws {
        var known: [String: Briefing] = try known(by: \.ref)
        let needs: [String: Dependency] = try self.known(by: \.ref)
        try eachRow { row in
            let ref = row.required("briefing")
            let before = row.named("briefing", in: known)
            guard row.problems.isEmpty, var briefing = before else { return }
            let outcome = row.text("outcome")
            briefing.outcome = outcome.isEmpty ? nil : outcome
            briefing.cause = try row.cause(of: briefing, needs)
            guard row.problems.isEmpty else { return }
            known[ref] = try put(briefing, over: before)
        }
    }

    func commitments() throws {
        let (names, cycles) = (try names(), try self.known(by: \Cycle.label))
        let briefings: [String: Briefing] = try self.known(by: \.ref)
        let needs: [String: Dependency] = try self.known(by: \.ref)
        var known: [String: Commitment] = try known { "\($0.briefing) \($0.dependency?.description ?? "")" }
        try eachRow { row in
            _ = (row.required("cycle"), row.required("team"), row.required("briefing"), row.required("text"))
            let (cycle, team) = (row.named("cycle", in: cycles), row.unit("team", names))
            let (briefing, need) = (row.named("briefing", in: briefings), row.named("dependency", in: needs))
            let (due, madeOn) = (row.day("due"), row.day("made_on"))
            let effort = row.integer("effort_days", in: 0...2_000)
            guard row.problems.isEmpty, let cycle, let team, let briefing else { return }
            let name = "\(briefing.id) \(need?.id.description ?? "")"
            let before = known[name]
            var commitment = Commitment(
                id: before?.id ?? transaction.newID(), cycle: cycle.id, team: team, briefing: briefing.id,
                dependency: need?.id, text: row.text("text"), due: due ?? cycle.end, effortDays: effort,
                madeOn: madeOn ?? cycle.phases.presentation)
            commitment.version = before?.version ?? 1
            known[name] = try put(commitment, over: before)
        }
    }

    func retrospectives() throws {
        let (names, cycles) = (try names(), try self.known(by: \Cycle.label))
        var known: [String: Retrospective] = try known { "\($0.cycle) \($0.team)" }
        try eachRow { row in
            _ = (row.required("cycle"), row.required("team"), row.required("author"))
            let (cycle, team) = (row.named("cycle", in: cycles), row.unit("team", names))
            let author = row.person("author", names)
            let at = row.instant("written_at") ?? now
            guard let cycle, let team, let author else { return }
            let before = known["\(cycle.id) \(team)"]
            let answers = row.draft(
                over: before?.answers ?? Retrospective.Answers(helped: "", slowed: "", changes: ""), names)
            guard row.problems.isEmpty else { return }
            var page = Retrospective(
                id: before?.id ?? transaction.newID(), cycle: cycle.id, team: team, answers, by: author, at: at)
            page.version = before?.version ?? 1
            known["\(cycle.id) \(team)"] = try put(page, over: before)
        }
    }
}

extension SheetRow {
    /// Why an initiative was slowed down or given up; a dependency that is the cause is named.
    fileprivate mutating func cause(of briefing: Briefing, _ needs: [String: Dependency]) throws -> Briefing.Cause? {
        guard let code = optionalChoice("cause_code", Briefing.Decision.Code.self) else { return nil }
        let named = namedAll("cause_dependencies", in: needs)
        if code == .dependency && named.isEmpty { refuse("cause_dependencies", .causeWithoutDependency) }
        if named.contains(where: { $0.briefing != briefing.id }) { refuse("cause_dependencies", .unknown) }
        guard let on = day("cause_on") else {
            refuse("cause_on", .missing)
            return nil
        }
        return Briefing.Cause(code: code, text: text("cause_text"), dependencies: named.map(\.id), on: on)
    }
}
