import HTML
import Rouage
import WebCore

/// The minutes: written while it goes on, read afterwards, and put right by the teams.
struct MeetingMinutes {
    let page: MeetingPage
    private var visit: Visit { page.visit }
    private var meeting: Meeting { page.meeting }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var section: HTML {
        let mayClose = meeting.mayClose(on: visit.today, at: visit.now)
        let writes = page.isMine && (meeting.state == .open || mayClose)
        guard writes || meeting.state == .held || !meeting.minutes.isEmpty else { return "" }
        let body = writes ? form(mayClose: mayClose) : read
        return """
            <section class="sec" id="minutes" aria-labelledby="h-min"><header><h2 id="h-min">\
            \(say(Phrase(fr: "Compte rendu", en: "Minutes")))</h2>\(closed)</header>\(body)\(correction)</section>
            """
    }

    private var closed: HTML {
        guard meeting.state == .held, let at = meeting.closedAt else { return "" }
        return "<p>\(MeetingWords(visit).moment(at))</p>"
    }

    private var read: HTML {
        guard !meeting.minutes.isEmpty else {
            let words =
                meeting.state == .held
                ? Phrase(fr: "Les réponses ci-dessus disent ce qu’il en est.", en: "The answers above say it all.")
                : Phrase(fr: "Pas encore écrit.", en: "Not written yet.")
            return "<p class=\"note\">\(say(words))</p>"
        }
        return Part.prose(meeting.minutes, in: page.language)
    }

    private func form(mayClose: Bool) -> HTML {
        let parts = FormParts(visit, prefix: "min", isSent: page.isBack("minutes") || page.isBack("closing"))
        let hint = Phrase(
            fr: "Ce qui a été dit et pourquoi. Ce que vous répondez plus haut s’ajoute tout seul.",
            en: "What was said and why. What you answer above is added by itself.")
        let (keep, close) = (
            Meeting.acts.sending("minutes", meeting, visit), Meeting.acts.sending("closing", meeting, visit)
        )
        let save: HTML = meeting.state == .open ? "<button class=\"btn\">\(keep.words)</button>" : ""
        let end: HTML =
            mayClose
            ? """
            <button class="btn pri" formaction="\(close.to)">\(close.words)</button>
            """ : ""
        return """
            <form class="stack" method="post" action="\(keep.to)">\(Part.csrf(visit))\
            \(Part.version(meeting.version))\
            \(parts.area("minutes", Phrase(fr: "Compte rendu", en: "Minutes"), hint: hint, stored: meeting.minutes, limit: Meeting.minutesLimit))
            <div class="acts">\(end)\(save)</div></form>
            """
    }

    /// Minutes that are held are put right in the open: each version stays in the history.
    private var correction: HTML {
        guard meeting.state == .held, page.isMine else { return "" }
        let parts = FormParts(visit, prefix: "min", isSent: page.isBack("minutes"))
        let keep = Meeting.acts.sending("minutes", meeting, visit)
        return """
            <details class="disc noprint"\(" open", if: page.isBack("minutes"))><summary>\(Part.icon("pencil"))\
            \(say(Phrase(fr: "Corriger le compte rendu", en: "Correct the minutes")))\(Part.icon("down"))</summary>\
            <form class="stack" method="post" action="\(keep.to)">\(Part.csrf(visit))\
            \(Part.version(meeting.version))\
            \(parts.area("minutes", Phrase(fr: "Compte rendu", en: "Minutes"), stored: meeting.minutes, limit: Meeting.minutesLimit))
            <div class="acts"><button class="btn">\(keep.words)</button></div></form></details>
            """
    }
}
