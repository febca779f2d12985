import Hummingbird
import Rouage
import Storage
package import WebCore

/// The meetings of one person as a calendar reads them. Who knows the address reads it: it is told to that person once,
/// and to no log.
package enum CalendarFeedRoutes {
    private static let folder = "/meetings/feed/"

    package static func add(to routes: Routes) {
        routes.page("\(folder):file", show)
    }

    package static func address(of secret: String) -> String { "\(folder)\(secret).ics" }

    private static func show(_ visit: Visit) throws -> Answer {
        let file = visit.exchange.parameters["file"] ?? ""
        guard file.hasSuffix(".ics"), file.utf8.count < 200,
            let owner = try visit.reading.calendarOwner(hash: Secret.hash(String(file.dropLast(4)))),
            let person = visit.organisation.people[owner]
        else { throw Refusal.notFound }
        let actor = Actor(person, in: visit.organisation)
        guard actor.isMember else { throw Refusal.notFound }
        let cycles = [visit.running, visit.preparing].compactMap { $0?.id }
        let meetings = try visit.reading.meetings(in: cycles)
            .filter { meeting in meeting.teams.contains { actor.belongs(to: $0) || actor.leads($0) } }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        let name = Phrase(fr: "Alignement, Rouage", en: "Alignment, Rouage")(person.locale)
        var calendar = ICalendar(name: name, zone: visit.site.clock.zone)
        for meeting in meetings {
            guard let event = event(meeting, visit, person.locale) else { continue }
            calendar.add(event)
        }
        return .file(calendar.bytes, type: "text/calendar; charset=utf-8")
    }

    private static func event(_ meeting: Meeting, _ visit: Visit, _ language: Language) -> ICalendar.Event? {
        let time: ICalendar.Time
        switch meeting.mode {
        case .sync:
            guard let start = meeting.startsAt, let end = meeting.endsAt else { return nil }
            time = .hours(from: start, to: end)
        case .async:
            guard let day = meeting.revealOn else { return nil }
            time = .day(day)
        }
        let status =
            switch meeting.state {
            case .proposed: "TENTATIVE"
            case .planned, .open, .held: "CONFIRMED"
            case .cancelled: "CANCELLED"
            }
        let teams = visit.names(of: meeting)
        let title =
            meeting.mode == .sync
            ? Phrase(fr: "Alignement : \(teams)", en: "Alignment: \(teams)")
            : Phrase(fr: "Vues ouvertes : \(teams)", en: "Views open: \(teams)")
        let scheme = visit.isSecure ? "https" : "http"
        let address = "\(scheme)://\(visit.exchange.host)/meetings/\(meeting.id)"
        let agenda = Phrase(
            fr: "L’ordre du jour et le compte rendu :\n\(address)", en: "The agenda and the minutes:\n\(address)")
        return ICalendar.Event(
            id: "\(meeting.id)@rouage", sequence: meeting.sequence, changedAt: meeting.updatedAt, time: time,
            status: status, title: title(language), description: agenda(language), place: meeting.place,
            address: address)
    }
}
