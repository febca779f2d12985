import HTML
import Rouage
import WebCore

/// The form in which a playbook is written; it works without a script: empty rows wait at the end of each list.
struct PlaybookEditPage {
    private let visit: Visit
    private let playbook: Playbook?
    private let form: FieldForm<Playbook.Revision>
    private let draft: Playbook.Draft

    init(_ visit: Visit, _ playbook: Playbook?) throws {
        self.visit = visit
        self.playbook = playbook
        let revision =
            playbook?.revision
            ?? Playbook.Revision(
                draft: Playbook.Draft(.blank, language: visit.language, owner: visit.actor?.id))
        draft = revision.draft
        form = try FieldForm(visit, revision)
    }

    private typealias Name = Playbook.FieldName
    private var parts: FormParts { form.parts }
    private var content: Playbook.Content { draft.content }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let heading =
            playbook.map { Phrase(fr: "Modifier « \($0.content.title) »", en: "Edit “\($0.content.title)”") }
            ?? Phrase(fr: "Écrire un process", en: "Write a playbook")
        let lede = Phrase(
            fr: "Assez court pour être lu avant de commencer, assez précis pour se passer de vous.",
            en: "Short enough to be read before starting, exact enough to do without you.")
        let address = playbook.map { "/playbooks/\($0.id)" } ?? "/playbooks"
        let version: HTML = playbook.map { parts.version($0.version) } ?? ""
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="\(address)">\(say(playbook == nil ? Layout.Room.playbooks.words : Phrase(fr: "Revenir au process", en: "Back to the playbook")))</a></p>\
            <h1>\(say(heading))</h1><p class="lede">\(say(lede))</p></div></header>
            \(form.summary(Phrase(fr: "Rien n’est enregistré.", en: "Nothing was saved.")))\(meanwhile)
            <form class="frm pbform" method="post" action="\(address)">\(Part.csrf(visit))\(version)\(Part.peopleList(visit))
            \(first)\(stepRows)\(burdenRows)\(linkRows)\(last)
            <div class="acts"><button class="btn pri">\(Playbook.writing.making(visit))</button>\
            <a class="btn low" href="\(address)">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(heading), page: .playbooks, body)
    }

    private var meanwhile: HTML {
        guard let playbook, visit.refusal == .outdated, let typed = try? visit.taken(over: playbook.draft) else {
            return ""
        }
        let fields = PlaybookFields(visit: visit)
        return Meanwhile(
            visit: visit, record: playbook.id.description, stored: fields.all(of: playbook.draft),
            typed: fields.all(of: typed)
        ).html
    }

    private var first: HTML {
        """
        \(form.control(.title))\(form.control(.why))
        <div class="g3">\(form.select(.category, \Playbook.Category.phrase))\
        \(form.select(.cadence, \Playbook.Cadence.phrase))\
        \(form.select(.language, Language.allCases.map { ($0.rawValue, $0.ownName) }))</div>
        \(form.control(.trigger))
        <div class="g3">\(person(.owner, draft.owner))\(person(.deputy, draft.deputy))\
        \(parts.day(Name.reviewOn.rawValue, Name.reviewOn.label, stored: draft.reviewOn?.description ?? "", from: visit.today + 1, to: visit.today + 400))</div>
        \(parts.text(Name.coAuthors.rawValue, Name.coAuthors.label, hint: Name.coAuthors.hint, stored: draft.coAuthors.map { visit.nameInField($0) }.joined(separator: ", ")))
        \(teams)
        """
    }

    private var teams: HTML {
        let isBack = parts.isSent && visit.exchange.form["teams"] != nil
        let chosen = isBack ? Set(visit.exchange.form.all("teams")) : Set(draft.teams.compactMap { visit.code($0) })
        let boxes = visit.organisation.teams.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        return """
            <details class="disc field"\(" open", if: !chosen.subtracting([""]).isEmpty)><summary>\(say(Phrase(fr: "Équipes concernées : toutes, sauf si vous en choisissez", en: "Teams concerned: all, unless you choose some")))\(Part.icon("down"))</summary>\
            <input type="hidden" name="teams" value=""><div class="opts">\(boxes)</div></details>
            """
    }

    private func person(_ name: Name, _ stored: Identifier<Person>?) -> HTML {
        parts.text(
            name.rawValue, name.label, stored: visit.nameInField(stored),
            more: " list=\"pb-people\" autocomplete=\"off\"")
    }

    // MARK: Lists

    /// What was typed in a row that comes back, else what is stored.
    private func cell(_ name: String, _ stored: String) -> String {
        parts.isSent ? visit.exchange.form[name] ?? "" : stored
    }

    /// A list with its rows; an empty value says that it was there, when no row is written.
    private func list(_ name: Name, _ rows: HTML) -> HTML {
        let hint: HTML = name.hint.map { "<p class=\"hint\">\(say($0))</p>" } ?? ""
        let error: HTML =
            parts.flaw(name.rawValue).map {
                "<p class=\"err\">\(Part.icon("alert"))\(say($0.reason.phrase))</p>"
            } ?? ""
        return """
            <fieldset class="field" id="f-\(name.rawValue)"><legend>\(say(name.label))</legend>\(hint)\(error)\
            <input type="hidden" name="\(name.rawValue)" value="">\(rows)</fieldset>
            """
    }

    private func count(_ list: String, _ stored: Int, spare: Int, most: Int) -> Int {
        let sent = visit.exchange.form.pairs.compactMap { RowPlace($0.name) }.filter { $0.list == list }
        let typed = parts.isSent ? (sent.map(\.number).max() ?? -1) + 1 : 0
        return min(max(typed, stored + spare), max(most, typed))
    }

    private var stepRows: HTML {
        let rows =
            (0..<count(
                "steps", content.steps.count, spare: content.steps.isEmpty ? 6 : 2, most: Playbook.Content.mostSteps))
            .map(stepRow)
        return list(.steps, "<ol class=\"pbrows\">\(rows)</ol>")
    }

    private func stepRow(_ number: Int) -> HTML {
        let step = number < content.steps.count ? content.steps[number] : nil
        let isBlocking = parts.isSent ? visit.exchange.form["steps-\(number)-blocking"] != nil : step?.blocking ?? false
        let role = cell("steps-\(number)-role", (step?.role ?? .productManager).rawValue)
        let options = PlaybookRole.allCases.map { parts.option(value: $0.rawValue, say($0.phrase), chosen: role) }
        let name = say(Phrase(fr: "Étape \(number + 1)", en: "Step \(number + 1)"))
        return """
            <li><textarea class="in" rows="2" name="steps-\(number)-what" aria-label="\(name)">
            \(cell("steps-\(number)-what", step?.what ?? ""))</textarea>\
            <select class="in short" name="steps-\(number)-role" aria-label="\(name) : \(say(Phrase(fr: "qui", en: "who")))">\(options)</select>\
            <label class="opt"><input type="checkbox" name="steps-\(number)-blocking" value="true"\(" checked", if: isBlocking)> <span>\(say(.blocking))<span class="vh"> : \(name)</span></span></label></li>
            """
    }

    private var burdenRows: HTML {
        let fields = PlaybookRole.allCases.enumerated().map { number, role -> HTML in
            let stored = content.burden.first { $0.role == role }.map { String($0.minutes) } ?? ""
            return """
                <div class="field"><label for="f-burden-\(number)">\(say(role.phrase))</label>\
                <input type="hidden" name="burden-\(number)-role" value="\(role.rawValue)">\
                <input class="in" id="f-burden-\(number)" name="burden-\(number)-minutes" inputmode="numeric" value="\(cell("burden-\(number)-minutes", stored))"></div>
                """
        }
        return list(.burden, "<div class=\"pbmin\">\(fields)</div>")
    }

    private var linkRows: HTML {
        let rows = (0..<count("links", content.links.count, spare: 2, most: Playbook.Content.mostLinks)).map {
            number -> HTML in
            let link = number < content.links.count ? content.links[number] : nil
            let name = say(Phrase(fr: "Lien \(number + 1)", en: "Link \(number + 1)"))
            return """
                <li><input class="in" name="links-\(number)-title" value="\(cell("links-\(number)-title", link?.title ?? ""))" \
                aria-label="\(name) : \(say(Phrase(fr: "nom", en: "name")))" placeholder="\(say(Phrase(fr: "Nom", en: "Name")))">\
                <input class="in" name="links-\(number)-address" value="\(cell("links-\(number)-address", link?.address ?? ""))" \
                aria-label="\(name) : \(say(Phrase(fr: "adresse", en: "address")))" placeholder="https://"></li>
                """
        }
        return list(.links, "<ul class=\"pbrows two\">\(rows)</ul>")
    }

    private var last: HTML {
        """
        <div class="g3">\(form.control(.metricName))\(form.control(.metricThreshold))\
        \(person(.metricOwner, content.metric?.owner))</div>
        \(form.control(.exitRule))\(form.control(.reentryRule))
        \(playbook == nil ? "" : form.control(.note))
        """
    }
}
