package import HTML
package import Rouage
import Storage
import WebCore

/// What the person who runs it has under the slide: the clock, who is next, how many follow, and the keys.
package struct ControlStrip {
    package let show: Show
    package let presentation: Presentation
    package let deck: Deck
    let openQuestions: Int
    /// The page the buttons come back to.
    package let back: HTML
    private var visit: Visit { show.visit }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    package var html: HTML {
        let viewers = visit.site.broadcasts.viewers(of: presentation.id)
        let people = visit.say(
            Phrase(count: viewers, fr: ("personne", "personnes"), en: ("person", "people")))
        return """
            <aside class="strip noprint" id="strip" data-live-part aria-label="\(say("Bandeau de la personne qui anime", "Strip of the person who runs it"))">\
            \(timer)\(next)<div><span>\(say("En direct", "Live"))</span><b>\(viewers)</b><span>\(people)</span></div>\
            <div><span>\(say("Questions", "Questions"))</span><b>\(openQuestions)</b>\(questions)</div>\(keys)</aside>
            """
    }

    private var slot: Presentation.Slot? { presentation.slot(of: presentation.showing) }

    private var timer: HTML {
        let total = (slot?.minutes ?? Presentation.Slot.most) * 60
        let left = total - presentation.secondsInSlot(at: visit.now)
        let label = say(
            "\(abs(left) / 60) minutes \(abs(left) % 60) \(left < 0 ? "de trop" : "restantes") sur \(total / 60)",
            "\(abs(left) / 60) minutes \(abs(left) % 60) \(left < 0 ? "over" : "left") of \(total / 60)")
        let width = max(0, min(100, left * 100 / max(total, 1)))
        let runs: HTML = presentation.pausedAt == nil ? " data-behaviour=\"timer\"" : ""
        return """
            <div class="tm\(" over", if: left < 0)" role="timer" aria-label="\(label)"\(runs) data-left="\(left)" \
            data-total="\(total)"><b>\(Part.clock(left))</b><span>\(say("sur \(total / 60):00", "of \(total / 60):00"))</span>\
            <svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
            <rect width="\(width)" height="8"/></svg></div>
            """
    }

    private var next: HTML {
        guard let following = presentation.following, let slot = deck.slot(of: following.team) else { return "" }
        let who = slot.presenters.first.map { visit.name($0) } ?? ""
        let ready = following.isReady ? say(", prêt", ", ready") : ""
        return """
            <div class="nxt"><span>\(say("À suivre", "Next"))</span><b>\(slot.name)</b><span>\(who)\(ready)</span></div>
            """
    }

    private var questions: HTML {
        "<a href=\"\(show.address)/prompter#h-q\">\(say("Les voir", "See them"))</a>"
    }

    // MARK: Keys

    private var keys: HTML {
        let isPaused = presentation.pausedAt != nil
        let hold = isPaused ? say("Reprendre", "Resume") : say("Pause", "Pause")
        let previous = say("Équipe précédente", "Previous team")
        return """
            <form class="acts" method="post" action="\(show.address)/position">\(Part.csrf(visit))\
            \(Part.version(presentation.version))\
            <input type="hidden" name="back" value="\(back)"><div class="acts">\
            <button class="btn" name="go" value="previous" aria-keyshortcuts="ArrowLeft">\(Part.icon("left"))\
            <span class="vh">\(previous)</span></button>\
            <button class="btn" name="go" value="\(isPaused ? "resume" : "pause")" aria-keyshortcuts="Space">\
            \(Part.icon("clock"))\(hold)</button>\(forward)</div></form>
            """
    }

    private var forward: HTML {
        let isLast = presentation.following == nil && presentation.slide + 1 >= (slot?.slides ?? 1)
        if isLast {
            return """
                <button class="btn pri" formaction="\(show.address)/publication">\
                \(say("Terminer et publier", "End and publish"))</button>
                """
        }
        let staysWithTeam = presentation.slide + 1 < (slot?.slides ?? 1)
        let label = staysWithTeam ? say("Suite", "More") : say("Équipe suivante", "Next team")
        return """
            <button class="btn pri" name="go" value="next" aria-keyshortcuts="ArrowRight">\(label)\(Part.icon("right"))\
            </button>
            """
    }
}
