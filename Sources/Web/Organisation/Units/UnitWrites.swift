import HTML
import Rouage
import Storage
import WebCore

/// Founding, changing and closing units.
enum UnitWrites {
    static func found(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let sort = try visit.taken(over: Rouage.Unit.Founding()).sort
        let description = try visit.taken(over: Rouage.Unit.Description(code: "", name: "", parent: nil))
        let (unit, activity) = try Rouage.Unit.found(description, sort: sort, id: transaction.newID(), by: deed)
        try transaction.add(unit, activity)
        return .seeOther("/teams/\(unit.code)")
    }

    static func describe(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let unit = try visit.unit()
        let version = visit.exchange.form.version
        guard deed.actor.may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        let description = try visit.taken(over: unit.description)
        let day = try visit.taken(over: Rouage.Unit.Change(from: visit.today)).from
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
        let closing = try visit.taken(over: Rouage.Unit.Closing(on: visit.today))
        for dependency in try transaction.openDependencies(of: unit.id, on: visit.today)
        where dependency.givingTeam == unit.id {
            guard let code = form["giver-\(dependency.id)"], !code.isEmpty else { continue }
            let giver = try named(code, "giver", visit)
            try transaction.change(dependency.id) { try $0.handOver(to: giver, by: deed) }
        }
        for briefing in try transaction.briefingsUnderWay(of: unit.id, on: visit.today) {
            guard let code = form["taker-\(briefing.id)"], !code.isEmpty else { continue }
            if code == UnitClosing.nobody {
                try transaction.endWithTeam(briefing.id, reason: closing.reason, by: deed)
            } else {
                try transaction.handOver(briefing.id, to: try named(code, "taker", visit), by: deed)
            }
        }
        let last = closing.day
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
}
