import HTML
import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What happened to what is of who asks, or to what they follow.
extension WebCore.Operation {
    package static let notices: [WebCore.Operation] = [
        WebCore.Operation(
            method: .get, path: "/notices", name: "listNotices",
            about: """
                What happened in the last thirty days to what is of who asks, or to what they follow, the newest first: \
                the list of their inbox. Nobody else reads it.
                """,
            result: .of(PageJSON<NoticeJSON>.self),
            work: .read { call in
                _ = try call.member()
                let notices = try call.visit.notices()
                let words = NoticeWords(visit: call.visit, spoken: try Spoken(of: notices, [], call.reading))
                let items = notices.map { NoticeJSON($0, words, call.visit) }
                return APIResult(try call.part(of: items))
            })
    ]
}

/// Something that happened, in the language of who asks.
struct NoticeJSON: Codable, Sendable {
    let id: String
    let at: Instant
    /// Who did it; nobody when the product did.
    let by: String?
    let title: String
    /// The page of what it happened to.
    let address: String?
    let read: Bool

    init(_ notice: Notice, _ words: NoticeWords, _ visit: Visit) {
        let (title, _, address) = words.message(notice)
        id = notice.id
        at = notice.at
        by = visit.code(notice.by)
        self.title = visit.say(title)
        self.address = address
        read = notice.isRead
    }
}
