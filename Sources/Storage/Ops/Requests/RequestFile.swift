import Foundation
import Rouage

/// Requests to Product Ops and who is on duty, as rows of files.
struct RequestFile {
    private let reading: Reading
    private let names: Names

    init(_ exporter: Exporter) {
        (reading, names) = (exporter.reading, exporter.names)
    }

    private static let first = ["ref", "requester", "guest_name", "invited_by"]
    private static let more = [
        "impact", "urgency", "state", "handled_by", "triaged_on", "taken_on", "closed_on", "outcome", "answer",
        "spent_days", "in_exchange", "satisfaction", "asked_on", "created_at", "topic",
    ]

    func requests() throws -> FileFacts.Table {
        let topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        let rows = try reading.records(OpsRequest.self).sorted { $0.ref < $1.ref }.map { row($0, topics) }
        return ((Self.first + OpsRequest.Draft.columns + Self.more).joined(separator: ","), rows)
    }

    func duty() throws -> FileFacts.Table {
        let rows = try reading.records(DutyWeek.self).sorted { $0.week < $1.week }.map {
            [$0.week.description, names.code($0.person), $0.isSwapped.description]
        }
        return ("week,person,swapped", rows)
    }

    private func row(_ request: OpsRequest, _ topics: [Identifier<Topic>: String]) -> [String] {
        let from = [request.ref, names.code(request.requester), request.guestName, names.code(request.invitedBy)]
        let done = [
            text(request.impact), text(request.urgency), request.state.rawValue, names.code(request.handledBy),
            text(request.triagedOn), text(request.takenOn), text(request.closedOn), request.outcome?.rawValue ?? "",
            request.answer, text(request.spentDays), request.inExchange, text(request.satisfaction),
            text(request.askedOn), text(request.createdAt), request.topic.flatMap { topics[$0] } ?? "",
        ]
        return from + request.content.cells(names) + done
    }
}

extension Sheet {
    func requests() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        var known: [String: OpsRequest] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            let draft = row.draft(over: OpsRequest.Draft(), names)
            let before = known[ref]
            let at = row.instant("created_at") ?? before?.createdAt ?? now
            var request = OpsRequest(
                id: before?.id ?? transaction.newID(), ref: ref, draft, requester: row.person("requester", names),
                on: row.day("asked_on") ?? (at == now ? today : at.day(in: .gmt)), at: at)
            request.version = before?.version ?? 1
            request.guestName = row.text("guest_name")
            request.invitedBy = row.person("invited_by", names)
            request.impact = row.integer("impact", in: OpsRequest.scale)
            request.urgency = row.integer("urgency", in: OpsRequest.scale)
            request.state = row.choice("state", missing: .new)
            request.handledBy = row.person("handled_by", names)
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
            row.refuseFuture(request, today)
            for flaw in OpsRequest.flaws(ofDays: request.spentDays, for: request.outcome) {
                row.refuse(flaw.field, flaw.reason)
            }
            for flaw in try refusals(of: request, over: before) { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty else { return }
            known[ref] = try put(request, over: before)
        }
    }

    /// Weeks that are over are taken as they were; who is on duty from this week on can be.
    func duty() throws {
        let names = try names()
        var known: [String: DutyWeek] = try known { $0.week.description }
        let stored = known
        let rota = try dutyToBe(names, Array(known.values))
        try eachRow { row in
            _ = (row.required("week"), row.required("person"))
            let day = row.day("week")
            let person = row.person("person", names)
            let isSwapped = row.flag("swapped")
            if let day, let person, let reason = obstacle(to: person, in: day.monday, rota, stored) {
                row.refuse("person", reason)
            }
            guard row.problems.isEmpty, let day, let person else { return }
            let before = known[day.monday.description]
            var week = before ?? DutyWeek(id: transaction.newID(), week: day, person: person)
            week.person = person
            week.isSwapped = isSwapped
            known[week.week.description] = try put(week, over: before)
        }
    }

    /// The rota as it will be once the file is read.
    private func dutyToBe(_ names: Names, _ known: [DutyWeek]) throws -> DutyRota {
        var weeks = Dictionary(known.map { ($0.week, $0) }, uniquingKeysWith: { first, _ in first })
        try eachRaw { row in
            guard let week = Day(row.text("week"))?.monday, let person = names.person(row.text("person")).id else {
                return
            }
            weeks[week] = DutyWeek(id: transaction.newID(), week: week, person: person)
        }
        return DutyRota(Array(weeks.values), of: try department(on: today), .french)
    }

    /// What keeps a row out. Somebody who leaves before the end of a week stays until the clock gives it to somebody else;
    /// of two weeks running the second one is refused, or the one that changes.
    private func obstacle(
        to person: Identifier<Person>, in week: Day, _ rota: DutyRota, _ stored: [String: DutyWeek]
    ) -> Flaw.Reason? {
        guard week >= today.monday, stored[week.description]?.person != person,
            let obstacle = rota.obstacle(to: person, in: week)
        else { return nil }
        if case .leavesBefore = obstacle { return nil }
        guard obstacle == .twoWeeksRunning else { return obstacle }
        let isSecond = rota.week(of: week - 7)?.person == person
        return isSecond || stored[(week + 7).description]?.person == person ? obstacle : nil
    }
}

extension SheetRow {
    /// Nothing was asked, sorted, taken or closed on a day to come.
    fileprivate mutating func refuseFuture(_ request: OpsRequest, _ today: Day) {
        let days: [(String, Day?)] = [
            ("asked_on", request.askedOn), ("triaged_on", request.triagedOn), ("taken_on", request.takenOn),
            ("closed_on", request.closedOn),
        ]
        for (column, day) in days where day.map({ $0 > today }) ?? false { refuse(column, .notYet) }
    }

    /// Days, with halves or finer; none when the cell is empty.
    fileprivate mutating func days(_ column: String) -> Double {
        let value = text(column)
        if value.isEmpty { return 0 }
        guard let number = Double(typed: value) else {
            refuse(column, .notADecimal)
            return 0
        }
        return number
    }
}
