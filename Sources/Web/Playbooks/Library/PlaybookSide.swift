import HTML
import Rouage
import WebCore

/// Beside a playbook: what it asks of people, its way to the organisation, its state and its editions.
struct PlaybookSide {
    let page: PlaybookPage
    private var visit: Visit { page.visit }
    private var playbook: Playbook { page.playbook }
    private func say(_ phrase: Phrase) -> String { page.say(phrase) }

    var html: HTML { "\(burden)\(HandoverSection(page: page).html)\(page.projects)\(stateForm)\(editions)" }

    private var burden: HTML {
        let content = playbook.content
        guard !content.burden.isEmpty else { return "" }
        let rows = content.burden.map { burden -> HTML in
            "<div><dt>\(say(burden.role.phrase))</dt><dd>\(visit.minutes(burden.minutes))</dd></div>"
        }
        return """
            <section class="sec" aria-labelledby="h-burden"><header><h2 id="h-burden">\(say(Phrase(fr: "Charge demandée", en: "Burden")))</h2>\
            <p>\(say(Phrase(fr: "par personne et par trimestre", en: "per person, per quarter")))</p></header><dl class="pbmins">\(rows)</dl></section>
            """
    }

    private var stateForm: HTML {
        guard Playbook.acts.isOffered("state", playbook, to: visit) else { return "" }
        let isBack = visit.isRefused("state")
        let parts = FormParts(visit, prefix: "st", isSent: isBack)
        let buttons = playbook.nextStates.map { next -> HTML in
            """
            <button class="btn s\(" bad", if: next == .retired)" name="state" value="\(next.rawValue)">\(say(next.verb(from: playbook.state)))</button>
            """
        }
        return """
            <section class="sec noprint" id="state" aria-labelledby="h-state"><header><h2 id="h-state">\(say(Phrase(fr: "Ce qu’il devient", en: "What becomes of it")))</h2></header>\
            \(explanation(isBack))<form class="stack" method="post" action="\(page.address)/state">\(Part.csrf(visit))\(Part.version(playbook.version))\
            \(parts.area("reason", Phrase(fr: "Raison", en: "Reason"), hint: Phrase(fr: "Demandée pour arrêter.", en: "Needed to retire it."), limit: Reason.limit))
            <div class="acts">\(buttons)</div></form></section>
            """
    }

    /// Why it could not be put in force, where the field is not in this form.
    private func explanation(_ isBack: Bool) -> HTML {
        guard isBack else { return "" }
        let words: Phrase? =
            switch visit.refusal {
            case .over(let limit):
                Phrase(
                    fr:
                        "Avec lui, une personne serait sollicitée plus de \(limit) min par trimestre. Allégez-le, arrêtez-en un autre, ou demandez à la CPO.",
                    en:
                        "With it, a person would be asked for more than \(limit) min a quarter. Make it lighter, retire another, or ask the CPO."
                )
            case .invalid(let flaws) where flaws.contains { $0.field == "owner" }:
                Phrase(fr: "Nommez d’abord la personne qui en répond.", en: "Name its owner first.")
            case .invalid(let flaws) where flaws.contains { $0.field == "steps" }:
                Phrase(fr: "Écrivez d’abord ses étapes.", en: "Write its steps first.")
            default: nil
            }
        return words.map { "<p class=\"err\">\(Part.icon("alert"))\(say($0))</p>" } ?? ""
    }

    private var editions: HTML {
        let title = Phrase(fr: "Éditions", en: "Editions")
        let current = Phrase(
            fr: "L’édition \(playbook.edition) est en vigueur.", en: "Edition \(playbook.edition) holds.")
        let rows = page.editions.map { edition -> HTML in
            let day = visit.dates.full(edition.replacedAt.day(in: visit.site.clock.zone))
            let note: HTML =
                edition.note.isEmpty
                ? ""
                : "<p class=\"note\">\(Part.quoted(edition.note, visit.language(of: edition.replacedBy), visit))</p>"
            return """
                <li><a href="\(page.address)/editions/\(edition.number)">\(say(Phrase(fr: "De la \(edition.number) à la \(edition.number + 1)", en: "From \(edition.number) to \(edition.number + 1)")))</a> \
                <span class="q">\(day), \(visit.name(edition.replacedBy))</span>\(note)</li>
                """
        }
        let list: HTML = rows.isEmpty ? "" : "<ul class=\"plain\">\(rows)</ul>"
        return """
            <section class="sec" aria-labelledby="h-ed"><header><h2 id="h-ed">\(say(title))</h2></header><p class="note">\(say(current))</p>\(list)</section>
            """
    }
}
