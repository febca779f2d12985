import HTML
import Rouage
import Storage
import WebCore

/// Beside the dependencies of a draft: teams it may have forgotten, each with its reasons and two clicks.
struct SilentViews {
    let visit: Visit
    let briefing: Briefing
    let silent: SilentTeams

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var address: String { "/briefings/\(briefing.id)" }

    var section: HTML {
        guard !silent.guesses.isEmpty || !silent.dismissed.isEmpty else { return "" }
        let title = Phrase(fr: "Peut-être oubliées", en: "Perhaps forgotten")
        let hint = Phrase(
            fr: "Ce que disent le texte et les trimestres passés. Rien n’est bloqué.",
            en: "What the text and past quarters say. Nothing is held up.")
        let list: HTML = silent.guesses.isEmpty ? "" : "<ul class=\"plain\">\(silent.guesses.map(row))</ul>"
        return """
            <section class="silent noprint" id="silent" data-live-part aria-labelledby="h-silent"><header>\
            <h3 id="h-silent">\(say(title))</h3><p class="note">\(say(hint))</p></header>\(list)\(dismissed)</section>
            """
    }

    private func row(_ guess: SilentGuess) -> HTML {
        guard let team = visit.organisation.units[guess.team] else { return "" }
        let reasons = guess.reasons.prefix(3).map { "<li>\(sentence($0))\(examples($0))</li>" as HTML }
        let ask = Phrase(fr: "Signaler", en: "Point out")
        let askIt = Phrase(
            fr: "Signaler une dépendance envers \(team.name)", en: "Point out a dependency on \(team.name)")
        return """
            <li><div><b><a href="/teams/\(team.code.inAddress)">\(team.name)</a></b><ul class="why">\(reasons)</ul></div>\
            <div class="acts"><a class="btn s" href="\(address)/dependencies/new?giving_team=\(team.code.inAddress)" \
            aria-label="\(say(askIt))">\(Part.icon("plus"))\(say(ask))</a>\(dismissal(of: team))</div></li>
            """
    }

    private func dismissal(of team: Rouage.Unit) -> HTML {
        let whole = Phrase(fr: "Pas besoin de \(team.name)", en: "\(team.name) is not needed")
        return """
            <form method="post" action="\(address)/dismissals">\(Part.csrf(visit))\
            <input type="hidden" name="team" value="\(team.code)">\
            <button class="btn s low" aria-label="\(say(whole))">\(Dismissal.acts.making(visit))</button></form>
            """
    }

    private func sentence(_ reason: SilentGuess.Reason) -> String { say(reason.phrase) }

    /// The initiatives behind a reason, at most two.
    private func examples(_ reason: SilentGuess.Reason) -> HTML {
        switch reason {
        case .neighbours(_, _, let examples):
            let links = examples.prefix(2).map { example -> HTML in
                "<a href=\"/briefings/\(example.briefing.description)\">\(example.title)</a>"
            }
            return " : \(links.joined(", "))"
        case .namedInTheText, .habit, .words, .usual: return ""
        }
    }

    private var dismissed: HTML {
        guard !silent.dismissed.isEmpty else { return "" }
        let teams = silent.dismissed.compactMap { visit.organisation.units[$0] }.map { team -> HTML in
            let undo = Phrase(fr: "Rétablir \(team.name)", en: "Bring \(team.name) back")
            let back = Dismissal.undoing.sending("dismissals/:code/removal", briefing, visit, part: team.code)
            return """
                <li>\(team.name) <form class="inline" method="post" action="\(back.to)">\
                \(Part.csrf(visit))<button class="btn s low" aria-label="\(say(undo))">\(back.words)</button></form></li>
                """
        }
        let title = Phrase(fr: "Pas besoin de :", en: "Not needed:")
        return "<div class=\"row note\"><p>\(say(title))</p><ul class=\"plain row\">\(teams)</ul></div>"
    }
}
