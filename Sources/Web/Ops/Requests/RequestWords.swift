import Foundation
package import HTML
package import Rouage
package import WebCore

extension OpsRequest.State {
    package var phrase: Phrase {
        switch self {
        case .new: Phrase(fr: "Nouvelle", en: "New")
        case .triaged: Phrase(fr: "Triée", en: "Triaged")
        case .inHand: Phrase(fr: "En main", en: "In hand")
        case .closed: Phrase(fr: "Close", en: "Closed")
        }
    }
}

extension OpsRequest.Outcome {
    package var phrase: Phrase {
        switch self {
        case .answered: Phrase(fr: "Répondue", en: "Answered")
        case .redirected: Phrase(fr: "Réorientée", en: "Redirected")
        case .quickHelp: Phrase(fr: "Coup de main", en: "Quick help")
        case .becameTopic: Phrase(fr: "Devenue sujet", en: "Became a topic")
        case .urgentProject: Phrase(fr: "Projet urgent", en: "Urgent project")
        case .refused: Phrase(fr: "Refusée", en: "Refused")
        }
    }

    /// What choosing it means.
    package var meaning: Phrase {
        switch self {
        case .answered:
            Phrase(
                fr: "Répondue : la réponse servira à la prochaine personne",
                en: "Answered: the answer will serve the next person")
        case .redirected:
            Phrase(fr: "Réorientée : quelqu’un d’autre y répond", en: "Redirected: somebody else answers it")
        case .quickHelp:
            Phrase(fr: "Coup de main : fait, en deux jours au plus", en: "Quick help: done, in two days at most")
        case .becameTopic:
            Phrase(
                fr: "Devenue sujet : à comparer aux autres au mercato",
                en: "Became a topic: to be held against others at the mercato")
        case .urgentProject:
            Phrase(
                fr: "Projet urgent : commence sans attendre, dans l’enveloppe d’urgences",
                en: "Urgent project: begins at once, within the room for urgencies")
        case .refused: Phrase(fr: "Refusée, avec la raison", en: "Refused, with the reason")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .answered, .quickHelp: ("d-done", "ok")
        case .redirected: ("d-out", "")
        case .becameTopic, .urgentProject: ("d-com", "acc")
        case .refused: ("d-no", "")
        }
    }
}

extension OpsRequest {
    package var address: String { "/requests/\(id)" }

    /// Where it stands, in a word and a dial.
    package var standing: (phrase: Phrase, dial: (icon: String, tone: String)) {
        switch state {
        case .new: (state.phrase, ("d-sig", "acc"))
        case .triaged: (state.phrase, ("d-ack", ""))
        case .inHand: (state.phrase, ("d-com", "acc"))
        case .closed: (outcome?.phrase ?? state.phrase, outcome?.dial ?? ("d-done", ""))
        }
    }
}

/// A level from little to much, for impact and urgency.
enum RequestLevel {
    static let impact = Phrase(fr: "Impact", en: "Impact")
    static let urgency = Phrase(fr: "Urgence", en: "Urgency")

    static func phrase(_ level: Int) -> Phrase {
        switch level {
        case 1: Phrase(fr: "faible", en: "low")
        case 2: Phrase(fr: "moyen", en: "medium")
        default: Phrase(fr: "fort", en: "high")
        }
    }
}

/// What pages say of requests: who asks, how old they are, by when they are acknowledged.
package struct RequestWords {
    package let visit: Visit
    private let calendar = WorkCalendar.french

    package init(_ visit: Visit) { self.visit = visit }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    /// Who asks, and for which team.
    package func asker(_ request: OpsRequest) -> String {
        let host = visit.name(request.invitedBy)
        let name =
            request.requester.map { visit.name($0) }
            ?? say(
                Phrase(
                    fr: "\(request.guestName), par un lien de \(host)", en: "\(request.guestName), by a link of \(host)"
                ))
        return request.team.map { "\(name), \(visit.name($0))" } ?? name
    }

    /// `3 jours ouvrés`.
    package func age(_ request: OpsRequest) -> Phrase { days(request.age(calendar, on: visit.today)) }

    package func days(_ count: Int) -> Phrase {
        count == 0
            ? Phrase(fr: "aujourd’hui", en: "today")
            : Phrase(
                count: count, fr: ("% jour ouvré", "% jours ouvrés"), en: ("% working day", "% working days"))
    }

    /// By when it gets its first word, with a mark once that day has passed.
    package func due(_ request: OpsRequest) -> HTML {
        let day = request.acknowledgeBy(calendar)
        let isLate = request.isOverdue(calendar, on: visit.today)
        let date = visit.dates.weekdayShort(day)
        let words =
            isLate
            ? Phrase(fr: "Premier mot attendu \(date)", en: "First word was due \(date)")
            : Phrase(fr: "Premier mot d’ici au \(date)", en: "First word by \(date)")
        return Part.status(say(words), isLate ? ("alert", "stop") : ("clock", ""))
    }

    package func status(_ request: OpsRequest) -> HTML {
        let (phrase, dial) = request.standing
        return Part.status(say(phrase), dial)
    }

    /// The priority, as its letter and number.
    package func priority(_ request: OpsRequest) -> HTML {
        let name =
            request.impact == nil
            ? Phrase(fr: "Priorité pressentie", en: "Presumed priority") : Phrase(fr: "Priorité", en: "Priority")
        return """
            <span class="pr\(" soft", if: request.impact == nil)"><span class="vh">\(say(name)) </span>\(request.priority.rawValue)</span>
            """
    }

    /// The language in which it is written.
    package func language(of request: OpsRequest) -> Language {
        visit.language(of: request.requester ?? request.invitedBy)
    }

    package func title(_ request: OpsRequest) -> String { request.title.set(in: language(of: request)) }

    /// `1,5 jour`.
    package func length(_ days: Double) -> Phrase {
        Phrase(
            fr: "\(days.plain(.french)) \(days < 2 ? "jour" : "jours")",
            en: "\(days.plain(.english)) \(days == 1 ? "day" : "days")")
    }
}

extension OpsRequest: Paged {
    package static let sign = KindSign("comment", "Demande", "Request")
    package func heading(_ visit: Visit) -> String { RequestWords(visit).title(self) }
}
