import Rouage
import Storage
package import WebCore

/// What a person is expected to do for requests: decide on a hot potato that Product Ops hold for them; as the CPO, move
/// on what waits past its day.
package enum RequestInbox {
    package static func matters(_ visit: Visit) throws -> InboxMatters {
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

    /// As many as are named one by one; more than that are one line.
    private static let most = 4

    package static func stuck(_ visit: Visit) throws -> InboxMatters {
        var matters = InboxMatters(
            "stuck-requests", Phrase(fr: "Demandes qui attendent trop", en: "Requests that wait too long"))
        guard let actor = visit.actor, actor.holds(.cpo), !actor.isOps else { return matters }
        let stuck = try visit.reading.openRequests().filter {
            $0.isStuck(on: visit.today) && actor.may(.request(.move($0)))
        }
        guard stuck.count <= most else {
            let new = stuck.count { $0.state == .new }
            let (fr, en) = new == 0 ? ("", "") : (", dont \(new) sans premier mot", ", \(new) without a first word")
            matters.add(
                Phrase(
                    fr: "\(stuck.count) demandes ont passé leur date\(fr)",
                    en: "\(stuck.count) requests are past their day\(en)"),
                Phrase(
                    fr: "Product Ops s’en occupe d’ordinaire ; en retard, elles vous sont ouvertes aussi.",
                    en: "Product Ops see to them as a rule; once late they are open to you too."),
                at: "/requests")
            return matters
        }
        for request in stuck {
            let title = RequestWords(visit).title(request)
            let day = visit.dates.short(request.nextStepBy(.french) ?? visit.today)
            let next: Phrase =
                switch request.state {
                case .new:
                    Phrase(
                        fr: "Premier mot attendu le \(day) : vous pouvez la trier.",
                        en: "Its first word was due on \(day): you may triage it.")
                case .triaged:
                    Phrase(
                        fr: "À prendre en main pour le \(day) : vous pouvez le faire.",
                        en: "To be taken in hand by \(day): you may do so.")
                case .inHand, .closed:
                    Phrase(
                        fr: "À clore pour le \(day) : vous pouvez le faire.",
                        en: "To be closed by \(day): you may do so.")
                }
            matters.add(Phrase(fr: "« \(title) »", en: "“\(title)”"), next, at: request.address)
        }
        return matters
    }
}
