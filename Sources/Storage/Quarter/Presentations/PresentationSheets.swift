import Foundation
import Rouage

/// The run of show in a file: the names that are stable in the place of identifiers.
struct SlotCells: Codable {
    let team: String
    let minutes: Int
    let initiatives: [String]
    var presenters: [String] = []
    var notes = ""
    var ready = false
}

extension Sheet {
    /// One presentation a quarter. Without a run of show it is built from what is validated; what is published without
    /// its text is kept as the pages are.
    func presentations() throws {
        let names = try names()
        try eachRow { row in
            _ = row.required("cycle")
            let cycle = row.cycle("cycle", names)
            let state: Presentation.State = row.choice("state", missing: .preparing)
            let (startedAt, publishedAt) = (row.instant("started_at"), row.instant("published_at"))
            let begins = row.text("begins").split(separator: ":").compactMap { Int($0) }
            if !row.text("begins").isEmpty, begins.count != 2 { row.refuse("begins", .unknown) }
            let runOfShow = try slots(&row)
            guard row.problems.isEmpty, let cycle else { return }
            let organisation = try transaction.organisation(on: today)
            let known = try transaction.presentation(of: cycle)
            if let known, known.state == .published {
                row.knows("recording", "snapshot")
                file.unchanged += 1
                return
            }
            var presentation: Presentation
            if let known {
                presentation = known
            } else {
                let entries = try transaction.presentationEntries(of: cycle, in: organisation)
                let target = try transaction.get(cycle)
                presentation = Presentation.build(entries, id: transaction.newID(), of: target).0
            }
            if let runOfShow { presentation.runOfShow = runOfShow }
            // What was on stage when it was written to a file is not on stage here.
            presentation.state = state == .preparing ? .preparing : .ready
            if begins.count == 2 { (presentation.startsHour, presentation.startsMinute) = (begins[0], begins[1]) }
            presentation.startedAt = startedAt
            presentation.recording = row.text("recording")
            presentation = try put(presentation, over: known)
            try write()
            try transaction.openSecrets(of: presentation.id)
            if state == .published {
                try publish(presentation, row.verbatim("snapshot"), at: publishedAt ?? now, organisation)
            }
        }
    }

    private func publish(
        _ presentation: Presentation, _ text: String, at published: Instant, _ organisation: Organisation
    ) throws {
        let cycle = try transaction.get(presentation.cycle)
        let kept = text.isEmpty ? try transaction.deck(of: presentation, in: cycle, organisation).document() : text
        let hash = Secret.hash(kept)
        try transaction.change(presentation.id) { (presentation: inout Presentation) in
            presentation.publish(hash: hash, at: published)
        }
        let snapshot = PresentationSnapshot(
            id: transaction.newID(), of: presentation.id, text: kept, hash: hash, at: published)
        try transaction.add(snapshot, Activity(.imported))
    }

    private func slots(_ row: inout SheetRow) throws -> [Presentation.Slot]? {
        let text = row.text("run_of_show")
        if text.isEmpty { return nil }
        guard let cells = try? JSONDecoder().decode([SlotCells].self, from: Data(text.utf8)) else {
            row.refuse("run_of_show", .unknown)
            return nil
        }
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        let slots = cells.compactMap { cell -> Presentation.Slot? in
            let initiatives = cell.initiatives.compactMap { briefings[$0] }
            let presenters = cell.presenters.compactMap { names.person($0).id }
            guard let team = names.unit(cell.team).id, initiatives.count == cell.initiatives.count,
                presenters.count == cell.presenters.count, (1...Presentation.Slot.most).contains(cell.minutes)
            else { return nil }
            var slot = Presentation.Slot(team: team, initiatives: initiatives)
            slot.minutes = cell.minutes
            slot.presenters = presenters
            slot.notes = cell.notes
            slot.isReady = cell.ready
            return slot
        }
        if slots.count != cells.count { row.refuse("run_of_show", .unknown) }
        return slots
    }

    /// What the audience asked.
    func questions() throws {
        let presentations = try presentationCodes()
        let names = try names()
        var known: [String: AudienceQuestion] = try known { "\($0.presentation) \($0.askedAt) \($0.text)" }
        try eachRow { row in
            _ = row.required("cycle")
            let presentation = row.named("cycle", in: presentations)
            let (team, author) = (row.unit("team", names), row.person("author", names))
            let text = row.required("text")
            row.limit("text", to: AudienceQuestion.limit)
            let askedAt = row.instant("at") ?? now
            let answeredAt = row.instant("answered_at")
            let support = row.integer("support") ?? 0
            guard row.problems.isEmpty, let presentation else { return }
            let key = "\(presentation) \(askedAt) \(text)"
            let before = known[key]
            var question =
                before
                ?? AudienceQuestion(
                    id: transaction.newID(), of: presentation, team: team, by: author, text: text, at: askedAt)
            question.answeredAt = answeredAt
            known[key] = try put(question, over: before)
            try write()
            for number in 0..<support {
                try transaction.connection.run(
                    """
                    INSERT INTO audience_question_support (question, mark) VALUES (\(question.id), \("file \(number)"))
                    ON CONFLICT (question, mark) DO NOTHING
                    """)
            }
        }
    }

    /// The counters of a closed vote, one row a value.
    func confidence() throws {
        let presentations = try presentationCodes()
        let names = try names()
        try eachRow { row in
            _ = (row.required("cycle"), row.required("value"))
            let presentation = row.named("cycle", in: presentations)
            let team = row.unit("team", names)
            let value = row.integer("value", in: Confidence.values)
            let votes = row.integer("votes") ?? 0
            guard row.problems.isEmpty, let presentation, let value else { return }
            let subject = team?.description ?? "whole"
            let before = try transaction.first(
                """
                SELECT votes FROM confidence
                WHERE presentation = \(presentation) AND subject = \(subject) AND value = \(value)
                """
            ) { $0.integer(0) }
            if before == votes {
                file.unchanged += 1
                return
            }
            if before == nil { file.created += 1 } else { file.updated += 1 }
            try transaction.connection.run(
                """
                INSERT INTO confidence (presentation, subject, value, votes)
                VALUES (\(presentation), \(subject), \(value), \(votes))
                ON CONFLICT (presentation, subject, value) DO UPDATE SET votes = \(votes)
                """)
        }
    }

    /// What too few believed in, and what its director answered.
    func reworks() throws {
        let presentations = try presentationCodes()
        let names = try names()
        var known: [String: Rework] = try known { "\($0.presentation) \($0.team?.description ?? "")" }
        try eachRow { row in
            _ = (row.required("cycle"), row.required("mean"), row.required("due"))
            let presentation = row.named("cycle", in: presentations)
            let (team, by) = (row.unit("team", names), row.person("answered_by", names))
            let (due, on) = (row.day("due"), row.day("answered_on"))
            let mean = Double(row.text("mean"))
            if mean == nil { row.refuse("mean", .notANumber) }
            let answer = row.text("answer")
            row.limit("answer", to: Rework.limit)
            guard row.problems.isEmpty, let presentation, let due, let mean else { return }
            let key = "\(presentation) \(team?.description ?? "")"
            let before = known[key]
            var rework =
                before ?? Rework(id: transaction.newID(), of: presentation, team: team, mean: mean, due: due)
            rework.answer = answer
            rework.answeredBy = by
            rework.answeredOn = on
            known[key] = try put(rework, over: before)
        }
    }

    private func presentationCodes() throws -> [String: Identifier<Presentation>] {
        try codes("SELECT c.label, p.id FROM presentation p JOIN cycle c ON c.id = p.cycle")
    }
}
