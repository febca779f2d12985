import Rouage

/// One split: what came before as precedents, what is tested as drafts whose asks are hidden.
struct Trial {
    struct Case {
        let draft: SilentDraft
        let asker: Identifier<Rouage.Unit>
        let asked: Set<Identifier<Rouage.Unit>>
    }

    let past: [Precedent]
    let cases: [Case]
    let teams: [AskableTeam]

    init(_ published: Published, _ split: Published.Split) {
        var numbers: [String: Identifier<Rouage.Unit>] = [:]
        func unit(_ name: String) -> Identifier<Rouage.Unit> {
            if let known = numbers[name] { return known }
            numbers[name] = Identifier(high: 1, low: UInt64(numbers.count))
            return numbers[name]!
        }
        var teams = published.teams.map { AskableTeam(id: unit($0.code), names: $0.names) }
        let known = Set(published.teams.map(\.code))
        let before = published.initiatives.filter { $0.period < split.periods.lowerBound }
        // A team that was asked once may be asked again, whether or not it is on today's list.
        for code in before.flatMap(\.asked) where !known.contains(code) && numbers[code] == nil {
            teams.append(AskableTeam(id: unit(code), names: [code]))
        }
        past = before.enumerated().map { place, initiative in
            Precedent(
                briefing: Identifier(high: 2, low: UInt64(place)), team: unit(initiative.asker),
                cycle: initiative.period, title: initiative.title, text: initiative.text,
                asked: initiative.asked.map(unit))
        }
        cases = published.initiatives.filter { $0.isTested && split.periods.contains($0.period) }.map { initiative in
            Case(
                draft: SilentDraft(team: unit(initiative.asker), title: initiative.title, text: initiative.text),
                asker: unit(initiative.asker), asked: Set(initiative.asked.map(unit)))
        }
        self.teams = teams
    }
}

/// How well a ranking finds the hidden asks.
struct Score {
    var drafts = 0
    var recall = 0.0
    var precision = 0.0

    mutating func add(_ ranking: [Identifier<Rouage.Unit>], asked: Set<Identifier<Rouage.Unit>>) {
        guard !asked.isEmpty else { return }
        drafts += 1
        recall += Double(ranking.prefix(3).count(where: asked.contains)) / Double(asked.count)
        if let first = ranking.first, asked.contains(first) { precision += 1 }
    }

    static func + (a: Score, b: Score) -> Score {
        Score(drafts: a.drafts + b.drafts, recall: a.recall + b.recall, precision: a.precision + b.precision)
    }

    /// Share of the teams asked that are among the first three, a draft as much as another, 0 to 1.
    var recallAt3: Double { recall / Double(max(1, drafts)) }
    /// Share of drafts whose first team was asked, 0 to 1.
    var precisionAt1: Double { precision / Double(max(1, drafts)) }
}
