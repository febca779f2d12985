import HTML
import Rouage
import WebCore

/// The fields by which a request is closed: what comes of it, the answer, and the topic when it becomes one.
struct RequestClosing {
    private let page: RequestPage
    private let parts: FormParts
    private var visit: Visit { page.visit }
    private var request: OpsRequest { page.request }

    init(_ page: RequestPage, _ parts: FormParts) {
        self.page = page
        self.parts = parts
    }

    /// Whoever may only drop something for an urgent project closes it as that.
    private var outcomes: [OpsRequest.Outcome] {
        guard page.mayMove else { return [.urgentProject] }
        return OpsRequest.Outcome.allCases.filter { request.state == .inHand || !$0.needsHands }
    }

    var fields: HTML {
        let left = Int(page.room.left)
        let hint = Phrase(
            fr: "Jours en tout ; pour un projet urgent, ceux mis de côté. Il en reste \(left) dans l’enveloppe.",
            en: "Days in all; for an urgent project, those set aside. \(left) are left in the room.")
        let outcome = parts.radios(
            "outcome", Phrase(fr: "Issue", en: "Outcome"), stored: outcomes.count == 1 ? outcomes[0].rawValue : "",
            outcomes.map { ($0.rawValue, $0.meaning) })
        let answer = parts.area(
            "answer", Phrase(fr: "La réponse, ou la raison", en: "The answer, or the reason"),
            limit: OpsRequest.limits.text * 2)
        let spent = parts.text(
            "spent_days", Phrase(fr: "Temps passé", en: "Time spent"), hint: hint,
            stored: request.spentDays > 0 ? request.spentDays.plain(visit.language) : "",
            more: " inputmode=\"decimal\"",
            isShort: true)
        return "\(outcome)\(subject)\(answer)\(spent)\(exchange)"
    }

    private var exchange: HTML {
        guard page.maySwap else { return "" }
        return parts.text(
            "in_exchange", Phrase(fr: "Arrêté à la place", en: "Dropped instead"),
            hint: Phrase(
                fr: "Pour un projet urgent qui dépasse l’enveloppe.",
                en: "For an urgent project beyond the room for urgencies."))
    }

    /// Shown while the request is said to become a topic.
    private var subject: HTML {
        guard outcomes.contains(.becameTopic) else { return "" }
        let content = request.topicContent()
        let known = page.topics.map { topic -> (String, String) in
            (topic.id.description, "\(visit.title(of: topic)) (\(visit.status(topic).lowercasedFirst))")
        }
        let choice = parts.select(
            "topic", Phrase(fr: "Le sujet", en: "The topic"), known,
            empty: Phrase(fr: "Un nouveau sujet", en: "A new topic"))
        let title = parts.text(
            "topic_title", Phrase(fr: "Son titre", en: "Its title"), stored: content.title,
            more: " maxlength=\"\(Topic.titleLimit)\"")
        let problem = parts.area(
            "topic_problem", Phrase(fr: "Le problème", en: "The problem"),
            hint: Phrase(fr: "Repris de la demande.", en: "Taken from the request."), stored: content.problem,
            limit: Topic.problemLimit)
        return """
            <fieldset class="subject"><legend>\(visit.say(OpsRequest.Outcome.becameTopic.phrase))</legend>\(choice)\
            <div class="fresh">\(title)\(problem)</div></fieldset>
            """
    }
}
