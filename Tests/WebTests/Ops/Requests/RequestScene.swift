import Rouage
import Storage
import TestSupport
import Web
import WebCore

extension TestSite {
    /// What Camille asks of Product Ops, in a state in which Théa has put it.
    @discardableResult
    func request(
        _ state: OpsRequest.State = .new, title: String = "Qui valide un accès à la base ?", isHot: Bool = false,
        answer: String = "Votre direction, en un jour."
    ) throws -> Identifier<OpsRequest> {
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        let thea = try id(of: Person.self, "code", "thea.nogaret")
        return try store.writeNow(as: camille, at: clock.now()) { transaction in
            let organisation = try transaction.organisation(on: today)
            let (asker, ops) = (
                Deed(by: Actor(organisation.people[camille]!, in: organisation), at: transaction.now),
                Deed(by: Actor(organisation.people[thea]!, in: organisation), at: transaction.now)
            )
            let id = transaction.newID(OpsRequest.self)
            let draft = OpsRequest.Draft(
                title: title, whatHurts: "Trois demandes attendent depuis dix jours.", peopleHit: 8,
                team: organisation.unitsByCode["bulletins"], hotPotato: isHot)
            let (request, activity) = try OpsRequest.ask(
                draft, ref: "q-\(id)", id: id, by: asker)
            try transaction.add(request, activity)
            if state == .new { return id }
            try transaction.change(id) { (request: inout OpsRequest) in
                try request.triage(impact: 3, urgency: 2, by: ops)
            }
            if state == .inHand {
                let owner = try self.id(of: Person.self, "code", "hana.diallo")
                try transaction.change(id) { (request: inout OpsRequest) in
                    try request.take(decider: owner, returnOwner: camille, by: ops)
                }
            }
            if state == .closed {
                try transaction.close(id, .init(.answered, answer: answer), by: ops, .french)
            }
            return id
        }
    }

    func opsRequest(_ id: Identifier<OpsRequest>) throws -> OpsRequest { try store.readNow { try $0.get(id) } }

    /// This week is Théa's; Ravneet is of Product Ops too.
    func dutyWeek() throws -> Identifier<DutyWeek> {
        let thea = try id(of: Person.self, "code", "thea.nogaret")
        let ravneet = try id(of: Person.self, "code", "ravneet.gill")
        let team = try id(of: Rouage.Unit.self, "code", "product-ops")
        return try store.writeNow(as: nil, at: clock.now()) { transaction in
            try transaction.add(Membership(id: transaction.newID(), person: ravneet, unit: team), Activity(.created))
            let week = DutyWeek(id: transaction.newID(), week: today, person: thea)
            try transaction.add(week, Activity(.planned))
            return week.id
        }
    }
}
