import HTML
import Rouage
import WebCore

/// What the visitor can do with a meeting: take it up, begin, move it, call it off.
struct MeetingActs {
    let page: MeetingPage
    private var visit: Visit { page.visit }
    private var meeting: Meeting { page.meeting }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var html: HTML {
        guard meeting.state.isAlive else { return "" }
        let main = "\(acceptance)\(opening)" as HTML
        let rest = "\(shift)\(cancellation)" as HTML
        guard !main.isEmpty || !rest.isEmpty else { return who }
        return """
            <section class="sec" aria-labelledby="h-acts"><header><h2 id="h-acts">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\
            <div class="acts">\(main)</div>\(rest)</section>
            """
    }

    private var who: HTML {
        let teams = visit.names(of: meeting)
        let text = Phrase(
            fr: "Cette rencontre est celle des équipes \(teams). Vous pouvez la suivre.",
            en: "This meeting belongs to \(teams). You can follow it.")
        return "<p class=\"note\">\(say(text))</p>"
    }

    private var acceptance: HTML {
        guard meeting.state == .proposed, page.isMine else { return "" }
        return button("acceptance", Phrase(fr: "Retenir cette rencontre", en: "Take this meeting up"), isMain: true)
    }

    private var opening: HTML {
        guard meeting.state == .planned, page.isMine else { return "" }
        return button("opening", Phrase(fr: "Commencer", en: "Begin"), isMain: true)
    }

    private func button(_ noun: String, _ words: Phrase, isMain: Bool) -> HTML {
        """
        <form method="post" action="\(page.address)/\(noun)">\(Part.csrf(visit))\
        <input type="hidden" name="version" value="\(meeting.version)"><button class="btn\(" pri", if: isMain)">\(say(words))</button></form>
        """
    }

    private var shift: HTML {
        let isOwnProposal = meeting.state == .proposed && page.actor.may(.callMeeting(of: meeting.teams))
        let isOpen = meeting.state == .proposed || meeting.state == .planned || meeting.takesViews(on: visit.today)
        guard isOpen, page.isMine || isOwnProposal else { return "" }
        let parts = FormParts(visit, prefix: "date", isSent: page.isBack("date"))
        let fields = MeetingFields(visit: visit, parts: parts, cycle: page.cycle)
        let words =
            meeting.mode == .sync
            ? Phrase(fr: "Changer l’heure ou le lieu", en: "Change the hour or the place")
            : Phrase(fr: "Reporter l’ouverture des vues", en: "Open the views later")
        return disclosure(
            "date", words, meeting.mode == .sync ? fields.sync(meeting) : fields.async(meeting),
            Phrase(fr: "Enregistrer", en: "Save"), isHarsh: false)
    }

    private var cancellation: HTML {
        let isOwnProposal = meeting.state == .proposed && page.actor.id == meeting.calledBy
        guard page.isMine || isOwnProposal else { return "" }
        let parts = FormParts(visit, prefix: "cancellation", isSent: page.isBack("cancellation"))
        let words = Phrase(fr: "Annuler la rencontre", en: "Call the meeting off")
        let hint =
            page.agenda.isSettled
            ? Phrase(fr: "Tout est réglé : aucune raison à donner.", en: "Everything is settled: no reason is needed.")
            : Phrase(fr: "Les équipes la liront.", en: "The teams will read it.")
        return disclosure(
            "cancellation", words, parts.area("reason", Phrase(fr: "La raison", en: "The reason"), hint: hint), words,
            isHarsh: true)
    }

    private func disclosure(_ noun: String, _ title: Phrase, _ fields: HTML, _ send: Phrase, isHarsh: Bool) -> HTML {
        """
        <details class="disc"\(" open", if: page.isBack(noun))><summary>\(say(title))\(Part.icon("down"))</summary>\
        <form class="stack" method="post" action="\(page.address)/\(noun)">\(Part.csrf(visit))\
        <input type="hidden" name="version" value="\(meeting.version)">\(fields)\
        <div class="acts"><button class="btn s\(" bad", if: isHarsh)">\(say(send))</button></div></form></details>
        """
    }
}
