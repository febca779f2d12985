import Rouage

/// Axes as rows of a file, and what has to be there for them as rows of another.
struct AxisFile {
    private let axes: [Axis]
    private let reading: Reading
    private let names: Names

    init(_ reading: Reading) throws {
        axes = try reading.records().sorted { $0.code < $1.code }
        self.reading = reading
        names = try reading.names()
    }

    private static let more = ["proposed_by", "proposed_on", "answer", "answered_on", "reason"]

    func table() -> FileFacts.Table {
        let rows = axes.map { axis -> [String] in
            [axis.code] + axis.content.cells(names) + [
                names.code(axis.proposal?.by), axis.proposal?.on.description ?? "",
                axis.proposal?.outcome?.rawValue ?? "", axis.proposal?.answeredOn?.description ?? "",
                axis.proposal?.reason ?? "",
            ]
        }
        return ((["code"] + Axis.Content.columns + Self.more).joined(separator: ","), rows)
    }

    func conditions() throws -> FileFacts.Table {
        let playbooks = try reading.records(Playbook.self).map { ($0.id, $0.ref) }
        let projects = try reading.records(OpsProject.self).map { ($0.id, $0.ref) }
        let (playbook, project) = (
            Dictionary(uniqueKeysWithValues: playbooks), Dictionary(uniqueKeysWithValues: projects)
        )
        let rows = axes.flatMap { axis in
            (axis.conditions ?? []).map { condition -> [String] in
                [
                    axis.code, condition.text, condition.playbook.flatMap { playbook[$0] } ?? "",
                    condition.project.flatMap { project[$0] } ?? "",
                ]
            }
        }
        return ("axis,text,playbook,project", rows)
    }
}

extension Sheet {
    func axes() throws {
        let names = try names()
        var known: [String: Axis] = try known(by: \.code)
        try eachRow { row in
            let code = row.required("code")
            let before = known[code]
            let content = row.draft(over: before?.content ?? Axis.Content(), names)
            var proposal = before?.proposal
            if row.has("proposed_on") {
                let author = row.person("proposed_by", names)
                let outcome = row.optionalChoice("answer", Axis.Proposal.Outcome.self)
                let answeredOn = row.day("answered_on")
                proposal = row.day("proposed_on").map {
                    Axis.Proposal(
                        by: author, on: $0, outcome: outcome, answeredOn: answeredOn, reason: row.text("reason"))
                }
            }
            guard row.problems.isEmpty else { return }
            var axis = before ?? Axis(id: transaction.newID(), code: code, content)
            axis.content = content
            axis.proposal = proposal
            known[code] = try put(axis, over: before)
        }
    }

    /// What has to be there for axes; a row that is there already stays one.
    func conditions() throws {
        var axes: [String: Axis] = try known(by: \.code)
        let playbooks: [String: Playbook] = try known(by: \.ref)
        let projects: [String: OpsProject] = try known(by: \.ref)
        try eachRow { row in
            let axis = row.named("axis", in: axes)
            var condition = Axis.Condition(text: row.required("text"))
            condition.playbook = row.named("playbook", in: playbooks)?.id
            condition.project = row.named("project", in: projects)?.id
            for flaw in condition.flaws { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty, let axis else { return }
            var changed = axis
            let others = (axis.conditions ?? []).filter { $0.text != condition.text }
            if others.count < Axis.mostConditions, axis.conditions?.contains(condition) != true {
                changed.conditions = others + [condition]
            } else if others.count >= Axis.mostConditions {
                return row.refuse("text", .outOfRange(1...Axis.mostConditions))
            }
            axes[axis.code] = try put(changed, over: axis, isPart: true)
        }
    }
}

extension Axis: Searchable {
    var searchTitle: String { content.title }
    var searchBody: String { "\(content.why) \(code)" }
}
