import HTML
import Rouage
import WebCore

/// What the visitor can do with a request: sort it, take it in hand, close it; say how happy they are with it.
struct RequestActs {
    let page: RequestPage
    private var visit: Visit { page.visit }
    private var request: OpsRequest { page.request }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var html: HTML {
        let acts = "\(satisfaction)\(working)" as HTML
        return acts.isEmpty ? who : acts
    }

    private var who: HTML {
        guard request.state != .closed else { return "" }
        let text = say(
            "Product Ops s’en occupe. Cette page suit la demande d’elle-même.",
            "Product Ops is at it. This page follows the request by itself.")
        return "<p class=\"note\">\(text)</p>"
    }

    private var working: HTML {
        guard request.state != .closed, page.mayMove || page.maySwap else { return "" }
        let steps: HTML = page.mayMove ? "\(triage)\(taking)\(days)" : ""
        return """
            <section class="sec" aria-labelledby="h-acts"><header><h2 id="h-acts">\(say("La suite", "Next"))</h2></header>\
            \(steps)\(closing)</section>
            """
    }

    private func form(_ noun: String, _ fields: HTML, _ send: String, isMain: Bool = false) -> HTML {
        """
        <form class="stack" method="post" action="\(page.address)/\(noun)">\(Part.csrf(visit))\
        <input type="hidden" name="version" value="\(request.version)">\(fields)\
        <div class="acts"><button class="btn s\(" pri", if: isMain)">\(send)</button></div></form>
        """
    }

    private func fold(_ noun: String, _ title: String, _ form: HTML, isOpen: Bool = false) -> HTML {
        """
        <details class="disc"\(" open", if: isOpen || visit.isRefused(noun))><summary>\(title)\(Part.icon("down"))</summary>\(form)</details>
        """
    }

    private func parts(_ noun: String) -> FormParts { FormParts(visit, prefix: noun, isSent: visit.isRefused(noun)) }

    private var triage: HTML {
        guard request.state == .new || request.state == .triaged else { return "" }
        let isNew = request.state == .new
        let title = isNew ? say("Trier", "Triage") : say("Trier de nouveau", "Triage again")
        let fields = TriageFields(visit, parts("triage")).html(request)
        return fold(
            "triage", title, form("triage", fields, say("Enregistrer le tri", "Save the triage"), isMain: isNew),
            isOpen: isNew)
    }

    private var taking: HTML {
        guard request.state == .triaged || request.state == .inHand else { return "" }
        let isNew = request.state == .triaged
        let title =
            isNew
            ? say("Prendre en main", "Take in hand")
            : request.handledBy == page.actor.id
                ? say("Changer qui décide ou qui la reprend", "Change who decides or takes it back")
                : say("La prendre à mon compte", "Take it over")
        let hint: HTML =
            request.hotPotato
            ? "<p class=\"note\">\(Part.icon("flag")) \(say("Patate chaude : il faut savoir qui décide et qui la reprend, hors Product Ops.", "Hot potato: it takes who decides and who takes it back, outside Product Ops."))</p>"
            : ""
        let owners = OwnerFields(visit, parts("taking")).html(
            decider: request.decider, returnOwner: request.returnOwner)
        return fold(
            "taking", title,
            form(
                "taking", "\(hint)\(owners)",
                isNew ? title : say("Enregistrer", "Save"), isMain: isNew), isOpen: isNew)
    }

    private var days: HTML {
        guard request.state == .inHand else { return "" }
        let field = parts("days").text(
            "spent_days", Phrase(fr: "Jours passés", en: "Days spent"), stored: request.spentDays.plain(visit.language),
            more: " inputmode=\"decimal\"", isShort: true)
        return fold(
            "days", say("Noter le temps passé", "Note the time spent"), form("days", field, say("Noter", "Note")))
    }

    private var closing: HTML {
        let closing = RequestClosing(page, parts("closing"))
        return fold(
            "closing", say("Clore", "Close"),
            form(
                "closing", closing.fields, say("Clore la demande", "Close the request"),
                isMain: request.state == .inHand), isOpen: request.state == .inHand)
    }

    private var satisfaction: HTML {
        guard request.state == .closed, page.actor.may(.request(.rate(request))) else { return "" }
        let parts = parts("satisfaction")
        let words: [Phrase] = [
            Phrase(fr: "1, pas du tout", en: "1, not at all"), Phrase(fr: "2, peu", en: "2, little"),
            Phrase(fr: "3, à moitié", en: "3, halfway"), Phrase(fr: "4, bien", en: "4, well"),
            Phrase(fr: "5, tout à fait", en: "5, entirely"),
        ]
        let options = words.enumerated().map { (String($0.offset + 1), $0.element) }
        let stored = request.satisfaction.map(String.init) ?? ""
        let question = Phrase(fr: "Votre problème est-il réglé ?", en: "Is your problem settled?")
        let note = say(
            "La moyenne se lit à partir de cinq réponses.", "The mean is shown from five answers on.")
        return """
            <section class="sec" aria-labelledby="h-sat"><header><h2 id="h-sat">\(say("Votre avis", "Your view"))</h2></header>\
            \(form("satisfaction", "\(parts.radios("satisfaction", question, stored: stored, options))<p class=\"note\">\(note)</p>", say("Donner mon avis", "Give my view"), isMain: request.satisfaction == nil))</section>
            """
    }
}

/// Impact and urgency, one to three, and whether it is a hot potato: the same fields in the list and on the page of a request.
struct TriageFields {
    private let visit: Visit
    private let parts: FormParts

    init(_ visit: Visit, _ parts: FormParts) {
        self.visit = visit
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
