import HTML
import Rouage
import WebCore

/// What the visitor can do with a meeting that is alive: take it up, begin, move it, call it off.
struct MeetingNext {
    let page: MeetingPage
    private var visit: Visit { page.visit }
    private var meeting: Meeting { page.meeting }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var html: HTML {
        get throws {
            guard meeting.state.isAlive else { return "" }
            let rows = try Meeting.acts.forms(meeting, visit, fields: fields, opening: opening)
            guard !rows.isEmpty else { return who }
            return """
                <section class="sec" aria-labelledby="h-acts"><header><h2 id="h-acts">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\
                \(rows)</section>
                """
        }
    }

    private var who: HTML {
        let teams = visit.names(of: meeting)
        let text = Phrase(
            fr: "Cette rencontre est celle des équipes \(teams). Vous pouvez la suivre.",
            en: "This meeting belongs to \(teams). You can follow it.")
        return "<p class=\"note\">\(say(text))</p>"
    }

    private func opening(_ act: Act<Meeting>) -> Phrase {
        act.noun == "date" && meeting.mode == .async
            ? Phrase(fr: "Reporter l’ouverture des vues", en: "Open the views later") : act.words.opening
    }

    private func fields(_ noun: String) throws -> HTML? {
        switch noun {
        case "date":
            let shift = Meeting.Shift(of: meeting, in: visit.site.clock.zone)
            let form = try FieldForm(visit, shift, prefix: noun, isSent: visit.isRefused(noun))
            let fields = MeetingFields(form: form, cycle: page.cycle)
            return meeting.mode == .sync ? fields.sync(shift.timing) : fields.async(shift.timing)
        case "cancellation":
            let hint =
                page.agenda.isSettled
                ? Phrase(
                    fr: "Tout est réglé : aucune raison à donner.", en: "Everything is settled: no reason is needed.")
                : Phrase(fr: "Les équipes la liront.", en: "The teams will read it.")
            return FormParts(visit, prefix: noun, isSent: visit.isRefused(noun))
                .area("reason", Phrase(fr: "La raison", en: "The reason"), hint: hint)
        default: return nil
        }
    }
}
