import HTML
import Rouage
import Storage

enum HomeViews {
    static func page(_ visit: Visit) throws -> Answer {
        guard let cycle = visit.preparing ?? visit.running else { return Layout.noCycle(visit) }
        let actor = try visit.signedIn()
        let teams = actor.teams.filter(\.sort.delivers)
        let sections = try teams.map { team -> HTML in
            let lines = try visit.reading.dependencyLines(of: team.id, in: cycle.id).filter { $0.state.isOpen }
            let waits = lines.filter { $0.askingTeam == team.id }
            let owes = lines.filter { $0.givingTeam == team.id }
            return """
                \(HomeViews.table(visit, visit.say(Phrase(fr: "\(team.name) attend", en: "\(team.name) waits for")), waits))\
                \(HomeViews.table(visit, visit.say(Phrase(fr: "\(team.name) doit", en: "\(team.name) owes")), owes))
                """
        }
        let title = sentence(visit, cycle)
        let body: HTML = "<h1>\(title)</h1>\(sections)"
        return Layout.page(
            visit, title: visit.say(Phrase(fr: "La colonne", en: "The column")), section: .home, live: "dependency:*",
            body)
    }

    private static func sentence(_ visit: Visit, _ cycle: Cycle) -> String {
        let day = visit.dates.weekdayLong(visit.today)
        let (event, date): (Phrase, Day) =
            switch cycle.state(on: visit.today) {
            case .planned, .drafting:
                (Phrase(fr: "Les ébauches du", en: "Drafts of"), cycle.phases.draftsDue)
            case .aligning: (Phrase(fr: "Le gel du", en: "The freeze of"), cycle.phases.freeze)
            case .frozen: (Phrase(fr: "La présentation du", en: "The presentation of"), cycle.phases.presentation)
            case .presented, .running, .closed: (Phrase(fr: "Le départ du", en: "The start of"), cycle.start)
            }
        let left = date - visit.today
        let name = cycle.shortName(visit.language)
        let phrase = Phrase(
            fr: "\(day.prefix(1).uppercased() + day.dropFirst()). \(event(.french)) \(name) : dans \(left) jours.",
            en: "\(day). \(event(.english)) \(name) is \(left) days away.")
        return visit.say(phrase)
    }

    private static func table(_ visit: Visit, _ title: String, _ lines: [DependencyLine]) -> HTML {
        """
        <section class="sec"><header><h2>\(title)</h2><p>\(lines.count)</p></header>\
        \(DependencyTable(visit).html(lines, label: title))</section>
        """
    }
}
