/// Something that keeps a briefing from being submitted, or from being ready.
package enum Missing: Sendable, Equatable {
    case empty(Briefing.Text.Field)
    case tooLong(Briefing.Text.Field, by: Int)
    case valueTooLong(TribeField, by: Int)
    case valueNotANumber(TribeField)
    /// Neither a dependency nor the signature that there is none.
    case wordOnDependencies
    /// The giver has not answered yet.
    case answer(Dependency)
    /// The giver has seen the request and has not committed.
    case commitment(Dependency)
    /// The giver proposed something else; the asker takes it or not.
    case replyToCounter(Dependency)
    /// The giver declined; the asker writes how it does without, or drops it.
    case fallback(Dependency)
    /// The promise lapsed; the giver makes a new one.
    case newPromise(Dependency)
}

extension Briefing {
    /// What is missing, by effect: first what weighs most in the readiness of domain rule 5.4 (the problem and the
    /// intention 10 each, the source and the size 5 each, dependencies 40 shared by criticality 3, 2, 1).
    package func missing(_ dependencies: [Dependency], fields: [TribeField]) -> [Missing] {
        let alive = dependencies.filter { $0.state != .withdrawn }
        var found: [(effect: Double, missing: Missing)] = text.flaws.compactMap { flaw in
            guard let field = Text.Field(rawValue: flaw.field) else { return nil }
            if case .tooLong(let by) = flaw.reason { return (field.weight, .tooLong(field, by: by)) }
            return (field.weight, .empty(field))
        }
        for field in fields {
            switch field.flaw(of: tribeValues[field.key] ?? "")?.reason {
            case .tooLong(let by): found.append((1, .valueTooLong(field, by: by)))
            case .notANumber: found.append((1, .valueNotANumber(field)))
            default: break
            }
        }
        if alive.isEmpty && noDependency == nil { found.append((40, .wordOnDependencies)) }
        let all = alive.reduce(0) { $0 + $1.criticality.weight }
        found += alive.compactMap { dependency in
            dependency.missing.map { (40 * dependency.criticality.weight * (1 - dependency.certainty) / all, $0) }
        }
        // Sorting is stable: what weighs the same stays in the order of the page.
        return found.sorted { $0.effect > $1.effect }.map(\.missing)
    }
}

extension Dependency {
    var missing: Missing? {
        switch state {
        case .pointedOut: .answer(self)
        case .acknowledged: .commitment(self)
        case .replanned: .replyToCounter(self)
        case .declined: mitigation.isBlank ? .fallback(self) : nil
        case .broken: .newPromise(self)
        case .committed, .delivered, .withdrawn: nil
        }
    }
}

extension Briefing.Text.Field {
    /// Its points of readiness; without a title nobody finds the page.
    var weight: Double {
        switch self {
        case .title, .problem, .intention: 10
        case .source, .problemSize: 5
        case .people, .frequency, .cost: 1
        }
    }
}
