import HTML
import Rouage
import Storage
import WebCore

/// The department as a tree of its units, and its people as a list that can be searched.
struct PeoplePage {
    let visit: Visit
    private var organisation: Organisation { visit.organisation }

    static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().readsDirectory else {
            return Layout.forMembers(visit, .people)
        }
        return PeoplePage(visit: visit).answer()
    }

    private var question: String { visit.exchange.query["q"] ?? "" }
    private var craft: Craft? { visit.exchange.query["craft"].flatMap(Craft.init) }

    private func answer() -> Answer {
        let say = visit.say
        let title = say(Phrase(fr: "Équipes et personnes", en: "Teams and people"))
        let active = organisation.people.values.filter(\.active).count
        let teams = organisation.teams.filter { $0.sort == .team }.count
        let lede = Phrase(
            fr: "\(active) personnes dans \(teams) feature teams.", en: "\(active) people in \(teams) feature teams.")
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1><p class="lede">\(say(lede))</p></div>\(acts)</header>
            <div class="duo org"><section class="sec" aria-labelledby="h-u"><header><h2 id="h-u">\
            \(say(Phrase(fr: "Unités", en: "Units")))</h2></header><div id="units" data-live-part>\(tree)</div></section>
            <section class="sec" aria-labelledby="h-p"><header><h2 id="h-p">\(say(Phrase(fr: "Personnes", en: "People")))</h2>\
            <p>\(found.count)</p></header>\(search)<div id="people" data-live-part>\(people)</div></section></div>
            """
        return Layout.page(visit, title: title, page: .people, live: "unit:*,person:*,membership:*", body)
    }

    private var acts: HTML {
        guard let actor = visit.actor, actor.may(.editOrganisation(nil)) else { return "" }
        return """
            <div class="acts"><a class="btn" href="/people/new">\(Part.icon("plus"))\
            \(visit.say(Phrase(fr: "Ajouter une personne", en: "Add a person")))</a>\
            <a class="btn" href="/teams/new">\(visit.say(Phrase(fr: "Fonder une unité", en: "Found a unit")))</a></div>
            """
    }

    private var tree: HTML {
        guard !organisation.units.isEmpty else {
            let words = Phrase(
                fr: "Aucune unité encore. Chargez vos fichiers, ou fondez le département ici.",
                en: "No unit yet. Load your files, or found the department here.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        return UnitTree(visit: visit, organisation: organisation).html
    }

    private var search: HTML {
        let parts = FormParts(visit, prefix: "pp", isSent: false)
        let crafts = Craft.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        return """
            <form class="row" method="get" action="/people" role="search">\
            \(parts.text("q", Phrase(fr: "Nom, fonction ou équipe", en: "Name, job or team"), stored: question, type: "search"))\
            \(parts.select("craft", Phrase(fr: "Métier", en: "Craft"), stored: craft?.rawValue ?? "", crafts, empty: Phrase(fr: "Tous", en: "All")))\
            <button class="btn s">\(visit.say(Phrase(fr: "Chercher", en: "Search")))</button></form>
            """
    }

    /// Everyone who holds all the words in their name, job or teams, whatever the accents; by name.
    private var found: [Person] {
        let words = Folding.fold(String(question.prefix(100))).split(separator: " ")
        let fitting = organisation.people.values.filter { person in
            guard person.active, craft == nil || person.craft == craft else { return false }
            if words.isEmpty { return true }
            let text = Folding.fold(
                "\(person.name) \(person.job) \(teams(of: person).map(\.name).joined(separator: " "))")
            return words.allSatisfy { text.contains($0) }
        }
        return fitting.map { (Folding.fold($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func teams(of person: Person) -> [Rouage.Unit] {
        organisation.memberships(of: person.id).compactMap { organisation.units[$0.unit] }.sorted { $0.name < $1.name }
    }

    private var people: HTML {
        let found = self.found
        guard !found.isEmpty else {
            let words = Phrase(
                fr: "Personne de ce nom. Essayez le début du nom, ou celui d’une équipe.",
                en: "Nobody of that name. Try the beginning of the name, or a team’s.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        func head(_ fr: String, _ en: String) -> HTML { "<th scope=\"col\">\(visit.say(Phrase(fr: fr, en: en)))</th>" }
        let label = visit.say(Phrase(fr: "Personnes", en: "People"))
        return """
            <table class="t fold"><caption class="vh">\(label)</caption><thead><tr>\(head("Nom", "Name"))\(head("Métier", "Craft"))\
            \(head("Équipes", "Teams"))</tr></thead><tbody>\(found.prefix(Self.shown).map(row))</tbody></table>\(rest(found.count - Self.shown))
            """
    }

    private static let shown = 60

    private func rest(_ count: Int) -> HTML {
        guard count > 0 else { return "" }
        let words = Phrase(
            count: count, fr: ("Et % autre : cherchez son nom.", "Et % autres : cherchez un nom ou une équipe."),
            en: ("And % more: search by name.", "And % more: search by name or team."))
        return "<p class=\"note\">\(visit.say(words))</p>"
    }

    private func row(_ person: Person) -> HTML {
        let teams = teams(of: person).map { unit -> HTML in "<a href=\"/teams/\(unit.code.inAddress)\">\(unit.name)</a>"
        }
        let job: HTML = person.job.isBlank ? "" : " <small class=\"q\">\(person.job)</small>"
        return """
            <tr><th scope="row"><a href="/people/\(person.id.description)">\(person.name)</a>\(job)</th>\
            <td>\(visit.say(person.craft.phrase))</td><td>\(teams.joined(", "))</td></tr>
            """
    }
}
