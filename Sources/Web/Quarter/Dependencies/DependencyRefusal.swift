import HTML
import Rouage
import Storage
import WebCore

/// Why an answer was refused, in the words of the case: what the page says now, who may answer, what was typed.
struct DependencyRefusal {
    let visit: Visit
    let dependency: Dependency
    let chapters: [DependencyChapter]

    var banner: HTML {
        guard let refusal = visit.refusal else { return "" }
        switch refusal {
        case .outdated, .closed: return answeredMeanwhile
        case .notAllowed:
            let side = Dependency.acts.refused(visit)?.side(of: dependency) ?? .giving
            return box(
                Phrase(fr: "Cette réponse ne vous revient pas.", en: "This answer is not yours to give."),
                "<p>\(visit.say(.belongs(to: side, dependency, visit)))</p>\(typed)")
        case .invalid(let flaws):
            return box(
                Phrase(fr: "La réponse n’est pas envoyée.", en: "The answer was not sent."),
                "<p>\(visit.say(flaws.first?.reason.phrase ?? refusal.explanation))</p>")
        case .over:
            return box(
                Phrase(
                    fr: "Vous avez déjà redemandé ce trimestre.", en: "You have asked again once this quarter."),
                "<p>\(visit.say(Phrase(fr: "Écrivez une parade, ou renoncez.", en: "Write a fallback, or do without.")))</p>\(typed)"
            )
        case .notFound: return ""
        }
    }

    private func box(_ title: Phrase, _ rest: HTML) -> HTML {
        """
        <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div>\
        <p><b>\(visit.say(title))</b></p>\(rest)</div></div>
        """
    }

    /// Somebody was faster: what the page says now, and what this person had written.
    private var answeredMeanwhile: HTML {
        let now: HTML =
            chapters.first.map { chapter in
                let clock = chapter.line.at.clock(in: visit.site.clock.zone)
                let day = chapter.line.at.day(in: visit.site.clock.zone)
                let when = "\(visit.dates.short(day)), \(visit.dates.clock(clock.hour, clock.minute))"
                return """
                    <p>\(visit.say(DependencyStory(visit: visit).sentence(chapter))) \(when). \
                    \(visit.say(DependencyStanding(visit: visit, dependency: dependency).sentence))</p>
                    """
            } ?? ""
        return box(
            Phrase(
                fr: "Quelqu’un a déjà répondu : votre réponse n’est pas enregistrée.",
                en: "Somebody has answered already: your answer was not kept."),
            "\(now)\(typed)")
    }

    /// The person's own words, to copy, when the form they were sent in may not open again.
    private var typed: HTML {
        let fields = ["committed_for", "effort_days", "counter_date", "scope", "reason", "mitigation", "what"]
        let words = fields.compactMap { visit.exchange.form[$0] }.filter { !$0.isBlank }
        guard !words.isEmpty else { return "" }
        return """
            <p>\(visit.say(Phrase(fr: "Ce que vous aviez écrit :", en: "What you had written:"))) \
            \(words.map { word -> HTML in "<q>\(word)</q> " })</p>
            """
    }
}
