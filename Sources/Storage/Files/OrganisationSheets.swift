import Rouage

extension Sheet {
    func people() throws {
        var known: [String: Person] = try known(by: \.code)
        var emails = Dictionary(
            known.values.compactMap { person in person.email.map { ($0.lowercased(), person.code) } },
            uniquingKeysWith: { first, _ in first })
        try eachRow { row in
            let code = row.required("code")
            let before = known[code]
            var person = before ?? Person(id: transaction.newID(), code: code, name: "", craft: .other)
            person.name = row.required("name")
            if row.has("email") { person.email = row.text("email").isEmpty ? nil : row.text("email") }
            if row.has("craft") { person.craft = row.choice("craft", missing: .other) }
            if row.has("job") { person.job = row.text("job") }
            if row.has("locale") { person.locale = row.choice("locale", missing: .french) }
            if row.has("joined_on") { person.joinedOn = row.day("joined_on") }
            if row.has("left_on") { person.leftOn = row.day("left_on") }
            if row.has("active") { person.active = row.text("active").isEmpty || row.flag("active") }
            if let email = person.email?.lowercased(), let other = emails[email], other != code {
                row.refuse("email", .taken)
            }
            guard row.problems.isEmpty else { return }
            try put(person, over: before)
            person.version = before == nil ? 1 : person.version
            known[code] = person
            if let email = person.email?.lowercased() { emails[email] = code }
        }
    }

    /// Units name their parent by its code, in any order; a parent that would close a circle is refused.
    func units() throws {
        let people = try personCodes()
        var known: [String: Rouage.Unit] = try known(by: \.code)
        var ids = known.mapValues(\.id)
        var parents: [String: String] = [:]
        try eachRaw { row in
            let code = row.text("code")
            if !code.isEmpty, ids[code] == nil { ids[code] = transaction.newID() }
            parents[code] = row.text("parent")
        }
        var waiting: [(Rouage.Unit, Identifier<Rouage.Unit>)] = []
        try eachRow { row in
            let code = row.required("code")
            let before = known[code]
            var unit =
                before ?? Rouage.Unit(id: ids[code] ?? transaction.newID(), code: code, sort: .team, name: "")
            unit.name = row.required("name")
            if row.has("kind") { unit.sort = row.choice("kind", missing: .team) }
            if row.has("lead") { unit.lead = row.named("lead", in: people) }
            if row.has("deputy") { unit.deputy = row.named("deputy", in: people) }
            if row.has("founded_on") { unit.foundedOn = row.day("founded_on") }
            if row.has("closed_on") { unit.closedOn = row.day("closed_on") }
            let parent = row.has("parent") ? row.named("parent", in: ids) : unit.parent
            if isCircular(code, parents) { row.refuse("parent", .circular) }
            guard row.problems.isEmpty else { return }
            // A parent further down the file does not exist yet: the unit is hung up when all are there.
            if let before {
                unit.parent = parent
                try put(unit, over: before)
            } else {
                unit.parent = nil
                try put(unit, over: nil)
                if let parent { waiting.append((unit, parent)) }
            }
            known[code] = unit
        }
        for (unit, parent) in waiting {
            guard try transaction.find(parent) != nil else { continue }
            try transaction.change(unit.id) { (stored: inout Rouage.Unit) in
                stored.parent = parent
                return Activity(.imported)
            }
        }
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

    func memberships() throws {
        let people = try personCodes()
        let units = try unitCodes()
        var known: [String: Membership] = try known { "\($0.person) \($0.unit) \($0.from?.description ?? "")" }
        try eachRow { row in
            _ = (row.required("person"), row.required("unit"))
            let person = row.named("person", in: people)
            let unit = row.named("unit", in: units)
            let from = row.day("from")
            let to = row.day("to")
            let fte = row.share("fte")
            guard row.problems.isEmpty, let person, let unit else { return }
            let key = "\(person) \(unit) \(from?.description ?? "")"
            let before = known[key]
            var membership = before ?? Membership(id: transaction.newID(), person: person, unit: unit, from: from)
            membership.fte = fte
            membership.to = to
            try put(membership, over: before)
            known[key] = membership
        }
    }

    func roles() throws {
        let people = try personCodes()
        let units = try unitCodes()
        func key(_ grant: RoleGrant) -> String {
            "\(grant.person) \(grant.role) \(grant.unit?.description ?? "") \(grant.from?.description ?? "")"
        }
        var known: [String: RoleGrant] = try known(by: key)
        try eachRow { row in
            _ = (row.required("person"), row.required("role"))
            let person = row.named("person", in: people)
            let role = row.choice("role", missing: Role.guest)
            let unit = row.named("unit", in: units)
            let from = row.day("from")
            let to = row.day("to")
            guard row.problems.isEmpty, let person else { return }
            var grant = RoleGrant(id: transaction.newID(), person: person, role: role, unit: unit, from: from, to: to)
            let before = known[key(grant)]
            if var stored = before {
                stored.to = to
                grant = stored
            }
            try put(grant, over: before)
            known[key(grant)] = grant
        }
    }

    func axes() throws {
        let people = try personCodes()
        let known: [String: Axis] = try known(by: \.code)
        try eachRow { row in
            let code = row.required("code")
            let title = row.required("title")
            let owner = row.named("owner", in: people)
            guard row.problems.isEmpty else { return }
            let before = known[code]
            var axis = before ?? Axis(id: transaction.newID(), code: code, title: title, why: "", owner: nil)
            axis.title = title
            axis.why = row.text("why")
            axis.owner = owner
            try put(axis, over: before)
        }
    }
}
