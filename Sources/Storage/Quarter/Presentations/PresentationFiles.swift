import Rouage

/// Presentations and what came of them, as the importer reads them.
struct PresentationFiles {
    private let reading: Reading
    private let presentations: [(label: String, presentation: Presentation)]
    private let names: Names
    private let briefings: [Identifier<Briefing>: String]

    init(_ exporter: Exporter) throws {
        (reading, names, briefings) = (exporter.reading, exporter.names, exporter.briefingRef)
        presentations = try reading.records(Presentation.self).map { [names] in (names.code($0.cycle), $0) }
            .sorted { $0.0 < $1.0 }
    }

    func table() throws -> FileFacts.Table {
        let rows = try presentations.map { label, presentation in
            let cells = presentation.runOfShow.map { slot in
                SlotCells(
                    team: names.code(slot.team), minutes: slot.minutes,
                    initiatives: slot.initiatives.map { briefings[$0] ?? "" },
                    presenters: slot.presenters.map { names.code($0) }, notes: slot.notes, ready: slot.isReady)
            }
            return [
                label, presentation.state.rawValue,
                "\(presentation.startsHour.padded(2)):\(presentation.startsMinute.padded(2))",
                text(presentation.startedAt), text(presentation.publishedAt),
                presentation.recording, JSONCell.json(cells),
                try reading.snapshot(of: presentation.id)?.text ?? "",
            ]
        }
        return ("cycle,state,begins,started_at,published_at,recording,run_of_show,snapshot", rows)
    }

    func questions() throws -> FileFacts.Table {
        let rows = try presentations.flatMap { label, presentation in
            try reading.questions(of: presentation.id).map { line in
                let question = line.question
                return [
                    label, names.code(question.team), names.code(question.author),
                    question.askedAt.description, question.text, String(line.support),
                    text(question.answeredAt),
                ]
            }.inOrder
        }
        return ("cycle,team,author,at,text,support,answered_at", rows)
    }

    /// Closed votes only: an open one is read by nobody.
    func confidence() throws -> FileFacts.Table {
        let rows = try presentations.flatMap { label, presentation in
            try reading.confidence(of: presentation).flatMap { subject, confidence in
                var team: Identifier<Rouage.Unit>?
                if case .team(let id) = subject { team = id }
                return zip(Confidence.values, confidence.counts).map {
                    [label, names.code(team), String($0), String($1)]
                }
            }.inOrder
        }
        return ("cycle,team,value,votes", rows)
    }

    func reworks() throws -> FileFacts.Table {
        let rows = try presentations.flatMap { label, presentation in
            try reading.reworks(of: presentation.id).map { rework in
                [
                    label, names.code(rework.team), rework.mean.description, rework.due.description,
                    rework.answer, names.code(rework.answeredBy), text(rework.answeredOn),
                ]
            }.inOrder
        }
        return ("cycle,team,mean,due,answer,answered_by,answered_on", rows)
    }
}
