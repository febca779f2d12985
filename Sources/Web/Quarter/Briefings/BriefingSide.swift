import HTML
import Rouage
import Storage
import WebCore

/// Beside the page: what is missing, what the visitor can do, what was decided, and what happened.
extension BriefingPage {
    func side() throws -> HTML {
        """
        <aside class="bside noprint" id="side" data-live-part>\(told)\(decided)\(preparation)\(chance?.section ?? "")\(try deciding())\(try running())\(follow)\(past)</aside>
        """
    }

    private var preparation: HTML {
        guard briefing.isBeingPrepared else { return decidedActs }
        if let readiness {
            let title = Phrase(fr: "Préparation", en: "Readiness")
            return """
                <section class="sec" aria-labelledby="h-missing"><header><h2 id="h-missing">\(say(title))</h2></header>\
                \(readiness.section)\(overLimit)\(acts)</section>\(ReviewViews.section(visit, briefing, readiness.reviews))
                """
        }
        let title = Phrase(fr: "Ce qui manque", en: "What is missing")
        return """
            <section class="sec" aria-labelledby="h-missing"><header><h2 id="h-missing">\(say(title))</h2></header>\
            \(missing.isEmpty ? nothingMissing : list)\(acts)</section>
            """
    }

    private var nothingMissing: HTML {
        let phrase: Phrase =
            switch briefing.state {
            case .draft: Phrase(fr: "Rien : la page peut être déposée.", en: "Nothing: the page can be submitted.")
            case .ready: Phrase(fr: "Rien : l’équipe l’a déclarée prête.", en: "Nothing: the team declared it ready.")
            default: Phrase(fr: "Rien : tout est écrit et accordé.", en: "Nothing: all is written and agreed.")
            }
        return "<p class=\"note\">\(say(phrase))</p>"
    }

    private var list: HTML { list(of: missing) }

    /// What was written past its limit after the page was submitted.
    private var overLimit: HTML {
        let over = missing.filter(\.isOverLimit)
        return over.isEmpty ? "" : list(of: over)
    }

    private func list(of all: [Missing]) -> HTML {
        let lines = all.map { missing -> HTML in
            let text = say(missing.phrase(visit, isAsker: isWriter))
            // Only its people can open the page being written.
            let line: HTML =
                missing.isOfThePage && !isWriter
                ? HTML(text) : "<a href=\"\(missing.place(address))\">\(text)</a>"
            let blocking: HTML =
                missing.isBlocking
                ? " <span class=\"q\">\(say(Phrase(fr: "Bloquante.", en: "Blocking.")))</span>" : ""
            return "<li>\(Part.icon(missing.isBlocking ? "halt" : "d-sig"))<span>\(line)\(blocking)</span></li>"
        }
        return "<ol class=\"miss\">\(lines)</ol>"
    }

    // MARK: What the visitor can do

    private var acts: HTML {
        guard visit.past == nil else { return "<div class=\"acts\">\(printing)</div>" }
        guard isWriter else { return "\(reader)<div class=\"acts\">\(printing)</div>" }
        let (main, note) = next
        return """
            <div class="acts">\(main)\(edit)\(signing)\(printing)\(leaving)</div>\(note)
            """
    }

    private var reader: HTML {
        let text = Phrase(
            fr: "Ce texte appartient à l’équipe \(visit.name(briefing.team)). Vous pouvez le commenter.",
            en: "This text belongs to the team \(visit.name(briefing.team)). You can comment on it.")
        return "<p class=\"note\">\(say(text))</p>"
    }

    /// The one thing to do next, and why it cannot be done when it cannot.
    private var next: (act: HTML, note: HTML) {
        switch briefing.state {
        case .draft:
            let submit = Phrase(fr: "Déposer le briefing", en: "Submit the briefing")
            guard briefing.acceptsText(in: cycle) else {
                return (
                    closed(submit),
                    note(
                        Phrase(
                            fr: "Le trimestre est gelé : l’équipe peut le reprendre au suivant.",
                            en: "The quarter is frozen: the team can take it up in the next one."))
                )
            }
            return (act("submission"), lateness)
        case .aligning:
            let declare = Phrase(fr: "Déclarer prête", en: "Declare ready")
            let rule = Phrase(
                fr: "Possible à 80 points, sans dépendance bloquante ouverte.",
                en: "Possible at 80 points, with no blocking dependency open.")
            return readiness?.readiness.isReady == true
                ? (act("readiness"), "") : (closed(declare), note(rule, id: "why"))
        case .submitted:
            return (
                "",
                note(
                    Phrase(
                        fr: "L’alignement commence le \(day(cycle.phases.draftsDue + 1, .french)).",
                        en: "Alignment starts on \(day(cycle.phases.draftsDue + 1, .english))."))
            )
        case .ready:
            let who = visit.deciders(of: briefing.team)
            return ("", note(Phrase(fr: "La décision revient à \(who).", en: "\(who) decides.")))
        case .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: return ("", "")
        }
    }

    private func day(_ day: Day, _ language: Language) -> String { DateWords(language: language).weekdayShort(day) }

    private var lateness: HTML {
        let last = cycle.lastDayOnTime(.french)
        if briefing.offCycle {
            return note(
                Phrase(
                    fr: "Hors cycle : ses dépendances comptent comme tardives.",
                    en: "Off cycle: its dependencies count as late."))
        }
        if visit.today > last {
            return note(
                Phrase(
                    fr:
                        "Les ébauches étaient attendues le \(day(cycle.phases.draftsDue, .french)). Le dépôt reste possible jusqu’au gel, et dit qu’il vient après la date.",
                    en:
                        "Drafts were due on \(day(cycle.phases.draftsDue, .english)). Submitting stays possible until the freeze, and says that it came after the date."
                ))
        }
        return note(
            Phrase(
                fr:
                    "Ébauches attendues le \(day(cycle.phases.draftsDue, .french)) ; à temps jusqu’au \(day(last, .french)).",
                en: "Drafts are due on \(day(cycle.phases.draftsDue, .english)); on time until \(day(last, .english)).")
        )
    }

    private func note(_ phrase: Phrase, id: HTML = "") -> HTML {
        let attribute: HTML = id.isEmpty ? "" : " id=\"\(id)\""
        return "<p class=\"note\"\(attribute)>\(say(phrase))</p>"
    }

    private func closed(_ phrase: Phrase) -> HTML {
        "<button class=\"btn\" type=\"button\" aria-disabled=\"true\" aria-describedby=\"why\">\(say(phrase))</button>"
    }

    /// The button of an act, when the rules would take it now.
    func act(_ noun: String) -> HTML { Briefing.acts.button(noun, briefing, visit) }

    private var edit: HTML {
        guard briefing.acceptsText(in: cycle) else { return "" }
        return """
            <a class="btn" href="\(address)/edit">\(Part.icon("pencil"))\(say(Phrase(fr: "Modifier", en: "Edit")))</a>
            """
    }

    private var signing: HTML {
        guard dependencies.allSatisfy({ $0.state == .withdrawn }) else { return "" }
        return act(briefing.noDependency == nil ? "no-dependency" : "no-dependency-withdrawal")
    }

    private var leaving: HTML { act("departure") }

    private var printing: HTML {
        """
        <button class="btn low" type="button" data-behaviour="print" hidden>\(Part.icon("print"))\
        \(say(Phrase(fr: "Imprimer", en: "Print")))</button>
        """
    }

    private var decidedActs: HTML {
        "<section class=\"sec\" aria-label=\"\(say(Phrase(fr: "La page", en: "The page")))\"><div class=\"acts\">\(printing)\(leaving)</div></section>"
    }

    // MARK: History

    private var past: HTML {
        let differences: HTML = """
            <p class="end"><a href="\(address)/versions">\(say(Phrase(fr: "Voir les différences", en: "See the differences")))</a></p>
            """
        let lines = BriefingHistory(page: self).lines.prefix(12)
        return """
            <section class="sec" aria-labelledby="h-history"><header><h2 id="h-history">\
            \(say(Phrase(fr: "Historique", en: "History")))</h2>\(differences)</header><ol class="hist">\(Array(lines))</ol></section>
            """
    }
}
