import Rouage

/// Requests to Product Ops and who is on duty, as rows of files.
struct RequestRows {
    private let reading: Reading
    private let names: FileNames

    init(_ reading: Reading, _ names: FileNames) {
        self.reading = reading
        self.names = names
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        switch name {
        case "requests":
            (
                """
                ref,requester,guest_name,invited_by,team,title,what_hurts,since,if_we_wait,people_hit,hot_potato,decider,\
                return_owner,impact,urgency,state,handled_by,triaged_on,taken_on,closed_on,outcome,answer,spent_days,\
                in_exchange,satisfaction,asked_on,created_at,topic
                """, try requests()
            )
        default:
            (
                "week,person,swapped",
                try reading.records(DutyWeek.self).sorted { $0.week < $1.week }.map {
                    [$0.week.description, code($0.person), $0.isSwapped.description]
                }
            )
        }
    }

    private func code(_ person: Identifier<Person>?) -> String { person.flatMap { names.people[$0] } ?? "" }
    private func text<Value: CustomStringConvertible>(_ value: Value?) -> String { value?.description ?? "" }

    private func requests() throws -> [[String]] {
        let topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        return try reading.records(OpsRequest.self).sorted { $0.ref < $1.ref }.map { row($0, topics) }
    }

    private func row(_ request: OpsRequest, _ topics: [Identifier<Topic>: String]) -> [String] {
        let asked = [
            request.ref, code(request.requester), request.guestName, code(request.invitedBy),
            request.team.flatMap { names.units[$0] } ?? "", request.title, request.whatHurts, request.since,
            request.ifWeWait, text(request.peopleHit), text(request.hotPotato), code(request.decider),
            code(request.returnOwner),
        ]
        let done = [
            text(request.impact), text(request.urgency), request.state.rawValue, code(request.handledBy),
            text(request.triagedOn), text(request.takenOn), text(request.closedOn), request.outcome?.rawValue ?? "",
            request.answer, text(request.spentDays), request.inExchange, text(request.satisfaction),
            text(request.askedOn), text(request.createdAt), request.topic.flatMap { topics[$0] } ?? "",
        ]
        return asked + done
    }
}
