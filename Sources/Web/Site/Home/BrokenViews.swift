import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// Tells who waits that a promise was broken: they hear it here, and not from a date that passes.
enum BrokenViews {
    private static let most = 3

    static func note(_ home: Home) -> HTML {
        let teams = Set(home.standpoint.teams.map(\.id))
        let broken = home.needs.filter { $0.state == .broken && teams.contains($0.askingTeam) }
        guard !broken.isEmpty else { return "" }
        let visit = home.visit
        let lines = broken.prefix(most).map { need -> HTML in
            let giver = need.givingTeam.map { visit.name($0) } ?? need.externalParty
            let day = need.committedFor ?? need.neededBy
            let what = need.what.shortened(to: 80)
            let words = Phrase(
                fr: "\(giver) n’a pas tenu sa promesse du \(day.inFrench) : « \(what) ».",
                en: "\(giver) did not keep its promise for \(day.inEnglish): “\(what)”.")
            let act = Phrase(fr: "Voir ensemble la suite", en: "See together what comes next")
            return """
                <p>\(visit.say(words)) <a href="/dependencies/\(need.id.description)">\(visit.say(act))</a></p>
                """
        }
        let rest = broken.count - lines.count
        let more: HTML =
            rest == 0
            ? ""
            : """
            <p><a href="/dependencies?side=asking">\(visit.say(Phrase(count: rest, fr: ("Une autre promesse rompue", "% autres promesses rompues"), en: ("Another broken promise", "% more broken promises"))))</a></p>
            """
        return "<div class=\"banner\">\(Part.icon("alert"))<div>\(Array(lines))\(more)</div></div>"
    }
}
