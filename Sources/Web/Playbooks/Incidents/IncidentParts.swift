import HTML
import Rouage
import Storage
import WebCore

/// What the page of an incident and that of its post-mortem both show.
struct IncidentParts {
    let visit: Visit
    let incident: Incident
    let lines: [IncidentLine]
    let actions: [IncidentAction]

    init(_ visit: Visit, _ incident: Incident) throws {
        self.visit = visit
        self.incident = incident
        lines = try visit.reading.timeline(of: incident.id)
        actions = try visit.reading.actions(after: incident.id)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private typealias Name = Incident.Draft.Name
    private var language: Language { visit.language(of: incident.reportedBy) }

    // MARK: Facts

    var facts: HTML {
        func after(_ minutes: Int?) -> String {
            guard let minutes else { return "" }
            let span = visit.span(minutes)
            return say(Phrase(fr: ", en \(span)", en: ", in \(span)"))
        }
        let mitigated = incident.mitigatedAt.map { visit.fullMoment($0) + after(incident.minutesToMitigate) } ?? ""
        let resolved = incident.resolvedAt.map { visit.fullMoment($0) + after(incident.minutesToResolve) } ?? ""
        let teams = incident.teams.map { visit.name($0) }.joined(separator: ", ")
        return """
            <dl class="dl">\(fact(Name.startedAt.label, visit.fullMoment(incident.startedAt)))\
            \(fact(Name.detectedAt.label, visit.fullMoment(incident.detectedAt)))\
            \(fact(Name.mitigatedAt.label, mitigated))\(fact(Name.resolvedAt.label, resolved))\
            \(fact(Name.lead.label, visit.nameAndJob(incident.lead)))\(fact(Name.teams.label, teams))\
            \(fact(Phrase(fr: "Signalé par", en: "Reported by"), visit.nameAndJob(incident.reportedBy)))</dl>
            """
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    var effect: HTML {
        guard !incident.customerEffect.isBlank else { return "" }
        let title = Phrase(fr: "Ce que les clients ont vu", en: "What customers saw")
        return
            "<section class=\"f\"><h2>\(say(title))</h2>\(Part.prose(incident.customerEffect, in: language))</section>"
    }

    // MARK: Timeline

    /// - Parameter isMine: whether a line can be taken away.
    func timeline(isMine: Bool) -> HTML {
        var day: Day?
        let zone = visit.site.clock.zone
        let rows = lines.map { line -> HTML in
            let (own, clock) = (line.at.day(in: zone), line.at.clock(in: zone))
            let year = own.parts.year == visit.today.parts.year ? "" : " \(own.parts.year)"
            let head: HTML =
                own == day ? "" : "<p class=\"day\">\(visit.dates.weekdayLong(own).capitalisedFirst)\(year)</p>"
            day = own
            let removal =
                isMine
                ? IncidentLine.acts["removal"].map { IncidentLine.acts.button($0, line, about: line.text, visit) } : nil
            let who: HTML = line.writtenBy.map { "<span class=\"q\">\(visit.name($0))</span>" } ?? ""
            return """
                <li>\(head)<time datetime="\(line.at.description)">\(visit.dates.clock(clock.hour, clock.minute))</time>\
                <div><p lang="\(visit.language(of: line.writtenBy).rawValue)">\(line.text.set(in: visit.language(of: line.writtenBy)))</p>\(who)</div>\(removal ?? "")</li>
                """
        }
        let none = Phrase(fr: "Rien n’est noté pour l’instant.", en: "Nothing is noted so far.")
        let list: HTML =
            rows.isEmpty ? "<p class=\"note\">\(say(none))</p>" : "<ol class=\"timeline\">\(rows)</ol>"
        let count = Phrase(count: lines.count, fr: ("% ligne", "% lignes"), en: ("% line", "% lines"))
        return """
            <section class="sec" aria-labelledby="h-line"><header><h2 id="h-line">\(say(Phrase(fr: "Chronologie", en: "Timeline")))</h2>\
            <p>\(lines.isEmpty ? "" : say(count))</p></header>\(list)</section>
            """
    }

    // MARK: Actions

    func status(_ action: IncidentAction) -> HTML {
        guard action.state == .open else {
            let day = action.settledOn.map { " " + visit.dates.short($0) } ?? ""
            return Part.status(say(action.state.phrase) + day, action.state.dial)
        }
        guard action.isOverdue(on: visit.today) else {
            return Part.status(visit.dates.weekdayShort(action.due), ("cal", ""))
        }
        let days = Phrase(
            count: visit.today - action.due, fr: ("% jour de retard", "% jours de retard"),
            en: ("% day late", "% days late"))
        return Part.status(say(days), ("clock", "stop"))
    }

    /// One that was agreed on, in words.
    func words(_ action: IncidentAction) -> HTML {
        let language = visit.language(of: action.owner)
        let beyond: HTML =
            action.isBeyondTarget(of: incident)
            ? "<span class=\"q\">\(say(Phrase(fr: "au-delà de l’objectif", en: "beyond the target")))</span>" : ""
        let reason: HTML =
            action.reason.isBlank
            ? "" : "<p class=\"note\"><q lang=\"\(language.rawValue)\">\(action.reason.set(in: language))</q></p>"
        return """
            <p lang="\(language.rawValue)">\(action.what.set(in: language))</p>\
            <p class="tx"><span>\(visit.name(action.owner))</span>\(status(action))\(beyond)</p>\(reason)
            """
    }

    /// All of them, to be read.
    var agreed: HTML {
        guard !actions.isEmpty else { return "" }
        let rows = actions.map { "<li>\(words($0))</li>" as HTML }
        return """
            <section class="sec" aria-labelledby="h-act"><header><h2 id="h-act">\(say(Phrase(fr: "Actions", en: "Actions")))</h2></header>\
            <ul class="plain agreed">\(rows)</ul></section>
            """
    }

    // MARK: Targets

    /// By when the post-mortem and the actions are due, and why.
    var target: HTML {
        guard incident.severity.isSerious else {
            let free = Phrase(
                fr: "Gravité 3 : le post-mortem est facultatif.", en: "Severity 3: the post-mortem is optional.")
            return "<p class=\"note\">\(say(free))</p>"
        }
        let (days, within) = (incident.severity.postmortemDays ?? 0, incident.severity.actionDays ?? 0)
        let rule = Phrase(
            fr:
                "\(incident.severity.phrase(.french)) : post-mortem sous \(days) jours ouvrés, actions sous \(within) jours.",
            en:
                "\(incident.severity.phrase(.english)): post-mortem within \(days) working days, actions within \(within) days."
        )
        let due: HTML =
            incident.owesPostmortem
            ? incident.postmortemDue(.french).map { "<p>\(postmortemState($0))</p>" as HTML } ?? "" : ""
        return "\(due)<p class=\"note\">\(say(rule))</p>"
    }

    private func postmortemState(_ due: Day) -> HTML {
        let late = WorkCalendar.french.workingDays(after: due, upTo: visit.today)
        if due < visit.today {
            let words = Phrase(
                count: max(late, 1),
                fr: ("Post-mortem en retard de % jour ouvré", "Post-mortem en retard de % jours ouvrés"),
                en: ("Post-mortem % working day late", "Post-mortem % working days late"))
            return Part.status(say(words), ("clock", "stop"))
        }
        let words = Phrase(
            fr: "Post-mortem attendu le \(DateWords(language: .french).weekdayShort(due))",
            en: "Post-mortem due on \(DateWords(language: .english).weekdayShort(due))")
        return Part.status(say(words), ("cal", "acc"))
    }
}
