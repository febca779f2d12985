import HTML
import Rouage
import Storage
import WebCore
import WebQuarter
import WebQuarter

/// What a team does in a quarter: its briefings, what it waits for and owes, its tribe's own fields.
struct TeamWork {
    let visit: Visit
    let unit: Rouage.Unit
    let cycle: Cycle

    private static let shown = 8

    func html() throws -> HTML {
        let known = try visit.lines(of: cycle)
        let lines = known.dependencies
        let answerable: [Dependency] = try mine() ? visit.reading.records(known.awaiting([unit.id])) : []
        let table = DependencyTable(visit, answerable: answerable, risks: try visit.risks(of: cycle))
        let asked = Phrase(fr: "Attend", en: "Waits for")
        let owed = Phrase(fr: "Doit", en: "Owes")
        return """
            \(try briefings())<div id="dependencies" data-live-part>\
            \(side(table, lines.filter { $0.askingTeam == unit.id }, asked, "asking"))\
            \(side(table, lines.filter { $0.givingTeam == unit.id }, owed, "giving"))</div>\(try fields())
            """
    }

    private func mine() throws -> Bool {
        let actor = try visit.signedIn()
        return actor.belongs(to: unit.id) || actor.leads(unit.id)
    }

    private func briefings() throws -> HTML {
        let briefings: [Briefing] = try visit.reading.briefings(of: unit.id, in: cycle.id)
            .filter { try visit.opens($0) }
        let rows = briefings.map { briefing -> HTML in
            """
            <tr><th scope="row"><a href="\(visit.dated("/briefings/\(briefing.id)"))">\(visit.title(of: briefing))</a></th>\
            <td>\(visit.name(briefing.owner))</td><td>\(Part.status(visit.say(briefing.state.phrase), briefing.state.dial))</td></tr>
            """
        }
        let title = Phrase(
            fr: "Briefings du \(cycle.shortName(.french))", en: "Briefings of \(cycle.shortName(.english))")
        let empty = Phrase(
            fr: "Pas encore de briefing pour le \(cycle.name(.french)).",
            en: "No briefing for \(cycle.name(.english)) yet.")
        let content: HTML =
            rows.isEmpty
            ? "<div class=\"empty\"><p>\(visit.say(empty))</p></div>" : briefingTable(rows, visit.say(title))
        return """
            <section class="sec" id="briefings" data-live-part><header><h2>\(visit.say(title))</h2>\
            <p>\(briefings.count)</p></header>\(content)</section>
            """
    }

    private func briefingTable(_ rows: [HTML], _ label: String) -> HTML {
        func head(_ fr: String, _ en: String) -> HTML { "<th scope=\"col\">\(visit.say(Phrase(fr: fr, en: en)))</th>" }
        return """
            <table class="t fold"><caption class="vh">\(label)</caption><thead><tr>\(head("Initiative", "Initiative"))\
            \(head("Responsable", "Owner"))\(head("État", "State"))</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func side(_ table: DependencyTable, _ lines: [DependencyLine], _ title: Phrase, _ side: String) -> HTML {
        let words = visit.say(title)
        let alive = lines.filter { $0.state != .withdrawn }
        let empty =
            side == "asking"
            ? Phrase(fr: "L’équipe n’attend rien de personne.", en: "The team waits for nobody.")
            : Phrase(fr: "Personne n’attend rien de l’équipe.", en: "Nobody waits for the team.")
        let address = visit.dated(
            "/dependencies?cycle=\(cycle.label.inAddress)&team=\(unit.code.inAddress)&side=\(side)")
        let all: HTML =
            alive.count > Self.shown
            ? """
            <p class="end"><a href="\(address)">\(visit.say(Phrase(fr: "Les \(alive.count) dépendances", en: "All \(alive.count) dependencies")))</a></p>
            """ : ""
        return """
            <section class="sec"><header><h2>\(words)</h2><p>\(alive.count)</p>\(all)</header>\
            \(alive.isEmpty ? "<div class=\"empty\"><p>\(visit.say(empty))</p></div>" : table.html(Array(alive.prefix(Self.shown)), label: words))</section>
            """
    }

    private func fields() throws -> HTML {
        guard let tribe = visit.organisation.tribe(of: unit.id) else { return "" }
        let fields: [TribeField] = try visit.reading.records(where: "tribe = \(tribe.id) ORDER BY position")
        guard !fields.isEmpty else { return "" }
        let items = fields.map { field -> HTML in
            "<li>\(visit.language == .french ? field.labelFr : field.labelEn)</li>"
        }
        let title = Phrase(fr: "Champs de la Tribe \(tribe.name)", en: "Fields of the \(tribe.name) tribe")
        return """
            <section class="sec"><header><h2>\(visit.say(title))</h2></header><ul class="plain">\(items)</ul></section>
            """
    }
}
