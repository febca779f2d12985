import HTML
import Rouage
import Storage
package import WebCore

/// The entries of the log, by day.
struct DecisionEntries {
    let page: DecisionLogPage
    private var visit: Visit { page.visit }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    func list(_ decisions: [Decision], _ shifts: [Shift]) -> HTML {
        let replacedBy = Dictionary(
            page.all.compactMap { decision in decision.supersedes.map { ($0, decision) } },
            uniquingKeysWith: { first, _ in first })
        var days: [Day: [HTML]] = [:]
        for shift in shifts { days[shift.at.day(in: visit.site.clock.zone), default: []].append(entry(shift)) }
        for decision in decisions {
            days[decision.decidedOn, default: []].append(entry(decision, replacedBy: replacedBy[decision.id]))
        }
        return days.sorted { $0.key > $1.key }.map { day, entries -> HTML in
            """
            <section class="sec logday"><header><h2>\(visit.dates.weekdayLong(day).capitalisedFirst)</h2></header>\
            <ol class="log">\(entries)</ol></section>
            """
        }.joined()
    }

    private func entry(_ shift: Shift) -> HTML {
        let words = Phrase(fr: "Dates déplacées", en: "Dates moved")
        return """
            <li><p class="st acc">\(Part.icon("cal"))\(say(words))</p><div><h3><a href="/calendar?cycle=\(page.cycle.label.inAddress)">\
            \(say(Phrase(fr: "Le calendrier du \(page.cycle.name(.french))", en: "The calendar of \(page.cycle.name(.english))")))</a></h3>\
            \(reason(shift.reason, by: shift.by))<p class="by">\(visit.nameAndJob(shift.by))</p></div></li>
            """
    }

    private func entry(_ decision: Decision, replacedBy later: Decision?) -> HTML {
        let language = visit.language(of: decision.by)
        let (outcome, icon, tone) = words(decision)
        let status: HTML =
            later == nil
            ? "<p class=\"st \(tone)\">\(Part.icon(icon))\(outcome)</p>"
            : "<p class=\"st\">\(Part.icon(icon))<s>\(outcome)</s></p>"
        let title: HTML =
            address(decision).map { "<a href=\"\($0)\">\(decision.what.set(in: language))</a>" }
            ?? HTML(decision.what.set(in: language))
        return """
            <li id="decision-\(decision.id.description)">\(status)<div><h3>\(title)</h3>\(code(decision))\
            \(reason(decision.reason, by: decision.by))\(flags(decision))<p class="by">\(who(decision))</p>\
            \(replaced(decision, later))\(ended(decision))\(carried(decision))</div></li>
            """
    }

    private func address(_ decision: Decision) -> String? {
        if let briefing = decision.briefing { return "/briefings/\(briefing)" }
        return decision.meeting.map { "/meetings/\($0)" }
    }

    private func words(_ decision: Decision) -> (String, String, String) {
        guard let outcome = decision.outcome else {
            return (say(Phrase(fr: "Entre équipes", en: "Between teams")), "people", "acc")
        }
        let dial = outcome.dial
        return (say(outcome.phrase), dial.icon, dial.tone)
    }

    /// A ground is said for what does not happen.
    private func code(_ decision: Decision) -> HTML {
        guard let code = decision.code, let outcome = decision.outcome, outcome != .validated else { return "" }
        return "<p class=\"note\">\(say(code.phrase))</p>"
    }

    private func reason(_ text: String, by author: Identifier<Person>?) -> HTML {
        text.isEmpty ? "" : Part.prose(text, in: visit.language(of: author))
    }

    private func flags(_ decision: Decision) -> HTML {
        var flags = HTML()
        if decision.acceptsRisk {
            let words = Phrase(
                fr: "N’était pas prête : le risque est accepté par écrit.",
                en: "Was not ready: the risk is accepted in writing.")
            flags.append("<p class=\"note flag\">\(Part.icon("alert"))\(say(words))</p>")
        }
        if decision.afterFreeze {
            let words = Phrase(
                fr: "Annonce : décision prise après le gel.", en: "Announcement: decided after the freeze.")
            flags.append("<p class=\"note flag\">\(Part.icon("flag"))\(say(words))</p>")
        }
        return flags
    }

    private func who(_ decision: Decision) -> String {
        let teams = decision.teams.map { visit.name($0) }.joined(separator: ", ")
        return [visit.nameAndJob(decision.by), teams].filter { !$0.isEmpty }.joined(separator: say(.forTeams))
    }

    private func replaced(_ decision: Decision, _ later: Decision?) -> HTML {
        var lines = HTML()
        if let earlier = decision.supersedes.flatMap({ id in page.all.first { $0.id == id } }) {
            let day = earlier.decidedOn
            let words = Phrase(
                fr: "Remplace la décision du \(day.inFrench) : \(earlier.outcome?.phrase(.french).lowercased() ?? "")",
                en: "Replaces the decision of \(day.inEnglish): \(earlier.outcome?.phrase(.english).lowercased() ?? "")"
            )
            lines.append("<p class=\"note\"><a href=\"#decision-\(earlier.id.description)\">\(say(words))</a></p>")
        }
        if let later {
            let words = Phrase(
                fr: "Remplacée le \(later.decidedOn.inFrench)", en: "Replaced on \(later.decidedOn.inEnglish)")
            lines.append("<p class=\"note\"><a href=\"#decision-\(later.id.description)\">\(say(words))</a></p>")
        }
        return lines
    }

    /// The dependencies that ended because of it, each with who no longer has to give.
    private func ended(_ decision: Decision) -> HTML {
        let known = decision.withdrawn.compactMap { page.dependencies[$0] }
        guard !known.isEmpty else { return "" }
        let title = Phrase(
            count: known.count, fr: ("Dépendance retirée :", "Dépendances retirées :"),
            en: ("Dependency withdrawn:", "Dependencies withdrawn:"))
        let rows = known.map { dependency -> HTML in
            let giver = DependencyViews.giver(visit, dependency)
            return """
                <li><a href="/dependencies/\(dependency.id.description)">\(dependency.what)</a> <span class="q">\(giver)</span></li>
                """
        }
        return "<p class=\"note\">\(say(title))</p><ul class=\"plain ended\">\(rows)</ul>"
    }

    private func carried(_ decision: Decision) -> HTML {
        guard let id = decision.carriedTo else { return "" }
        guard let draft = page.drafts[id], let next = visit.cycles.first(where: { $0.id == draft.cycle }) else {
            let words = Phrase(
                fr: "Attend comme ébauche au trimestre suivant.", en: "Waits as a draft in the next quarter.")
            return "<p class=\"note\">\(say(words))</p>"
        }
        let words = Phrase(
            fr: "Attend comme ébauche au \(next.name(.french))", en: "Waits as a draft in \(next.name(.english))")
        return "<p class=\"note\"><a href=\"/briefings/\(draft.id.description)\">\(say(words))</a></p>"
    }
}

extension Phrase {
    fileprivate static let forTeams = Phrase(fr: ", pour ", en: ", for ")
}

extension Briefing.Outcome {
    /// What the initiative is once it was decided so.
    package var phrase: Phrase {
        switch self {
        case .validated: Briefing.State.validated.phrase
        case .postponed: Briefing.State.postponed.phrase
        case .dropped: Briefing.State.dropped.phrase
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .validated: Briefing.State.validated.dial
        case .postponed: Briefing.State.postponed.dial
        case .dropped: Briefing.State.dropped.dial
        }
    }
}

extension Decision.Sort {
    package var phrase: Phrase {
        switch self {
        case .initiative: Phrase(fr: "Sur une initiative", en: "On an initiative")
        case .meeting: Phrase(fr: "Entre équipes", en: "Between teams")
        }
    }
}
