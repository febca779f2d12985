import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What is expected of who asks.
extension WebCore.Operation {
    package static let expectations: [WebCore.Operation] = [
        WebCore.Operation(
            method: .get, path: "/expectations", name: "listExpectations",
            about: "What is expected of who asks, the most urgent first: the list of their home and inbox.",
            result: .of(PageJSON<ExpectationJSON>.self),
            work: .read { call in
                _ = try call.member()
                let items = try call.visit.expectations().map { ExpectationJSON($0, call.visit) }
                return APIResult(try call.part(of: items))
            })
    ]
}

/// Something that is expected, in the language of who asks.
struct ExpectationJSON: Codable, Sendable {
    let task: Expectation.Task.Name
    /// What it is about.
    let kind: Kind
    /// The id of that record; nothing when it is about several.
    let subject: String?
    /// Of whom: a person, a unit or a role.
    let person: String?
    let unit: String?
    let role: Role?
    let title: String
    /// The page on which it is done.
    let address: String
    let since: Day
    let due: Day
    /// How long it takes, roughly.
    let minutes: Int

    init(_ expectation: Expectation, _ visit: Visit) {
        let (task, words) = (expectation.task, expectation.task.words(visit))
        self.task = task.name
        kind = task.subject.kind
        subject = task.subject.id
        (person, unit, role) =
            switch expectation.bearer {
            case .person(let id): (visit.code(id), nil, nil)
            case .unit(let id): (nil, visit.code(id), nil)
            case .role(let role): (nil, nil, role)
            }
        title = visit.say(words.title)
        address = words.address
        since = expectation.since
        due = expectation.due
        minutes = task.minutes
    }
}

extension Expectation.Task.Name: SchemaValue {}
