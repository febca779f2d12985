import HTML
import Rouage
import Storage
import WebCore

/// A former edition of a playbook beside the one that replaced it.
struct EditionPage {
    private let visit: Visit
    private let playbook: Playbook
    private let old: PlaybookEdition
    private let new: Playbook.Content

    init(_ visit: Visit, _ playbook: Playbook) throws {
        self.visit = visit
        self.playbook = playbook
        let editions = try visit.reading.editions(of: playbook.id)
        guard let number = visit.exchange.parameters["number"].flatMap(Int.init),
            let old = editions.first(where: { $0.number == number })
        else { throw Refusal.notFound }
        self.old = old
        new = editions.first { $0.number == number + 1 }?.content ?? playbook.content
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(
            fr: "De l’édition \(old.number) à la \(old.number + 1)",
            en: "From edition \(old.number) to \(old.number + 1)")
        let day = visit.dates.full(old.replacedAt.day(in: visit.site.clock.zone))
        let note: HTML =
            old.note.isEmpty
            ? "" : "<p class=\"lede\">\(Part.quoted(old.note, visit.language(of: old.replacedBy), visit))</p>"
        let rows = changes
        let same = Phrase(fr: "Le texte est le même.", en: "The text is the same.")
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a></p>\
            <h1>\(say(title))</h1>\(note)<p class="note">\(day), \(visit.name(old.replacedBy))</p></div></header>
            <div class="differences">\(rows.isEmpty ? "<p class=\"note\">\(say(same))</p>" : rows.joined())</div>
            """
        return Layout.page(visit, title: say(title), page: .playbooks, body)
    }

    private var changes: [HTML] {
        let (a, b) = (old.content, new)
        func steps(_ content: Playbook.Content) -> String {
            content.steps.enumerated().map { index, step in
                let mark = step.blocking ? ", \(say(.blocking).uncapitalised)" : ""
                return "\(index + 1). \(step.what) (\(say(step.role.phrase))\(mark))"
            }.joined(separator: "\n")
        }
        func burden(_ content: Playbook.Content) -> String {
            content.burden.map { "\(say($0.role.phrase))\(visit.colon)\(visit.minutes($0.minutes))" }.joined(
                separator: "\n")
        }
        func links(_ content: Playbook.Content) -> String {
            content.links.map { "\($0.title) (\($0.address))" }.joined(separator: "\n")
        }
        func metric(_ content: Playbook.Content) -> String {
            content.metric.map { "\($0.name) : \($0.threshold), \(visit.name($0.owner))" } ?? ""
        }
        let rows: [(Playbook.FieldName, String, String)] = [
            (.title, a.title, b.title), (.why, a.why, b.why),
            (.category, say(a.category.phrase), say(b.category.phrase)),
            (.cadence, say(a.cadence.phrase), say(b.cadence.phrase)), (.trigger, a.trigger, b.trigger),
            (.steps, steps(a), steps(b)), (.burden, burden(a), burden(b)), (.links, links(a), links(b)),
            (.metricName, metric(a), metric(b)), (.exitRule, a.exitRule, b.exitRule),
            (.reentryRule, a.reentryRule, b.reentryRule),
        ]
        return rows.filter { $0.1 != $0.2 }.map { Differences.row(visit, $0.0.label, $0.1, $0.2) }
    }
}
