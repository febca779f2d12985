package import HTML
package import Rouage
package import Storage

/// A day that is past, looked at from today.
package struct PastDay {
    package let day: Day
    /// The state of today, which has a say in what the visitor may read.
    package let present: Reading
    /// The visitor with the place they had that day.
    package let reader: Actor?
}

extension Visit {
    /// The same visit on the day that the address asks for, `?as_of=2026-02-13`: records, dates and the department as
    /// they stood when that day ended, and the visitor with today's rights to read. Without a day, the records of today;
    /// those of a quarter that is over with the department of that quarter.
    func onDayAsked() throws -> Visit {
        guard let text = exchange.query["as_of"], !text.isEmpty else { return try inDepartment(of: cycle) }
        guard let day = Day(text) else { throw Refusal.invalid("as_of", .notADay) }
        guard day <= today else { throw Refusal.invalid("as_of", .tooLate(than: today)) }
        return day == today ? self : try on(day)
    }

    /// The visit on a day that is past.
    package func on(_ day: Day) throws -> Visit {
        let end = Instant(milliseconds: Instant(day + 1, hour: 0, in: site.clock.zone).milliseconds - 1)
        var visit = self
        visit.reading = reading.past(at: end)
        visit.cycles = try visit.reading.records(Cycle.self).sorted { $0.start < $1.start }
        visit.now = end
        visit.today = day
        // A quarter that was over by then keeps the department it ended with.
        let last = visit.cycle.map { min($0.end, day) } ?? day
        visit.organisation = try reading.organisation(asOf: last, until: min(end, moment(endOf: last)))
        visit.past = PastDay(day: day, present: reading, reader: person.map { Actor($0, in: visit.organisation) })
        visit.actor = actor?.looking
        return visit
    }

    /// The same records with the department as it was when a quarter ended, once that is over.
    package func inDepartment(of cycle: Cycle?) throws -> Visit {
        guard let cycle, cycle.end < today, past == nil else { return self }
        var visit = self
        visit.organisation = try site.cache.former(on: cycle.end, until: moment(endOf: cycle.end), reading)
        return visit
    }

    private func moment(endOf day: Day) -> Instant {
        Instant(milliseconds: Instant(day + 1, hour: 0, in: site.clock.zone).milliseconds - 1)
    }

    /// Whether the visitor may read the page: on a past day, what was a draft must have been open to them that day, and
    /// be so today.
    package func opens(_ briefing: Briefing) throws -> Bool {
        guard let actor, actor.may(.readBriefing(briefing)) else { return false }
        guard let past, briefing.state == .draft else { return true }
        guard past.reader?.may(.readBriefing(briefing)) ?? false else { return false }
        return try past.present.find(briefing.id).map { actor.may(.readBriefing($0)) } ?? false
    }

    /// An address of this site that stays on the day looked at.
    package func dated(_ address: String) -> String {
        guard let past else { return address }
        return "\(address)\(address.contains("?") ? "&" : "?")as_of=\(past.day)"
    }

    /// Which day is shown, the way back, and to other days; nothing today.
    package var pastBanner: HTML {
        guard let past else { return "" }
        let words = Phrase(
            fr: "Tel que c’était le \(DateWords(language: .french).full(past.day)), en fin de journée.",
            en: "As it was at the end of \(DateWords(language: .english).full(past.day)).")
        let rule = Phrase(
            fr: "Rien ne se change dans le passé. Les brouillons que vous ne pouviez pas lire restent fermés.",
            en: "Nothing is changed in the past. Drafts that you could not read stay closed.")
        let back = Phrase(fr: "Revenir à aujourd’hui", en: "Back to today")
        let label = say(Phrase(fr: "Jour affiché", en: "Day shown"))
        return """
            <div class="banner past" role="region" aria-label="\(label)">\(Part.icon("clock"))<div><p><b>\(say(words))</b></p>\
            <p>\(say(rule))</p></div><div class="acts noprint">\(changes(since: past.day))\
            <a class="btn s" href="\(address(with: "as_of", nil))">\(say(back))</a></div></div>
            """
    }

    private func changes(since day: Day) -> HTML {
        guard let cycle, actor?.isMember ?? false else { return "" }
        return """
            <a class="btn s low" href="/cycles/\(cycle.label.inAddress)/changes?from=\(day.description)">\
            \(say(Phrase(fr: "Ce qui a changé depuis", en: "What changed since")))</a>
            """
    }
}
