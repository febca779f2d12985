import HTML
import Rouage
import Storage
import WebCore

/// Where one is signed in.
enum SessionViews {
    static func section(_ visit: Visit, _ person: Person) throws -> HTML {
        let open = try visit.reading.sessions(of: person.id, at: visit.now)
        let list: HTML =
            "<ul class=\"plain rows\">\(open.map { row(visit, $0) })</ul>\(open.count > 1 ? closeAll(visit) : "")"
        return AccountViews.section(
            "sessions", Phrase(fr: "Sessions ouvertes", en: "Open sessions"),
            Phrase(
                fr: "Une session se ferme seule \(Sessions.days) jours après le dernier passage.",
                en: "A session closes by itself \(Sessions.days) days after the last visit."), visit, list)
    }

    private static func closeAll(_ visit: Visit) -> HTML {
        """
        <form method="post" action="/account/sessions/closure" class="acts">\(Part.csrf(visit))\
        <button class="btn s">\(visit.say(Phrase(fr: "Fermer toutes les autres", en: "Close all the others")))</button></form>
        """
    }

    private static func row(_ visit: Visit, _ session: Session) -> HTML {
        let say = visit.say
        let unknown = Phrase(fr: "Navigateur inconnu", en: "Unknown browser")
        let browser = session.browser.isEmpty ? say(unknown) : session.browser
        if session.id == visit.session?.id {
            let here = Phrase(fr: "cette session", en: "this session")
            return "<li><b>\(browser)</b> <span class=\"q\">\(say(here))</span></li>"
        }
        let day = visit.dates.full(session.seenAt.day(in: visit.site.clock.zone))
        let seen = say(Phrase(fr: "Vue le \(day)", en: "Seen on \(day)"))
        return """
            <li><b>\(browser)</b> <span class="q">\(seen)</span>
            <form method="post" action="/account/sessions/\(session.id.description)/closure">\(Part.csrf(visit))\
            <button class="btn s low">\(say(Phrase(fr: "Fermer", en: "Close")))\
            <span class="vh"> \(browser), \(seen)</span></button></form></li>
            """
    }
}
