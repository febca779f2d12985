import Rouage

extension Sheet {
    func people() throws {
        let names = try names()
        var known: [String: Person] = try known(by: \.code)
        var emails = Dictionary(
            known.values.compactMap { person in person.email.map { ($0.lowercased(), person.code) } },
            uniquingKeysWith: { first, _ in first })
        try eachRow { row in
            let email = row.text("email").isEmpty ? nil : row.text("email")
            // Without a code people are called by their e-mail address.
            let code =
                email.flatMap { row.text("code").isEmpty ? emails[$0.lowercased()] ?? $0 : nil } ?? row.required("code")
            let before = known[code]
            var person = before ?? Person(id: transaction.newID(), code: code, name: "", craft: .other)
            person.take(row.draft(over: person.description, names, but: ["code"]))
            if row.has("joined_on") { person.joinedOn = row.day("joined_on") }
            if row.has("left_on") { person.leftOn = row.day("left_on") }
            if row.has("active") { person.active = row.flag("active", missing: true) }
            if let email = person.email?.lowercased(), let other = emails[email], other != code {
                row.refuse("email", .taken)
            }
            guard row.problems.isEmpty else { return }
            known[code] = try put(person, over: before)
            if let email = person.email?.lowercased() { emails[email] = code }
        }
    }

    func memberships() throws {
        let names = try names()
        var known: [String: Membership] = try known { "\($0.person) \($0.unit) \($0.from?.description ?? "")" }
        try eachRow { row in
            _ = (row.required("person"), row.required("unit"))
            let person = row.person("person", names)
            let unit = row.unit("unit", names)
            let span = row.span()
            let fte = row.share("fte")
            guard row.problems.isEmpty, let person, let unit else { return }
            let key = "\(person) \(unit) \(span.from?.description ?? "")"
            let before = known[key]
            var membership = before ?? Membership(id: transaction.newID(), person: person, unit: unit, from: span.from)
            if row.has("fte") { membership.fte = fte }
            if row.has("to") { membership.to = span.to }
            known[key] = try put(membership, over: before)
        }
    }

    func roles() throws {
        let names = try names()
        func key(_ grant: RoleGrant) -> String {
            "\(grant.person) \(grant.role) \(grant.unit?.description ?? "") \(grant.from?.description ?? "")"
        }
        var known: [String: RoleGrant] = try known(by: key)
        try eachRow { row in
            _ = (row.required("person"), row.required("role"))
            let person = row.person("person", names)
            let role = row.choice("role", missing: Role.guest)
            let unit = row.unit("unit", names)
            let span = row.span()
            guard row.problems.isEmpty, let person else { return }
            var grant = RoleGrant(
                id: transaction.newID(), person: person, role: role, unit: unit, from: span.from, to: span.to)
            let before = known[key(grant)]
            if var stored = before {
                if row.has("to") { stored.to = span.to }
                grant = stored
            }
            known[key(grant)] = try put(grant, over: before)
        }
    }
}
