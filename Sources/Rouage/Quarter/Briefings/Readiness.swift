/// How ready a briefing is to be decided, 0 to 100, and what it lacks. The page shows the list; the score only sorts it.
package struct Readiness: Sendable, Equatable {
    /// From here a team may say that its initiative is ready.
    package static let threshold = 80.0

    /// One thing that would bring points.
    package struct Gap: Sendable, Equatable {
        package enum Subject: Sendable, Equatable {
            case missing(Missing)
            /// Hardly a sentence.
            case short(Briefing.Text.Field)
            /// Declined, with a way to do without it.
            case replaced(Dependency)
            case review(Craft)
            case load
        }

        package let subject: Subject
        package let points: Double
    }

    /// The four standard fields, of 30.
    package let fields: Double
    /// What other teams promised, of 40.
    package let dependencies: Double
    /// Room in the team's own load, of 15.
    package let load: Double
    /// The reviews of the three crafts, of 15.
    package let reviews: Double
    /// Whether a blocking dependency waits for an agreement.
    package let isBlocked: Bool
    /// What is missing, the largest effect first.
    package let gaps: [Gap]

    package var score: Double { fields + dependencies + load + reviews }
    package var isReady: Bool { score >= Self.threshold && !isBlocked }

    /// - Parameters:
    ///   - dependencies: all that the briefing points out; withdrawn ones do not count.
    ///   - load: the asking team's load over its capacity; nothing when it is not known, which costs nothing.
    ///   - reviewed: the crafts whose director has given a review.
    package init(_ briefing: Briefing, dependencies: [Dependency], load ratio: Double?, reviewed: Set<Craft>) {
        var gaps: [Gap] = []
        fields = Self.fields(of: briefing.text, &gaps)
        let counted = dependencies.filter { $0.state != .withdrawn }
        self.dependencies = Self.promises(counted, isSigned: briefing.noDependency != nil, &gaps)
        let room = ratio.map { min(max((1.3 - $0) / 0.3, 0), 1) } ?? 1
        load = 15 * room
        if room < 1 { gaps.append(Gap(subject: .load, points: 15 - load)) }
        let missing = Craft.triforce.filter { !reviewed.contains($0) }
        reviews = 15 - 5 * Double(missing.count)
        gaps += missing.map { Gap(subject: .review($0), points: 5) }
        isBlocked = counted.contains(where: \.blocks)
        self.gaps = gaps.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.map(
            \.element)
    }

    private static let weights: [(Briefing.Text.Field, Double)] = [
        (.problem, 10), (.source, 5), (.problemSize, 5), (.intention, 10),
    ]

    /// Half the points for fewer than 80 characters: hardly a sentence.
    private static func fields(of text: Briefing.Text, _ gaps: inout [Gap]) -> Double {
        weights.reduce(0) { sum, part in
            let (field, weight) = part
            let value = text[field]
            let points = value.isBlank ? 0 : value.count < 80 ? weight / 2 : weight
            if points < weight {
                let subject: Gap.Subject = value.isBlank ? .missing(.empty(field)) : .short(field)
                gaps.append(Gap(subject: subject, points: weight - points))
            }
            return sum + points
        }
    }

    private static func promises(_ dependencies: [Dependency], isSigned: Bool, _ gaps: inout [Gap]) -> Double {
        guard !dependencies.isEmpty else {
            if !isSigned { gaps.append(Gap(subject: .missing(.wordOnDependencies), points: 40)) }
            return isSigned ? 40 : 0
        }
        let whole = dependencies.reduce(0) { $0 + $1.criticality.weight }
        return dependencies.reduce(0) { sum, dependency in
            let share = 40 * dependency.criticality.weight / whole
            let points = share * dependency.certainty
            if points < share {
                let subject = dependency.missing.map(Gap.Subject.missing) ?? .replaced(dependency)
                gaps.append(Gap(subject: subject, points: share - points))
            }
            return sum + points
        }
    }
}

extension Craft {
    /// The three crafts whose directors review a briefing.
    package static let triforce: [Craft] = [.product, .design, .engineering]
}

extension Dependency.Criticality {
    /// How much it weighs beside the others.
    package var weight: Double {
        switch self {
        case .blocking: 3
        case .slowing: 2
        case .comfort: 1
        }
    }
}

extension Dependency {
    /// How much of the dependency is settled, 0 to 1.
    var certainty: Double {
        switch state {
        case .committed, .delivered: 1
        case .declined: mitigation.isBlank ? 0 : 0.7
        case .replanned: 0.4
        case .acknowledged: 0.3
        case .pointedOut, .broken, .withdrawn: 0
        }
    }

    /// Whether its initiative cannot be ready before the two teams agree.
    package var blocks: Bool {
        guard criticality == .blocking else { return false }
        return switch state {
        case .pointedOut, .acknowledged, .replanned: true
        case .declined: mitigation.isBlank
        case .committed, .delivered, .broken, .withdrawn: false
        }
    }
}
