import HTML
import Rouage
import Storage
import WebCore

/// What each team wrote, once all may read it; before that one's own, and who has written.
struct MeetingViews {
    let page: MeetingPage
    private var visit: Visit { page.visit }
    private var meeting: Meeting { page.meeting }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var section: HTML {
        guard meeting.mode == .async, meeting.state != .proposed else { return "" }
        return """
            <section class="sec" id="views" aria-labelledby="h-views"><header><h2 id="h-views">\
            \(say(Phrase(fr: "La vue de chaque équipe", en: "Each team’s view")))</h2><p>\(say(note))</p></header>\
            \(meeting.teams.map(team))</section>
            """
    }

    private var note: Phrase {
        if meeting.isRevealed(on: visit.today) {
            return Phrase(fr: "Ouvertes à tout le département.", en: "Open to the whole department.")
        }
        let heard = Phrase(
            count: meeting.heard.count, fr: ("% équipe a écrit", "% équipes ont écrit"),
            en: ("% team has written", "% teams have written"))
        let all = meeting.teams.count
        return Phrase(
            fr: "\(heard(.french)) sur \(all). Chacune ne lit que la sienne.",
            en: "\(heard(.english)) of \(all). Each reads only its own.")
    }

    private func team(_ team: Identifier<Rouage.Unit>) -> HTML {
        let mayWrite = meeting.takesViews(on: visit.today) && page.actor.may(.speak(for: team))
        let view = page.views[team]
        let body: HTML
        if mayWrite {
            body = form(team, view)
        } else if let view {
            body = """
                \(Part.prose(view.text, in: visit.language(of: view.author)))<p class="note">\(visit.nameAndJob(view.author)), \
                \(visit.moment(view.writtenAt))</p>
                """
        } else {
            body = state(team)
        }
        return "<div class=\"view\"><h3>\(visit.name(team))</h3>\(body)</div>"
    }

    private func state(_ team: Identifier<Rouage.Unit>) -> HTML {
        let isHidden = !meeting.isRevealed(on: visit.today) && meeting.heard.contains(team)
        let words =
            isHidden
            ? Phrase(
                fr: "Écrite, masquée jusqu’à ce que toutes aient écrit.",
                en: "Written, hidden until all have written.")
            : meeting.isRevealed(on: visit.today)
                ? Phrase(fr: "Cette équipe n’a pas écrit.", en: "This team has not written.")
                : Phrase(fr: "Pas encore écrite.", en: "Not written yet.")
        return "<p class=\"note\">\(Part.icon(isHidden ? "lock" : "d-sig")) \(say(words))</p>"
    }

    private func form(_ team: Identifier<Rouage.Unit>, _ view: TeamView?) -> HTML {
        let code = visit.organisation.units[team]?.code ?? ""
        let isSent = page.isBack("views") && visit.exchange.form["team"] == code
        let parts = FormParts(visit, prefix: "view-\(code)", isSent: isSent)
        let hint = Phrase(
            fr:
                "Ce que vous attendez, ce que vous pouvez donner, ce qui coince. Les autres le liront après avoir écrit.",
            en: "What you need, what you can give, where it pinches. The others read it once they have written.")
        let keep = Meeting.acts.sending("views", page.meeting, visit)
        let again = Phrase(fr: "Garder la nouvelle version", en: "Keep the new version")
        return """
            <form class="stack" method="post" action="\(keep.to)">\(Part.csrf(visit))\
            <input type="hidden" name="team" value="\(code)">\
            \(parts.area("text", Phrase(fr: "Notre vue", en: "Our view"), hint: hint, stored: view?.text ?? "", limit: TeamView.limit))
            <div class="acts"><button class="btn\(" pri", if: view == nil)">\(view == nil ? keep.words : say(again))</button></div></form>
            """
    }
}
