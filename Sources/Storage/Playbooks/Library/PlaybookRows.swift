import Rouage

/// Playbooks, their editions, the times they were run and what people say of them, as rows of files.
struct PlaybookRows {
    private let reading: Reading
    private let names: Names
    private let playbooks: [Playbook]
    private let refs: [Identifier<Playbook>: String]

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        playbooks = try reading.records().sorted { $0.ref < $1.ref }
        refs = Dictionary(uniqueKeysWithValues: playbooks.map { ($0.id, $0.ref) })
    }

    func table() -> FileFacts.Table {
        ((["ref"] + Self.written + Self.more).joined(separator: ","), playbooks.map(row))
    }

    private static let written: [String] = Playbook.Draft.columns.dropLast()
    /// The day of its review, which people write as well, stands among what becomes of it.
    private static let more = [
        "state", "carried_by", "edition", "review_on", "reviewed_on", "support_ends_on", "handover_to", "handover_by",
        "handover_on", "owner_accepted_on", "director", "director_accepted_on", "signed_off", "carried_since",
        "relapsed_on", "created_at",
    ]

    private func code(_ person: Identifier<Person>?) -> String { names.code(person) }

    private func row(_ playbook: Playbook) -> [String] {
        let handover = playbook.handover
        let written: [String] = playbook.draft.cells(names).dropLast()
        return [playbook.ref] + written
            + [
                playbook.state.rawValue, playbook.carriedBy.rawValue, text(playbook.edition), text(playbook.reviewOn),
                text(playbook.reviewedOn), text(playbook.supportEndsOn), code(handover?.to), code(handover?.offeredBy),
                text(handover?.offeredOn), text(handover?.ownerAcceptedOn), code(handover?.director),
                text(handover?.directorAcceptedOn),
                (handover?.signedOff ?? []).map { code($0) }.joined(separator: ";"), text(playbook.carriedSince),
                text(playbook.relapsedOn), text(playbook.createdAt),
            ]
    }

    func editions() throws -> FileFacts.Table {
        let columns =
            ["playbook", "number"] + Playbook.Content.columns + ["language", "note", "replaced_by", "replaced_at"]
        let rows = try reading.records(PlaybookEdition.self).map { edition in
            [refs[edition.playbook] ?? "", text(edition.number)]
                + edition.content.cells(names)
                + [edition.language.rawValue, edition.note, code(edition.replacedBy), text(edition.replacedAt)]
        }
        return (columns.joined(separator: ","), rows.inOrder)
    }

    func occurrences() throws -> FileFacts.Table {
        let rows = try reading.records(Occurrence.self).map { occurrence in
            [
                refs[occurrence.playbook] ?? "", text(occurrence.heldOn), code(occurrence.ranBy),
                JSONCell.text(occurrence.doneSteps.map { NamedStep($0, by: code($0.by)) }),
                occurrence.teams.map { names.code($0) }.joined(separator: ";"), occurrence.note, text(occurrence.ok),
                text(occurrence.edition), code(occurrence.recordedBy), text(occurrence.recordedAt),
            ]
        }
        return ("playbook,held_on,ran_by,steps,teams,note,ok,edition,recorded_by,recorded_at", rows.inOrder)
    }

    func feedback() throws -> FileFacts.Table {
        let rows = try reading.records(PlaybookFeedback.self).map { feedback in
            [
                refs[feedback.playbook] ?? "", text(feedback.givenOn), code(feedback.givenBy), text(feedback.useful),
                feedback.text, feedback.answer, code(feedback.answeredBy), text(feedback.answeredOn),
            ]
        }
        return ("playbook,given_on,given_by,useful,text,answer,answered_by,answered_on", rows.inOrder)
    }
}

/// A step that was done, with the code of who did it.
struct NamedStep: Codable {
    let step: Int
    let by: String
    let blocking: Bool
    let ops: Bool

    init(_ step: Occurrence.DoneStep, by code: String) {
        self.step = step.step
        by = code
        blocking = step.blocking
        ops = step.ops
    }
}
