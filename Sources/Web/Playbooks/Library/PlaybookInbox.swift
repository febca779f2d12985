import Rouage
import Storage
package import WebCore

/// What a person is expected to do for playbooks: review, agree, answer, or look at one that slips. Product Ops are
/// told nothing of what slips after they gave it back: they read it among the suggested topics alone.
package enum PlaybookInbox {
    package static func matters(_ visit: Visit) throws -> InboxMatters {
        var matters = InboxMatters("playbooks", Layout.Room.playbooks.words)
        guard let actor = visit.actor, let me = actor.id else { return matters }
        let playbooks = try visit.reading.playbooks().filter { $0.state != .retired }
        let named = playbooks.filter { $0.owner == me || $0.deputy == me }
        let voices = try visit.reading.unansweredFeedback(on: named.map(\.id))
        let slipping = playbooks.filter { $0.relapsedOn != nil && Self.hears(of: $0, me, actor) }
        let relapses = try visit.reading.standings(of: slipping, in: visit.organisation)
        for playbook in playbooks {
            let title = playbook.content.title.set(in: playbook.language)
            func add(_ phrase: Phrase, _ detail: Phrase, _ part: String) {
                matters.add(phrase, detail, at: "/playbooks/\(playbook.id)#\(part)")
            }
            for consent in playbook.openConsents(of: actor)
            where consent != .director || actor.isTold(of: playbook.handover?.to) {
                add(
                    Phrase(fr: "Passation : « \(title) »", en: "Hand-over: “\(title)”"), consent.phrase, "hand-over")
            }
            if playbook.isDue(on: visit.today), playbook.owner == me {
                add(
                    Phrase(fr: "Relire « \(title) »", en: "Review “\(title)”"),
                    Phrase(
                        fr: "Sa date de revue est passée : est-il toujours utile ?",
                        en: "Its review date has passed: is it still useful?"), "state")
            }
            if let relapse = relapses.first(where: { $0.playbook.id == playbook.id }).flatMap(Relapse.of) {
                add(
                    Phrase(fr: "« \(title) » glisse", en: "“\(title)” slips"), relapse.phrase(visit), "relapse")
            }
            let waiting = voices.filter { $0.playbook == playbook.id }
            if let first = waiting.first {
                add(
                    Phrase(fr: "Répondre à un avis sur « \(title) »", en: "Answer feedback on “\(title)”"),
                    Phrase(
                        count: waiting.count, fr: ("% avis attend une réponse", "% avis attendent une réponse"),
                        en: ("% opinion waits for an answer", "% opinions wait for an answer")),
                    "f-\(first.id)")
            }
        }
        return matters
    }

    /// Its owner, its deputy and the director who answers for the owner; the CPO where there is none.
    private static func hears(of playbook: Playbook, _ me: Identifier<Person>, _ actor: Actor) -> Bool {
        guard actor.may(.playbook(.watch(playbook))) else { return false }
        if playbook.owner == me || playbook.deputy == me { return true }
        return playbook.handover?.director == me || actor.isTold(of: playbook.owner)
    }
}
