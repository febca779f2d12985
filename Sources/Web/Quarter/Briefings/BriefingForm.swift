package import Rouage
import Storage
package import WebCore

/// What a person sent for a briefing's page, beside what the page says now.
package struct BriefingForm {
    package let current: Briefing
    package let fields: [TribeField]
    package let axes: [Axis]
    /// What they sent, brought together with what others saved since they opened the page.
    package let content: Briefing.Content
    /// The parts that somebody else changed too, differently.
    package let clashes: [Briefing.Content.Part]
    /// What was sent before others' changes came in.
    package let mine: Briefing.Content

    package init(_ visit: Visit, _ current: Briefing) throws {
        let reading = visit.reading
        self.current = current
        fields = try reading.tribeFields(of: current, in: visit.organisation)
        axes = try reading.records(Axis.self).sorted { $0.title < $1.title }
        let base = try Self.base(visit, current, version: visit.exchange.form.version)
        mine = base.reading(Self.entries(visit.exchange.form), try visit.names).draft
        (content, clashes) = Briefing.Content.merging(mine: mine, theirs: current.content, from: base)
    }

    /// The page as it was when the form was shown; when that is not known, as it was at first.
    static func base(_ visit: Visit, _ current: Briefing, version: Int?) throws -> Briefing.Content {
        guard let version, version != current.version else { return current.content }
        let shown = try visit.reading.version(version, of: current.id)
        return try (shown ?? visit.reading.version(1, of: current.id) ?? current).content
    }

    /// The fields of the form: what the person takes from the other one is not theirs, people are ticked or named, and
    /// each field of the tribe has a control of its own.
    @Sendable static func entries(_ form: Fields) -> Entries {
        var entries = Entries(form)
        var values: [String: String] = [:]
        for (name, value) in form.pairs {
            if name.hasPrefix("field-"), form["take-\(name)"] == nil { values[String(name.dropFirst(6))] = value }
            if name.hasPrefix("take-") { entries[String(name.dropFirst(5))] = nil }
        }
        if !values.isEmpty { entries["tribe_values"] = .named(values) }
        // A box that is not ticked is not sent: the form says that its list of boxes was there.
        if form["contributors_listed"] != nil || form["contributor"] != nil {
            let others = (form["other_contributors"] ?? "").split(whereSeparator: { ",;\n".contains($0) })
            entries["contributors"] = .several(form.all("contributor") + others.map(String.init))
        }
        return entries
    }

    /// The parts that others saved and that the person did not touch.
    var changedByOthers: [Briefing.Content.Part] {
        let parts =
            Briefing.Text.Field.allCases.map(Briefing.Content.Part.text)
            + [.sourceKind, .appetite, .axis, .owner] + fields.map { .tribeField($0.key) }
        return parts.filter { part in
            switch part {
            case .text(let field): mine.text[field] != content.text[field]
            case .tribeField(let key): (mine.tribeValues[key] ?? "") != (content.tribeValues[key] ?? "")
            case .sourceKind: mine.text.sourceKind != content.text.sourceKind
            case .appetite: mine.appetiteDays != content.appetiteDays
            case .axis: mine.axis != content.axis
            case .owner: mine.owner != content.owner
            }
        }
    }
}
