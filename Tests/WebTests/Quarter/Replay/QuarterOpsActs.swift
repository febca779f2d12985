import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// Product Ops' own work: what people ask, topics, the vote of the directors. Without Product Ops the CPO does what waits
/// past its day, and sets the table.
extension QuarterReplay {
    /// How many requests are closed for each that becomes a topic.
    static let requestsToOneTopic = 8
    static let mercato = "/mercato/2026-Q2"

    private func worker(_ number: Int) -> String {
        department.isWithoutOps ? department.cpo : department.ops[number % department.ops.count]
    }

    /// The first that somebody may move: any for Product Ops, for the CPO one that waits too long.
    private func movable(_ waiting: [Identifier<OpsRequest>]) throws -> Int? {
        guard department.isWithoutOps else { return waiting.isEmpty ? nil : 0 }
        let requests = try site.store.readNow { try $0.records(waiting) as [OpsRequest] }
        let stuck = Set(requests.filter { $0.isStuck(on: day) }.map(\.id))
        return waiting.firstIndex { stuck.contains($0) }
    }

    // MARK: Requests

    func ask() async throws -> Bool {
        let number = count(.ask)
        let title = "Demande \(number) à Product Ops"
        try await send(
            .ask, by: next(), "/requests",
            ["title": title, "what_hurts": "Ce qui fait mal, numéro \(number).", "people_hit": "\(number)"])
        asked.append(try site.id(of: OpsRequest.self, "title", title))
        return true
    }

    func sort() async throws -> Bool {
        guard let place = try movable(asked) else { return false }
        let number = count(.sort)
        try await send(
            .sort, by: worker(number), "/requests/\(asked[place])/triage",
            ["impact": "\(1 + number % 3)", "urgency": "\(1 + number / 3 % 3)"])
        sorted.append(asked.remove(at: place))
        return true
    }

    /// Answered; one in eight becomes a topic.
    func closeRequest() async throws -> Bool {
        guard let place = try movable(sorted) else { return false }
        let number = count(.closeRequest)
        let (person, path) = (worker(number), "/requests/\(sorted[place])")
        if number % Self.requestsToOneTopic == 7 && !department.isWithoutOps {
            try await send(.closeRequest, by: person, path + "/taking")
            try await send(.closeRequest, by: person, path + "/closing", ["outcome": "became_topic"])
        } else {
            try await send(
                .closeRequest, by: person, path + "/closing", ["outcome": "answered", "answer": "Réponse \(number)."])
        }
        sorted.remove(at: place)
        return true
    }

    // MARK: Topics

    func raise(_ action: QuarterAction) async throws -> Bool {
        let title = "Sujet \(topics.count)"
        let author = action == .propose ? department.otherOps : department.isWithoutOps ? next() : worker(topics.count)
        try await send(action, by: author, "/topics", ["title": title, "source": "field"])
        topics.append((try site.id(of: Topic.self, "title", title), author))
        return true
    }

    /// Its author writes what is missing, and says that it is ready.
    func finalise() async throws -> Bool {
        let number = count(.finalise)
        guard number < topics.count else { return false }
        let (topic, author) = topics[number]
        let page = try await browser(author).submit(
            "/topics/\(topic)",
            [
                ("problem", "Ce qui grince, numéro \(number)."), ("effort_days", "\(10 + number)"),
                ("crafts", "product"), ("crafts", "engineering"),
            ], follow: false)
        guard page.status == 303 else { throw Refused(action: .finalise, person: author, page: page) }
        try await send(.finalise, by: author, "/topics/\(topic)/readiness")
        return true
    }

    func link() async throws -> Bool {
        let number = count(.link)
        let axes = try site.store.readNow { try $0.axes().filter { $0.standing(in: "2026-Q1").isOpen }.map(\.code) }
        guard number < topics.count, !axes.isEmpty else { return false }
        try await send(
            .link, by: department.cpo, "/topics/\(topics[number].id)", ["axis": axes[number % axes.count]])
        return true
    }

    /// All that is ready lies on the table, a day before the vote.
    func setTable() async throws -> Bool {
        let ready: [Topic] = try site.store.readNow { try $0.topics(in: [.ready]) }
        guard !ready.isEmpty else { return false }
        let person = worker(0)
        let page = try await browser(person).submit(
            Self.mercato + "/table", ready.map { ("topics", $0.ref) }, follow: false)
        guard page.status == 303 else { throw Refused(action: .table, person: person, page: page) }
        return true
    }

    // MARK: The vote

    /// What an elector gives a topic, by the elector's place and the number in its title.
    static func score(_ elector: Int, _ row: Mercato.Row) -> Score {
        let topic = row.title.split(separator: " ").last.flatMap { Int($0) } ?? 0
        let scores: [Score] = [.must, .useful, .must, .notNow, .useful, .noOpinion, .useful]
        return scores[(elector * 5 + topic * 3 + elector * topic) % scores.count]
    }

    /// One score or one word saves itself.
    func fill(_ action: QuarterAction) async throws -> Bool {
        let mercato: Mercato? = try site.store.readNow { try $0.mercato(ref: "2026-Q2") }
        guard let mercato, mercato.state == .open, !mercato.electors.isEmpty else { return false }
        let (number, topics) = (count(action), mercato.topics.count)
        let isScore = action == .score
        let elector = isScore ? number / topics % mercato.electors.count : number % mercato.electors.count
        let topic = number % topics
        let person = department.organisation.people[mercato.electors[elector].person]?.code ?? ""
        if isScore && topic == 0 {
            let home = try await browser(person).request("GET", "/")
            guard home.says("Voter au mercato") else { throw Refused(action: action, person: person, page: home) }
        }
        let code = mercato.topics[topic].code
        let field = isScore ? "scores-\(code)" : "words-\(code)"
        let value = isScore ? Self.score(elector, mercato.topics[topic]).rawValue : "Mot \(number)."
        try await send(
            action, by: person, Self.mercato + "/ballot", [field: value], headers: ["X-Autosave": "1"])
        return true
    }

    /// The CPO reads where the line lies; what is equal across it, the CPO decides.
    func confirmLine() async throws -> Bool {
        let (mercato, ranking) = try site.store.readNow { reading in
            let mercato = try reading.mercato(ref: "2026-Q2")
            return (mercato, try mercato.flatMap { try reading.ranking(of: $0) })
        }
        guard let mercato, let ranking else { return false }
        let page = try await browser(department.cpo).request("GET", Self.mercato + "/result")
        guard page.status == 200 else { throw Refused(action: .confirmLine, person: department.cpo, page: page) }
        guard mercato.needsRuling(ranking) && mercato.state == .closed else { return true }
        let first = ranking.tied.first.flatMap { tied in ranking.lines.first { $0.topic == tied }?.place } ?? 0
        let before = ranking.ranked.filter { ($0.place ?? 0) < first }
            .reduce(0) { $0 + mercato.topics[$1.topic].effortDays }
        let chosen = ranking.tied.first { before + mercato.topics[$0].effortDays <= mercato.capacityDays }
        try await send(
            .confirmLine, by: department.cpo, Self.mercato + "/ruling",
            ["selected": chosen.map { mercato.topics[$0].code } ?? "", "reason": "Le premier des ex æquo."])
        return true
    }
}
