import HTML
import Rouage
import Storage
import WebCore

/// Every playbook, who carries it, what it asks of people and which are due for a review.
struct LibraryPage {
    let visit: Visit
    let actor: Actor
    let standings: [PlaybookStanding]
    private let category: Playbook.Category?
    private let carrier: Playbook.Carrier?
    private let onlyDue: Bool
    private let withRetired: Bool

    init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        standings = try visit.reading.standings(of: visit.reading.playbooks(), in: visit.organisation)
        let query = visit.exchange.query
        category = query["category"].flatMap(Playbook.Category.init(rawValue:))
        carrier = query["carried_by"].flatMap(Playbook.Carrier.init(rawValue:))
        onlyDue = query["due"] == "true"
        withRetired = query["retired"] == "true"
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private static let title = Phrase(fr: "Comment nous travaillons", en: "How we work here")

    var answer: Answer {
        let mayWrite = actor.may(.playbook(.write(owner: actor.id)))
        let new: HTML =
            mayWrite
            ? "<a class=\"btn\" href=\"/playbooks/new\">\(Part.icon("plus"))\(say(Phrase(fr: "Écrire un process", en: "Write a playbook")))</a>"
            : ""
        let body: HTML = """
            <div class="pb">\(Part.refusal(visit))<header class="head"><div><h1>\(say(Self.title))</h1><p class="lede">\(say(lede))</p></div>
            <div class="acts noprint">\(new)</div></header>
            \(standings.isEmpty ? "" : filters)\(list)\(standings.isEmpty ? "" : budget)\(starters)</div>
            """
        return Layout.page(visit, title: say(Self.title), page: .playbooks, live: "playbook:*,occurrence:*", body)
    }

    private var lede: Phrase {
        let running = standings.filter(\.playbook.state.isAsked)
        let carried = running.count { $0.playbook.carriedBy == .organisation }
        let all = Phrase(
            count: running.count, fr: ("% process en vigueur", "% process en vigueur"),
            en: ("% playbook in force", "% playbooks in force"))
        let own = Phrase(
            count: carried, fr: ("% porté par l’organisation", "% portés par l’organisation"),
            en: ("% carried by the organisation", "% carried by the organisation"))
        return Phrase(
            fr: "\(all(.french)), dont \(own(.french)). Chacun dit pourquoi il existe et quand il s’arrête.",
            en: "\(all(.english)), \(own(.english)). Each says why it exists and when it stops.")
    }

    // MARK: Filters

    private func chip(_ name: String, _ value: String?, _ phrase: Phrase, isChosen: Bool) -> HTML {
        let tick = isChosen ? Part.icon("check") : ""
        return """
            <a class="chip" href="\(visit.address(with: name, value))"\(" aria-current=\"true\"", if: isChosen)>\(tick)\(say(phrase))</a>
            """
    }

    private var filters: HTML {
        let known = Set(standings.map(\.playbook.content.category))
        let families = Playbook.Category.allCases.filter(known.contains).map {
            chip("category", $0 == category ? nil : $0.rawValue, $0.phrase, isChosen: $0 == category)
        }
        let carriers = Playbook.Carrier.allCases.map {
            chip("carried_by", $0 == carrier ? nil : $0.rawValue, $0.phrase, isChosen: $0 == carrier)
        }
        let due = chip(
            "due", onlyDue ? nil : "true", Phrase(fr: "À revoir", en: "Due for review"), isChosen: onlyDue)
        let retired = chip(
            "retired", withRetired ? nil : "true", Phrase(fr: "Aussi les arrêtés", en: "Retired too"),
            isChosen: withRetired)
        return """
            <nav class="pbfl noprint" aria-label="\(say(Phrase(fr: "Filtrer", en: "Filter")))"><div class="chips">\(families)</div>\
            <div class="chips">\(carriers)\(due)\(retired)</div></nav>
            """
    }

    private func isShown(_ standing: PlaybookStanding) -> Bool {
        let playbook = standing.playbook
        if playbook.state == .retired && !withRetired { return false }
        if let category, playbook.content.category != category { return false }
        if let carrier, playbook.carriedBy != carrier { return false }
        return !onlyDue || playbook.isDue(on: visit.today)
    }

    // MARK: List

    private var list: HTML {
        let shown = standings.filter(isShown)
        if standings.isEmpty {
            let lead = Phrase(fr: "Rien n’est encore écrit.", en: "Nothing is written yet.")
            let how = Phrase(
                fr: "Six process de départ sont prêts ci-dessous, utilisables tels quels. Un clic, puis adaptez-les.",
                en: "Six starters are ready below, usable as they are. One click, then make them yours.")
            return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
        }
        guard !shown.isEmpty else {
            let none = Phrase(
                fr: "Aucun process de ce genre. Retirez un filtre pour en voir plus.",
                en: "No playbook like this. Remove a filter to see more.")
            return "<div class=\"empty\"><p>\(say(none))</p></div>"
        }
        let heads: [(Phrase, Bool)] = [
            (Phrase(fr: "Process", en: "Playbook"), false), (Phrase(fr: "Responsable", en: "Owner"), false),
            (Phrase(fr: "Porté par", en: "Carried by"), false), (Phrase(fr: "Autonomie", en: "Self-sustaining"), true),
            (Phrase(fr: "Dernière fois", en: "Last run"), false), (Phrase(fr: "À revoir", en: "Review"), false),
        ]
        let row = heads.map { "<th scope=\"col\"\(" class=\"num\"", if: $0.1)>\(say($0.0))</th>" as HTML }
        return """
            <section class="sec" id="library" data-live-part aria-labelledby="h-lib"><header><h2 id="h-lib">\(say(Phrase(fr: "Bibliothèque", en: "Library")))</h2>\
            <p>\(say(Phrase(count: shown.count, fr: ("% process", "% process"), en: ("% playbook", "% playbooks"))))</p></header>
            <table class="t fold pbt"><caption class="vh">\(say(Phrase(fr: "Les process, qui en répond et qui les porte", en: "Playbooks, who answers for them and who carries them")))</caption>\
            <thead><tr>\(row)</tr></thead><tbody>\(shown.map(self.row))</tbody></table></section>
            """
    }

    private func row(_ standing: PlaybookStanding) -> HTML {
        let playbook = standing.playbook
        let content = playbook.content
        func cell(_ label: Phrase, _ text: HTML, number: Bool = false) -> HTML {
            "<td\(" class=\"num\"", if: number) data-l=\"\(say(label))\">\(text)</td>"
        }
        let nobody = say(Phrase(fr: "Personne", en: "Nobody"))
        let owner: HTML =
            playbook.owner == nil ? "<span class=\"q\">\(nobody)</span>" : HTML(visit.name(playbook.owner))
        let last =
            standing.occurrences.last.map { visit.dates.short($0.heldOn) } ?? say(Phrase(fr: "jamais", en: "never"))
        let due: HTML =
            playbook.isDue(on: visit.today)
            ? Part.status(say(Phrase(fr: "À revoir", en: "Due")), ("swap", "warn"))
            : HTML(visit.dates.short(playbook.reviewOn))
        return """
            <tr><th scope="row"><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(content.title, playbook.language, visit))</a>\
            <small class="q">\(say(content.category.phrase)), \(say(content.cadence.phrase).uncapitalised) \(PlaybookParts.state(visit, playbook))</small></th>\
            \(cell(Phrase(fr: "Responsable", en: "Owner"), owner))\(cell(Phrase(fr: "Porté par", en: "Carried by"), PlaybookParts.carrier(visit, playbook)))\
            \(cell(Phrase(fr: "Autonomie", en: "Self-sustaining"), "<a href=\"/playbooks/\(playbook.id.description)/score\">\(standing.score.rounded)<span class=\"vh\"> \(say(Phrase(fr: "sur 100", en: "out of 100")))</span></a>", number: true))\
            \(cell(Phrase(fr: "Dernière fois", en: "Last run"), HTML(last)))\(cell(Phrase(fr: "À revoir", en: "Review"), due))</tr>
            """
    }

    // MARK: Budget

    private var budget: HTML {
        let budget = BurdenBudget(standings.map(\.playbook))
        guard !budget.roles.isEmpty else { return "" }
        let most = BurdenBudget.minutes
        let rows = budget.roles.map { role, minutes -> HTML in
            let over = minutes - most
            let word =
                over > 0
                ? Phrase(fr: "\(over) min de trop", en: "\(over) min too many")
                : Phrase(fr: "reste \(-over) min", en: "\(-over) min left")
            let bar = Part.bar(Double(minutes) / Double(most), visit.minutes(minutes))
            let state = over > 0 ? Part.status(say(word), ("alert", "stop")) : HTML(say(word))
            return """
                <tr><th scope="row">\(say(role.phrase))</th><td>\(bar)</td><td>\(state)</td></tr>
                """
        }
        let rule = Phrase(
            fr:
                "Minutes demandées à une personne par trimestre, tous les process en vigueur ensemble. Le budget est de \(most) min ; au-delà, seule la CPO met en vigueur.",
            en:
                "Minutes asked of one person in a quarter, all playbooks in force together. The budget is \(most) min; beyond it, only the CPO puts one in force."
        )
        return """
            <section class="sec" id="burden" aria-labelledby="h-bud"><header><h2 id="h-bud">\(say(Phrase(fr: "Charge demandée", en: "Burden")))</h2>\
            <p>\(say(rule))</p></header><table class="t pbbud"><caption class="vh">\(say(rule))</caption><thead><tr>\
            <th scope="col">\(say(Phrase(fr: "Métier", en: "Role")))</th><th scope="col">\(say(Phrase(fr: "Demandé", en: "Asked")))</th>\
            <th scope="col">\(say(Phrase(fr: "Sur le budget", en: "Of the budget")))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    // MARK: Starters

    /// Those that are not there yet, for who may write one.
    private var starters: HTML {
        let refs = Set(standings.map(\.playbook.ref))
        let left = PlaybookStarters.all(visit.language).filter { !refs.contains($0.key) }
        guard !left.isEmpty, actor.may(.playbook(.write(owner: actor.id))) else { return "" }
        let rows = left.map { starter -> HTML in
            let steps = Phrase(
                count: starter.content.steps.count, fr: ("% étape", "% étapes"), en: ("% step", "% steps"))
            return """
                <li><div><b>\(starter.content.title)</b><p>\(starter.content.why)</p><p class="note">\(say(steps)), \(say(starter.content.cadence.phrase).uncapitalised)</p></div>\
                <form method="post" action="/playbook-starters/\(starter.key)">\(Part.csrf(visit))<input type="hidden" name="language" value="\(visit.language.rawValue)">\
                <button class="btn s">\(Playbook.installing.making(visit))<span class="vh"> : \(starter.content.title)</span></button></form></li>
                """
        }
        let rule = Phrase(
            fr: "Écrits pour servir tels quels. Installer en fait une ébauche dont vous répondez.",
            en: "Written to be used as they are. Installing makes a draft that you own.")
        return """
            <section class="sec noprint" id="starters" aria-labelledby="h-st"><header><h2 id="h-st">\(say(Phrase(fr: "Pour commencer", en: "To begin with")))</h2>\
            <p>\(say(rule))</p></header><ul class="plain pbst">\(rows)</ul></section>
            """
    }
}
