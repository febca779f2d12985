import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// The directions that the leadership sets.
extension WebCore.Operation {
    package static let axes: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/axes", name: "listAxes", about: "All axes: in force, to come, over, proposed.",
                result: Axis.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    return try call.records(Axis.self, where: "1 = 1")
                }),
            WebCore.Operation(
                method: .get, path: "/axes/{id}", name: "getAxis", about: "One axis.", result: Axis.schema,
                work: .read { call in
                    _ = try call.member()
                    return try APIResult(call.visit.record() as Axis, for: call.visit)
                }),
        ]
        + Axis.acts.operations(Axis.schema) { call, id in
            _ = try call.member()
            return try APIResult(call.reading.get(id), for: call.visit)
        }
}

extension Axis: Shaped {
    package static let shape = Shape<Axis>(
        renamed: ["fromQuarter": "from", "toQuarter": "to"],
        // Where it stands in the quarter that runs.
        adding: [.init("standing", { axis, visit in visit.standing(of: axis) }, always: true)])
}

extension Axis.Standing: SchemaValue {}
extension Axis.Proposal.Outcome: SchemaValue {}
