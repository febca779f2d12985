extension Briefing {
    /// What the people of a briefing write and choose on its page: everything but its fate.
    package struct Content: Sendable, Equatable {
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

    /// What cannot even be kept as a draft: texts of many pages, an appetite of years, an owner who may not own.
    func flaws(for actor: Actor) -> [Flaw] {
        var flaws = text.unkeepable
        for (key, value) in tribeValues {
            flaws += Flaw.ofLength(value, Part.tribeField(key).name, upTo: Briefing.Text.keepable)
        }
        if let appetiteDays, !(0...2_000).contains(appetiteDays) {
            flaws.append(Flaw(field: Part.appetite.name, reason: .outOfRange(0...2_000)))
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
