extension Briefing {
    /// What the people of a briefing write and choose on its page: everything but its fate.
    package struct Content: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case owner, contributors, title, problem, source
            case sourceKind = "source_kind"
            case problemSize = "problem_size"
            case people, frequency, cost, intention
            case appetiteDays = "appetite_days"
            case axis
            case tribeValues = "tribe_values"
        }

        package static let fields: [Field<Self>] = [
            .person(.owner, \.owner), .people(.contributors, \.contributors), text(.title, .title),
            text(.problem, .problem), text(.source, .source), .choice(.sourceKind, \.text.sourceKind),
            text(.problemSize, .problemSize), text(.people, .people), text(.frequency, .frequency),
            text(.cost, .cost), text(.intention, .intention),
            .number(.appetiteDays, \.appetiteDays, in: 0...2_000), .axis(.axis, \.axis),
            .texts(.tribeValues, \.tribeValues),
        ]

        /// A text of the page: what is too long for the page is kept while it is a draft.
        private static func text(_ name: Name, _ field: Text.Field) -> Field<Self> {
            Field(name, .text(upTo: Text.keepable)) { content, sent, _ in
                guard let text = sent.plain, !text.utf8.contains(0) else { return .notText }
                // White space at both ends is no change: what somebody else wrote meanwhile does not clash with it.
                if text != content.text[field].trimmed { content.text[field] = text }
                return nil
            } cells: { content, _ in
                [content.text[field]]
            } check: {
                $0.text.unkeepable(field)
            }
        }

        package var text: Text
        package var appetiteDays: Int?
        package var axis: Identifier<Axis>?
        package var owner: Identifier<Person>?
        package var contributors: [Identifier<Person>]
        package var tribeValues: [String: String]
    }

    package var content: Content {
        get {
            Content(
                text: text, appetiteDays: appetiteDays, axis: axis, owner: owner, contributors: contributors,
                tribeValues: tribeValues)
        }
        set {
            text = newValue.text
            appetiteDays = newValue.appetiteDays
            axis = newValue.axis
            owner = newValue.owner
            contributors = newValue.contributors
            tribeValues = newValue.tribeValues
        }
    }
}

extension Briefing.Content {
    /// A place of the page that one person can change while another changes the next one.
    package enum Part: Hashable, Sendable {
        case text(Briefing.Text.Field)
        case tribeField(String)
        case sourceKind, appetite, axis, owner

        /// The part's name in forms, the API and refusals.
        package var name: String {
            switch self {
            case .text(let field): field.rawValue
            case .tribeField(let key): "field-\(key)"
            case .sourceKind: "source_kind"
            case .appetite: "appetite_days"
            case .axis: "axis"
            case .owner: "owner"
            }
        }
    }

    /// Brings together what two people made of one page. A part that only one of them changed is as they left it; a
    /// part that both changed differently stays mine and is named, so that its author sees the other text too.
    /// Contributors never clash: everybody added is in, everybody taken off is out.
    package static func merging(
        mine: Self, theirs: Self, from base: Self
    ) -> (content: Self, clashes: [Part]) {
        var merger = Merger(mine: mine, theirs: theirs, base: base, content: theirs)
        for field in Briefing.Text.Field.allCases { merger.pick(\.text[field], .text(field)) }
        merger.pick(\.text.sourceKind, .sourceKind)
        merger.pick(\.appetiteDays, .appetite)
        merger.pick(\.axis, .axis)
        merger.pick(\.owner, .owner)
        let keys = Set(mine.tribeValues.keys).union(theirs.tribeValues.keys).union(base.tribeValues.keys)
        for key in keys.sorted() { merger.pick(\.[tribeField: key], .tribeField(key)) }
        let added = mine.contributors.filter { !base.contributors.contains($0) && !theirs.contributors.contains($0) }
        let removed = base.contributors.filter { !mine.contributors.contains($0) }
        merger.content.contributors = theirs.contributors.filter { !removed.contains($0) } + added
        return (merger.content, merger.clashes)
    }

    /// What the briefing says in a field of its tribe; an empty text is no value.
    package subscript(tribeField key: String) -> String {
        get { tribeValues[key] ?? "" }
        set { tribeValues[key] = newValue.isEmpty ? nil : newValue }
    }

    private struct Merger {
        let mine: Briefing.Content
        let theirs: Briefing.Content
        let base: Briefing.Content
        var content: Briefing.Content
        var clashes: [Part] = []

        mutating func pick<Value: Equatable>(_ path: WritableKeyPath<Briefing.Content, Value>, _ part: Part) {
            let value = mine[keyPath: path]
            guard value != base[keyPath: path], value != theirs[keyPath: path] else { return }
            content[keyPath: path] = value
            if theirs[keyPath: path] != base[keyPath: path] { clashes.append(part) }
        }
    }

    /// What cannot even be kept as a draft: no title to find it by, texts of many pages, an appetite of years, an owner
    /// who may not own.
    func flaws(for actor: Actor) -> [Flaw] {
        var flaws = self.flaws
        if text.title.isBlank { flaws.append(Flaw(field: Briefing.Text.Field.title.rawValue, reason: .missing)) }
        for (key, value) in tribeValues {
            flaws += Flaw.ofLength(value, Part.tribeField(key).name, upTo: Briefing.Text.keepable)
        }
        if let owner, !actor.organisation.mayOwn(owner) {
            flaws.append(Flaw(field: Part.owner.name, reason: .unknown))
        }
        return flaws
    }
}

extension Organisation {
    /// Whether the person may own an initiative: somebody of the department, and not of Product Ops.
    package func mayOwn(_ person: Identifier<Person>) -> Bool {
        people[person].map { $0.active && !Actor($0, in: self).isOps } ?? false
    }
}
