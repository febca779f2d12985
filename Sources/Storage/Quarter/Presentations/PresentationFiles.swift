import Foundation
import Rouage

/// Presentations and what came of them, as the importer reads them.
struct PresentationFiles {
    private let reading: Reading
    private let label: [Identifier<Presentation>: String]
    private let presentations: [Presentation]
    private let person: (Identifier<Person>?) -> String
    private let unit: (Identifier<Rouage.Unit>?) -> String
    private let ref: (Identifier<Briefing>) -> String

    init(
        _ reading: Reading, _ cycles: [Cycle], person: @escaping (Identifier<Person>?) -> String,
        unit: @escaping (Identifier<Rouage.Unit>?) -> String, ref: @escaping (Identifier<Briefing>) -> String
    ) throws {
        self.reading = reading
        self.person = person
        self.unit = unit
        self.ref = ref
        let labels = Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0.label) })
        presentations = try reading.records(Presentation.self).sorted {
            labels[$0.cycle] ?? "" < labels[$1.cycle] ?? ""
        }
        label = Dictionary(uniqueKeysWithValues: presentations.map { ($0.id, labels[$0.cycle] ?? "") })
    }

    static let presentationColumns = "cycle,state,begins,started_at,published_at,recording,run_of_show,snapshot"
    static let questionColumns = "cycle,team,author,at,text,support,answered_at"
    static let confidenceColumns = "cycle,team,value,votes"
    static let reworkColumns = "cycle,team,mean,due,answer,answered_by,answered_on"

    func presentationRows() throws -> [[String]] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try presentations.map { presentation in
            let cells = presentation.runOfShow.map { slot in
                SlotCells(
                    team: unit(slot.team), minutes: slot.minutes, initiatives: slot.initiatives.map(ref),
                    presenters: slot.presenters.map { person($0) }, notes: slot.notes, ready: slot.isReady)
            }
            return [
                label[presentation.id] ?? "", presentation.state.rawValue,
                "\(presentation.startsHour.padded(2)):\(presentation.startsMinute.padded(2))",
                presentation.startedAt?.description ?? "", presentation.publishedAt?.description ?? "",
                presentation.recording, String(decoding: try encoder.encode(cells), as: UTF8.self),
                try reading.snapshot(of: presentation.id)?.text ?? "",
            ]
        }
    }

    func questionRows() throws -> [[String]] {
        try presentations.flatMap { presentation in
            try reading.questions(of: presentation.id).map { line in
                let question = line.question
                return [
                    label[presentation.id] ?? "", unit(question.team), person(question.author),
                    question.askedAt.description, question.text, String(line.support),
                    question.answeredAt?.description ?? "",
                ]
            }.sorted { $0.lexicographicallyPrecedes($1) }
        }
    }

    /// Closed votes only: an open one is read by nobody.
    func confidenceRows() throws -> [[String]] {
        try presentations.flatMap { presentation in
            try reading.confidence(of: presentation).flatMap { subject, confidence in
                var team: Identifier<Rouage.Unit>?
                if case .team(let id) = subject { team = id }
                return zip(Confidence.values, confidence.counts).map {
                    [label[presentation.id] ?? "", unit(team), String($0), String($1)]
                }
            }.sorted { $0.lexicographicallyPrecedes($1) }
        }
    }

    func reworkRows() throws -> [[String]] {
        try presentations.flatMap { presentation in
            try reading.reworks(of: presentation.id).map { rework in
                [
                    label[presentation.id] ?? "", unit(rework.team), rework.mean.description, rework.due.description,
                    rework.answer, person(rework.answeredBy), rework.answeredOn?.description ?? "",
                ]
            }.sorted { $0.lexicographicallyPrecedes($1) }
        }
    }
}
