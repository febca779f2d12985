import HTML
import Rouage
import WebCore

/// What Product Ops do with a sharing out: their wishes, a proposal, a change with its reason, their word.
struct ShareOutForms {
    let page: ShareOutPage
    let cycle: Cycle
    let table: ShareOutTable
    private var visit: Visit { page.visit }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    func html() throws -> HTML {
        let isOpen = page.shareOut?.state != .confirmed && cycle.state != .closed
        guard isOpen else { return wishesOfAll }
        return try "\(acts())\(wishes)\(wishesOfAll)"
    }

    static func word(_ value: Int) -> Phrase {
        switch value {
        case 0: Phrase(fr: "Non", en: "No")
        case 1: Phrase(fr: "Plutôt pas", en: "Rather not")
        case 3: Phrase(fr: "J’y tiens", en: "Keen")
        default: Phrase(fr: "Cela me va", en: "Fine")
        }
    }

    private var quarter: HTML { "<input type=\"hidden\" name=\"cycle\" value=\"\(cycle.label)\">" }
    /// The quarter, and the state of its sharing out that was seen: 0 where there is none.
    private var state: HTML { "\(quarter)\(Part.version(page.shareOut?.version ?? 0))" }

    /// Agreeing to the lines, just below them.
    var confirmation: HTML {
        guard let shareOut = page.shareOut, shareOut.state == .proposed, cycle.state != .closed,
            !shareOut.confirmations.contains(where: { $0.person == page.actor.id })
        else { return "" }
        return """
            <div class="noprint confirm">\(ShareOut.acts.form("confirmation", visit, isFirst: true, state))</div>
            """
    }

    private func acts() throws -> HTML {
        guard !table.items.isEmpty else { return "" }
        guard page.shareOut != nil else { return ShareOut.acts.form("proposal", visit, isFirst: true, state) }
        let again = Phrase(fr: "Recalculer", en: "Compute again")
        let note = Phrase(
            fr: "Efface les changements et les confirmations.", en: "Erases the changes and the confirmations.")
        return try """
        <div class="shareacts noprint">\(edit())\
        <details class="disc"><summary>\(say(again))\(Part.icon("down"))</summary><p class="note">\(say(note))</p>\
        \(ShareOut.acts.form("proposal", visit, send: again, state))</details></div>
        """
    }

    private func edit() throws -> HTML {
        let isBack = visit.isRefused("edits")
        guard let act = ShareOut.acts["edits"] else { return "" }
        let form = try FieldForm(visit, ShareOut.Change(), prefix: "edits", isSent: isBack)
        let choose = Phrase(fr: "Choisir", en: "Choose")
        let team = table.members.map(\.person).map { (visit.code($0) ?? "", visit.name($0)) }.sorted { $0.1 < $1.1 }
        let topics = table.items.map { ($0.topic.description, page.title(of: $0.topic)) }
        let fields: HTML = """
            \(state)\(form.select(.topic, topics, empty: choose))\(form.select(.lead, team, empty: choose))\
            \(form.select(.buddy, team, empty: choose))\(form.control(.reason))
            """
        return """
            <details class="disc"\(" open", if: isBack)><summary>\(say(act.words.opening))\(Part.icon("down"))</summary>\
            \(ShareOut.acts.form("edits", visit, fields))</details>
            """
    }

    private var wishes: HTML {
        guard !table.items.isEmpty, let me = page.actor.id else { return "" }
        let mine = table.members.first { $0.person == me }?.wishes
        let parts = FormParts(visit, prefix: "wishes", isSent: visit.isRefused("preferences"))
        let options = Sharing.wishes.reversed().map { (String($0), say(Self.word($0))) }
        let rows = table.items.map { item -> HTML in
            let wish = mine?.wishes.first { $0.topic == item.topic }
            let name = page.title(of: item.topic)
            return """
                <div class="wish">\(parts.select("wishes-\(item.topic)", Phrase(fr: name, en: name), stored: wish.map { String($0.value) } ?? "", options, empty: Phrase(fr: "Pas d’avis", en: "No opinion")))\
                \(why("reasons-\(item.topic)", wish?.reason ?? "", parts))</div>
                """
        }
        let days = parts.text(
            "days_off", Phrase(fr: "Jours d’absence prévus ce trimestre", en: "Days off planned this quarter"),
            stored: String(mine?.daysOff ?? Load.leaveDays), more: " inputmode=\"numeric\"", isShort: true)
        let title = Phrase(fr: "Ce que j’aimerais faire", en: "What I would like to do")
        let note = Phrase(fr: "lu par Product Ops seulement", en: "read by Product Ops alone")
        return """
            <section class="sec noprint" aria-labelledby="h-wishes"><header><h2 id="h-wishes">\(say(title))</h2><p>\(say(note))</p></header>\
            \(SharePreference.acts.form("", visit, "\(quarter)\(rows)\(days)"))</section>
            """
    }

    /// The reason of a wish: out of the way until somebody wants to say one.
    private func why(_ field: String, _ stored: String, _ parts: FormParts) -> HTML {
        let isOpen = !parts.value(field, or: stored).isEmpty || parts.flaw(field) != nil
        let words = Phrase(fr: "Dire pourquoi", en: "Say why")
        let label = Phrase(fr: "Pourquoi (facultatif)", en: "Why (optional)")
        return """
            <details class="disc"\(" open", if: isOpen)><summary>\(say(words))\(Part.icon("down"))</summary>\
            \(parts.text(field, label, stored: stored))</details>
            """
    }

    private var wishesOfAll: HTML {
        let written = table.members.filter { $0.wishes != nil }.sorted { visit.name($0.person) < visit.name($1.person) }
        guard !written.isEmpty, !table.items.isEmpty else { return "" }
        let head = written.map { "<th scope=\"col\">\(visit.name($0.person))</th>" as HTML }
        let rows = table.items.map { item -> HTML in
            let cells = written.map { member -> HTML in
                let wish = member.wishes?.wishes.first { $0.topic == item.topic }
                let said = (wish?.reason ?? "").set(in: visit.language(of: member.person))
                let reason: HTML = said.isEmpty ? "" : "<br><small class=\"q\">\(said)</small>"
                let word = wish.map { say(Self.word($0.value)) } ?? "·"
                return "<td data-l=\"\(visit.name(member.person))\">\(word)\(reason)</td>"
            }
            return "<tr><th scope=\"row\">\(page.title(of: item.topic))</th>\(cells)</tr>"
        }
        let title = say(Phrase(fr: "Les préférences de l’équipe", en: "The team’s preferences"))
        return """
            <section class="sec noprint" aria-labelledby="h-all"><header><h2 id="h-all">\(title)</h2>\
            <p>\(say(Phrase(fr: "lues par Product Ops seulement", en: "read by Product Ops alone")))</p></header>\
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table class="t"><caption class="vh">\(title)</caption>\
            <thead><tr><th scope="col">\(say(Phrase(fr: "Sujet", en: "Topic")))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}
