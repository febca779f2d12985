import HTML
import Rouage
import WebCore

/// What the visitor can do with a request: sort it, take it in hand, close it; say how happy they are with it.
struct RequestForms {
    let page: RequestPage
    private var visit: Visit { page.visit }
    private var request: OpsRequest { page.request }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var html: HTML {
        let forms = "\(satisfaction)\(working)" as HTML
        return forms.isEmpty ? who : forms
    }

    private var who: HTML {
        guard request.state != .closed else { return "" }
        let text = say(
            "Product Ops s’en occupe. Cette page suit la demande d’elle-même.",
            "Product Ops is at it. This page follows the request by itself.")
        return "<p class=\"note\">\(text)</p>"
    }

    private func parts(_ noun: String) -> FormParts { FormParts(visit, prefix: noun, isSent: visit.isRefused(noun)) }

    private var working: HTML {
        let isSorted = request.state == .triaged
        let acts = OpsRequest.acts
        let steps: HTML = """
            \(acts.disclosure("triage", request, visit, as: sorting, isOpen: request.state == .new, TriageFields(parts("triage")).html(request)))\
            \(acts.disclosure("taking", request, visit, as: taking, send: taking.map { _ in Phrase(fr: "Enregistrer", en: "Save") }, isOpen: isSorted, "\(hotPotato)\(owners)"))\
            \(acts.disclosure("days", request, visit, days))\
            \(acts.disclosure("closing", request, visit, as: Phrase(fr: "Clore", en: "Close"), isOpen: request.state == .inHand, closing))
            """
        guard !steps.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-acts"><header><h2 id="h-acts">\(say("La suite", "Next"))</h2></header>\
            \(steps)</section>
            """
    }

    private var sorting: Phrase {
        request.state == .new
            ? Phrase(fr: "Trier", en: "Triage") : Phrase(fr: "Trier de nouveau", en: "Triage again")
    }

    private var taking: Phrase? {
        if request.state == .triaged { return nil }
        return request.handledBy == page.actor.id
            ? Phrase(fr: "Changer qui décide ou qui la reprend", en: "Change who decides or takes it back")
            : Phrase(fr: "La prendre à mon compte", en: "Take it over")
    }

    private var hotPotato: HTML {
        guard request.hotPotato else { return "" }
        let hint = say(
            "Patate chaude : il faut savoir qui décide et qui la reprend, hors Product Ops.",
            "Hot potato: it takes who decides and who takes it back, outside Product Ops.")
        return "<p class=\"note\">\(Part.icon("flag")) \(hint)</p>"
    }

    private var owners: HTML {
        OwnerFields.html(parts("taking"), decider: request.decider, returnOwner: request.returnOwner)
    }

    private var days: HTML {
        parts("days").text(
            "spent_days", Phrase(fr: "Jours passés", en: "Days spent"), stored: request.spentDays.plain(visit.language),
            more: " inputmode=\"decimal\"", isShort: true)
    }

    private var satisfaction: HTML {
        let words: [Phrase] = [
            Phrase(fr: "1, pas du tout", en: "1, not at all"), Phrase(fr: "2, peu", en: "2, little"),
            Phrase(fr: "3, à moitié", en: "3, halfway"), Phrase(fr: "4, bien", en: "4, well"),
            Phrase(fr: "5, tout à fait", en: "5, entirely"),
        ]
        let choice = parts("satisfaction").radios(
            "satisfaction", Phrase(fr: "Votre problème est-il réglé ?", en: "Is your problem settled?"),
            stored: request.satisfaction.map(String.init) ?? "",
            words.enumerated().map { (String($0.offset + 1), $0.element) })
        let note = say("La moyenne se lit à partir de cinq réponses.", "The mean is shown from five answers on.")
        let form = OpsRequest.acts.form(
            "satisfaction", request, visit, isFirst: request.satisfaction == nil,
            "\(choice)<p class=\"note\">\(note)</p>")
        guard !form.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-sat"><header><h2 id="h-sat">\(say("Votre avis", "Your view"))</h2></header>\
            \(form)</section>
            """
    }

    // MARK: Closing

    /// Whoever may only drop something for an urgent project closes it as that.
    private var outcomes: [OpsRequest.Outcome] {
        guard page.mayMove else { return [.urgentProject] }
        return OpsRequest.Outcome.allCases.filter { request.state == .inHand || !$0.needsHands }
    }

    private var closing: HTML {
        let parts = parts("closing")
        let left = Int(page.room.left)
        let hint = Phrase(
            fr: "Jours en tout ; pour un projet urgent, ceux mis de côté. Il en reste \(left) dans l’enveloppe.",
            en: "Days in all; for an urgent project, those set aside. \(left) are left in the room.")
        let exchange: HTML =
            page.actor.may(.request(.swap))
            ? parts.text(
                "in_exchange", Phrase(fr: "Arrêté à la place", en: "Dropped instead"),
                hint: Phrase(
                    fr: "Pour un projet urgent qui dépasse l’enveloppe.",
                    en: "For an urgent project beyond the room for urgencies.")) : ""
        return """
            \(parts.radios("outcome", Phrase(fr: "Issue", en: "Outcome"), stored: outcomes.count == 1 ? outcomes[0].rawValue : "", outcomes.map { ($0.rawValue, $0.meaning) }))\
            \(subject(parts))\
            \(parts.area("answer", Phrase(fr: "La réponse, ou la raison", en: "The answer, or the reason"), limit: OpsRequest.limits.text * 2))\
            \(parts.text("spent_days", Phrase(fr: "Temps passé", en: "Time spent"), hint: hint, stored: request.spentDays > 0 ? request.spentDays.plain(visit.language) : "", more: " inputmode=\"decimal\"", isShort: true))\
            \(exchange)
            """
    }

    /// Shown while the request is said to become a topic.
    private func subject(_ parts: FormParts) -> HTML {
        guard outcomes.contains(.becameTopic) else { return "" }
        let words = request.unsaidClosing
        let known = page.topics.map { topic -> (String, String) in
            (topic.id.description, "\(visit.title(of: topic)) (\(visit.status(topic).lowercasedFirst))")
        }
        let choice = parts.select(
            "topic", Phrase(fr: "Le sujet", en: "The topic"), known,
            empty: Phrase(fr: "Un nouveau sujet", en: "A new topic"))
        let title = parts.text(
            "topic_title", Phrase(fr: "Son titre", en: "Its title"), stored: words.topicTitle,
            more: " maxlength=\"\(Topic.titleLimit)\"")
        let problem = parts.area(
            "topic_problem", Phrase(fr: "Le problème", en: "The problem"),
            hint: Phrase(fr: "Repris de la demande.", en: "Taken from the request."), stored: words.topicProblem,
            limit: Topic.problemLimit)
        return """
            <fieldset class="subject"><legend>\(visit.say(OpsRequest.Outcome.becameTopic.phrase))</legend>\(choice)\
            <div class="fresh">\(title)\(problem)</div></fieldset>
            """
    }
}

/// Impact and urgency, one to three, and whether it is a hot potato: the same fields in the list and on the page of a request.
struct TriageFields {
    private let visit: Visit
    private let parts: FormParts

    init(_ parts: FormParts) {
        visit = parts.visit
        self.parts = parts
    }

    func html(_ request: OpsRequest) -> HTML {
        "<div class=\"levels\">\(level("impact", RequestLevel.impact, request.impact))\(level("urgency", RequestLevel.urgency, request.urgency))\(hotPotato(request))</div>"
    }

    private func hotPotato(_ request: OpsRequest) -> HTML {
        let isHot = parts.isSent ? visit.exchange.form.all("hot_potato").contains("true") : request.hotPotato
        let words = visit.say(Phrase(fr: "Patate chaude", en: "Hot potato"))
        return """
            <label><input type="hidden" name="hot_potato" value=""><input type="checkbox" name="hot_potato" value="true"\
            \(" checked", if: isHot)> \(words)</label>
            """
    }

    private func level(_ name: String, _ label: Phrase, _ stored: Int?) -> HTML {
        let chosen = parts.value(name, or: stored.map(String.init) ?? "")
        let flaw: HTML =
            parts.flaw(name).map { "<p class=\"err\">\(Part.icon("alert"))\(visit.say($0.reason.phrase))</p>" } ?? ""
        let options = OpsRequest.scale.map { level -> HTML in
            """
            <label><input type="radio" name="\(name)" value="\(level)"\(" checked", if: chosen == String(level))> \
            \(level)<span class="vh"> \(visit.say(RequestLevel.phrase(level)))</span></label>
            """
        }
        return "<fieldset><legend>\(visit.say(label))</legend>\(Array(options))\(flaw)</fieldset>"
    }
}
