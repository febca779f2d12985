import HTML
import Rouage
import WebCore

/// The form in which a playbook is written; it works without a script: empty rows wait at the end of each list.
struct PlaybookEditPage {
    private let visit: Visit
    private let playbook: Playbook?
    private let parts: FormParts
    private let content: Playbook.Content

    init(_ visit: Visit, _ playbook: Playbook?) {
        self.visit = visit
        self.playbook = playbook
        parts = FormParts(visit)
        content = playbook?.content ?? Playbook.Content(title: "", category: .other, why: "")
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    static let title = Phrase(fr: "Titre", en: "Title")
    static let why = Phrase(fr: "Pourquoi cela existe", en: "Why it exists")
    static let owner = Phrase(fr: "Responsable", en: "Owner")
    static let deputy = Phrase(fr: "Suppléant·e", en: "Deputy")
    static let authors = Phrase(fr: "Coauteurs", en: "Co-authors")
    static let steps = Phrase(fr: "Étapes", en: "Steps")
    static let burden = Phrase(fr: "Charge demandée", en: "Burden")
    static let links = Phrase(fr: "Modèles et liens", en: "Templates and links")
    static let exit = Phrase(fr: "Quand s’arrêter", en: "When to stop")
    static let reentry = Phrase(fr: "Quand Product Ops revient", en: "When Product Ops come back")
    static let trigger = Phrase(fr: "Ce qui le déclenche", en: "What triggers it")
    static let metric = Phrase(fr: "Ce que l’on regarde", en: "What is looked at")
    static let threshold = Phrase(fr: "Seuil à partir duquel on agit", en: "Threshold from which you act")
    static let metricOwner = Phrase(fr: "Qui le regarde", en: "Who looks at it")
    static let category = Phrase(fr: "Famille", en: "Family")
    static let cadence = Phrase(fr: "Cadence", en: "Cadence")
    static let language = Phrase(fr: "Langue du texte", en: "Language of the text")
    static let review = Phrase(fr: "À revoir le", en: "Review on")
    private static let note = Phrase(fr: "Ce qui change, et pourquoi", en: "What changes, and why")

    private static let labels: [(String, Phrase)] = [
        ("title", title), ("why", why), ("owner", owner), ("deputy", deputy), ("co_authors", authors),
        ("steps", steps), ("burden", burden), ("links", links), ("exit_rule", exit), ("reentry_rule", reentry),
        ("trigger", trigger), ("metric_name", metric), ("metric_threshold", threshold), ("metric_owner", metricOwner),
        ("review_on", review), ("note", note), ("teams", .teams),
    ]

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
            \(parts.summary(Phrase(fr: "Rien n’est enregistré.", en: "Nothing was saved."), Self.labels))\(meanwhile)
            <form class="frm pbform" method="post" action="\(address)">\(Part.csrf(visit))\(version)\(people)
            \(first)\(stepRows)\(burdenRows)\(linkRows)\(last)
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button>\
            <a class="btn low" href="\(address)">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(heading), page: .playbooks, body)
    }

    private var meanwhile: HTML {
        guard let playbook, visit.refusal == .outdated, let typed = try? PlaybookForm(visit).draft(of: playbook) else {
            return ""
        }
        let fields = PlaybookFields(visit: visit)
        return Meanwhile(
            visit: visit, record: playbook.id.description, stored: fields.all(of: playbook.draft),
            typed: fields.all(of: typed)
        ).html
    }

    private var people: HTML { Part.peopleList(visit) }

    private var first: HTML {
        let categories = Playbook.Category.allCases.map { ($0.rawValue, say($0.phrase)) }
        let cadences = Playbook.Cadence.allCases.map { ($0.rawValue, say($0.phrase)) }
        let languages = [("fr", "Français"), ("en", "English")]
        let whyHint = Phrase(
            fr: "Ce qui n’allait pas avant, en une ou deux phrases. Cela se lit sur chaque écran du process.",
            en: "What was wrong before, in a sentence or two. It is read on each screen of the playbook.")
        return """
            \(parts.text("title", Self.title, stored: content.title))
            \(parts.area("why", Self.why, hint: whyHint, stored: content.why, limit: Playbook.Content.whyLimit))
            <div class="g3">\(parts.select("category", Self.category, stored: content.category.rawValue, categories))\
            \(parts.select("cadence", Self.cadence, stored: content.cadence.rawValue, cadences))\
            \(parts.select("language", Self.language, stored: (playbook?.language ?? visit.language).rawValue, languages))</div>
            \(parts.area("trigger", Self.trigger, stored: content.trigger, limit: Playbook.Content.textLimit))
            <div class="g3">\(person("owner", Self.owner, playbook == nil ? visit.actor?.id : playbook?.owner))\
            \(person("deputy", Self.deputy, playbook?.deputy))\
            \(parts.day("review_on", Self.review, stored: playbook?.reviewOn.description ?? "", from: visit.today + 1, to: visit.today + 400))</div>
            <input type="hidden" name="co_authors_listed" value="true">\
            \(parts.text("co_authors", Self.authors, hint: Phrase(fr: "Séparés par des virgules. Leur accord est demandé à la passation.", en: "Separated by commas. They agree at the hand-over."), stored: (playbook?.coAuthors ?? []).map { visit.nameInField($0) }.joined(separator: ", ")))
            \(teams)
            """
    }

    private var teams: HTML {
        let isBack = parts.isSent && visit.exchange.form["teams_listed"] != nil
        let chosen =
            isBack ? Set(visit.exchange.form.all("teams")) : Set((playbook?.teams ?? []).compactMap { visit.code($0) })
        let boxes = visit.organisation.teams.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        return """
            <details class="disc field"\(" open", if: !chosen.isEmpty)><summary>\(say(Phrase(fr: "Équipes concernées : toutes, sauf si vous en choisissez", en: "Teams concerned: all, unless you choose some")))\(Part.icon("down"))</summary>\
            <input type="hidden" name="teams_listed" value="true"><div class="opts">\(boxes)</div></details>
            """
    }

    private func person(_ name: String, _ label: Phrase, _ stored: Identifier<Person>?) -> HTML {
        parts.text(name, label, stored: visit.nameInField(stored), more: " list=\"pb-people\" autocomplete=\"off\"")
    }

    // MARK: Lists

    /// What was typed in a row that comes back, else what is stored.
    private func cell(_ name: String, _ stored: String) -> String {
        parts.isSent ? visit.exchange.form[name] ?? "" : stored
    }

    private func error(_ field: String) -> HTML {
        guard let flaw = parts.flaw(field) else { return "" }
        return "<p class=\"err\">\(Part.icon("alert"))\(say(flaw.reason.phrase))</p>"
    }

    private func count(_ list: String, _ stored: Int, spare: Int, most: Int) -> Int {
        let typed = parts.isSent ? (PlaybookForm.rows(visit.exchange.form, list).last ?? -1) + 1 : 0
        return min(max(typed, stored + spare), max(most, typed))
    }

    private var stepRows: HTML {
        let rows =
            (0..<count(
                "steps", content.steps.count, spare: content.steps.isEmpty ? 6 : 2, most: Playbook.Content.mostSteps))
            .map(stepRow)
        let hint = Phrase(
            fr: "Une étape bloquante arrête tout le reste tant qu’elle n’est pas faite. Une ligne vide disparaît.",
            en: "A blocking step stops the rest until it is done. An empty line goes away.")
        return """
            <fieldset class="field" id="f-steps"><legend>\(say(Self.steps))</legend><p class="hint">\(say(hint))</p>\(error("steps"))\
            <input type="hidden" name="steps_listed" value="true"><ol class="pbrows">\(rows)</ol></fieldset>
            """
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
        let hint = Phrase(
            fr: "Minutes par personne et par trimestre. Vide : rien n’est demandé.",
            en: "Minutes per person in a quarter. Empty: nothing is asked.")
        return """
            <fieldset class="field" id="f-burden"><legend>\(say(Self.burden))</legend><p class="hint">\(say(hint))</p>\(error("burden"))\
            <input type="hidden" name="burden_listed" value="true"><div class="pbmin">\(fields)</div></fieldset>
            """
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
        return """
            <fieldset class="field" id="f-links"><legend>\(say(Self.links))</legend>\(error("links"))\
            <input type="hidden" name="links_listed" value="true"><ul class="pbrows two">\(rows)</ul></fieldset>
            """
    }

    private var last: HTML {
        let change: HTML =
            playbook == nil
            ? ""
            : parts.area(
                "note", Self.note, hint: Phrase(fr: "Se lit à côté des éditions.", en: "Read beside the editions."),
                limit: PlaybookEdition.noteLimit)
        return """
            <div class="g3">\(parts.text("metric_name", Self.metric, stored: content.metric?.name ?? ""))\
            \(parts.text("metric_threshold", Self.threshold, stored: content.metric?.threshold ?? ""))\
            \(person("metric_owner", Self.metricOwner, content.metric?.owner))</div>
            \(parts.area("exit_rule", Self.exit, stored: content.exitRule, limit: Playbook.Content.textLimit))
            \(parts.area("reentry_rule", Self.reentry, stored: content.reentryRule, limit: Playbook.Content.textLimit))
            \(change)
            """
    }
}
