extension Mercato {
    /// Who reads ballots by name after the close.
    package enum Visibility: String, Codable, Sendable, CaseIterable {
        /// The electors, the CPO and Product Ops.
        case named
        /// Nobody: what is read is how often each score was given.
        case distribution
    }

    /// The rules of the vote: said before it opens, and then as they are.
    package struct Settings: Codable, Sendable, Equatable {
        /// How many votes at the mean of the session each topic is given beside its own.
        package var k = 2
        /// The share of electors without which the vote does not count, 0 to 1.
        package var sessionQuorum = 0.6
        /// The fewest ballots of each craft.
        package var craftMinimum = 1
        /// The share of ballots with a score without which a topic is not ranked, 0 to 1.
        package var itemQuorum = 0.5
        /// Whether the CPO and the VPs vote beside the directors.
        package var cpoVotes = false
        package var visibility = Visibility.named

        /// What may be set, in percent and in ballots.
        package static let shares = 10...100
        package static let minimums = 0...10

        package init() {}

        /// What was kept before there was a choice says nothing of it.
        package init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            k = try box.decode(Int.self, forKey: .k)
            sessionQuorum = try box.decode(Double.self, forKey: .sessionQuorum)
            craftMinimum = try box.decode(Int.self, forKey: .craftMinimum)
            itemQuorum = try box.decode(Double.self, forKey: .itemQuorum)
            cpoVotes = try box.decodeIfPresent(Bool.self, forKey: .cpoVotes) ?? false
            visibility = try box.decodeIfPresent(Visibility.self, forKey: .visibility) ?? .named
        }

        /// The quorums in percent, 0 to 100.
        package var sessionPercent: Int { Int((sessionQuorum * 100).rounded()) }
        package var itemPercent: Int { Int((itemQuorum * 100).rounded()) }
    }

    /// Sets the rules before it opens; `nil` when nothing changes.
    package mutating func set(_ settings: Settings, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.mercato(.setTable)) else { throw .notAllowed }
        guard state == .preparing else { throw .closed }
        var flaws: [Flaw] = []
        for (field, percent) in [
            ("session_quorum", settings.sessionPercent), ("item_quorum", settings.itemPercent),
        ] where !Settings.shares.contains(percent) {
            flaws.append(Flaw(field: field, reason: .outOfRange(Settings.shares)))
        }
        if !Settings.minimums.contains(settings.craftMinimum) {
            flaws.append(Flaw(field: "craft_minimum", reason: .outOfRange(Settings.minimums)))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        guard settings != self.settings else { return nil }
        self.settings = settings
        return Activity(.edited)
    }
}

extension Organisation {
    /// The electors of a day, by name: the directors of product, design and engineering who are there, and the CPO and the
    /// VPs of these crafts where they vote too.
    package func electors(_ settings: Mercato.Settings = .init()) -> [Mercato.Elector] {
        people.values.filter { person in
            let actor = Actor(person, in: self)
            return person.acts(on: day) && Craft.triforce.contains(person.craft) && !actor.isOps
                && (actor.holds(.director) || settings.cpoVotes && actor.holds(.cpo))
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { Mercato.Elector(person: $0.id, craft: $0.craft) }
    }
}
