import HTML
import Rouage
import Storage
import WebCore

/// When it begins, and the word that it is ready: small forms under the run of show.
enum BeginningForm {
    static func html(_ show: Show, _ presentation: Presentation) -> HTML {
        let visit = show.visit
        guard presentation.state == .preparing || presentation.state == .ready else { return "" }
        let ready = readiness(show, presentation)
        guard show.actor.may(.orderPresentation) else { return ready }
        let parts = FormParts(visit, prefix: "begin")
        let time = "\(presentation.startsHour.padded(2)):\(presentation.startsMinute.padded(2))"
        let label = Phrase(fr: "Heure de début", en: "Begins at")
        let begin = Presentation.acts.sending("beginning", presentation, visit)
        return """
            \(ready)<form class="begin" method="post" action="\(begin.to)">\(Part.csrf(visit))\
            \(Part.version(presentation.version))\
            \(parts.text("starts", label, stored: time, type: "time", more: " required", isShort: true))\
            <div class="acts"><button class="btn">\(begin.words)</button></div></form>
            """
    }

    private static func readiness(_ show: Show, _ presentation: Presentation) -> HTML {
        guard let act = Presentation.acts["readiness"], act.isOffered(presentation, to: show.visit) else { return "" }
        let note = Phrase(
            fr: "Sans cela, elle l’est d’elle-même le jour venu.", en: "Otherwise it is by itself on the day.")
        return """
            \(Presentation.acts.button(act, presentation, show.visit))<p class="note">\(show.visit.say(note))</p>
            """
    }
}
