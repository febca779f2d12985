import HTML
import Rouage
import Storage
import WebCore

/// Beside an incident: what the visitor may do with it, what is due, and its history.
struct IncidentSide {
    let page: IncidentPage
    private var visit: Visit { page.visit }
    private var incident: Incident { page.incident }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var html: HTML { "\(next)\(dates)\(Part.history(page.history, visit))" }

    private var next: HTML {
        guard page.isMine else {
            guard incident.state != .closed else { return "" }
            let who = Phrase(
                fr:
                    "Les équipes concernées, qui coordonne et la gestion des incidents la tiennent à jour. Cette page les suit d’elle-même.",
                en:
                    "The teams concerned, who coordinates and the incident manager keep it up to date. This page follows them by itself."
            )
            return "<p class=\"note\">\(say(who))</p>"
        }
        var rows = [moment("mitigation"), moment("resolution", isFirst: incident.state == .mitigated)]
        if incident.owesPostmortem {
            let words =
                page.postmortem == nil
                ? Phrase(fr: "Écrire le post-mortem", en: "Write the post-mortem")
                : Phrase(fr: "Relire et publier le post-mortem", en: "Review and publish the post-mortem")
            let end = page.postmortem == nil ? "/edit" : ""
            rows.append(
                "<div class=\"acts\"><a class=\"btn pri\" href=\"\(page.address)/postmortem\(end)\">\(say(words))</a></div>"
            )
        }
        if incident.isClosable { rows.append(closing) }
        rows.append(reopening)
        return """
            <section class="sec" aria-labelledby="h-next"><header><h2 id="h-next">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\(rows)</section>
            """
    }

    private func moment(_ noun: String, isFirst: Bool = true) -> HTML {
        let parts = FormParts(visit, prefix: noun, isSent: visit.isRefused(noun))
        return Incident.acts.form(
            noun, incident, visit, isFirst: isFirst,
            parts.moment("at", Phrase(fr: "Depuis", en: "Since"), hint: .emptyIsNow, to: visit.now + 300))
    }

    private var closing: HTML {
        let open = page.parts.actions.count { $0.state == .open }
        guard open == 0 else {
            let wait = Phrase(
                count: open,
                fr: (
                    "Pour clore : % action encore à faire, ou à refuser avec une raison.",
                    "Pour clore : % actions encore à faire, ou à refuser avec une raison."
                ),
                en: (
                    "Before it closes: % action to do, or to refuse with a reason.",
                    "Before it closes: % actions to do, or to refuse with a reason."
                ))
            return "<p class=\"note\">\(say(wait))</p>"
        }
        return Incident.acts.button("closing", incident, visit)
    }

    private var reopening: HTML {
        let parts = FormParts(visit, prefix: "reopening", isSent: visit.isRefused("reopening"))
        return Incident.acts.disclosure(
            "reopening", incident, visit,
            parts.area("reason", Phrase(fr: "Ce qui recommence", en: "What begins again"), limit: Reason.limit))
    }

    private var dates: HTML {
        guard incident.state != .closed else { return "" }
        return """
            <section class="sec" aria-labelledby="h-due"><header><h2 id="h-due">\(say(Phrase(fr: "Objectifs", en: "Targets")))</h2></header>\(page.parts.target)</section>
            """
    }
}
