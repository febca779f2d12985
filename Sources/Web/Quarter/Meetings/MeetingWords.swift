import HTML
package import Rouage
package import WebCore

/// Meetings in words: when, who, how far.
struct MeetingWords {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// `mar. 10 mars, 14 h 00`; in writing the day on which the views are shown.
    func when(_ meeting: Meeting) -> String {
        switch meeting.mode {
        case .sync: meeting.startsAt.map(moment) ?? ""
        case .async: meeting.revealOn.map { visit.say(written(until: $0)) } ?? ""
        }
    }

    private func written(until day: Day) -> Phrase {
        Phrase(
            fr: "par écrit, vues le \(DateWords(language: .french).weekdayShort(day))",
            en: "in writing, views on \(DateWords(language: .english).weekdayShort(day))")
    }

    /// `mar. 10 mars, 14 h 00`.
    func moment(_ instant: Instant) -> String {
        let zone = visit.site.clock.zone
        let (hour, minute) = instant.clock(in: zone)
        return "\(visit.dates.weekdayShort(instant.day(in: zone))), \(visit.dates.clock(hour, minute))"
    }

    func status(_ meeting: Meeting) -> HTML {
        let (icon, tone) = meeting.dial(on: visit.today)
        return Part.status(visit.say(meeting.phrase(on: visit.today)), (icon, tone))
    }

    /// One line a meeting.
    /// - Parameter short: the teams are known from the page.
    func list(_ meetings: [Meeting], short: Bool = false) -> HTML {
        "<ul class=\"plain meets\">\(meetings.map { line($0, short) })</ul>"
    }

    private func line(_ meeting: Meeting, _ short: Bool) -> HTML {
        let when = meeting.state == .held ? (meeting.openedAt ?? meeting.startsAt).map(moment) ?? "" : when(meeting)
        let teams: HTML = short ? "" : " <span>\(visit.names(of: meeting))</span>"
        let outcome: HTML = meeting.state == .held ? " <span class=\"q\">\(outcome(meeting))</span>" : ""
        return """
            <li><a href="/meetings/\(meeting.id.description)">\(when)</a>\(teams) \(status(meeting))\(outcome)</li>
            """
    }

    private func outcome(_ meeting: Meeting) -> String {
        visit.say(
            Phrase(
                count: meeting.moved.count,
                fr: ("% dépendance a bougé", "% dépendances ont bougé"),
                en: ("% dependency moved", "% dependencies moved")))
    }
}

extension Meeting {
    /// The order of time: when it starts, or is shown, or was held.
    package var order: Instant {
        startsAt ?? revealOn.map { Instant(milliseconds: $0.number * 86_400_000) } ?? createdAt
    }

    package func phrase(on day: Day) -> Phrase {
        switch state {
        case .proposed: Phrase(fr: "Proposée par les Product Ops", en: "Proposed by Product Ops")
        case .planned: Phrase(fr: "Prévue", en: "Planned")
        case .open:
            switch mode {
            case .sync: Phrase(fr: "En cours", en: "Going on")
            case .async where isRevealed(on: day): Phrase(fr: "Vues ouvertes", en: "Views open")
            case .async: Phrase(fr: "Vues à écrire", en: "Views to write")
            }
        case .held: Phrase(fr: "Tenue", en: "Held")
        case .cancelled: Phrase(fr: "Annulée", en: "Called off")
        }
    }

    package func dial(on day: Day) -> (icon: String, tone: String) {
        switch state {
        case .proposed: ("d-sig", "")
        case .planned: ("cal", "acc")
        case .open: ("d-ack", "acc")
        case .held: ("d-done", "ok")
        case .cancelled: ("d-no", "")
        }
    }
}
