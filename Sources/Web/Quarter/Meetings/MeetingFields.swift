import HTML
import Rouage
import WebCore

/// The fields that say when and where teams meet; the same for a new meeting and one that moves.
struct MeetingFields {
    let visit: Visit
    let parts: FormParts
    let cycle: Cycle

    static let labels: [(String, Phrase)] = [
        ("teams", .teams), ("starts_on", day), ("starts_at", hour), ("length", length), ("place", place),
        ("reveal_on", reveal),
    ]

    private static let day = Phrase(fr: "Le jour", en: "The day")
    private static let hour = Phrase(fr: "L’heure", en: "The hour")
    private static let length = Phrase(fr: "Durée, en minutes", en: "Length, in minutes")
    private static let place = Phrase(
        fr: "Le lieu, ou l’adresse de l’appel", en: "The place, or the address of the call")
    private static let reveal = Phrase(fr: "Vues ouvertes à tous le", en: "Views open to all on")

    func sync(_ meeting: Meeting?) -> HTML {
        let zone = visit.site.clock.zone
        let start = meeting?.startsAt
        let clock = start?.clock(in: zone)
        let time = clock.map { "\($0.hour.padded(2)):\($0.minute.padded(2))" } ?? ""
        return """
            <div class="g3">\(parts.day("starts_on", Self.day, stored: start?.day(in: zone).description ?? "", from: visit.today, to: cycle.end))\
            \(parts.text("starts_at", Self.hour, stored: time, type: "time", isShort: true))\
            \(parts.text("length", Self.length, stored: String(meeting?.length ?? 30), more: " inputmode=\"numeric\"", isShort: true))</div>\
            \(parts.text("place", Self.place, stored: meeting?.place ?? ""))
            """
    }

    func async(_ meeting: Meeting?) -> HTML {
        parts.day(
            "reveal_on", Self.reveal,
            hint: Phrase(
                fr: "Plus tôt si toutes les équipes ont écrit. Ce jour-là, même s’il en manque une.",
                en: "Sooner once every team has written. On that day even when one is missing."),
            stored: meeting?.revealOn?.description ?? "", from: meeting?.revealOn ?? visit.today + 1, to: cycle.end)
    }
}
