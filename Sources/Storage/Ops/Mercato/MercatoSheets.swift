import Rouage

/// Sessions of the mercato and their tables in files; their ballots are in `BallotSheet`.
extension Sheet {
    func mercatos() throws {
        let names = try names()
        let crafts = Dictionary(
            try transaction.records(Person.self).map { ($0.id, $0.craft) }, uniquingKeysWith: { first, _ in first })
        var known: [String: Mercato] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            _ = row.required("cycle")
            let cycle = row.cycle("cycle", names)
            let electors = row.people("electors", names)
            if ref.contains(where: { "/?#".contains($0) }) { row.refuse("ref", .notACode) }
            guard row.problems.isEmpty, let cycle else { return }
            let before = known[ref]
            let target = try transaction.get(cycle)
            let (planned, _) = Mercato.prepare(
                for: target, id: before?.id ?? transaction.newID(), .french, at: before?.createdAt ?? now)
            let origin: Mercato.Origin = row.choice("origin", missing: .native)
            let given = (
                opens: row.moment("opens_at", end: false), closes: row.moment("closes_at", end: true),
                publishes: row.instant("publishes_at")
            )
            let closes = given.closes ?? planned.closesAt
            // One held elsewhere was not held by our calendar: without a day, its hours are one and the same.
            let (opens, publishes) =
                origin == .imported
                ? (given.closes == nil ? closes : closes + -86_400, closes) : (planned.opensAt, planned.publishesAt)
            var mercato = Mercato(
                id: planned.id, ref: ref, cycle: cycle, opensAt: given.opens ?? opens, closesAt: closes,
                publishesAt: given.publishes ?? publishes, at: row.instant("created_at") ?? planned.createdAt)
            mercato.version = before?.version ?? 1
            mercato.topics = before?.topics ?? []
            mercato.origin = origin
            row.limit("title", to: Mercato.titleLimit)
            mercato.title = row.text("title").isEmpty ? nil : row.text("title")
            mercato.state = row.choice("state", missing: mercato.origin == .imported ? .published : .preparing)
            mercato.electors = electors.map { Mercato.Elector(person: $0, craft: crafts[$0] ?? .other) }
            mercato.extended = row.flag("extended")
            mercato.quorumMissed = row.flag("quorum_missed")
            let kept = before.flatMap { $0.isFrozen ? $0.capacityDays : nil }
            mercato.capacityDays = try row.amount("capacity_days") ?? kept ?? capacity(of: mercato)
            mercato.settings = row.settings()
            if let at = row.instant("ruled_at") {
                mercato.ruling = Mercato.Ruling(
                    by: row.person("ruled_by", names), at: at, reason: row.text("ruling"),
                    selected: row.list("ruled_topics"))
            }
            mercato.selected = row.list("selected")
            mercato.publishedAt =
                row.instant("published_at") ?? (mercato.state == .published ? mercato.publishesAt : nil)
            if let before, before.isFrozen, mercato != before { row.refuse("ref", .frozen) }
            guard row.problems.isEmpty else { return }
            known[ref] = try put(mercato, over: before)
        }
    }

    /// What Product Ops could plan when a vote held here opened, where the file does not say it.
    private func capacity(of mercato: Mercato) throws -> Int {
        guard mercato.isFrozen else { return 0 }
        return try transaction.organisation(on: mercato.day(mercato.opensAt))
            .plannedOpsDays(in: transaction.get(mercato.cycle), .french)
    }

    /// The tables, in the order of the file. A topic that is on the table already changes in its place.
    func candidates() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        let before: [String: Mercato] = try known(by: \.ref)
        var after = before
        var places = before.mapValues { mercato in
            Dictionary(mercato.topics.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var rows: [String: Int] = [:]
        try eachRow { row in
            let ref = row.required("mercato")
            let code = row.required("topic")
            if before[ref] == nil && !ref.isEmpty { row.refuse("mercato", .unknown) }
            let effort = row.amount("effort_days") ?? 0
            let sponsor = row.person("sponsor", names)
            let source = row.optionalChoice("source", Topic.Source.self)
            let sort = row.optionalChoice("kind", Topic.Sort.self)
            guard row.problems.isEmpty else { return }
            let title = row.text("title")
            let entry = Mercato.Row(
                code: code, topic: before[ref]?.origin == .native ? topics[code] : nil,
                title: title.isEmpty ? code : title, problem: row.text("problem"), source: source, sort: sort,
                effortDays: effort, sponsor: sponsor)
            let place = places[ref]?[code]
            if let mercato = before[ref], mercato.isFrozen, !mercato.topics.isEmpty,
                place.map({ mercato.topics[$0] != entry }) ?? true
            {
                return row.refuse("topic", .frozen)
            }
            if let place {
                after[ref]?.topics[place] = entry
            } else {
                places[ref, default: [:]][code] = after[ref]?.topics.count ?? 0
                after[ref]?.topics.append(entry)
            }
            rows[ref, default: 0] += 1
        }
        for (ref, count) in rows.sorted(by: { $0.key < $1.key }) {
            guard let old = before[ref], let new = after[ref] else { continue }
            if old == new {
                file.unchanged += count
            } else {
                let known = old.topics.count
                file.created += min(count, new.topics.count - known)
                file.updated += count - min(count, new.topics.count - known)
                try transaction.replace(old, by: new, Activity(.imported))
            }
        }
    }
}

extension SheetRow {
    /// A number that may have a fraction, rounded: amounts of other bodies have cents.
    mutating func amount(_ column: String) -> Int? {
        let value = text(column)
        if value.isEmpty { return nil }
        guard let number = Double(typed: value) else {
            refuse(column, .notANumber)
            return nil
        }
        guard (0...1e12).contains(number) else {
            refuse(column, .outOfRange(0...1_000_000_000_000))
            return nil
        }
        return Int(number.rounded())
    }

    /// A moment as other bodies write it too: `19.03.2023`, a time without a zone, of which the day is kept, or a year alone,
    /// which begins on its first day and ends on its last.
    fileprivate mutating func moment(_ column: String, end: Bool) -> Instant? {
        let value = text(column)
        func noon(_ day: Day) -> Instant { Instant(milliseconds: day.number * 86_400_000 + 43_200_000) }
        if value.count == 4, let year = Int(value), year > 1900 {
            return noon(end ? Day(year, 12, 31) : Day(year, 1, 1))
        }
        let parts = value.split(separator: ".").compactMap { Int($0) }
        if parts.count == 3, (1...31).contains(parts[0]), (1...12).contains(parts[1]), parts[2] > 1900 {
            return noon(Day(parts[2], parts[1], parts[0]))
        }
        if Instant(value + "Z") != nil, let day = Day(String(value.prefix(10))) { return noon(day) }
        return instant(column)
    }

    fileprivate func list(_ column: String) -> [String] {
        text(column).split(separator: ";").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }

    fileprivate mutating func settings() -> Mercato.Settings {
        var settings = Mercato.Settings()
        settings.k = integer("k", in: 0...100) ?? settings.k
        settings.craftMinimum = integer("craft_minimum", in: 0...100) ?? settings.craftMinimum
        settings.cpoVotes = flag("cpo_votes")
        settings.visibility = choice("visibility", missing: .named)
        if !text("session_quorum").isEmpty { settings.sessionQuorum = share("session_quorum") }
        if !text("item_quorum").isEmpty { settings.itemQuorum = share("item_quorum") }
        return settings
    }
}
