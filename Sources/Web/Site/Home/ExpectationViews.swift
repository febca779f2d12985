import HTML
import Rouage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What is expected of me: at most five on the home, all of them in the inbox.
enum ExpectationViews {
    static let most = 5

    static func section(_ home: Home) -> HTML {
        let visit = home.visit
        let all = home.expectations
        let shown = all.prefix(most)
        let more = all.count - shown.count
        let rest = Phrase(
            count: more, fr: ("% autre chose", "% autres choses"), en: ("% more thing", "% more things"))
        let note: HTML = more > 0 ? "<p class=\"note\"><a href=\"/inbox\">\(visit.say(rest))</a></p>" : ""
        return """
            <section class="sec mine" aria-labelledby="h-mine" id="mine" data-live-part>
            <header><h2 id="h-mine">\(visit.say(title))</h2>\(count(visit, all))</header>
            \(content(home, Array(shown)))\(note)</section>
            """
    }

    private static let title = Layout.Page.inbox.words

    private static func count(_ visit: Visit, _ all: [Expectation]) -> HTML {
        guard !all.isEmpty else { return "" }
        let minutes = all.prefix(most).reduce(0) { $0 + $1.task.minutes }
        let phrase = Phrase(
            count: all.count, fr: ("% chose, environ \(minutes) min", "% choses, environ \(minutes) min"),
            en: ("% thing, about \(minutes) min", "% things, about \(minutes) min"))
        return "<p>\(visit.say(phrase))</p>"
    }

    /// That nobody waits is said only when nobody speaks to the visitor by name either.
    private static func content(_ home: Home, _ shown: [Expectation]) -> HTML {
        guard shown.isEmpty else { return list(home.visit, shown) }
        return home.isSpokenTo ? "" : empty(home.visit)
    }

    private static func empty(_ visit: Visit) -> HTML {
        let lead = Phrase(fr: "Personne n’attend rien de vous.", en: "Nobody is waiting for you.")
        let how = Phrase(
            fr:
                "Une réponse à donner, une livraison à confirmer, une ébauche à déposer ou une décision à prendre viendra ici, avec sa date.",
            en:
                "An answer to give, a delivery to confirm, a draft to submit or a decision to take will come here, dated."
        )
        return "<div class=\"empty\"><h3>\(visit.say(lead))</h3><p>\(visit.say(how))</p></div>"
    }

    private static func list(_ visit: Visit, _ expectations: [Expectation]) -> HTML {
        let rows = expectations.enumerated().map { index, expectation in
            row(visit, expectation, isFirst: index == 0)
        }
        return "<ol class=\"todo\">\(rows)</ol>"
    }

    private static func row(_ visit: Visit, _ expectation: Expectation, isFirst: Bool) -> HTML {
        let words = expectation.task.words(visit)
        return """
            <li>\(due(visit, expectation.due))<div><a href="\(words.address)">\(visit.say(words.title))</a>\
            <p>\(visit.say(words.detail))</p></div><a class="btn s\(" pri", if: isFirst)" href="\(words.address)">\
            \(visit.say(words.act))<span class="vh"> : \(visit.say(words.title))</span></a></li>
            """
    }

    static func due(_ visit: Visit, _ day: Day) -> HTML {
        let late = WorkCalendar.french.workingDays(after: day, upTo: visit.today)
        if day < visit.today {
            let days = max(late, 1)
            let phrase = Phrase(fr: "Depuis \(days) j", en: "\(days) \(days == 1 ? "day" : "days") late")
            return "<span class=\"st stop\">\(Part.icon("clock"))<b>\(visit.say(phrase))</b></span>"
        }
        if day == visit.today {
            let phrase = Phrase(fr: "Aujourd’hui", en: "Today")
            return "<span class=\"st acc\">\(Part.icon("clock"))<b>\(visit.say(phrase))</b></span>"
        }
        return "<span class=\"st\">\(Part.icon("cal"))\(visit.dates.weekdayShort(day).capitalisedFirst)</span>"
    }
}
