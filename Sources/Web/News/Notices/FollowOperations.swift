import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What who asks follows.
extension Operation {
    package static let follows: [Operation] = [
        Operation(
            method: .get, path: "/follows", name: "listFollows",
            about: "What who asks follows beside what is theirs, the first first. Nobody else reads it.",
            result: .of(PageJSON<Follow>.self), work: .read(mine)),
        Operation(
            method: .put, path: "/follows/{kind}/{id}", name: "follow",
            about: """
                Follows an initiative (`briefing`), a `dependency`, a `topic`, a project (`ops_project`) or a `unit`: what \
                happens to it from now on is in `/notices`. Answers all that is followed.
                """,
            result: .of(PageJSON<Follow>.self), work: act(NoticeRoutes.follow)),
        Operation(
            method: .delete, path: "/follows/{kind}/{id}", name: "unfollow",
            about: "Follows it no more. Answers all that is followed.", result: .of(PageJSON<Follow>.self),
            work: act(NoticeRoutes.unfollow)),
    ]

    /// What is followed is no record: all of it is answered, before and after.
    private static func act(_ verb: @escaping @Sendable (Visit, Transaction) throws -> any Followed) -> Work {
        .act(
            present: mine,
            { call, transaction, _ in
                _ = try verb(call.visit, transaction)
                return try mine(call)
            })
    }

    @Sendable private static func mine(_ call: APICall) throws -> APIResult {
        guard let me = try call.member().id else { throw Refusal.notAllowed }
        return APIResult(try call.part(of: call.reading.follows(of: me)))
    }
}

extension FollowedKind: SchemaValue {}
