import HTML
import Rouage
import Storage

enum TeamViews {
    static func page(_ visit: Visit, _ unit: Rouage.Unit) throws -> Answer {
        let say = visit.say
        var sections = HTML()
        if let cycle = visit.cycle {
            let lines = try visit.reading.dependencyLines(of: unit.id, in: cycle.id)
            let asked = lines.filter { $0.askingTeam == unit.id }
            let owed = lines.filter { $0.givingTeam == unit.id }
            sections.append(DependencyTableViews.table(visit, say(Phrase(fr: "Attend", en: "Waits for")), asked))
            sections.append(DependencyTableViews.table(visit, say(Phrase(fr: "Doit", en: "Owes")), owed))
        }
        let people = visit.organisation.members(of: unit.id).compactMap { visit.organisation.people[$0.person] }
            .sorted { $0.name < $1.name }
        let rows = people.map { person -> HTML in
            "<li><b>\(person.name)</b> <span class=\"q\">\(person.job)</span></li>"
        }
        let body: HTML = """
            <h1>\(unit.name)</h1><p class="lede">\(visit.organisation.tribe(of: unit.id)?.name ?? "")</p>\(sections)
            <section class="sec" aria-labelledby="h-p"><header><h2 id="h-p">\
            \(say(Phrase(fr: "Personnes", en: "People")))</h2><p>\(people.count)</p></header><ul class="plain">\(rows)</ul></section>
            """
        return Layout.page(visit, title: unit.name, section: .people, body)
    }

    static func all(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Équipes et personnes", en: "Teams and people"))
        let top = visit.organisation.units.values.filter { $0.parent == nil }.sorted { $0.name < $1.name }
        return Layout.page(
            visit, title: title, section: .people,
            "<h1>\(title)</h1><ul class=\"tree\">\(top.map { branch(visit, $0) })</ul>")
    }

    private static func branch(_ visit: Visit, _ unit: Rouage.Unit) -> HTML {
        let children = visit.organisation.children(of: unit.id).compactMap { visit.organisation.units[$0] }
        let below: HTML = children.isEmpty ? "" : "<ul>\(children.map { branch(visit, $0) })</ul>"
        return "<li><a href=\"/teams/\(unit.code)\">\(unit.name)</a>\(below)</li>"
    }
}
