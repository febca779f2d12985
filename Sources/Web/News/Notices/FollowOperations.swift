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
            result: .of(PageJSON<FollowJSON>.self), work: .read(mine)),
        Operation(
            method: .put, path: "/follows/{kind}/{id}", name: "follow",
            about: """
                Follows an initiative (`briefing`), a `dependency`, a `topic`, a project (`ops_project`) or a `unit`: what \
                happens to it from now on is in `/notices`. Answers all that is followed.
                """,
            result: .of(PageJSON<FollowJSON>.self), work: .write(form: "/follows/:kind/:id", made: nil, mine)),
        Operation(
            method: .delete, path: "/follows/{kind}/{id}", name: "unfollow",
            about: "Follows it no more. Answers all that is followed.", result: .of(PageJSON<FollowJSON>.self),
            work: .write(form: "/follows/:kind/:id/removal", made: nil, mine)),
    ]

    private static func mine(_ call: APICall) throws -> APIResult {
        guard let me = try call.member().id else { throw Refusal.notAllowed }
        let items = try call.reading.follows(of: me).map {
            FollowJSON(kind: FollowedKind($0.kind), subject: $0.subject, since: $0.since)
        }
        return APIResult(try call.part(of: items))
    }
}

struct FollowJSON: Codable, Sendable {
    let kind: FollowedKind
    /// The id of the record.
    let subject: String
    let since: Instant
}

/// The kinds that anybody may follow, by their names.
struct FollowedKind: Codable, Sendable, SchemaValue {
    private static let all = Kind.allCases.filter(\.isFollowed)
    static let schema = Schema.text(choices: all.map(\.rawValue).sorted())
    static let sample = FollowedKind(all[0])

    private let kind: Kind

    init(_ kind: Kind) { self.kind = kind }
    init(from decoder: any Decoder) throws { kind = try Kind(from: decoder) }
    func encode(to encoder: any Encoder) throws { try kind.encode(to: encoder) }
}
