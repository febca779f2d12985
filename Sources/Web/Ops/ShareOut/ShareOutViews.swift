import HTML
import Rouage
import WebCore

/// The lines of a sharing out, what is left out and why, and the load it makes.
struct ShareOutViews {
    let page: ShareOutPage
    private var visit: Visit { page.visit }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    /// Who takes what; who leads confirms just below it.
    var proposal: HTML {
        guard let shareOut = page.shareOut else { return empty }
        return "\(proof(shareOut))\(lines(shareOut))"
    }

    var rest: HTML { page.shareOut.map { "\(leftOut($0))\(loads($0))" } ?? "" }

    private var empty: HTML {
        let lead = Phrase(fr: "Rien n’est encore réparti.", en: "Nothing is shared out yet.")
        let how =
            page.isOps
            ? Phrase(
                fr: "Dites ce que vous aimeriez faire, puis demandez une proposition.",
                en: "Say what you would like to do, then ask for a proposal.")
            : Phrase(
                fr: "Vous la lirez ici dès que celles et ceux qui pilotent l’auront confirmée.",
                en: "You will read it here once those who lead have confirmed it.")
        return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
    }

    /// Whether no other plan can be better, in words: what is shown may no longer be what was computed.
    private func proven(_ shareOut: ShareOut) -> Phrase {
        let (changed, isProven) = (shareOut.changedLines, shareOut.isProven)
        if changed > 0 {
            let fr = "La proposition \(isProven ? "était" : "n’était pas") prouvée optimale"
            let en = "The proposal was \(isProven ? "" : "not ")proven optimal"
            return Phrase(
                count: changed,
                fr: ("\(fr) ; % ligne a été changée depuis.", "\(fr) ; % lignes ont été changées depuis."),
                en: ("\(en); % line was changed since.", "\(en); % lines were changed since."))
        }
        guard isProven else {
            return Phrase(
                fr: "Non prouvée optimale : la meilleure trouvée en une seconde.",
                en: "Not proven optimal: the best found in one second.")
        }
        return page.isOvertaken
            ? Phrase(
                fr: "La proposition était prouvée optimale le jour de son calcul.",
                en: "The proposal was proven optimal when it was computed.")
            : Phrase(
                fr: "Prouvée optimale : aucune autre répartition ne fait mieux.",
                en: "Proven optimal: no other sharing out does better.")
    }

    private func proof(_ shareOut: ShareOut) -> HTML {
        guard page.isOps else { return "" }
        let isAsComputed = shareOut.isProven && shareOut.changedLines == 0 && !page.isOvertaken
        let again = Phrase(
            fr: "Des préférences, des absences ou des projets ont changé depuis le calcul : recalculez si cela compte.",
            en: "Wishes, days off or projects changed since it was computed: compute again if that matters.")
        let overtaken: HTML = page.isOvertaken ? "<p>\(say(again))</p>" : ""
        let order = Phrase(
            fr:
                "Dans l’ordre : les sujets par rang, le contentement de la personne la moins contente, les préférences de qui pilote, une charge égale, les préférences de qui aide.",
            en:
                "In this order: topics by rank, how content the least content person is, the wishes of those who lead, an even load, the wishes of those who help."
        )
        return """
            <div class="banner">\(Part.icon(isAsComputed ? "check" : "info"))<div><p><b>\(say(proven(shareOut)))</b></p>\
            \(overtaken)<p>\(say(order))</p>\(figures(shareOut))</div></div>
            """
    }

    /// What the proposal comes to, in the order in which it was looked for: how content those who lead are, from the least
    /// on, and the highest load.
    private func figures(_ shareOut: ShareOut) -> HTML {
        guard let table = page.table else { return "" }
        let sharing = table.sharing
        let plan = table.plan(of: shareOut.proposal)
        let means = Set(plan.compactMap { $0?.lead }).map { sharing.contentment(of: plan)[$0] }.sorted()
        guard !means.isEmpty, shareOut.state == .proposed else { return "" }
        let mark = visit.language == .french ? "," : "."
        let list = means.map { $0 % 2 == 0 ? "\($0 / 2)" : "\($0 / 2)\(mark)5" }.joined(separator: " · ")
        let highest = table.percents(of: shareOut.proposal).values.max() ?? 0
        let words = Phrase(
            fr:
                "Préférence moyenne de chaque pilote, la plus basse d’abord : \(list) sur 3. Charge la plus haute : \(highest) %.",
            en: "Mean wish of each lead, the lowest first: \(list) of 3. Highest load: \(highest)%.")
        return "<p>\(say(words))</p>"
    }

    private func lines(_ shareOut: ShareOut) -> HTML {
        func head(_ fr: String, _ en: String) -> HTML { "<th scope=\"col\">\(say(Phrase(fr: fr, en: en)))</th>" }
        let caption = say(Phrase(fr: "Qui pilote et qui aide", en: "Who leads and who helps"))
        return """
            <section class="sec" aria-labelledby="h-lines"><header><h2 id="h-lines">\(caption)</h2><p>\(shareOut.lines.count)</p></header>\
            <table class="t fold"><caption class="vh">\(caption)</caption><thead><tr>\(head("Sujet", "Topic"))\(head("Pilote", "Lead"))\
            \(head("En appui", "Buddy"))\(head("Effort", "Effort"))</tr></thead><tbody>\(shareOut.lines.map { row($0, shareOut) })</tbody></table></section>
            """
    }

    private func row(_ line: ShareOut.Line, _ shareOut: ShareOut) -> HTML {
        func cell(_ name: Phrase, _ content: String) -> HTML { "<td data-l=\"\(say(name))\">\(content)</td>" }
        let edit = page.isOps ? shareOut.edits.last { $0.line == line } : nil
        let changed: HTML =
            edit.map { edit in
                let who = visit.name(edit.by)
                let words = Phrase(fr: "changé par \(who)", en: "changed by \(who)")
                let before = shareOut.proposal.first { $0.topic == line.topic }.map { old -> HTML in
                    let (lead, buddy) = (visit.name(old.lead), visit.name(old.buddy))
                    let told = Phrase(
                        fr: "Le calcul proposait \(lead), en appui \(buddy).",
                        en: "The computation proposed \(lead), with \(buddy) as buddy.")
                    return "<br>\(say(told))"
                }
                return """
                    <small class="q">\(say(words))\(visit.colon)<q>\(edit.reason.set(in: visit.language(of: edit.by)))</q>\(before ?? "")</small>
                    """
            } ?? ""
        let effort = page.topics[line.topic]?.effortDays.map { visit.days($0) } ?? ""
        return """
            <tr><th scope="row"><a href="/topics/\(line.topic.description)">\(page.title(of: line.topic))</a> \(changed)</th>\
            \(cell(Phrase(fr: "Pilote", en: "Lead"), visit.name(line.lead)))\(cell(Phrase(fr: "En appui", en: "Buddy"), visit.name(line.buddy)))\
            \(cell(Phrase(fr: "Effort", en: "Effort"), effort))</tr>
            """
    }

    private func leftOut(_ shareOut: ShareOut) -> HTML {
        guard !shareOut.untaken.isEmpty else { return "" }
        let lines = shareOut.untaken.map { left -> HTML in
            """
            <li><h3><a href="/topics/\(left.topic.description)">\(page.title(of: left.topic))</a></h3>\
            <p class="why">\(say(left.obstacle.phrase))</p></li>
            """
        }
        return """
            <section class="sec" aria-labelledby="h-left"><header><h2 id="h-left">\(say(Phrase(fr: "Sans personne, et pourquoi", en: "Without anybody, and why")))</h2>\
            <p>\(lines.count)</p></header><ul class="plain projlist">\(lines)</ul></section>
            """
    }

    /// Load over capacity: a bar, a number and a word; for Product Ops alone.
    private func loads(_ shareOut: ShareOut) -> HTML {
        guard let table = page.table else { return "" }
        let percents = table.percents(of: shareOut.lines)
        let rows = table.members.sorted { visit.name($0.person) < visit.name($1.person) }.map { member -> HTML in
            let confirmed =
                shareOut.confirmations.contains { $0.person == member.person }
                ? Part.status(say(Phrase(fr: "confirmé", en: "confirmed")), ("d-done", "ok")) : ""
            let percent = percents[member.person]
            return """
                <li><span>\(visit.name(member.person))</span><svg class="track" viewBox="0 0 130 10" preserveAspectRatio="none" aria-hidden="true">\
                <rect class="bed" width="130" height="10"/><rect class="fill" width="\(min(percent ?? 0, 130))" height="10"/></svg>\
                <b class="num">\(percent.map { visit.percent(Double($0) / 100) } ?? "–")</b><span>\(say(zone(percent)))</span><span>\(confirmed)</span></li>
                """
        }
        let note = Phrase(
            fr: "Les projets en cours de chacun et cette répartition, sur ses jours du trimestre.",
            en: "What each carries already and this sharing out, over their days of the quarter.")
        return """
            <section class="sec" aria-labelledby="h-loads"><header><h2 id="h-loads">\(say(Phrase(fr: "La charge de chacun", en: "The load of each")))</h2>\
            <p>\(say(Phrase(fr: "lue par Product Ops seulement", en: "read by Product Ops alone")))</p></header>\
            <p class="note">\(say(note))</p><ul class="plain loads">\(rows)</ul></section>
            """
    }

    private func zone(_ percent: Int?) -> Phrase {
        guard let percent else { return Phrase(fr: "aucun jour", en: "no days") }
        return switch percent {
        case ...85: Phrase(fr: "à l’aise", en: "comfortable")
        case ...100: Phrase(fr: "tendu", en: "tight")
        default: Phrase(fr: "surchargé", en: "overloaded")
        }
    }
}
