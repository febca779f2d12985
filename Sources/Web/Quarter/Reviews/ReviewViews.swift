import HTML
import Rouage
import Storage
package import WebCore

/// What the three crafts think of a briefing, and where a director says it.
enum ReviewViews {
    static func section(_ visit: Visit, _ briefing: Briefing, _ reviews: [Review]) -> HTML {
        let mine = Craft.triforce.filter { visit.actor?.may(.review(briefing, $0)) == true }
        let isOpen = [.submitted, .aligning, .ready].contains(briefing.state)
        guard !reviews.isEmpty || (isOpen && !mine.isEmpty) else { return "" }
        let forms =
            isOpen ? mine.map { craft in form(visit, briefing, craft, reviews.first { $0.craft == craft }) } : []
        return """
            <section class="sec" id="reviews" aria-labelledby="h-rv"><header><h2 id="h-rv">\
            \(visit.say(Phrase(fr: "Revues", en: "Reviews")))</h2><p>\(reviews.count) / 3</p></header>\
            <ul class="plain">\(reviews.map { row(visit, $0) })</ul>\(forms)</section>
            """
    }

    private static func row(_ visit: Visit, _ review: Review) -> HTML {
        let say = visit.say
        let text: HTML = review.text.isEmpty ? "" : Part.prose(review.text)
        return """
            <li><p><b>\(say(review.craft.phrase))</b> \(Part.status(say(review.opinion.phrase), review.opinion.dial))</p>\
            <p class="note">\(visit.name(review.reviewer)), \(visit.dates.short(review.reviewedOn))</p>\(text)</li>
            """
    }

    private static func form(_ visit: Visit, _ briefing: Briefing, _ craft: Craft, _ known: Review?) -> HTML {
        let say = visit.say
        let name = "review-\(craft.rawValue)"
        let isBack = visit.exchange.form["craft"] == craft.rawValue
        let opinion = isBack ? visit.exchange.form["opinion"] : known?.opinion.rawValue
        let text = isBack ? visit.typed("text", or: "") : known?.text ?? ""
        let options = Review.Opinion.allCases.map { choice -> HTML in
            """
            <label class="check"><input type="radio" name="opinion" required value="\(choice.rawValue)"\
            \(" checked", if: choice.rawValue == opinion)> \(say(choice.phrase))</label>
            """
        }
        let title = Phrase(
            fr: "Votre revue, \(craft.phrase(.french))", en: "Your review, \(craft.phrase(.english))")
        return """
            <form class="stack" method="post" action="/briefings/\(briefing.id.description)/reviews">\(Part.csrf(visit))\
            <input type="hidden" name="craft" value="\(craft.rawValue)">\
            \(Part.version(known?.version ?? 0))
            <fieldset class="field"><legend>\(say(title))</legend>\(options)</fieldset>
            <div class="field"><label for="\(name)">\(say(Phrase(fr: "Ce que vous en pensez", en: "What you think of it")))</label>
            <textarea class="in" id="\(name)" name="text" rows="3">\(text)</textarea>\(isBack ? Part.flaw(visit, "text") : "")</div>
            <div class="acts"><button class="btn">\(Review.acts.making(visit))</button></div></form>
            """
    }
}

extension Review.Opinion {
    package var phrase: Phrase {
        switch self {
        case .favourable: Phrase(fr: "Favorable", en: "In favour")
        case .reserved: Phrase(fr: "Avec une réserve", en: "With a reservation")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .favourable: ("d-done", "ok")
        case .reserved: ("alert", "warn")
        }
    }
}
