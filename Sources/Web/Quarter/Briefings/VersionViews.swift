import HTML
import Rouage
import Storage
package import WebCore

/// The versions of a page, and what changed from one to another, side by side.
package enum VersionViews {
    /// The versions open to the visitor: the team's own from the beginning, for others from the submission on.
    private static func open(_ visit: Visit, _ briefing: Briefing) throws -> [HistoryLine] {
        let lines = try visit.reading.history(of: briefing.id.description, limit: 1_000)
        if try visit.signedIn().may(.writeBriefing(briefing)) { return lines }
        let submitted = lines.last { $0.action == .submitted }?.version ?? 1
        return lines.filter { $0.version >= submitted }
    }

    package static func list(_ visit: Visit) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        let query = visit.exchange.query
        if let from = query["from"].flatMap(Int.init), let to = query["to"].flatMap(Int.init) {
            return .seeOther("/briefings/\(briefing.id)/versions/\(min(from, to))..\(max(from, to))")
        }
        let say = visit.say
        let lines = try open(visit, briefing)
        let title = say(Phrase(fr: "Versions", en: "Versions"))
        let oldest = lines.last?.version ?? 1
        let rows = lines.map { row(visit, briefing, $0, hasBefore: $0.version > oldest) }
        let body: HTML = """
            \(heading(visit, briefing, title))
            \(comparison(visit, lines))
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table class="t fold"><caption class="vh">\(title)</caption>\
            <thead><tr><th scope="col">Version</th><th scope="col">\(say(Phrase(fr: "Qui", en: "Who")))</th>\
            <th scope="col">\(say(Phrase(fr: "Quoi", en: "What")))</th><th scope="col">\(say(Phrase(fr: "Quand", en: "When")))</th>\
            <th scope="col">\(say(Phrase(fr: "Différences", en: "Differences")))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        return Layout.page(visit, title: "\(title), \(visit.title(of: briefing))", page: .briefings, body)
    }

    private static func heading(_ visit: Visit, _ briefing: Briefing, _ title: String) -> HTML {
        """
        <div class="head"><div><p class="over"><a href="/briefings/\(briefing.id.description)">\(visit.title(of: briefing))</a></p>\
        <h1>\(title)</h1></div></div>
        """
    }

    private static func row(_ visit: Visit, _ briefing: Briefing, _ line: HistoryLine, hasBefore: Bool) -> HTML {
        let say = visit.say
        let difference = say(Phrase(fr: "Depuis la \(line.version - 1)", en: "Since \(line.version - 1)"))
        let link: HTML =
            hasBefore
            ? "<a href=\"/briefings/\(briefing.id.description)/versions/\(line.version - 1)..\(line.version)\">\(difference)</a>"
            : ""
        let reason: HTML = line.reason.isEmpty ? "" : " <q>\(line.reason)</q>"
        return """
            <tr><th scope="row">\(line.version)</th><td data-l="\(say(Phrase(fr: "Qui", en: "Who")))">\(who(visit, line))</td>\
            <td data-l="\(say(Phrase(fr: "Quoi", en: "What")))">\(say(line.action.phrase))\(reason)</td>\
            <td data-l="\(say(Phrase(fr: "Quand", en: "When")))">\(visit.moment(line.at))</td>\
            <td data-l="\(say(Phrase(fr: "Différences", en: "Differences")))">\(link)</td></tr>
            """
    }

    private static func who(_ visit: Visit, _ line: HistoryLine) -> String {
        line.actor == nil ? "Rouage" : visit.name(line.actor)
    }

    private static func comparison(_ visit: Visit, _ lines: [HistoryLine]) -> HTML {
        guard lines.count > 1, let newest = lines.first?.version, let oldest = lines.last?.version else { return "" }
        let say = visit.say
        func select(_ name: HTML, _ label: Phrase, _ chosen: Int) -> HTML {
            let options = lines.map { line -> HTML in
                "<option value=\"\(line.version)\"\(" selected", if: line.version == chosen)>\(line.version), \(visit.moment(line.at))</option>"
            }
            return """
                <div class="field"><label for="\(name)">\(say(label))</label>\
                <select class="in" id="\(name)" name="\(name)">\(options)</select></div>
                """
        }
        return """
            <form class="row compare" action="?">\(select("from", Phrase(fr: "De la version", en: "From version"), oldest))\
            \(select("to", Phrase(fr: "à la version", en: "to version"), newest))\
            <button class="btn">\(say(Phrase(fr: "Comparer", en: "Compare")))</button></form>
            """
    }

    // MARK: Two versions side by side

    package static func pair(_ visit: Visit) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        let numbers = (visit.exchange.parameters["pair"] ?? "").split(separator: ".").compactMap { Int($0) }
        let lines = try open(visit, briefing)
        guard numbers.count == 2, let from = lines.first(where: { $0.version == numbers[0] }),
            let to = lines.first(where: { $0.version == numbers[1] }),
            let old = try visit.reading.version(from.version, of: briefing.id),
            let new = try visit.reading.version(to.version, of: briefing.id)
        else { throw Refusal.notFound }
        let fields = try visit.reading.tribeFields(of: briefing, in: visit.organisation)
        let axes: [Axis] = try visit.reading.records()
        let changes = changedParts(old, new).map { part in
            Differences.row(
                visit, part.phrase(fields), part.text(in: old.content, visit, axes),
                part.text(in: new.content, visit, axes))
        }
        let people = Differences.row(visit, Phrase(fr: "Avec", en: "With"), names(visit, old), names(visit, new))
        let state = Differences.row(
            visit, Phrase(fr: "État", en: "State"), visit.say(old.state.phrase), visit.say(new.state.phrase))
        let rows =
            changes + (old.contributors == new.contributors ? [] : [people]) + (old.state == new.state ? [] : [state])
        let title = visit.say(
            Phrase(
                fr: "De la version \(from.version) à la \(to.version)",
                en: "From version \(from.version) to \(to.version)"))
        let same = Phrase(
            fr: "Le texte est le même dans ces deux versions.", en: "The text is the same in these two versions.")
        let nothing: HTML = "<p class=\"note\">\(visit.say(same))</p>"
        let body: HTML = """
            \(heading(visit, briefing, title))
            <p class="note"><a href="/briefings/\(briefing.id.description)/versions">\
            \(visit.say(Phrase(fr: "Toutes les versions", en: "All versions")))</a></p>
            <div class="differences"><div class="dh">\(column(visit, from))\(column(visit, to))</div>\
            \(rows.isEmpty ? nothing : rows.joined())</div>
            """
        return Layout.page(visit, title: "\(title), \(visit.title(of: briefing))", page: .briefings, body)
    }

    private static func changedParts(_ old: Briefing, _ new: Briefing) -> [Briefing.Content.Part] {
        let keys = Set(old.tribeValues.keys).union(new.tribeValues.keys).sorted()
        var parts = Briefing.Text.Field.onThePage.filter { old.text[$0] != new.text[$0] }.map(
            Briefing.Content.Part.text)
        if old.text.sourceKind != new.text.sourceKind { parts.append(.sourceKind) }
        if old.owner != new.owner { parts.append(.owner) }
        if old.axis != new.axis { parts.append(.axis) }
        if old.appetiteDays != new.appetiteDays { parts.append(.appetite) }
        return parts + keys.filter { old.tribeValues[$0] != new.tribeValues[$0] }.map { .tribeField($0) }
    }

    private static func column(_ visit: Visit, _ line: HistoryLine) -> HTML {
        "<p><b>Version \(line.version)</b> <span class=\"q\">\(who(visit, line)), \(visit.moment(line.at))</span></p>"
    }

    private static func names(_ visit: Visit, _ briefing: Briefing) -> String {
        briefing.contributors.map { visit.name($0) }.joined(separator: ", ")
    }
}

extension Briefing.Text.Field {
    /// In the order of the page.
    static let onThePage: [Self] = [.title, .problem, .source, .people, .frequency, .cost, .problemSize, .intention]
}
