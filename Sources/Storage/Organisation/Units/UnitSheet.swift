import Rouage

extension Sheet {
    /// Units name their parent by its code, in any order; a parent that would close a circle is refused.
    func units() throws {
        let names = try names()
        var known: [String: Rouage.Unit] = try known(by: \.code)
        let codes = Dictionary(known.values.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        var parents = known.compactMapValues { $0.parent.flatMap { codes[$0] } }
        var ids = known.mapValues(\.id)
        try eachRaw { row in
            let code = row.text("code")
            if ids[code] == nil { ids[code] = transaction.newID() }
            if row.has("parent") { parents[code] = row.text("parent") }
        }
        var candidates: [Candidate] = []
        try eachRow { row in
            let code = row.code("code")
            let before = known[code]
            var unit = before ?? Rouage.Unit(id: ids[code] ?? transaction.newID(), code: code, sort: .team, name: "")
            unit.name = row.required("name")
            if row.has("kind") { unit.sort = row.choice("kind", missing: .team) }
            if row.has("parent") { unit.parent = row.named("parent", in: ids) }
            if row.has("lead") { unit.lead = row.person("lead", names) }
            if row.has("deputy") { unit.deputy = row.person("deputy", names) }
            if row.has("founded_on") { unit.foundedOn = row.day("founded_on") }
            if row.has("closed_on") { unit.closedOn = row.day("closed_on") }
            if row.has("planned_on") { unit.planned = row.plan(ids, names) }
            if isCircular(code, parents) { row.refuse("parent", .circular) }
            if row.problems.isEmpty { candidates.append(Candidate(unit: unit, row: row)) }
        }
        try put(candidates, &known)
    }

    private struct Candidate {
        let unit: Rouage.Unit
        var row: SheetRow
    }

    /// Writes parents before their children, and refuses the children of rows that were refused.
    private func put(_ candidates: [Candidate], _ known: inout [String: Rouage.Unit]) throws {
        var there = Set(known.values.map(\.id))
        var left = candidates
        while !left.isEmpty {
            var later: [Candidate] = []
            for candidate in left {
                let unit = candidate.unit
                guard unit.parent.map(there.contains) ?? true else {
                    later.append(candidate)
                    continue
                }
                // The file may name a unit twice: what it says last counts.
                var newest = unit
                newest.version = known[unit.code]?.version ?? unit.version
                known[unit.code] = try put(newest, over: known[unit.code], from: candidate.row)
                there.insert(unit.id)
            }
            if later.count == left.count { break }
            left = later
        }
        for var orphan in left {
            orphan.row.refuse("parent", .unknown)
            file.refuse(orphan.row.problems)
        }
        try write()
    }

    private func isCircular(_ code: String, _ parents: [String: String]) -> Bool {
        var seen: Set<String> = [code]
        var next = parents[code] ?? ""
        while !next.isEmpty {
            if next == code { return true }
            guard seen.insert(next).inserted else { return false }
            next = parents[next] ?? ""
        }
        return false
    }
}

extension SheetRow {
    /// What changes on a day to come; nothing without a day.
    fileprivate mutating func plan(
        _ units: [String: Identifier<Rouage.Unit>], _ names: Names
    ) -> UnitPlan? {
        guard let day = day("planned_on") else { return nil }
        return UnitPlan(
            on: day, name: required("planned_name"), parent: named("planned_parent", in: units),
            lead: person("planned_lead", names), deputy: person("planned_deputy", names))
    }
}
