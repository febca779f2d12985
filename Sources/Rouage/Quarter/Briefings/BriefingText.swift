/// The limits that keep a briefing on one printed page.
extension Briefing.Text {
    package enum Field: String, CaseIterable, Sendable {
        case title, problem, source, people, frequency, cost, intention
        case problemSize = "problem_size"

        /// The most characters the field takes.
        package var limit: Int {
            switch self {
            case .title: 80
            case .problem, .intention: 900
            case .source, .problemSize: 400
            case .people, .frequency, .cost: 60
            }
        }

        /// Whether a briefing cannot be submitted without it.
        package var isStandard: Bool {
            switch self {
            case .title, .problem, .source, .problemSize, .intention: true
            case .people, .frequency, .cost: false
            }
        }

        var path: any WritableKeyPath<Briefing.Text, String> & Sendable {
            switch self {
            case .title: \.title
            case .problem: \.problem
            case .source: \.source
            case .people: \.people
            case .frequency: \.frequency
            case .cost: \.cost
            case .intention: \.intention
            case .problemSize: \.problemSize
            }
        }
    }

    package subscript(field: Field) -> String {
        get { self[keyPath: field.path] }
        set { self[keyPath: field.path] = newValue }
    }

    /// What has to change before the text can be submitted, field by field.
    package var flaws: [Flaw] {
        Field.allCases.flatMap { field in
            field.isStandard
                ? Flaw.ofText(self[field], field.rawValue, upTo: field.limit)
                : Flaw.ofLength(self[field], field.rawValue, upTo: field.limit)
        }
    }

    /// The most characters a field keeps while it is a draft: what is too long is cut down by its author, not lost.
    package static let keepable = 8_000

    /// Why a text cannot even be kept as a draft.
    func unkeepable(_ field: Field) -> Flaw.Reason? {
        guard self[field].utf8.count > Self.keepable, self[field].excess(over: Self.keepable) > 0 else { return nil }
        return .tooLong(by: self[field].excess(over: field.limit))
    }
}
