import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What the inbox says of obligations, reminders, offers and relays.
struct InboxWords {
    let visit: Visit
    let inbox: Inbox

    /// What is owed, and where it leads; a page that the visitor may not open has no name here.
    func subject(of obligation: Obligation) -> (title: Phrase, address: String?) {
        switch obligation {
        case .submit(let id):
            guard let briefing = inbox.briefings[id], visit.actor?.may(.readBriefing(briefing)) == true else {
                return (Phrase(fr: "Une ébauche à déposer", en: "A draft to submit"), nil)
            }
            let title = briefing.text.title.set(in: visit.language(of: briefing.owner))
            return (Phrase(fr: "Déposer « \(title) »", en: "Submit “\(title)”"), "/briefings/\(id)")
        case .acknowledge(let id), .confirm(let id):
            guard let dependency = inbox.dependencies[id] else {
                return (Phrase(fr: "Une dépendance", en: "A dependency"), nil)
            }
            let what = dependency.what.shortened(to: 80).uncapitalised
            let asking = visit.name(dependency.askingTeam)
            let isAsked = if case .acknowledge = obligation { true } else { false }
            return (
                isAsked
                    ? Phrase(fr: "Répondre à \(asking) : \(what)", en: "Answer \(asking): \(what)")
                    : Phrase(fr: "Confirmer la réception : \(what)", en: "Confirm receipt: \(what)"),
                "/dependencies/\(id)"
            )
        case .decide:
            return (
                Phrase(
                    fr: "Décider des initiatives de votre direction", en: "Decide on the initiatives you answer for"),
                "/briefings?state=ready"
            )
        }
    }

    func message(_ matter: Inbox.Item.Matter) -> (title: Phrase, detail: Phrase, address: String?) {
        switch matter {
        case .reminder(let reminder): self.reminder(reminder)
        case .offer(let relay): offer(relay)
        case .letter(let mercato):
            (
                Phrase(fr: "Ce qu’est devenu votre bulletin du mercato", en: "What came of your ballot in the mercato"),
                Phrase(
                    fr: "Chaque sujet, la note que vous lui avez donnée, et ce qui a été décidé.",
                    en: "Each topic, the score you gave it, and what was decided."),
                "/mercato/\(mercato.ref.inQuery)/letter"
            )
        case .closed(let request): closed(request)
        case .swapped(let request): swapped(request)
        }
    }

    private func swapped(_ request: OpsRequest) -> (Phrase, Phrase, String?) {
        let title = RequestWords(visit).title(request)
        return (
            Phrase(
                fr: "Projet urgent au-delà de l’enveloppe : « \(title) »",
                en: "Urgent project beyond the room: “\(title)”"),
            Phrase(
                fr: "En échange : \(request.inExchange)", en: "In exchange: \(request.inExchange)"), request.address
        )
    }

    private func closed(_ request: OpsRequest) -> (Phrase, Phrase, String?) {
        let title = RequestWords(visit).title(request)
        let address = "/requests/\(request.id)"
        let answer = request.answer.shortened(to: 160).set(in: visit.language(of: request.handledBy))
        guard request.hotPotato, request.returnOwner == visit.actor?.id else {
            let outcome = request.outcome?.phrase ?? Phrase(fr: "Close", en: "Closed")
            return (
                Phrase(fr: "Votre demande : « \(title) »", en: "Your request: “\(title)”"),
                answer.isEmpty
                    ? outcome
                    : Phrase(fr: "\(outcome.french) : \(answer)", en: "\(outcome.english): \(answer)"), address
            )
        }
        return (
            Phrase(fr: "De nouveau à vous : « \(title) »", en: "Yours again: “\(title)”"),
            Phrase(
                fr: "Product Ops rend cette patate chaude. \(answer)",
                en: "Product Ops give this hot potato back. \(answer)"), address
        )
    }

    private func reminder(_ reminder: Reminder) -> (Phrase, Phrase, String?) {
        let (title, address) = subject(of: reminder.obligation)
        let number = "\(reminder.number)/\(Reminder.most)"
        let detail: Phrase =
            switch reminder.step {
            case .weekBefore:
                Phrase(
                    fr: "Rappel \(number) de Rouage, une semaine avant.",
                    en: "Reminder \(number) by Rouage, a week before.")
            case .dayBefore:
                Phrase(
                    fr: "Rappel \(number) de Rouage, la veille.", en: "Reminder \(number) by Rouage, the day before.")
            case .afterwards:
                Phrase(
                    fr: "Rappel \(number) de Rouage : la date est passée pour l’équipe \(visit.name(reminder.team)).",
                    en: "Reminder \(number) by Rouage: the date has passed for the team \(visit.name(reminder.team)).")
            case .byHand:
                Phrase(
                    fr: "Rappel \(number) de \(visit.name(reminder.sender)).",
                    en: "Reminder \(number) by \(visit.name(reminder.sender)).")
            }
        return (title, detail, address)
    }

    private func offer(_ relay: Relay) -> (Phrase, Phrase, String?) {
        let team = visit.name(relay.team)
        return (
            Phrase(fr: "Un coup de main pour l’équipe \(team) ?", en: "A hand for the team \(team)?"),
            relay.suggestion.offer, "/teams/\(visit.organisation.units[relay.team]?.code ?? "")"
        )
    }

    /// What was said of something expected, and by whom.
    func sent(_ reminders: [Reminder]) -> Phrase {
        func list(_ language: Language) -> String {
            reminders.map { reminder in
                let who = reminder.sender.map { visit.name($0) } ?? "Rouage"
                return "\(DateWords(language: language).short(reminder.sentOn)) (\(who))"
            }.joined(separator: ", ")
        }
        return Phrase(
            fr: "Rappelé \(reminders.count) fois sur \(Reminder.most) : \(list(.french)).",
            en: "Reminders so far, \(reminders.count) of \(Reminder.most): \(list(.english)).")
    }
}
