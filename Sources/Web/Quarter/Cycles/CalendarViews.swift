import HTML
import Rouage
import Storage
package import WebCore

/// The calendar: each quarter's dates, who may move them, what was moved and why, and the days on which nothing falls.
enum CalendarViews {
    static func page(_ visit: Visit) throws -> Answer {
        let cycles = [visit.preparing, visit.running].compactMap { $0 }
        guard !cycles.isEmpty else { return Layout.noCycle(visit) }
        let shifts = try visit.reading.shifts(of: cycles.map(\.id))
        let title = Phrase(fr: "Calendrier", en: "Calendar")
        let lede = Phrase(
            fr:
                "Les phases s’enchaînent d’elles-mêmes, à la date. Une date se déplace avec une raison, que chacun peut lire.",
            en: "Phases follow one another by date, by themselves. A date moves for a reason that everyone can read.")
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1><p class="lede">\(visit.say(lede))</p></div></header>
            \(moved(visit, cycles, shifts))<div class="cal">\(try cycles.map { cycle in try section(visit, cycle, shifts) })\(daysOff(visit, cycles))</div>
            """
        return Layout.page(
            visit, title: visit.say(title), page: .calendar, live: "cycle:*", body)
    }

    /// Said to who has just moved them.
    private static func moved(_ visit: Visit, _ cycles: [Cycle], _ shifts: [Shift]) -> HTML {
        guard visit.refusal == nil, let cycle = cycles.first(where: { $0.label == visit.exchange.query["moved"] }),
            shifts.contains(where: {
                $0.cycle == cycle.id && $0.by == visit.person?.id && $0.at + 120 > visit.now
            })
        else { return "" }
        let text = Phrase(
            fr: "Les dates du \(cycle.name(.french)) sont déplacées. Tout le département les voit.",
            en: "The dates of \(cycle.name(.english)) have moved. The whole department sees them.")
        return "<div class=\"banner ok\" role=\"status\">\(Part.icon("check"))<p>\(visit.say(text))</p></div>"
    }

    private static func section(_ visit: Visit, _ cycle: Cycle, _ shifts: [Shift]) throws -> HTML {
        let id = "cycle-\(cycle.label)"
        let state = visit.say(cycle.state(on: visit.today).phrase)
        return """
            <section class="sec" id="\(id)" data-live-part aria-labelledby="\(id)-h"><header><h2 id="\(id)-h">\
            \(cycle.name(visit.language))</h2><p>\(state)</p>\(report(visit, cycle))</header>\(PhaseTable.html(visit, cycle))
            \(try ShiftForm.html(visit, cycle))\(history(visit, shifts.filter { $0.cycle == cycle.id }))</section>
            """
    }

    /// From its presentation on, what becomes of the quarter; with the report of the one before.
    private static func report(_ visit: Visit, _ cycle: Cycle) -> HTML {
        let before = visit.cycles.last { $0.start < cycle.start }
        let known = [cycle, before].compactMap { $0 }.filter { $0.state >= .presented }
        let links = known.map { cycle -> HTML in
            let words = Phrase(
                fr: "Bilan du \(cycle.shortName(.french))", en: "Report of \(cycle.shortName(.english))")
            return "<a href=\"/cycles/\(cycle.label.inAddress)/report\">\(visit.say(words))</a>"
        }
        return links.isEmpty ? "" : "<p class=\"end\">\(links.joined(" "))</p>"
    }

    private static func history(_ visit: Visit, _ shifts: [Shift]) -> HTML {
        guard !shifts.isEmpty else { return "" }
        let rows = shifts.map { shift -> HTML in
            let day = visit.dates.short(shift.at.day(in: visit.site.clock.zone))
            let who = shift.by == nil ? "Rouage" : visit.name(shift.by)
            return """
                <li><time>\(day)</time><span><b>\(who)</b> : <q>\(shift.reason.set(in: visit.language(of: shift.by)))</q></span></li>
                """
        }
        return """
            <h3>\(visit.say(Phrase(fr: "Dates déplacées", en: "Dates moved")))</h3><ol class="hist">\(rows)</ol>
            """
    }

    /// Holidays, bridges and quiet periods of the two quarters, with what they do to deadlines.
    private static func daysOff(_ visit: Visit, _ cycles: [Cycle]) -> HTML {
        guard let first = cycles.map(\.start).min(), let last = cycles.map(\.end).max() else { return "" }
        let rows = WorkCalendar.french.daysOff(within: first...last).map { off -> HTML in
            let isPast = off.days.upperBound < visit.today
            return """
                <tr\(" class=\"past\"", if: isPast)><th scope="row">\(visit.say(off.sort.phrase))</th>\
                <td>\(days(visit, off.days))</td><td>\(visit.say(off.sort.effect))</td></tr>
                """
        }
        let say = visit.say
        return """
            <section class="sec off" aria-labelledby="h-off"><header><h2 id="h-off">\
            \(say(Phrase(fr: "Jours sans échéance", en: "Days without a deadline")))</h2>\
            <p>\(say(Phrase(fr: "France", en: "France")))</p></header><table class="t"><caption class="vh">\
            \(say(Phrase(fr: "Jours fériés, ponts et périodes creuses", en: "Holidays, bridges and quiet periods")))</caption>\
            <thead><tr><th scope="col">\(say(Phrase(fr: "Quoi", en: "What")))</th>\
            <th scope="col">\(say(Phrase(fr: "Quand", en: "When")))</th>\
            <th scope="col">\(say(Phrase(fr: "Effet", en: "Effect")))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private static func days(_ visit: Visit, _ days: ClosedRange<Day>) -> String {
        let first = visit.dates.weekdayShort(days.lowerBound)
        guard days.lowerBound < days.upperBound else { return first }
        let last = visit.dates.weekdayShort(days.upperBound)
        return visit.say(Phrase(fr: "\(first) au \(last)", en: "\(first) to \(last)"))
    }
}

extension DaysOff.Sort {
    package var phrase: Phrase {
        switch self {
        case .holiday(let holiday): holiday.phrase
        case .bridge: Phrase(fr: "Pont", en: "Bridge day")
        case .quiet: Phrase(fr: "Période creuse", en: "Quiet period")
        }
    }

    package var effect: Phrase {
        switch self {
        case .holiday: Phrase(fr: "Jour non travaillé, aucune échéance", en: "Not worked, no deadline")
        case .bridge: Phrase(fr: "Jour travaillé, aucune échéance", en: "Worked, no deadline")
        case .quiet: Phrase(fr: "Aucune échéance ne peut y tomber", en: "No deadline may fall in it")
        }
    }
}

extension Holiday {
    package var phrase: Phrase {
        switch self {
        case .newYear: Phrase(fr: "Jour de l’an", en: "New Year’s Day")
        case .easterMonday: Phrase(fr: "Lundi de Pâques", en: "Easter Monday")
        case .labour: Phrase(fr: "Fête du travail", en: "Labour Day")
        case .victory: Phrase(fr: "Victoire de 1945", en: "Victory Day")
        case .ascension: Phrase(fr: "Ascension", en: "Ascension Day")
        case .pentecost: Phrase(fr: "Lundi de Pentecôte", en: "Whit Monday")
        case .bastille: Phrase(fr: "Fête nationale", en: "Bastille Day")
        case .assumption: Phrase(fr: "Assomption", en: "Assumption Day")
        case .allSaints: Phrase(fr: "Toussaint", en: "All Saints’ Day")
        case .armistice: Phrase(fr: "Armistice", en: "Armistice Day")
        case .christmas: Phrase(fr: "Noël", en: "Christmas Day")
        }
    }
}
