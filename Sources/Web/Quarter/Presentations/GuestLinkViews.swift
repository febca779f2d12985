import HTML
import Rouage
import Storage
import WebCore

/// The link for people without an account, and how one gets in on the day.
enum GuestLinkViews {
    static func section(_ show: Show, _ presentation: Presentation) throws -> HTML {
        let visit = show.visit
        guard show.actor.may(.runPresentation(presentation)),
            let link = try visit.reading.guestLink(of: presentation, in: show.cycle), visit.today <= link.until
        else { return "" }
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let scheme = visit.isSecure ? "https" : "http"
        let address = "\(scheme)://\(visit.exchange.host)/follow/\(link.text)"
        let until = visit.dates.weekdayLong(link.until)
        let note = say(
            "Qui a ce lien suit la présentation sans compte, pose une question et vote, jusqu’au \(until). Rien d’autre ne lui est ouvert. Un lien reconnaît un navigateur, pas une personne : qui en change peut voter encore.",
            "Whoever has this link follows the presentation without an account, asks and votes, until \(until). Nothing else is open to them. A link knows a browser, not a person: who takes another can vote again."
        )
        let members = say(
            "Les personnes du département suivent à l’adresse \(visit.exchange.host)/direct.",
            "People of the department follow at \(visit.exchange.host)/direct.")
        return """
            <section class="sec" aria-labelledby="h-link"><header><h2 id="h-link">\(say("Suivre en direct", "Follow live"))</h2>\
            </header><p>\(members)</p><div class="field"><label for="guest-link">\(say("Lien pour les personnes invitées", "Link for guests"))</label>\
            <p class="hint" id="guest-link-h">\(note)</p><input class="in" id="guest-link" readonly value="\(address)" \
            aria-describedby="guest-link-h"></div>\(Presentation.acts.button("guest-link", presentation, visit))</section>
            """
    }
}
