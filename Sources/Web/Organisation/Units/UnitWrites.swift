import HTML
import Rouage
import Storage
import WebCore

/// Founding, changing and closing units.
enum UnitWrites {
    static func found(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard let sort = visit.exchange.form["kind"].flatMap(Rouage.Unit.Sort.init) else {
            throw Refusal.invalid("kind", .unknown)
        }
        let (unit, activity) = try Rouage.Unit.found(
            description(visit), sort: sort, id: transaction.newID(), by: deed)
        try transaction.add(unit, activity)
        return .seeOther("/teams/\(unit.code)")
    }

    static func describe(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let unit = try visit.unit()
        let version = visit.exchange.form.version
        guard deed.actor.may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        let description = try description(visit)
        guard let day = visit.exchange.form["from"].map({ Day($0) }) ?? visit.today else {
            throw Refusal.invalid("from", .notADay)
        }
        let earliest = try transaction.firstDayOfChange(
            of: unit.id, noEarlierThan: visit.firstOpenDay, in: visit.site.clock.zone)
        let saved = try transaction.change(unit.id, version: version) {
            try $0.describe(description, from: day, noEarlierThan: earliest, by: deed)
        }
        return .seeOther("/teams/\(saved.code)")
    }

    static func forgetPlan(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let unit = try visit.unit()
        try transaction.change(unit.id) { try $0.forgetPlan(by: deed) }
        return .seeOther("/teams/\(unit.code)")
    }

    /// Closes a unit once each of its pages and open dependencies has another team; its people leave it on its last day.
    static func close(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let unit = try visit.unit()
        let form = visit.exchange.form
        guard deed.actor.may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        guard let last = form["closed_on"].flatMap(Day.init) else { throw Refusal.invalid("closed_on", .notADay) }
        for dependency in try transaction.openDependencies(of: unit.id, on: visit.today)
        where dependency.givingTeam == unit.id {
            guard let code = form["giver-\(dependency.id)"], !code.isEmpty else { continue }
            let giver = try named(code, "giver", visit)
            try transaction.change(dependency.id) { try $0.handOver(to: giver, by: deed) }
        }
        for briefing in try transaction.briefingsUnderWay(of: unit.id, on: visit.today) {
            guard let code = form["taker-\(briefing.id)"], !code.isEmpty else { continue }
            if code == UnitClosing.nobody {
                try transaction.endWithTeam(briefing.id, reason: form.text("ending_reason"), by: deed)
            } else {
                try transaction.handOver(briefing.id, to: try named(code, "taker", visit), by: deed)
            }
        }
        let briefings = try transaction.briefingsUnderWay(of: unit.id, on: visit.today).count
        let open = try transaction.openDependencies(of: unit.id, on: visit.today).count
        let below = visit.organisation.children(of: unit.id).compactMap { visit.organisation.units[$0] }
            .count { $0.closedOn == nil }
        try transaction.change(unit.id) {
            try $0.close(on: last, open: open, briefings: briefings, below: below, by: deed)
        }
        for place in try transaction.memberships(inUnit: unit.id) where (place.to ?? last + 1) > last {
            try transaction.change(place.id) { (place: inout Membership) in
                try place.end(on: max(last, place.from ?? last), by: deed, first: visit.firstOpenDay)
            }
        }
        return .seeOther("/teams/\(unit.code)")
    }

    private static func named(_ code: String, _ field: String, _ visit: Visit) throws -> Rouage.Unit {
        guard let unit = visit.organisation.unitsByCode[code].flatMap({ visit.organisation.units[$0] }) else {
            throw Refusal.invalid(field, .unknown)
        }
        return unit
    }

    private static func description(_ visit: Visit) throws -> Rouage.Unit.Description {
        let form = visit.exchange.form
        let organisation = visit.organisation
        var flaws: [Flaw] = []
        func unit(_ field: String) -> Identifier<Rouage.Unit>? {
            guard let code = form[field], !code.isEmpty else { return nil }
            guard let id = organisation.unitsByCode[code] else {
                flaws.append(Flaw(field: field, reason: .unknown))
                return nil
            }
            return id
        }
        func person(_ field: String) -> Identifier<Person>? {
            guard let code = form[field], !code.isEmpty else { return nil }
            guard let person = organisation.people.values.first(where: { $0.code == code }) else {
                flaws.append(Flaw(field: field, reason: .unknown))
                return nil
            }
            return person.id
        }
        let founded = form["founded_on"] ?? ""
        let day = Day(founded)
        if day == nil && !founded.isBlank { flaws.append(Flaw(field: "founded_on", reason: .notADay)) }
        let description = Rouage.Unit.Description(
            code: form["code"] ?? "", name: form["name"] ?? "", parent: unit("parent"), lead: person("lead"),
            deputy: person("deputy"), foundedOn: day)
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return description
    }
}
