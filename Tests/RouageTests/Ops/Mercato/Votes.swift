import Rouage

/// Ballots written as rows of signs, one row a topic and one sign an elector: `3`, `2`, `1`, and `.` for no opinion.
enum Votes {
    /// Ten directors: four of product, two of design, four of engineering.
    static let crafts: [Craft] =
        Array(repeating: .product, count: 4) + Array(repeating: .design, count: 2)
        + Array(repeating: .engineering, count: 4)

    static func ballots(_ rows: [String], _ crafts: [Craft] = Votes.crafts) -> [Ballot] {
        let signs = rows.map(Array.init)
        return crafts.enumerated().map { elector, craft in
            Ballot(
                voter: .outside("v\(elector)"), craft: craft,
                scores: signs.map { Score(rawValue: $0[elector] == "." ? "0" : String($0[elector])) },
                savedAt: Cast.now)
        }
    }

    static let topics = ["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8"]
    static let efforts = [30, 40, 20, 25, 35, 45, 15, 30]
    static let rows = [
        "3323323323", "23322.3233", "3.....3...", "1221331212", "2232222322", "3131313133", "1121.12111",
        "2223232222",
    ]

    static func ranking(_ ballots: [Ballot] = ballots(rows), capacity: Int = 150) -> MercatoRanking {
        MercatoRanking(efforts: efforts, ballots, capacity: capacity)
    }

    /// A vote on these topics, with three directors of the cast as its electors.
    static func mercato(_ state: Mercato.State) -> Mercato {
        var mercato = Mercato(
            id: Identifier(high: 12, low: 1), ref: "2026-Q2", cycle: Cast.cycle().id,
            opensAt: Instant("2026-03-05T08:00:00.000Z")!, closesAt: Instant("2026-03-11T17:00:00.000Z")!,
            publishesAt: Instant("2026-03-12T08:00:00.000Z")!, at: Cast.now)
        mercato.state = state
        mercato.capacityDays = 150
        guard state != .preparing else { return mercato }
        mercato.topics = zip(topics, efforts).map { Mercato.Row(code: $0, title: $0, effortDays: $1) }
        mercato.electors = [
            .init(person: Cast.director.id, craft: .product), .init(person: Cast.otherDirector.id, craft: .product),
        ]
        return mercato
    }

    static func topic(_ number: Int, _ state: Topic.State = .tabled) -> Topic {
        var topic = Topic(
            id: Identifier(high: 13, low: UInt64(number)), ref: "S\(number)",
            Topic.Content(title: "Sujet \(number)", problem: "Ce qui grince.", effortDays: 20), by: Cast.camille.id,
            at: Cast.now)
        topic.state = state
        return topic
    }
}
