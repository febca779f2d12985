import HTML
import Rouage
import Storage
import WebCore

/// The circular waits of a quarter, told first: who waits for whom, and who settles it.
struct WaitBanner {
    private let visit: Visit
    private let lines: [Identifier<Dependency>: DependencyLine]
    private let waits: [CircularWait]

    /// - Parameter risks: those of the quarter; circles that the teams have settled are not told.
    init(visit: Visit, risks: CycleRisks) {
        self.visit = visit
        let lines = risks.lines
        let found = risks.circularWaits.filter { !$0.isAgreed }
        waits = found
        let told = Set(found.flatMap(\.circle))
        self.lines = Dictionary(
            uniqueKeysWithValues: told.isEmpty ? [] : lines.filter { told.contains($0.id) }.map { ($0.id, $0) })
    }

    /// `, 1 attente circulaire` behind the counts of the page.
    var count: HTML {
        guard !waits.isEmpty else { return "" }
        let phrase = Phrase(
            count: waits.count, fr: ("% attente circulaire", "% attentes circulaires"),
            en: ("% circular wait", "% circular waits"))
        return ", \(visit.say(phrase))"
    }

    /// One banner at most is red; the rest of the circles follow in it.
    var html: HTML {
        guard let first = waits.first else { return "" }
        let tone: HTML = first.sort == .deadlock ? "stop" : "warn"
        let label = visit.say(Phrase(fr: "Attentes circulaires", en: "Circular waits"))
        return """
            <div class="banner \(tone)" role="region" aria-label="\(label)">\(Part.icon("loop"))\
            <div>\(waits.prefix(3).map(sentences))</div>\(link)</div>
            """
    }

    /// The strings of the circles on the board.
    private var link: HTML {
        let cycle = visit.cycle?.label ?? ""
        let count = Phrase(
            count: lines.count, fr: ("Voir cette dépendance", "Voir les %"), en: ("See the dependency", "See all %"))
        return """
            <div class="acts noprint"><a class="btn s" href="/board?cycle=\(cycle.inAddress)&amp;circle=1">\(visit.say(count))</a></div>
            """
    }

    private func sentences(_ wait: CircularWait) -> HTML {
        let name: Phrase
        let effect: Phrase
        switch wait.sort {
        case .deadlock:
            name = Phrase(fr: "Attente circulaire.", en: "Circular wait.")
            effect = Phrase(fr: "Personne ne peut commencer.", en: "Nobody can start.")
        case .mutual:
            name = Phrase(fr: "Attente entre équipes.", en: "Teams wait for one another.")
            effect = Phrase(
                fr: "Si c’est pour la même chose, personne ne peut commencer.",
                en: "If it is for the same thing, nobody can start.")
        }
        return """
            <p><b>\(visit.say(name))</b> \(chain(wait)). \(visit.say(effect))</p><p>\(visit.say(settle(wait)))</p>
            """
    }

    /// « Congés attend Pointage, qui attend Plannings, qui attend Congés », each wait a link to its dependency.
    private func chain(_ wait: CircularWait) -> HTML {
        var words: HTML = "\(visit.name(wait.teams.first))"
        for (place, id) in wait.circle.enumerated() {
            let next = visit.name(lines[id]?.givingTeam)
            let verb =
                place == 0
                ? Phrase(fr: "attend", en: "waits for") : Phrase(fr: "qui attend", en: "which waits for")
            words.append(
                "\(place == 0 ? " " : ", ")\(visit.say(verb)) <a href=\"/dependencies/\(id.description)\">\(next)</a>")
        }
        return words
    }

    private func settle(_ wait: CircularWait) -> Phrase {
        let leads = visit.organisation.leadsToSettle(between: wait.teams).map { visit.name($0) }
        guard !leads.isEmpty else {
            return Phrase(
                fr: "À trancher : changer une date, découper, ou retirer une demande.",
                en: "To settle: change a date, split, or withdraw a request.")
        }
        let names = leads.joined(separator: ", ")
        let isOne = leads.count == 1
        return Phrase(
            fr: "\(names) \(isOne ? "tranche" : "tranchent") : changer une date, découper, ou retirer une demande.",
            en: "\(names) \(isOne ? "settles" : "settle") it: change a date, split, or withdraw a request.")
    }
}
