import Rouage
import Storage
import TestSupport
import Testing

/// What Product Ops' own work has to have come to.
extension QuarterEvening {
    /// Nobody reads a score before the close; from then on the ranking is what the scores that were sent come to.
    func checkMercato(on day: Day) throws {
        let (mercato, ranking, ballots) = try replay.site.store.readNow { reading in
            let mercato = try reading.mercato(ref: "2026-Q2")
            return (
                mercato, try mercato.flatMap { try reading.ranking(of: $0) },
                try mercato.map { try reading.ballots(of: $0) } ?? []
            )
        }
        let expected: Mercato.State? =
            switch day {
            case ..<Day(2026, 2, 27): nil
            case ..<Day(2026, 3, 5): .preparing
            case ..<Day(2026, 3, 12): .open
            default: .published
            }
        #expect(mercato?.state == expected, "\(day)")
        guard let mercato, expected == .published else {
            #expect(ranking == nil && ballots.isEmpty, "\(day)")
            return
        }
        let sent = mercato.electors.enumerated().map { place, elector in
            Ballot(
                voter: .person(elector.person), craft: elector.craft,
                scores: mercato.topics.map { QuarterReplay.score(place, $0) }, savedAt: mercato.closesAt)
        }
        let own = MercatoRanking(
            efforts: mercato.topics.map(\.effortDays), sent, capacity: mercato.capacityDays, mercato.settings)
        #expect(ranking == own, "\(day)")
        #expect(mercato.selected == mercato.taken(own))
        #expect((mercato.ruling == nil) == own.tied.isEmpty)
    }

    func checkOpsTotals() throws {
        let (requests, topics, mercato) = try replay.site.store.readNow { reading in
            (
                try reading.records(OpsRequest.self), try reading.records(Topic.self),
                try reading.mercato(ref: "2026-Q2")
            )
        }
        let tabled = topics.filter { $0.title.hasPrefix("Sujet ") }
        #expect(requests.count == 31 && tabled.count == 15)
        #expect(tabled.allSatisfy { $0.state == .selected || $0.state == .notSelected })
        #expect(tabled.count { $0.state == .selected } == mercato?.selected.count && mercato?.quorumMissed == false)
        #expect(tabled.count { $0.axis != nil } == 6)
        #expect(mercato?.topics.count == 15 && mercato?.electors.count == 10)
        #expect(replay.count(.score) == 150 && replay.count(.ballotWord) == 25)
        let open = requests.filter { $0.state != .closed }
        if replay.department.isWithoutOps {
            // What waits past its day was moved by the CPO.
            #expect(!open.contains { $0.isStuck(on: replay.day) } && open.count < requests.count)
        } else {
            #expect(open.isEmpty)
            let became = requests.filter { $0.outcome == .becameTopic }
            #expect(became.count == 31 / QuarterReplay.requestsToOneTopic)
            #expect(
                became.allSatisfy { request in topics.contains { $0.id == request.topic && $0.title == request.title } }
            )
        }
    }
}
