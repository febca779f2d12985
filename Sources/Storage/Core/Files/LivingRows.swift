import Foundation
import Rouage

/// A file brings in the past as it was; what is alive has to hold as if it had been done here.
extension Sheet {
    /// What keeps a record that is alive from being as its row says. A flaw counts when it was one on each of the days on
    /// which something was agreed and is one today, so that somebody who moved or left since keeps nothing out.
    func refusals(agreed days: [Day?], _ flaws: (Organisation) -> [Flaw]) throws -> [Flaw] {
        var left = flaws(try department(on: today))
        for day in days.compactMap(\.self) where !left.isEmpty && day < today {
            let then = flaws(try department(on: day))
            left.removeAll { !then.contains($0) }
        }
        return left
    }

    /// A request that is not closed has its people; an urgent project of this quarter that is longer than its whole room
    /// was swapped for something. What differs in nothing is not asked again.
    func refusals(of request: OpsRequest, over before: OpsRequest?) throws -> [Flaw] {
        guard request != before else { return [] }
        let flaws = try refusals(agreed: [request.askedOn, request.takenOn]) { request.flaws(ofPeopleIn: $0) }
        return flaws + (try isBeyondRoom(request) ? [Flaw(field: "in_exchange", reason: .missing)] : [])
    }

    private func isBeyondRoom(_ request: OpsRequest) throws -> Bool {
        guard request.outcome == .urgentProject, request.inExchange.isBlank, let day = request.closedOn else {
            return false
        }
        let quarter = try transaction.quarter(of: today)
        guard quarter.contains(day) else { return false }
        let rooms = try [day, today].map { day in
            UrgencyRoom(of: try department(on: day), in: quarter, used: 0, .french, on: day).days
        }
        return request.spentDays > Double(rooms.max() ?? 0)
    }

    /// An incident that is not closed is coordinated, and something that is still to be done is owned, outside Product Ops.
    func outsideOps(_ person: Identifier<Person>?, _ column: String, agreed day: Day) throws -> [Flaw] {
        guard let person else { return [] }
        return try refusals(agreed: [day]) { organisation in
            organisation.isOutsideOps(person) ? [] : [Flaw(field: column, reason: .someoneOutsideOps)]
        }
    }

    /// A playbook that is not retired: what the organisation carries has an owner outside Product Ops, what is handed over
    /// has somebody there who takes it.
    func refusals(of playbook: Playbook, over before: Playbook?) throws -> [Flaw] {
        guard playbook != before, playbook.state != .retired else { return [] }
        switch playbook.carriedBy {
        case .ops: return []
        case .handingOver:
            guard let handover = playbook.handover else { return [Flaw(field: "handover_to", reason: .missing)] }
            return try outsideOps(handover.to, "handover_to", agreed: handover.offeredOn)
        case .organisation:
            guard let owner = playbook.owner else { return [Flaw(field: "owner", reason: .missing)] }
            let agreed = playbook.carriedSince ?? playbook.createdAt.day(in: .gmt)
            return try refusals(agreed: [agreed]) {
                $0.isOps(owner) ? [Flaw(field: "owner", reason: .someoneOutsideOps)] : []
            }
        }
    }
}
