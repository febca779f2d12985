import HTML
import Rouage
import Storage
import WebCore

/// Which incidents the list shows: not closed yet, of a severity, a team, a quarter.
struct IncidentFilter {
    static let most = 40

    private let visit: Visit
    private let onlyOpen: Bool
    private let severity: Incident.Severity?
    private let team: Identifier<Rouage.Unit>?
    private let quarter: Quarter?
    private let quarters: [Quarter]
    /// Whether the whole list is shown.
    let isAll: Bool

    init(_ visit: Visit) throws {
        self.visit = visit
        let query = visit.exchange.query
        onlyOpen = query["open"] == "true"
        severity = query["severity"].flatMap(Incident.Severity.init)
        team = query["team"].flatMap { visit.organisation.unitsByCode[$0] }
        isAll = query["all"] == "true"
        var known = [try visit.reading.calendarQuarter(of: visit.today)]
        while known.count < 8, let last = known.last { known.append(last.previous) }
        quarters = known
        quarter = known.first { $0.label == query["quarter"] }
    }

    func fits(_ incident: Incident) -> Bool {
        if onlyOpen && incident.state == .closed { return false }
        if let severity, incident.severity != severity { return false }
        if let team, !incident.teams.contains(team) { return false }
        return quarter.map { $0.days.contains(incident.startedOn) } ?? true
    }

    private func chip(_ name: String, _ value: String, _ phrase: Phrase, isChosen: Bool) -> HTML {
        let tick = isChosen ? Part.icon("check") : ""
        return """
            <a class="chip" href="\(visit.address(with: name, isChosen ? nil : value))#all"\(" aria-current=\"true\"", if: isChosen)>\(tick)\(visit.say(phrase))</a>
            """
    }

    var html: HTML {
        let parts = FormParts(visit, prefix: "by", isSent: false)
        let severities = Incident.Severity.allCases.map {
            chip("severity", $0.rawValue, $0.phrase, isChosen: $0 == severity)
        }
        let teams = visit.organisation.teams.filter(\.sort.delivers).map { ($0.code, $0.name) }
        let all = Phrase(fr: "Toutes", en: "All")
        let kept: HTML =
            (onlyOpen ? "<input type=\"hidden\" name=\"open\" value=\"true\">" : "") as HTML
            + (severity.map { "<input type=\"hidden\" name=\"severity\" value=\"\($0.rawValue)\">" as HTML } ?? "")
        return """
            <div class="incfl noprint"><nav class="chips" aria-label="\(visit.say(Phrase(fr: "Filtrer", en: "Filter")))">\
            \(chip("open", "true", Phrase(fr: "Pas encore clos", en: "Not closed yet"), isChosen: onlyOpen))\(severities)</nav>\
            <form class="row" action="/incidents#all">\(kept)\
            \(parts.select("team", Phrase(fr: "Équipe", en: "Team"), stored: visit.code(team) ?? "", teams, empty: all))\
            \(parts.select("quarter", Phrase(fr: "Trimestre", en: "Quarter"), stored: quarter?.label ?? "", quarters.map { ($0.label, $0.name(visit.language)) }, empty: Phrase(fr: "Tous", en: "All")))\
            <button class="btn">\(visit.say(Phrase(fr: "Filtrer", en: "Filter")))</button></form></div>
            """
    }
}
