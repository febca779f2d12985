import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Requests to Product Ops, who is on duty, and the room for urgencies.
extension WebCore.Operation {
    package static let requests: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/requests", name: "listRequests",
                about: "Requests to Product Ops. With `q`, those that hold all the words.",
                filters: [
                    Schema.Property("state", OpsRequest.State.schema),
                    Schema.Property("outcome", OpsRequest.Outcome.schema),
                    Schema.Property("topic", .text(format: "uuid"), "The topic that it became."),
                    Schema.Property("team", .text(), "The code of the team it is for."),
                    Schema.Property("requester", .text(), "The code of who asked."),
                    Schema.Property("q", .text(), "Words of the title, of what hurts or of the answer."),
                ], result: OpsRequest.pageSchema, work: .read(list)),
            OpsRequest.one(at: "/requests/{id}", "getRequest", "One request."),
            WebCore.Operation(
                method: .get, path: "/urgency-room", name: "getUrgencyRoom",
                about: "How much of the quarter Product Ops keep for what nobody planned, and how much is used.",
                result: .of(UrgencyRoomJSON.self),
                work: .read { call in
                    _ = try call.member()
                    let room = try call.reading.urgencyRoom(in: call.visit.organisation, .french)
                    return APIResult(
                        plain: UrgencyRoomJSON(
                            days: room.days, used: room.used, left: room.left, capacity: room.capacity))
                }),
            WebCore.Operation(
                method: .get, path: "/duty-weeks", name: "listDutyWeeks",
                about: "Who of Product Ops is on duty in which week.", result: DutyWeek.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    return try call.records(DutyWeek.self, where: "1 = 1")
                }),
        ]
        + OpsRequest.acts.operations()
        + DutyWeek.acts.operations()

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", OpsRequest.State.self)
        let outcome = try call.choice("outcome", OpsRequest.Outcome.self)
        let team = try call.unit("team")
        let requester = try call.person("requester")
        let topic = try call.id("topic", Topic.self)
        let found = try call.query["q"].map { try call.reading.requests(saying: $0).map(\.id) }
        return try call.records(
            OpsRequest.self,
            where: .all([
                state.map { "state = \($0.rawValue)" }, outcome.map { "outcome = \($0.rawValue)" },
                team.map { "team = \($0)" }, topic.map { "topic = \($0)" }, requester.map { "requester = \($0)" },
                found.map { "id IN \(in: $0)" },
            ]))
    }
}

extension OpsRequest: Shaped {
    package static let shape = Shape<OpsRequest>(
        called: "Request", hidden: ["guestName", "inExchange", "satisfaction"],
        adding: [
            // Who asked by a link, in their own words.
            .init("guest_name", { request, _ in request.guestName.isEmpty ? nil : request.guestName }),
            // Presumed before it is sorted.
            .init("priority", { request, _ in request.priority }, always: true),
            .init("acknowledge_by", { request, _ in request.acknowledgeBy(.french) }, always: true),
            .init("is_overdue", { request, visit in request.isOverdue(.french, on: visit.today) }, always: true),
            .init("in_exchange", { request, _ in request.inExchange.isEmpty ? nil : request.inExchange }),
        ])
}

extension DutyWeek: Shaped {
    package static let shape = Shape<DutyWeek>()
}

/// In working days of the quarter that runs.
private struct UrgencyRoomJSON: Codable, Sendable {
    let days: Int
    let used: Double
    let left: Double
    let capacity: Double
}

extension OpsRequest.State: SchemaValue {}
extension OpsRequest.Outcome: SchemaValue {}
extension OpsRequest.Priority: SchemaValue {}
