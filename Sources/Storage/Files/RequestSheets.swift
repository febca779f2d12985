import Foundation
import Rouage

/// Requests to Product Ops and who is on duty, from files.
extension Sheet {
    func requests() throws {
        let people = try personCodes()
        let units = try unitCodes()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        var known: [String: OpsRequest] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            let draft = OpsRequest.Draft(
                title: row.required("title"), whatHurts: row.required("what_hurts"), since: row.text("since"),
                ifWeWait: row.text("if_we_wait"), peopleHit: row.integer("people_hit", in: OpsRequest.people),
                team: row.named("team", in: units), hotPotato: row.flag("hot_potato"),
                decider: row.named("decider", in: people), returnOwner: row.named("return_owner", in: people))
            let limits = OpsRequest.limits
            row.limit("title", to: limits.title)
            row.limit("what_hurts", to: limits.text)
            row.limit("since", to: limits.line)
            row.limit("if_we_wait", to: limits.text)
            let before = known[ref]
            let at = row.instant("created_at") ?? before?.createdAt ?? now
            var request = OpsRequest(
                id: before?.id ?? transaction.newID(), ref: ref, draft, requester: row.named("requester", in: people),
                on: row.day("asked_on") ?? at.day(in: .gmt), at: at)
            request.version = before?.version ?? 1
            request.guestName = row.text("guest_name")
            request.invitedBy = row.named("invited_by", in: people)
            request.impact = row.integer("impact", in: OpsRequest.scale)
            request.urgency = row.integer("urgency", in: OpsRequest.scale)
            request.state = row.choice("state", missing: .new)
            request.handledBy = row.named("handled_by", in: people)
            request.triagedOn = row.day("triaged_on")
            request.takenOn = row.day("taken_on")
            request.closedOn = row.day("closed_on")
            request.outcome = row.optionalChoice("outcome", OpsRequest.Outcome.self)
            request.topic = row.named("topic", in: topics)
            request.answer = row.text("answer")
            request.spentDays = row.days("spent_days")
            request.inExchange = row.text("in_exchange")
            request.satisfaction = row.integer("satisfaction", in: OpsRequest.satisfactions)
            if request.state != .new && (request.impact == nil || request.urgency == nil) && request.outcome == nil {
                row.refuse(request.impact == nil ? "impact" : "urgency", .missing)
            }
            if request.topic != nil && request.outcome != .becameTopic { row.refuse("topic", .unknown) }
            if request.state == .closed && request.outcome == nil { row.refuse("outcome", .missing) }
            if request.state == .closed && request.closedOn == nil { row.refuse("closed_on", .missing) }
            guard row.problems.isEmpty else { return }
            known[ref] = try put(request, over: before)
        }
    }

    func duty() throws {
        let people = try personCodes()
        var known: [String: DutyWeek] = try known { $0.week.description }
        try eachRow { row in
            _ = (row.required("week"), row.required("person"))
            let day = row.day("week")
            let person = row.named("person", in: people)
            let isSwapped = row.flag("swapped")
            guard row.problems.isEmpty, let day, let person else { return }
            let before = known[day.monday.description]
            var week = before ?? DutyWeek(id: transaction.newID(), week: day, person: person)
            week.person = person
            week.isSwapped = isSwapped
            known[week.week.description] = try put(week, over: before)
        }
    }
}

extension SheetRow {
    /// Days, with halves or finer; none when the cell is empty.
    fileprivate mutating func days(_ column: String) -> Double {
        let value = text(column)
        if value.isEmpty { return 0 }
        guard let number = Double(value), number.isFinite else {
            refuse(column, .notANumber)
            return 0
        }
        if !(0...OpsRequest.mostDays).contains(number) { refuse(column, .outOfRange(0...Int(OpsRequest.mostDays))) }
        return number
    }
}
