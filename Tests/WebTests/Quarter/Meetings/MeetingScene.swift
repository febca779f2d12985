import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

extension TestSite {
    /// A meeting of Bulletins and Identité et accès, called by one of them: Tuesday 10 March at 14:00, or in writing
    /// until Wednesday 11 March.
    func callMeeting(
        _ mode: Meeting.Mode = .sync, by code: String = "camille.aubrac", teams: [String] = ["bulletins", "identite"]
    ) throws -> Identifier<Meeting> {
        let paris = TimeZone(identifier: "Europe/Paris")!
        return try store.writeNow(as: id(of: Person.self, "code", code), at: clock.now()) { transaction in
            let organisation = try transaction.organisation(on: today)
            let person = organisation.people[try self.id(of: Person.self, "code", code)]!
            let plan = Meeting.Plan(
                teams: teams.map { organisation.unitsByCode[$0]! }, mode: mode,
                startsAt: Instant(Day(2026, 3, 10), hour: 14, in: paris), place: "Salle Moulin, 2e étage",
                revealOn: Day(2026, 3, 11))
            let cycle: Cycle = try transaction.records(where: "label = '2026-Q2'")[0]
            let id = transaction.newID(Meeting.self)
            let (meeting, activity) = try Meeting.call(
                plan, ref: "m-\(id)", id: id, in: cycle,
                by: Deed(by: Actor(person, in: organisation), at: transaction.now))
            try transaction.add(meeting, activity)
            return id
        }
    }

    func meeting(_ id: Identifier<Meeting>) throws -> Meeting { try store.readNow { try $0.get(id) } }

    /// A meeting that goes on, with an action of Camille's.
    func meetingWithAction() throws -> (meeting: Identifier<Meeting>, action: Identifier<MeetingAction>) {
        let id = try callMeeting()
        let camille = try self.id(of: Person.self, "code", "camille.aubrac")
        let action = try store.writeNow(as: camille, at: clock.now()) { transaction in
            let organisation = try transaction.organisation(on: today)
            let deed = Deed(by: Actor(organisation.people[camille]!, in: organisation), at: transaction.now)
            let meeting = try transaction.change(id) { try $0.start(by: deed) }
            let (action, activity) = try MeetingAction.agree(
                "Envoyer le jeu d’essai", owner: camille, due: today + 7, ref: "a-\(id)", id: transaction.newID(),
                in: meeting, by: deed)
            try transaction.add(action, activity)
            let (decision, agreed) = try Decision.agree(
                "Le lien ouvre le dernier bulletin.", reason: "Le reste attend l’été.", ref: "\(id)/1",
                id: transaction.newID(), in: meeting, by: deed)
            try transaction.add(decision, agreed)
            return action.id
        }
        return (id, action)
    }
}
