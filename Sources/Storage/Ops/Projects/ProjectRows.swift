import Rouage

/// Ops projects with their parts, and how topics were shared out, as rows of files. What people wished for is left out.
struct ProjectRows {
    private let reading: Reading
    private let names: Names
    private let topics: [Identifier<Topic>: String]
    private let requests: [Identifier<OpsRequest>: String]
    private let playbooks: [Identifier<Playbook>: String]
    private let projects: [OpsProject]

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        requests = Dictionary(uniqueKeysWithValues: try reading.records(OpsRequest.self).map { ($0.id, $0.ref) })
        playbooks = Dictionary(uniqueKeysWithValues: try reading.records(Playbook.self).map { ($0.id, $0.ref) })
        projects = try reading.records(OpsProject.self).sorted { $0.ref < $1.ref }
    }

    func table() throws -> FileFacts.Table {
        (
            """
            ref,topic,request,cycle,title,mode,ends_on,effort_days,crafts,lead,buddy,co_builders,problem,problem_state,yes,\
            partly,no,answered_by,waived_by,waiver_reason,waived_on,solution,metric,unit,before,after,burden_delta,\
            receiver,playbook,owner_accepted_on,accepted_by,director,director_accepted_on,stage,standing,reason,unplanned,\
            started_on,ended_on,created_at
            """, try projects.map(row)
        )
    }

    var evidence: FileFacts.Table {
        (
            "project,kind,team,craft,note,consent,found_on",
            projects.flatMap { project in project.evidence.map { row($0, of: project) } }
        )
    }

    var experiments: FileFacts.Table {
        (
            "project,hypothesis,measure,aim,threshold,teams,from,to,reached,result,learned",
            projects.flatMap { project in project.experiments.map { row($0, of: project) } }
        )
    }

    var waves: FileFacts.Table {
        (
            "project,teams,from,verdict,reason,decided_on",
            projects.flatMap { project in project.waves.map { row($0, of: project) } }
        )
    }

    func sharing() throws -> FileFacts.Table {
        let shareOuts = try reading.records(ShareOut.self).sorted { names.code($0.cycle) < names.code($1.cycle) }
        return (
            "cycle,part,topic,lead,buddy,obstacle,person,reason,written_at,state,proven,created_at",
            shareOuts.flatMap(rows)
        )
    }

    private func code(_ person: Identifier<Person>?) -> String { names.code(person) }
    private func codes(_ units: [Identifier<Rouage.Unit>]) -> String {
        units.map { names.code($0) }.joined(separator: ";")
    }

    private func row(_ project: OpsProject) throws -> [String] {
        let answers = try reading.agreement(on: project.id)
        let marks: [String] = try reading.all("SELECT person FROM problem_mark WHERE project = \(project.id)") {
            code(try $0.id(0))
        }
        return [
            project.ref, project.topic.flatMap { topics[$0] } ?? "",
            project.request.flatMap { requests[$0] } ?? "", names.code(project.cycle), project.title,
            project.mode.rawValue, text(project.endsOn), text(project.effortDays),
            project.targetCrafts.map(\.rawValue).joined(separator: ";"), code(project.lead), code(project.buddy),
            project.coBuilders.map(code).joined(separator: ";"), project.problem, project.problemState.rawValue,
            text(answers.yes), text(answers.partly), text(answers.no), marks.sorted().joined(separator: ";"),
            code(project.waiver?.by), project.waiver?.reason ?? "", text(project.waiver?.on), project.solution,
            project.metric.name, project.metric.unit, text(project.metric.before), text(project.metric.after),
            text(project.burdenDelta), code(project.receiver), project.playbook.flatMap { playbooks[$0] } ?? "",
            text(project.ownerAcceptance?.on),
            code(project.ownerAcceptance?.by), code(project.directorAcceptance?.by),
            text(project.directorAcceptance?.on), project.stage.rawValue, project.standing.rawValue, project.reason,
            text(project.isUnplanned), text(project.startedOn), text(project.endedOn), text(project.createdAt),
        ]
    }

    private func row(_ evidence: OpsProject.Evidence, of project: OpsProject) -> [String] {
        [
            project.ref, evidence.sort.rawValue, names.code(evidence.team), evidence.craft.rawValue,
            evidence.note, text(evidence.hasConsent), text(evidence.on),
        ]
    }

    private func row(_ experiment: OpsProject.Experiment, of project: OpsProject) -> [String] {
        [
            project.ref, experiment.hypothesis, experiment.measure, experiment.aim.rawValue, text(experiment.threshold),
            codes(experiment.teams), text(experiment.from), text(experiment.to), text(experiment.reached),
            experiment.result?.rawValue ?? "", experiment.learned,
        ]
    }

    private func row(_ wave: OpsProject.Wave, of project: OpsProject) -> [String] {
        [
            project.ref, codes(wave.teams), text(wave.from), wave.verdict?.rawValue ?? "", wave.reason,
            text(wave.decidedOn),
        ]
    }

    /// One row for the whole, then its lines, what was left out, what was changed and who confirmed.
    private func rows(_ shareOut: ShareOut) -> [[String]] {
        let label = names.code(shareOut.cycle)
        func line(_ part: String, _ line: ShareOut.Line) -> [String] {
            [label, part, topics[line.topic] ?? "", code(line.lead), code(line.buddy)]
        }
        let whole = [
            label, "whole", "", "", "", "", "", "", text(shareOut.computedAt), shareOut.state.rawValue,
            text(shareOut.isProven), text(shareOut.createdAt),
        ]
        let proposal = shareOut.proposal.map { line("proposal", $0) + ["", "", "", "", "", "", ""] }
        let left = shareOut.leftOut.map { left -> [String] in
            [label, "left_out", topics[left.topic] ?? "", "", "", left.obstacle.rawValue, "", "", "", "", "", ""]
        }
        let edits = shareOut.edits.map {
            line("edit", $0.line) + ["", code($0.by), $0.reason, text($0.at), "", "", ""]
        }
        let confirmations = shareOut.confirmations.map { confirmation -> [String] in
            [
                label, "confirmation", "", "", "", "", code(confirmation.person), "", text(confirmation.at), "", "", "",
            ]
        }
        return [whole] + proposal + left + edits + confirmations
    }
}
