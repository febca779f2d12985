import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What is said of what happened, and of what teams owe.
struct NoticeWords {
    let visit: Visit
    let spoken: Spoken

    /// What is owed, and where it leads; a page that the visitor may not open has no name here.
    func subject(of obligation: Obligation) -> (title: Phrase, address: String?) {
        switch obligation {
        case .submit(let id):
            guard let briefing = spoken.briefings[id], visit.actor?.may(.readBriefing(briefing)) == true else {
                return (Phrase(fr: "Une ébauche à déposer", en: "A draft to submit"), nil)
            }
            let title = briefing.text.title.set(in: visit.language(of: briefing.owner))
            return (Phrase(fr: "Déposer « \(title) »", en: "Submit “\(title)”"), "/briefings/\(id)")
        case .acknowledge(let id), .confirm(let id):
            guard let dependency = spoken.dependencies[id] else {
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

    /// What happened, more of it, and where it leads.
    func message(_ notice: Notice) -> (title: Phrase, detail: HTML, address: String?) {
        let (title, detail, address): (Phrase, Phrase, String?)
        switch notice.matter {
        case .commented(let comment, let page), .named(let comment, let page):
            return said(comment, on: page, names: notice.isNaming)
        case .happened(let action, let reason, let thing): return happened(action, reason, to: thing, notice.by)
        case .reviewed(let review, let page): return reviewed(review, page)
        case .reminded(let reminder): (title, detail, address) = self.reminder(reminder)
        case .helped(let relay): (title, detail, address) = offer(relay)
        case .letter(let mercato):
            (title, detail, address) = (
                Phrase(fr: "Ce qu’est devenu votre bulletin du mercato", en: "What came of your ballot in the mercato"),
                Phrase(
                    fr: "Chaque sujet, la note que vous lui avez donnée, et ce qui a été décidé.",
                    en: "Each topic, the score you gave it, and what was decided."),
                "/mercato/\(mercato.ref.inAddress)/letter"
            )
        case .closed(let request): (title, detail, address) = closed(request)
        case .swapped(let request): (title, detail, address) = swapped(request)
        }
        return (title, HTML(visit.say(detail)), address)
    }

    // MARK: What happened to it

    private func happened(_ action: Action, _ reason: String, to thing: any Followed, _ by: Identifier<Person>?)
        -> (Phrase, HTML, String?)
    {
        let (name, address) = thing.named(visit)
        let who = by.map { visit.name($0) } ?? "Rouage"
        let why: HTML = reason.isEmpty ? "" : ". \(quotation(reason, by: by))"
        return (
            Phrase(fr: "« \(name) » : \(action.phrase.french)", en: "“\(name)”: \(action.phrase.english)"),
            "\(who)\(why)", address
        )
    }

    private func quotation(_ text: String, by author: Identifier<Person>?) -> HTML {
        let language = visit.language(of: author)
        let lang: HTML = language == visit.language ? "" : " lang=\"\(language.rawValue)\""
        return "<q\(lang)>\(text.shortened(to: 160).set(in: language))</q>"
    }

    private func said(_ comment: Comment, on page: Briefing, names: Bool) -> (Phrase, HTML, String?) {
        let (who, title) = (visit.name(comment.author), visit.title(of: page))
        let words =
            names
            ? Phrase(fr: "\(who) vous mentionne dans « \(title) »", en: "\(who) mentions you in “\(title)”")
            : Phrase(fr: "\(who) commente « \(title) »", en: "\(who) comments on “\(title)”")
        let text = comment.pieces(among: visit.organisation.callNames).map { piece in
            switch piece {
            case .text(let text): text
            case .person(let person): "@\(person.name)"
            }
        }.joined()
        return (words, quotation(text, by: comment.author), "/briefings/\(page.id)#c-\(comment.id)")
    }

    private func reviewed(_ review: Review, _ page: Briefing) -> (Phrase, HTML, String?) {
        let (who, title) = (visit.name(review.reviewer), visit.title(of: page))
        return (
            review.opinion == .favourable
                ? Phrase(fr: "\(who) rend un avis favorable sur « \(title) »", en: "\(who) is in favour of “\(title)”")
                : Phrase(fr: "\(who) a des réserves sur « \(title) »", en: "\(who) has reservations about “\(title)”"),
            review.text.isBlank ? "" : quotation(review.text, by: review.reviewer), "/briefings/\(page.id)"
        )
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
            relay.suggestion.offer, "/teams/\((visit.organisation.units[relay.team]?.code ?? "").inAddress)"
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

extension Notice {
    /// Somebody speaks to the reader by name.
    var isNaming: Bool { if case .named = matter { true } else { false } }

    /// What it looks like in a list.
    var icon: String {
        switch matter {
        case .commented, .named, .reviewed: "comment"
        case .happened, .reminded, .helped, .letter, .closed, .swapped: "cal"
        }
    }
}
