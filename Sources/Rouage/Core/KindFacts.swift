/// What the product does with a kind of record by itself: nothing, unless the kind says so.
package struct KindFacts: Sendable {
    /// Who hears that something happened to a record.
    package enum Audience: Sendable {
        /// Everybody of the department and around it.
        case members
        /// Those who may read that record as it stands.
        case readers
        /// Product Ops.
        case ops
        /// To whom it is said.
        case addressee
        case nobody
    }

    /// Where a kind is taken up.
    package struct Places: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// The list of who did what.
        package static let feed = Places(rawValue: 1)
        /// What open pages are told at once.
        package static let live = Places(rawValue: 2)
        /// The files of an export.
        package static let files = Places(rawValue: 4)
        /// What the doctor compares with the activity.
        package static let doctor = Places(rawValue: 8)
        /// What is decided one transaction at a time, because no record alone tells two of them apart.
        package static let turns = Places(rawValue: 16)

        static let unfiled: Places = [.feed, .live, .doctor]
        static let usual: Places = [.unfiled, .files]
    }

    /// How a kind is found by its words, and its place among the filters.
    package enum Searched: Sendable, Equatable {
        /// Always ranked.
        case always(at: Int)
        /// Ranked while there are not too many newer ones.
        case newest(at: Int)

        package var place: Int {
            switch self {
            case .always(let place), .newest(let place): place
            }
        }
    }

    package let noun: any Noun.Type
    package let heardBy: Audience
    package let places: Places
    package let searched: Searched?
    /// What happens to a record and is told to those whose it is, and to those who follow it.
    package let tells: Set<Action>

    package init(
        _ noun: any Noun.Type, heardBy: Audience = .nobody, in places: Places = [], searched: Searched? = nil,
        tells: Set<Action> = []
    ) {
        self.noun = noun
        self.heardBy = heardBy
        self.places = places
        self.searched = searched
        self.tells = tells
    }
}

/// What all kinds say of themselves, for those who take them up.
package struct Kinds: Sendable {
    package static let declared = Kinds { $0.facts }

    private let facts: @Sendable (Kind) -> KindFacts
    /// What is found by its words, in the order of the filters.
    package let searched: [Kind]

    package init(_ facts: @escaping @Sendable (Kind) -> KindFacts) {
        self.facts = facts
        searched = Kind.allCases.compactMap { kind in facts(kind).searched.map { (kind, $0.place) } }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }

    package subscript(_ kind: Kind) -> KindFacts { facts(kind) }

    package func all(in place: KindFacts.Places) -> [Kind] {
        Kind.allCases.filter { facts($0).places.contains(place) }
    }
}

/// Who may hear of one record as it stands: looked up once, then asked for each who listens.
package enum Hearing: Sendable {
    case members
    case ops
    case whoMay(Permission)
    case whomItIsFor(any Addressed)
    case nobody
}

extension Actor {
    /// Whether the person may hear of it; nobody without a place in the department does.
    package func hears(_ hearing: Hearing) -> Bool {
        guard id != nil, isMember else { return false }
        return switch hearing {
        case .members: true
        case .ops: isOps
        case .whoMay(let permission): may(permission)
        case .whomItIsFor(let record): record.isFor(self)
        case .nobody: false
        }
    }
}
