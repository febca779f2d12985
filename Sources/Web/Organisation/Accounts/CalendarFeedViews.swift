import HTML
import Rouage
import Storage
import WebCore
import WebQuarter

/// The address at which a calendar reads one's meetings.
enum CalendarFeedViews {
    static func section(_ visit: Visit, _ person: Person) throws -> HTML {
        guard visit.actor?.isMember == true else { return "" }
        let made = try visit.reading.calendarFeed(of: person.id)
        let say = visit.say
        let words =
            made == nil
            ? Phrase(fr: "Créer une adresse d’agenda", en: "Create a calendar address")
            : Phrase(fr: "Remplacer l’adresse", en: "Replace the address")
        let before: HTML = made.map { since(visit, $0) } ?? ""
        let form: HTML = """
            <form method="post" action="/account/calendar" class="acts">\(Part.csrf(visit))<button class="btn">\(say(words))</button></form>
            """
        return AccountViews.section(
            "calendar", Phrase(fr: "Vos rencontres dans votre agenda", en: "Your meetings in your calendar"),
            Phrase(
                fr: "Votre agenda les lit à une adresse secrète, en lecture seule.",
                en: "Your calendar reads them at a secret address, for reading only."), visit, "\(before)\(form)")
    }

    private static func since(_ visit: Visit, _ made: Instant) -> HTML {
        let day = visit.dates.full(made.day(in: visit.site.clock.zone))
        let words = Phrase(fr: "Une adresse existe depuis le \(day).", en: "An address has existed since \(day).")
        return """
            <p>\(visit.say(words))</p>
            <form method="post" action="/account/calendar/revocation">\(Part.csrf(visit))<button class="btn s bad">\
            \(visit.say(Phrase(fr: "Révoquer l’adresse", en: "Revoke the address")))</button></form>
            """
    }

    /// The address, shown this once.
    static func once(_ visit: Visit, _ secret: String) -> Answer {
        let say = visit.say
        let title = say(Phrase(fr: "Votre adresse d’agenda", en: "Your calendar address"))
        let lede = Phrase(
            fr:
                "Copiez-la maintenant dans votre agenda : elle ne sera plus montrée. Qui la connaît lit vos rencontres.",
            en: "Copy it into your calendar now; it will not be shown again. Whoever knows it reads your meetings.")
        let scheme = visit.isSecure ? "https" : "http"
        let address = "\(scheme)://\(visit.exchange.host)\(CalendarFeedRoutes.address(of: secret))"
        let body: HTML = """
            <h1>\(title)</h1><p class="lede">\(say(lede))</p>
            <div class="field"><label for="secret">\(say(Phrase(fr: "Adresse", en: "Address")))</label>
            <input class="in" id="secret" readonly value="\(address)"></div>
            <p><a class="btn pri" href="/account#calendar">\(say(Phrase(fr: "C’est copié", en: "It is copied")))</a></p>
            """
        return Layout.page(visit, title: title, page: .account, body)
    }
}
