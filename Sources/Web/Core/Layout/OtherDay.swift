package import HTML
import Rouage

/// The way to a day that is past, and to what changed since: below the filters of a page that can be shown as it was.
package struct OtherDay {
    package let visit: Visit

    package init(visit: Visit) {
        self.visit = visit
    }

    package var html: HTML {
        guard let cycle = visit.cycle, visit.actor?.isMember ?? false else { return "" }
        let day = visit.past?.day ?? min(visit.today - 7, cycle.end)
        let label = visit.say(Phrase(fr: "Voir l’état du", en: "Show the state of"))
        let show = visit.say(Phrase(fr: "Voir ce jour", en: "Show this day"))
        let changes = visit.say(Phrase(fr: "Ce qui a changé entre deux jours", en: "What changed between two days"))
        return """
            <details class="disc otherday noprint"\(" open", if: visit.past != nil)><summary>\(Part.icon("clock"))\
            \(visit.say(Phrase(fr: "Un autre jour", en: "Another day")))</summary>\
            <form class="row" method="get" action="\(visit.exchange.path)">\(kept)\
            <div class="field"><label for="as-of">\(label)</label><input class="in" id="as-of" type="date" name="as_of" \
            value="\(day.description)" max="\(latest.description)" required></div>\
            <button class="btn s">\(show)</button>\
            <a href="/cycles/\(cycle.label.inAddress)/changes">\(changes)</a></form></details>
            """
    }

    private var latest: Day { visit.site.clock.now().day(in: visit.site.clock.zone) }

    /// What the address says besides the day stays.
    private var kept: [HTML] {
        let cycle = visit.cycle.map { [(name: "cycle", value: $0.label)] } ?? []
        let others = visit.exchange.query.pairs.filter { !["as_of", "cycle", "on", "lang"].contains($0.name) }
        return (cycle + others).map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
    }
}
