import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// One act each: whether there was something to do it to. What the product refuses throws.
extension QuarterReplay {
    func act(_ action: QuarterAction) async throws -> Bool {
        switch action {
        case .signIn: try await signIn()
        case .comment: try await comment(action, on: running)
        case .alignmentComment: try await comment(action, on: drafts.filter(\.isSubmitted).map(\.id))
        case .create: try await create()
        case .save: try await save(action, unsubmitted: true)
        case .revise: try await save(action, unsubmitted: false)
        case .submit, .submitInGrace: try await submit(action)
        case .declareNone: try await declareNone()
        case .review: try await review()
        case .decide: try await decide()
        case .pointOut: try await pointOut(action, on: drafts.indices.first { !drafts[$0].isSubmitted && alone($0) })
        case .pointOutInAlignment, .pointOutLate: try await pointOut(action, on: nil)
        case .acknowledge, .commit, .counter, .decline: try await answer(action)
        case .acceptCounter, .withdraw: try await settle(action)
        case .update: try await update()
        case .claim: try await claim(action)
        case .confirm: try await confirm()
        case .slow:
            try await end(
                action, "slowdown", ["reason": "Une dépendance est arrivée tard.", "cause": "capacity"])
        case .close: try await end(action, "ending", ["ending": "done", "reason": "Livrée comme prévu."])
        case .minutes: try await meet()
        case .polish: try await polish()
        case .present: try await advance()
        case .question: try await question()
        case .vote: try await vote()
        case .lookBack: try await lookBack()
        case .ask: try await ask()
        case .sort: try await sort()
        case .closeRequest: try await closeRequest()
        case .raise, .propose: try await raise(action)
        case .finalise: try await finalise()
        case .link: try await link()
        case .table: try await setTable()
        case .score, .ballotWord: try await fill(action)
        case .confirmLine: try await confirmLine()
        }
    }

    private func comment(_ action: QuarterAction, on pages: [String]) async throws -> Bool {
        let number = fresh()
        guard !pages.isEmpty else { return false }
        let person = next()
        try await send(
            action, by: person, "/briefings/\(pages[number % pages.count])/comments",
            ["text": "Remarque \(number) de \(person)"])
        return true
    }

    // MARK: Pages

    private func create() async throws -> Bool {
        let team = department.teams[drafts.count % department.teams.count]
        let owner = department.speaker(of: team.id)
        let title = "Initiative \(drafts.count) du deuxième trimestre"
        let page = try await send(
            .create, by: owner, "/briefings", ["team": team.code, "cycle": "2026-Q2", "title": title])
        let id = try site.id(of: Briefing.self, "title", title).description
        guard page.location == "/briefings/\(id)/edit" else { return false }
        drafts.append(Draft(id: id, team: team.id, owner: owner))
        return true
    }

    /// Saves one field by itself, as the page does while somebody writes.
    private func save(_ action: QuarterAction, unsubmitted: Bool) async throws -> Bool {
        let open = drafts.indices.filter { drafts[$0].isSubmitted != unsubmitted && !drafts[$0].isDecided }
        guard let place = open.min(by: { drafts[$0].saves < drafts[$1].saves }) else { return false }
        let fields: [Briefing.Text.Field] = [.problem, .source, .problemSize, .intention]
        let draft = drafts[place]
        let field = fields[draft.saves % fields.count].rawValue
        let number = fresh()
        let text = "Version \(number) : ce que l’équipe observe, mesure et veut changer."
        let answer = try await send(
            action, by: department.member(of: draft.team, draft.saves), "/briefings/\(draft.id)",
            ["version": String(draft.version), field: text], headers: ["X-Autosave": "1"])
        let saved = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        drafts[place].version = saved?["version"] as? Int ?? 0
        drafts[place].saves += 1
        return true
    }

    private func submit(_ action: QuarterAction) async throws -> Bool {
        guard let place = drafts.indices.first(where: { drafts[$0].isWhole && !drafts[$0].isSubmitted }) else {
            return false
        }
        try await send(action, by: drafts[place].owner, "/briefings/\(drafts[place].id)/submission")
        drafts[place].isSubmitted = true
        drafts[place].version += 1
        return true
    }

    private func declareNone() async throws -> Bool {
        guard let place = drafts.indices.last(where: { !drafts[$0].isSubmitted && alone($0) }) else { return false }
        try await send(.declareNone, by: drafts[place].owner, "/briefings/\(drafts[place].id)/no-dependency")
        drafts[place].isAlone = true
        drafts[place].version += 1
        return true
    }

    private func alone(_ place: Int) -> Bool { drafts[place].asks == 0 && !drafts[place].isAlone }

    private func review() async throws -> Bool {
        guard let place = drafts.indices.first(where: { drafts[$0].isSubmitted && drafts[$0].reviews < 3 }) else {
            return false
        }
        let craft = Craft.triforce[drafts[place].reviews]
        guard let director = department.director(of: craft) else { return false }
        try await send(
            .review, by: director, "/briefings/\(drafts[place].id)/reviews",
            ["craft": craft.rawValue, "opinion": "favourable", "text": "Relu par \(director)."])
        drafts[place].reviews += 1
        return true
    }

    /// Nine are postponed and five dropped, of those that need nobody; the others are validated.
    private func decide() async throws -> Bool {
        let place = drafts.indices.first { drafts[$0].reviews == 3 && !drafts[$0].isDecided }
        guard let place, let director = department.decider(for: drafts[place].team) else { return false }
        let alone = drafts.filter { $0.isDecided && $0.isAlone }.count
        let outcome: Briefing.Outcome =
            !drafts[place].isAlone || alone >= 14 ? .validated : alone < 9 ? .postponed : .dropped
        try await send(
            .decide, by: director, "/briefings/\(drafts[place].id)/decision",
            ["outcome": outcome.rawValue, "code": "priority", "reason": "Décidée le \(day)."])
        drafts[place].isDecided = true
        return true
    }

    private func end(_ action: QuarterAction, _ noun: String, _ fields: [String: String]) async throws -> Bool {
        let place = count(action)
        guard place < running.count, let id = Identifier<Briefing>(running[place]) else { return false }
        let team = try site.store.readNow { try $0.get(id).team }
        try await send(action, by: department.speaker(of: team), "/briefings/\(id)/\(noun)", fields)
        return true
    }

    // MARK: Dependencies

    /// - Parameter draft: the page that has said nothing of others yet; else one that asks already asks for more.
    private func pointOut(_ action: QuarterAction, on draft: Int?) async throws -> Bool {
        let number = fresh()
        let asking = drafts.indices.filter { drafts[$0].asks > 0 && !drafts[$0].isDecided }
        guard let place = draft ?? (asking.isEmpty ? nil : asking[number % asking.count]) else { return false }
        let page = drafts[place]
        let others = department.teams.filter { $0.id != page.team }
        let giving = others[number % others.count]
        let neededBy = WorkCalendar.french.adding(workingDays: 5 + number % 30, to: Day(2026, 4, 1))
        let what = "Ce que l’équipe attend, numéro \(number)"
        let sorts = Dependency.Interaction.allCases
        try await send(
            action, by: department.member(of: page.team, number), "/briefings/\(page.id)/dependencies",
            [
                "what": what, "giving_team": giving.code, "needed_by": "\(neededBy)",
                "interaction": sorts[number % sorts.count].rawValue, "collaborates_until": "\(neededBy)",
                "criticality": Dependency.Criticality.allCases[number % 3].rawValue,
            ])
        drafts[place].asks += 1
        let id = try site.id(of: Dependency.self, "what", what).description
        pointedOut.append(Request(id: id, asking: page.team, giving: giving.id, neededBy: neededBy))
        return true
    }

    /// The giver answers what was asked first. What was not acknowledged is acknowledged by the answer.
    private func answer(_ action: QuarterAction) async throws -> Bool {
        let isFirst = action == .acknowledge
        guard let request = isFirst ? pointedOut.first : acknowledged.first ?? pointedOut.first else { return false }
        let (noun, fields): (String, [String: String]) =
            switch action {
            case .acknowledge: ("acknowledgement", [:])
            case .commit: ("commitment", ["committed_for": "\(request.neededBy)", "effort_days": "4"])
            case .counter:
                ("counter-proposal", ["counter_date": "\(request.neededBy + 7)", "reason": "Après la migration."])
            default: ("decline", ["code": "capacity", "reason": "Personne avant l’été."])
            }
        try await send(
            action, by: department.speaker(of: request.giving), "/dependencies/\(request.id)/\(noun)", fields)
        if isFirst || acknowledged.isEmpty { pointedOut.removeFirst() } else { acknowledged.removeFirst() }
        if isFirst { acknowledged.append(request) }
        if action == .counter { countered.append(request) }
        return true
    }

    private func settle(_ action: QuarterAction) async throws -> Bool {
        let isAccepted = action == .acceptCounter
        guard let request = isAccepted ? countered.first : acknowledged.last ?? pointedOut.last else { return false }
        try await send(
            action, by: department.member(of: request.asking, fresh()),
            "/dependencies/\(request.id)/\(isAccepted ? "counter-proposal-acceptance" : "withdrawal")",
            isAccepted ? [:] : ["reason": "L’initiative s’en passe."])
        if isAccepted {
            countered.removeFirst()
        } else if acknowledged.isEmpty {
            pointedOut.removeLast()
        } else {
            acknowledged.removeLast()
        }
        return true
    }

    // MARK: The quarter that runs

    /// On the last Friday ten of the sixteen updates say that something is there; the others are a word beside the page.
    private func update() async throws -> Bool {
        if day == Day(2026, 3, 27), count(.update) % 16 < 10 { return try await claim(.update) }
        let promise = promises[fresh() % promises.count]
        let giver = department.organisation.unitsByCode[promise.giving].map { department.speaker(of: $0) } ?? ""
        try await send(
            .update, by: giver, "/briefings/\(id(promise.page))/comments",
            ["text": "Où en est \(promise.ref) le \(day), numéro \(fresh())"])
        return true
    }

    private func claim(_ action: QuarterAction) async throws -> Bool {
        guard let promise = promises.first, let team = department.organisation.unitsByCode[promise.giving] else {
            return false
        }
        try await send(action, by: department.speaker(of: team), "/dependencies/\(id(promise.ref))/claim")
        claimed.append(promises.removeFirst())
        return true
    }

    private func confirm() async throws -> Bool {
        guard let promise = claimed.first, let team = department.organisation.unitsByCode[promise.asking] else {
            return false
        }
        try await send(
            .confirm, by: department.member(of: team, fresh()), "/dependencies/\(id(promise.ref))/receipt")
        claimed.removeFirst()
        return true
    }
}
