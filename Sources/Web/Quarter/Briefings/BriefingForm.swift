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
        let base = try Self.base(visit, current)
        mine = try FormReader(visit: visit, fields: fields, axes: axes).content(over: base)
        (content, clashes) = Briefing.Content.merging(mine: mine, theirs: current.content, from: base)
    }

    /// The page as it was when the form was shown; when that is not known, as it was at first.
    private static func base(_ visit: Visit, _ current: Briefing) throws -> Briefing.Content {
        guard let text = visit.exchange.form["version"] else { return current.content }
        if Int(text) == current.version { return current.content }
        let shown = try Int(text).flatMap { try visit.reading.version($0, of: current.id) }
        return try (shown ?? visit.reading.version(1, of: current.id) ?? current).content
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

/// Reads the fields of the form; what it leaves out stays.
private struct FormReader {
    let visit: Visit
    let fields: [TribeField]
    let axes: [Axis]
    private var form: Fields { visit.exchange.form }

    init(visit: Visit, fields: [TribeField], axes: [Axis]) {
        self.visit = visit
        self.fields = fields
        self.axes = axes
    }

    /// What was typed for a part, unless the person chose to take what the other one wrote.
    private func typed(_ part: Briefing.Content.Part) -> String? {
        form["take-\(part.name)"] == nil ? form[part.name] : nil
    }

    func content(over base: Briefing.Content) throws -> Briefing.Content {
        var content = base
        var flaws: [Flaw] = []
        for field in Briefing.Text.Field.allCases {
            if let text = typed(.text(field)) { content.text[field] = text }
        }
        for field in fields {
            guard let text = typed(.tribeField(field.key)) else { continue }
            content.tribeValues[field.key] = text.isEmpty ? nil : text
        }
        if let kind = typed(.sourceKind) {
            if let known = Briefing.SourceKind(rawValue: kind) {
                content.text.sourceKind = known
            } else {
                flaws.append(Flaw(field: Briefing.Content.Part.sourceKind.name, reason: .unknown))
            }
        }
        if let text = typed(.appetite) {
            content.appetiteDays = Int(typed: text)
            if content.appetiteDays == nil && !text.isBlank {
                flaws.append(Flaw(field: Briefing.Content.Part.appetite.name, reason: .notANumber))
            }
        }
        if let code = typed(.axis) {
            content.axis = axes.first { $0.code == code }?.id
            if content.axis == nil && !code.isEmpty {
                flaws.append(Flaw(field: Briefing.Content.Part.axis.name, reason: .unknown))
            }
        }
        if let code = typed(.owner) {
            content.owner = try person(code)
            if content.owner == nil && !code.isEmpty {
                flaws.append(Flaw(field: Briefing.Content.Part.owner.name, reason: .unknown))
            }
        }
        // A box that is not ticked is not sent: the form says that its list of boxes was there.
        if form["contributors_listed"] != nil || form["contributor"] != nil {
            content.contributors = try contributors(&flaws)
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return content
    }

    private func contributors(_ flaws: inout [Flaw]) throws -> [Identifier<Person>] {
        var people = try form.all("contributor").compactMap(person)
        for name in (form["other_contributors"] ?? "").split(whereSeparator: { ",;\n".contains($0) }) {
            let name = name.trimmed
            if name.isEmpty { continue }
            guard let known = try person(name) else {
                flaws.append(Flaw(field: "other_contributors", reason: .unknown))
                continue
            }
            if !people.contains(known) { people.append(known) }
        }
        return people
    }

    private func person(_ text: String) throws -> Identifier<Person>? { try visit.names.person(text).id }
}
