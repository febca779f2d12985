import Rouage
import Storage
import WebCore

/// The event of the presentation, for a calendar.
enum PresentationCalendar {
    static func file(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let zone = visit.site.clock.zone
        let start = Instant(
            show.cycle.phases.presentation, hour: show.known?.startsHour ?? 10, minute: show.known?.startsMinute ?? 0,
            in: zone)
        let minutes = max(show.known?.minutes ?? 0, 30)
        let host = visit.exchange.host.isEmpty ? "localhost" : visit.exchange.host
        let address = "\(visit.isSecure ? "https" : "http")://\(host)\(show.address)/follow"
        let about = Phrase(
            fr: "Chaque équipe présente ses initiatives validées. Suivre, poser une question, voter : \(address)",
            en: "Each team presents its validated initiatives. Follow, ask, vote: \(address)")
        var calendar = ICalendar(name: show.title, zone: zone)
        calendar.add(
            ICalendar.Event(
                id: "presentation-\(show.cycle.id)@\(host)", sequence: show.known?.version ?? 0, changedAt: visit.now,
                time: .hours(from: start, to: start + minutes * 60), status: "CONFIRMED", title: show.title,
                description: visit.say(about), place: "", address: address))
        return .file(
            calendar.bytes, type: "text/calendar; charset=utf-8", name: "presentation-\(show.cycle.label).ics")
    }
}
