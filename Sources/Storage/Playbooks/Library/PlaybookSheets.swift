import Foundation
import Rouage

extension Sheet {
    func playbooks() throws {
        let names = try names()
        var known: [String: Playbook] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            let before = known[ref]
            let draft = row.draft(over: before?.draft ?? Playbook.Draft(.blank), names)
            let (state, carrier) = (row.choice("state", missing: Playbook.State.draft), row.carrier())
            let created = row.instant("created_at") ?? before?.createdAt ?? now
            var playbook = Playbook(
                id: before?.id ?? transaction.newID(), ref: ref, draft, state: state, carriedBy: carrier, on: today,
                at: created)
            playbook.version = before?.version ?? 1
            playbook.updatedAt = before?.updatedAt ?? now
            playbook.edition = row.integer("edition", in: 1...10_000) ?? before?.edition ?? 1
            playbook.reviewedOn = row.day("reviewed_on") ?? before?.reviewedOn ?? today
            playbook.supportEndsOn = row.day("support_ends_on")
            playbook.carriedSince =
                row.day("carried_since") ?? (carrier == .organisation ? before?.carriedSince ?? today : nil)
            playbook.relapsedOn = row.day("relapsed_on")
            playbook.handover = row.handover(names, on: today)
            for flaw in try refusals(of: playbook, over: before) { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty else { return }
            known[ref] = try put(playbook, over: before)
        }
    }

    func editions() throws {
        let names = try names()
        let playbooks: [String: Identifier<Playbook>] = try codes("SELECT ref, id FROM playbook")
        var known: [String: PlaybookEdition] = try known { "\($0.playbook) \($0.number)" }
        try eachRow { row in
            _ = row.required("playbook")
            let playbook = row.named("playbook", in: playbooks)
            _ = row.required("number")
            let number = row.integer("number", in: 1...10_000)
            let content = row.draft(over: Playbook.Content.blank, names)
            let (note, person) = (row.text("note"), row.person("replaced_by", names))
            let language: Language = row.choice("language", missing: .french)
            let at = row.instant("replaced_at") ?? now
            row.limit("note", to: PlaybookEdition.noteLimit)
            guard row.problems.isEmpty, let playbook, let number else { return }
            let name = "\(playbook) \(number)"
            var edition = PlaybookEdition(
                id: known[name]?.id ?? transaction.newID(), of: playbook, number: number, content, language: language,
                note: note, by: person, at: at)
            edition.version = known[name]?.version ?? 1
            known[name] = try put(edition, over: known[name])
        }
    }

    func occurrences() throws {
        let names = try names()
        let playbooks: [String: Playbook] = try self.known(by: \.ref)
        var known: [String: Occurrence] = try known { "\($0.playbook) \($0.heldOn) \($0.ranBy) \($0.note)" }
        try eachRow { row in
            _ = row.required("playbook")
            let playbook = row.named("playbook", in: playbooks)
            let account = row.draft(over: Occurrence.Account(), names, but: ["steps"])
            let steps = row.list("steps", NamedStep.self)
            let done = steps.compactMap { step in
                names.person(step.by).id.map {
                    Occurrence.DoneStep(step.step, by: $0, blocking: step.blocking, ops: step.ops)
                }
            }
            if done.count != steps.count { row.refuse("steps", .unknown) }
            let recorder = row.person("recorded_by", names)
            let edition = row.integer("edition", in: 1...10_000)
            let at = row.instant("recorded_at") ?? now
            guard row.problems.isEmpty, let playbook, let day = account.on, let ranBy = account.ranBy else { return }
            let name = "\(playbook.id) \(day) \(ranBy) \(account.note)"
            var occurrence = Occurrence(
                id: known[name]?.id ?? transaction.newID(), of: playbook.id, edition: edition ?? playbook.edition,
                on: day, ranBy: ranBy, doneSteps: done, teams: account.teams, note: account.note, ok: row.flag("ok"),
                by: recorder,
                at: at)
            occurrence.version = known[name]?.version ?? 1
            known[name] = try put(occurrence, over: known[name])
        }
    }

    func feedback() throws {
        let names = try names()
        let playbooks: [String: Identifier<Playbook>] = try codes("SELECT ref, id FROM playbook")
        func name(_ feedback: PlaybookFeedback) -> String {
            "\(feedback.playbook) \(feedback.givenOn) \(feedback.givenBy?.description ?? "") \(feedback.text)"
        }
        var known: [String: PlaybookFeedback] = try known(by: name)
        try eachRow { row in
            _ = (row.required("playbook"), row.required("given_on"))
            let (playbook, day) = (row.named("playbook", in: playbooks), row.day("given_on"))
            let opinion = row.draft(over: PlaybookFeedback.Opinion(), names)
            let (by, answerer) = (row.person("given_by", names), row.person("answered_by", names))
            let answeredOn = row.day("answered_on")
            row.limit("answer", to: PlaybookFeedback.limit)
            guard row.problems.isEmpty, let playbook, let day, let useful = opinion.useful else { return }
            func made(_ id: Identifier<PlaybookFeedback>) -> PlaybookFeedback {
                PlaybookFeedback(id: id, on: playbook, useful: useful, text: opinion.text, by: by, on: day)
            }
            let key = name(made(Identifier(high: 0, low: 0)))
            var feedback = made(known[key]?.id ?? transaction.newID())
            feedback.version = known[key]?.version ?? 1
            feedback.answer = row.text("answer")
            feedback.answeredBy = answerer
            feedback.answeredOn = answeredOn
            known[key] = try put(feedback, over: known[key])
        }
    }
}

extension SheetRow {
    /// A list written in JSON.
    fileprivate mutating func list<Item: Decodable>(_ column: String, _: Item.Type) -> [Item] {
        let value = text(column)
        if value.isEmpty { return [] }
        guard let list = try? JSONDecoder().decode([Item].self, from: Data(value.utf8)) else {
            refuse(column, .unknown)
            return []
        }
        return list
    }

    fileprivate mutating func carrier() -> Playbook.Carrier { choice("carried_by", missing: .ops) }

    fileprivate mutating func handover(_ names: Names, on today: Day) -> Playbook.Handover? {
        guard let to = person("handover_to", names) else { return nil }
        return Playbook.Handover(
            to: to, by: person("handover_by", names), on: day("handover_on") ?? today,
            ownerAcceptedOn: day("owner_accepted_on"), director: person("director", names),
            directorAcceptedOn: day("director_accepted_on"), signedOff: people("signed_off", names))
    }
}
