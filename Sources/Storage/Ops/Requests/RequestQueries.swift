package import Rouage

/// How happy requesters were, over those who said it.
package struct Satisfaction: Sendable, Equatable {
    /// Fewer answers than these say nothing, and would name who gave them.
    package static let least = 5

    package let count: Int
    /// 1 to 5; nothing below the least number of answers.
    package let mean: Double?

    init(count: Int, sum: Int) {
        self.count = count
        mean = count >= Self.least ? Double(sum) / Double(count) : nil
    }
}

extension Reading {
    /// What is not closed, the oldest first.
    package func openRequests() throws -> [OpsRequest] {
        try records(where: "state <> 'closed' ORDER BY created_at, id")
    }

    /// What a person asked, the newest first.
    package func requests(of person: Identifier<Person>, limit: Int = 50) throws -> [OpsRequest] {
        try records(where: "requester = \(person) ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// What was closed of a person's requests, and the hot potatoes that come back to them, the last closed first; nothing
    /// of what they closed themselves.
    package func closedRequests(concerning person: Identifier<Person>, limit: Int) throws -> [OpsRequest] {
        try records(
            where: """
                state = 'closed' AND (handled_by IS NULL OR handled_by <> \(person))
                    AND (requester = \(person) OR (return_owner = \(person) AND hot_potato))
                ORDER BY closed_on DESC, id DESC LIMIT \(limit)
                """)
    }

    /// Urgent projects for which something was dropped, the last closed first.
    package func swappedRequests(limit: Int) throws -> [OpsRequest] {
        try records(
            where: """
                outcome = 'urgent_project' AND in_exchange <> '' AND closed_on IS NOT NULL
                ORDER BY closed_on DESC, id DESC LIMIT \(limit)
                """)
    }

    /// What became a topic, the oldest first.
    package func requests(becoming topic: Identifier<Topic>) throws -> [OpsRequest] {
        try records(where: "topic = \(topic) ORDER BY created_at, id")
    }

    /// What was closed with an answer that serves others, the newest first.
    package func answeredRequests(limit: Int = 300) throws -> [OpsRequest] {
        let outcomes = OpsRequest.Outcome.allCases.filter(\.answers).map(\.rawValue)
        return try records(
            where: """
                closed_on IS NOT NULL AND outcome IN \(in: outcomes) ORDER BY closed_on DESC, id DESC LIMIT \(limit)
                """)
    }

    /// What is open, or became a topic, the newest first.
    package func pendingRequests(limit: Int = 300) throws -> [OpsRequest] {
        try records(
            where: "state <> 'closed' OR outcome = 'became_topic' ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// What is like a question: first what was answered, then what is asked already and under way.
    package func requests(like question: String) throws -> [OpsRequest] {
        guard !question.isBlank else { return [] }
        let (answered, pending) = (try answeredRequests(), try pendingRequests())
        return AnsweredOnce.like(question, among: answered) + AnsweredOnce.like(question, among: pending)
    }

    /// What holds every word of a question, the best first.
    package func requests(saying question: String) throws -> [OpsRequest] {
        let ids = try search(question, for: .request, limit: 200).compactMap { Identifier<OpsRequest>($0.id) }
        let known: [Identifier<OpsRequest>: OpsRequest] = Dictionary(
            uniqueKeysWithValues: try records(ids).map { ($0.id, $0) })
        return ids.compactMap { known[$0] }
    }

    /// Days that requests took in a quarter, or that are set aside for them: each counts where it was taken in hand, or
    /// closed when it never was. An urgent project takes its days from the room of the quarter that closes it as one.
    package func urgentDays(in quarter: ClosedRange<Day>, but left: Identifier<OpsRequest>? = nil) throws -> Double {
        let others: SQL = left.map { "AND id <> \($0)" } ?? ""
        let within: SQL = "BETWEEN \(quarter.lowerBound) AND \(quarter.upperBound)"
        return try first(
            """
            SELECT coalesce(sum(spent_days), 0) FROM request
            WHERE (taken_on \(within) OR closed_on \(within))
                AND CASE WHEN outcome = 'urgent_project' THEN closed_on ELSE coalesce(taken_on, closed_on) END
                    \(within) \(others)
            """
        ) { $0.real(0) } ?? 0
    }

    /// How happy requesters were with what was closed since a day.
    package func satisfaction(since day: Day) throws -> Satisfaction {
        try first(
            """
            SELECT count(satisfaction), coalesce(sum(satisfaction), 0) FROM request
            WHERE satisfaction IS NOT NULL AND closed_on >= \(day)
            """
        ) { Satisfaction(count: $0.integer(0), sum: $0.integer(1)) } ?? Satisfaction(count: 0, sum: 0)
    }

    /// Whether what was asked in the quarter of a day had its first word in time.
    package func firstWords(_ calendar: WorkCalendar, on today: Day) throws -> FirstWords {
        let quarter = try quarter(of: today)
        let asked = try records(
            OpsRequest.self, where: "asked_on BETWEEN \(quarter.lowerBound) AND \(quarter.upperBound)")
        return FirstWords(asked, calendar, on: today)
    }

    /// The room for urgencies of the quarter of a day.
    /// - Parameter left: a request that is left out, because it is being closed.
    package func urgencyRoom(
        in organisation: Organisation, _ calendar: WorkCalendar, but left: Identifier<OpsRequest>? = nil
    ) throws -> UrgencyRoom {
        let today = organisation.day
        let quarter = try self.quarter(of: today)
        return UrgencyRoom(
            of: organisation, in: quarter, used: try urgentDays(in: quarter, but: left), calendar, on: today)
    }

    /// The days of the cycle that runs on a day; those of its quarter before there is one.
    func quarter(of day: Day) throws -> ClosedRange<Day> {
        let cycle = try records(Cycle.self, where: "starts <= \(day) AND ends >= \(day) ORDER BY starts").first
        if let cycle { return cycle.start...cycle.end }
        return Quarter(containing: day, fiscalStart: 1).days
    }

    /// The rota around a day: a year back, so that it is known who was on duty longest ago.
    package func dutyRota(in organisation: Organisation, _ calendar: WorkCalendar) throws -> DutyRota {
        DutyRota(
            try records(where: "week >= \(organisation.day - 366) ORDER BY week"), of: organisation, calendar)
    }
}

extension Transaction {
    /// Keeps what somebody asks; sent twice, once.
    /// - Returns: the request, or the one that said the same before on that day.
    package func ask(_ request: OpsRequest, _ activity: Activity) throws -> Identifier<OpsRequest> {
        try takeTurn(at: .request)
        let before: [OpsRequest] =
            if let requester = request.requester {
                try records(where: "requester = \(requester) AND asked_on = \(request.askedOn)")
            } else {
                try records(where: "guest_name = \(request.guestName) AND asked_on = \(request.askedOn)")
            }
        if let same = before.first(where: request.isSame) { return same.id }
        try add(request, activity)
        return request.id
    }

    /// Closes a request; two that are closed at once do not share the same room. What becomes a topic makes it, or joins
    /// one, in the same breath.
    @discardableResult
    package func close(
        _ id: Identifier<OpsRequest>, version: Int? = nil, _ closing: OpsRequest.Closing, by deed: Deed,
        _ calendar: WorkCalendar
    ) throws -> OpsRequest {
        if closing.outcome == .urgentProject { try takeTurn(at: .request) }
        let room = try urgencyRoom(in: deed.actor.organisation, calendar, but: id)
        let topic = closing.outcome == .becameTopic ? try self.topic(closing, of: get(id), by: deed) : nil
        return try change(id, version: version) { (request: inout OpsRequest) in
            try request.close(closing, room: room, topic: topic, by: deed)
        }
    }

    /// The topic that a request becomes, made when it is new.
    private func topic(_ closing: OpsRequest.Closing, of request: OpsRequest, by deed: Deed) throws -> Identifier<Topic>
    {
        if let id = closing.topic {
            guard let topic = try find(id), topic.state.isAlive else { throw Refusal.invalid("topic", .unknown) }
            return id
        }
        let isOtherOps = request.requester.map { deed.actor.organisation.isOtherOps($0) } ?? false
        let content = request.topicContent(
            title: closing.topicTitle, problem: closing.topicProblem, isOtherOps: isOtherOps)
        let id = newID(Topic.self)
        do {
            let (topic, activity) = try Topic.propose(
                content, ref: String(id.description.suffix(12)), id: id, in: [], by: deed)
            try add(topic, activity)
        } catch Refusal.invalid(let flaws) {
            throw Refusal.invalid(flaws.map { Flaw(field: "topic_\($0.field)", reason: $0.reason) })
        }
        return id
    }

    /// Gives a week to somebody else; of two who do so at once, the second sees what the first did.
    package func swapDuty(
        _ id: Identifier<DutyWeek>, version: Int? = nil, to person: Identifier<Person>?, by deed: Deed,
        _ calendar: WorkCalendar
    ) throws {
        try takeTurn(at: .dutyWeek)
        let rota = try dutyRota(in: deed.actor.organisation, calendar)
        try change(id, version: version) { (week: inout DutyWeek) in
            try week.swap(to: person, in: rota, by: deed)
        }
    }

    /// Names who is on duty in the weeks to come that have nobody, or somebody who will not be there.
    package func planDuty(in organisation: Organisation, _ calendar: WorkCalendar) throws {
        try takeTurn(at: .dutyWeek)
        let rota = try dutyRota(in: organisation, calendar)
        for (week, person) in rota.proposals(from: organisation.day) {
            if let known = rota.week(of: week) {
                try change(known.id) { (week: inout DutyWeek) in week.pass(to: person) }
            } else {
                try add(DutyWeek(id: newID(), week: week, person: person), Activity(.planned))
            }
        }
    }
}
