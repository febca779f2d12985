import Rouage
import Storage

/// What a person is expected to do for requests: decide on a hot potato that Product Ops hold for them.
enum RequestInbox {
    static func matters(_ visit: Visit) throws -> InboxMatters {
        var matters = InboxMatters("hot-potatoes", Phrase(fr: "Patates chaudes", en: "Hot potatoes"))
        guard let actor = visit.actor, let me = actor.id, actor.may(.request(.read)) else { return matters }
        for request in try visit.reading.hotPotatoes(decidedBy: me) {
            let title = RequestWords(visit).title(request)
            let returner = visit.name(request.returnOwner)
            matters.add(
                Phrase(fr: "Vous décidez : « \(title) »", en: "Yours to decide: “\(title)”"),
                request.returnOwner == me
                    ? Phrase(
                        fr: "Product Ops la porte le temps qu’elle refroidisse, puis vous la rend.",
                        en: "Product Ops hold it while it cools, then give it back to you.")
                    : Phrase(
                        fr: "Product Ops la porte le temps qu’elle refroidisse ; \(returner) la reprendra.",
                        en: "Product Ops hold it while it cools; \(returner) will take it back."),
                at: "/requests/\(request.id)")
        }
        return matters
    }
}
