import HTML
import Rouage
import Synchronization

/// The quarter that runs as a steel rule: a tick for each working day, a line for each phase in which the next one is
/// prepared, a flag on today.
enum Ruler {
    static func html(_ visit: Visit) -> HTML {
        guard visit.actor?.isMember == true, let running = visit.running else { return "" }
        let face = Face(
            days: running.start...running.end, phases: visit.preparing?.phases, prepared: visit.preparing?.label,
            today: visit.today, language: visit.language)
        if let drawn = drawn.withLock({ $0[face] }) { return drawn }
        let html = face.html(name: visit.preparing?.shortName(visit.language) ?? "")
        drawn.withLock { drawn in
            if drawn.count > 20 { drawn.removeAll() }
            drawn[face] = html
        }
        return html
    }

    /// The rule is the same on every page of a day.
    private static let drawn = Mutex<[Face: HTML]>([:])
}

private struct Face: Hashable {
    let days: ClosedRange<Day>
    let phases: Phases?
    let prepared: String?
    let today: Day
    let language: Language

    private var calendar: WorkCalendar { .french }

    func html(name: String) -> HTML {
        let worked = days.filter(calendar.isWorked)
        let gone = worked.filter { $0 < today }.count + (calendar.isWorked(today) ? 1 : 0)
        let span = max(worked.count, 1)
        var past = ""
        var future = ""
        for (place, day) in worked.enumerated() {
            let isLong = place == 0 || worked[place - 1].weekday >= day.weekday
            let tick = "M\(place) 0v\(isLong ? 9 : 4)"
            if place < gone { past += tick } else { future += tick }
        }
        let lines = marks(name).map { "M\(place(of: $0.day, in: worked)) 0v26" }.joined()
        let flag = percent(Double(gone) - 0.5, of: span)
        return """
            <div class="rule" role="img" aria-label="\(sentence(name))"><svg height="26" aria-hidden="true">\
            <svg viewBox="0 0 \(span) 26" preserveAspectRatio="none"><path d="\(future)M\(span) 0v9"/>\
            <path class="gone" d="\(past)M0 .5H\(gone)"/><path class="gone" d="\(lines)"/></svg>\
            \(marks(name).map { label($0, worked) })\(today(at: flag))</svg></div>
            """
    }

    private struct Mark {
        let day: Day
        let text: String
        var isBefore = false
    }

    private func marks(_ name: String) -> [Mark] {
        guard let phases else { return [] }
        let drafts = Phrase(fr: "Ébauches du \(name)", en: "\(name) drafts")
        return [
            Mark(day: phases.draftingOpens, text: drafts(language)),
            Mark(day: phases.draftsDue + 1, text: Phrase(fr: "Semaines d’alignement", en: "Alignment weeks")(language)),
            Mark(day: phases.freeze, text: Phrase(fr: "Gel", en: "Freeze")(language), isBefore: true),
            Mark(day: phases.presentation, text: Phrase(fr: "Présentation", en: "Presentation")(language)),
        ].filter { days.contains($0.day) }
    }

    private func place(of day: Day, in worked: [Day]) -> Int { worked.count { $0 < day } }

    private func label(_ mark: Mark, _ worked: [Day]) -> HTML {
        let x = percent(Double(place(of: mark.day, in: worked)), of: max(worked.count, 1))
        return mark.isBefore
            ? "<text x=\"\(x)\" y=\"20\" dx=\"-6\" text-anchor=\"end\">\(mark.text)</text>"
            : "<text x=\"\(x)\" y=\"20\" dx=\"6\">\(mark.text)</text>"
    }

    private func today(at x: String) -> HTML {
        let text = DateWords(language: language).weekdayShort(today)
        let width = text.count * 7 + 12
        return """
            <svg x="\(x)" overflow="visible"><rect x="-\(width / 2)" y="-1" width="\(width)" height="28"/>\
            <text class="today" y="17">\(text)</text></svg>
            """
    }

    /// What the drawing says.
    private func sentence(_ name: String) -> String {
        let dates = DateWords(language: language)
        let now = Phrase(
            fr: "\(dates.weekdayLong(today).capitalisedFirst), semaine \(today.isoWeek).",
            en: "\(dates.weekdayLong(today)), week \(today.isoWeek).")(language)
        guard let phases else { return now }
        let left = calendar.workingDays(after: today, upTo: phases.freeze)
        let freeze =
            left > 0
            ? Phrase(
                fr:
                    "Préparation du \(name), gel \(dates.weekdayLong(phases.freeze)) dans \(left) \(left < 2 ? "jour ouvré" : "jours ouvrés"), présentation finale \(dates.weekdayLong(phases.presentation)).",
                en:
                    "\(name) is being prepared; freeze on \(dates.weekdayLong(phases.freeze)), \(left) working \(left == 1 ? "day" : "days") away; final presentation on \(dates.weekdayLong(phases.presentation))."
            )
            : Phrase(
                fr: "\(name) gelé, présentation finale \(dates.weekdayLong(phases.presentation)).",
                en: "\(name) is frozen; final presentation on \(dates.weekdayLong(phases.presentation)).")
        return "\(now) \(freeze(language))"
    }

    private func percent(_ part: Double, of whole: Int) -> String {
        let hundredths = Int((part / Double(whole) * 10_000).rounded())
        return "\(hundredths / 100).\((hundredths % 100).padded(2))%"
    }
}

extension String {
    /// With a capital at the beginning, as a sentence has.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
