import HTML
import Rouage
import WebCore

/// The times a playbook was run, and who did each step.
struct PlaybookOccurrences {
    let page: PlaybookPage
    /// How many are shown; the API lists all.
    static let most = 8

    private func say(_ phrase: Phrase) -> String { page.say(phrase) }
    private var visit: Visit { page.visit }

    var section: HTML {
        let (shown, count) = (page.occurrences, page.occurrenceCount)
        let mayRecord = page.may(.record(page.playbook)) && page.playbook.state.isRun
        let button: HTML =
            mayRecord
            ? "<a class=\"btn s noprint\" href=\"\(page.address)/occurrences/new\">\(Part.icon("plus"))\(say(Phrase(fr: "Noter une occurrence", en: "Record an occurrence")))</a>"
            : ""
        let empty = Phrase(
            fr: "Pas encore mené. Chaque fois qu’il l’est, la personne qui l’a conduit note ici qui a fait quoi.",
            en: "Not run yet. Each time it is, whoever led it notes here who did what.")
        let content: HTML =
            shown.isEmpty
            ? "<p class=\"note\">\(say(empty))</p>" : "<ul class=\"plain pbocc\">\(shown.map(row))</ul>"
        return """
            <section class="sec" id="occurrences" data-live-part aria-labelledby="h-occ"><header><h2 id="h-occ">\(say(Phrase(fr: "Les dernières fois", en: "The last times")))</h2>\
            <p>\(say(Phrase(count: count, fr: ("% occurrence", "% occurrences"), en: ("% occurrence", "% occurrences"))))</p><span class="end">\(button)</span></header>\(content)</section>
            """
    }

    private func row(_ occurrence: Occurrence) -> HTML {
        let steps = occurrence.doneSteps.map { done -> HTML in
            let ops: HTML = done.ops ? " <span class=\"q\">(Product Ops)</span>" : ""
            return "<li value=\"\(done.step)\">\(visit.name(done.by))\(ops)</li>"
        }
        let teams = occurrence.teams.map { visit.name($0) }.joined(separator: ", ")
        let count = Phrase(count: occurrence.teams.count, fr: ("% équipe", "% équipes"), en: ("% team", "% teams"))
        let teamLine: HTML = teams.isEmpty ? "" : "<p class=\"note\">\(say(count))\(visit.colon)\(teams)</p>"
        let note: HTML =
            occurrence.note.isEmpty
            ? "" : "<p>\(Part.quoted(occurrence.note, visit.language(of: occurrence.recordedBy), visit))</p>"
        return """
            <li><details class="disc"><summary>\(visit.dates.full(occurrence.heldOn)), \(visit.name(occurrence.ranBy)) \(state(occurrence))\(Part.icon("down"))</summary>\
            <p class="note">\(say(Phrase(fr: "Étapes faites, et par qui", en: "Steps done, and by whom")))</p><ol class="pbdone">\(steps)</ol>\(teamLine)\(removal(occurrence))</details>\(note)</li>
            """
    }

    private func removal(_ occurrence: Occurrence) -> HTML {
        let isBack = Occurrence.acts.isRefused("removal", occurrence, visit)
        let why = Phrase(fr: "Pourquoi la retirer", en: "Why take it away")
        return Occurrence.acts.form(
            "removal", occurrence, visit,
            FormParts(visit, prefix: "occ-\(occurrence.id)", isSent: isBack).text(
                "reason", why, more: " maxlength=\"\(Reason.limit)\""))
    }

    private func state(_ occurrence: Occurrence) -> HTML {
        if !occurrence.ok {
            return Part.status(
                say(Phrase(fr: "Une étape bloquante manque", en: "A blocking step is missing")), ("alert", "warn"))
        }
        return occurrence.isFreeOfOps
            ? Part.status(say(Phrase(fr: "Sans Product Ops", en: "Without Product Ops")), ("d-done", "ok"))
            : Part.status(say(Phrase(fr: "Avec Product Ops", en: "With Product Ops")), ("d-ack", ""))
    }
}
