import Rouage
import Testing

@Suite("The states of a mercato")
struct MercatoTests {
    private let calendar = WorkCalendar.french
    private let opens = Instant("2026-03-05T08:00:00.000Z")!
    private let closes = Instant("2026-03-11T17:00:00.000Z")!

    private func turnout(_ product: Int, _ design: Int, _ engineering: Int) -> Turnout {
        Turnout(
            electors: [.product: 4, .design: 2, .engineering: 4],
            ballots: [.product: product, .design: design, .engineering: engineering].filter { $0.value > 0 })
    }

    @Test("has the dates of the calendar: opens at nine, closes at six, is read on the next open day")
    func dates() {
        let (mercato, _) = Mercato.prepare(for: Cast.cycle(), id: Identifier(high: 12, low: 1), calendar, at: Cast.now)
        #expect(mercato.opensAt == opens)
        #expect(mercato.closesAt == closes)
        #expect(mercato.publishesAt == Instant("2026-03-12T08:00:00.000Z"))
        #expect(mercato.ref == "2026-Q2" && mercato.state == .preparing)
    }

    @Test("opens by itself with what is on the table, and then stays as it is")
    func opening() {
        var mercato = Votes.mercato(.preparing)
        let electors = [Mercato.Elector(person: Cast.director.id, craft: .product)]
        let topics = [Votes.topic(2), Votes.topic(1)]
        #expect(mercato.open(topics, electors: electors, capacityDays: 232, at: opens + -1) == nil)
        #expect(mercato.open([], electors: electors, capacityDays: 232, at: opens) == nil)
        #expect(mercato.open(topics, electors: [], capacityDays: 232, at: opens) == nil)
        #expect(mercato.open(topics, electors: electors, capacityDays: 232, at: opens)?.action == .opened)
        #expect(mercato.topics.map(\.code) == ["S1", "S2"])
        let frozen = mercato
        #expect(mercato.open([Votes.topic(3)], electors: [], capacityDays: 1, at: opens + 60) == nil)
        #expect(throws: Refusal.closed) {
            try mercato.shift(
                opens: Day(2026, 3, 9), closes: Day(2026, 3, 13), reason: "Trop tôt.", by: Cast.cpo.deed.at(opens),
                calendar)
        }
        #expect(mercato == frozen)
    }

    @Test(
        "closes at its hour when enough have voted", arguments: [(2, 1, 3, true), (4, 2, 0, false), (2, 1, 2, false)])
    func quorum(product: Int, design: Int, engineering: Int, isEnough: Bool) {
        var mercato = Votes.mercato(.open)
        let turnout = turnout(product, design, engineering)
        #expect(mercato.close(turnout, calendar, at: closes + -1) == nil)
        let activity = mercato.close(turnout, calendar, at: closes)
        #expect(activity?.action == (isEnough ? .closed : .extended))
        #expect(mercato.state == (isEnough ? .closed : .open))
        #expect(mercato.extended == !isEnough && !mercato.quorumMissed)
    }

    @Test("stays open two working days more, once, and then the CPO decides from what there is")
    func missedQuorum() throws {
        var mercato = Votes.mercato(.open)
        #expect(mercato.close(turnout(1, 1, 1), calendar, at: closes)?.action == .extended)
        #expect(mercato.closesAt == Instant("2026-03-13T17:00:00.000Z"))
        #expect(mercato.publishesAt == Instant("2026-03-16T08:00:00.000Z"))
        #expect(mercato.close(turnout(1, 1, 1), calendar, at: closes + 3_600) == nil)
        #expect(mercato.close(turnout(1, 1, 1), calendar, at: mercato.closesAt)?.action == .closed)
        #expect(mercato.quorumMissed)
        let ranking = Votes.ranking()
        #expect(mercato.needsRuling(ranking))
        #expect(mercato.publish(ranking, at: mercato.publishesAt) == nil)
        let now = mercato.publishesAt
        for member in Cast.allCases where member != .cpo {
            #expect(throws: Refusal.notAllowed) {
                try mercato.rule(["I1"], reason: "Il faut choisir.", ranking, by: member.deed.at(now))
            }
        }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try mercato.rule(["I1"], reason: " ", ranking, by: Cast.cpo.deed.at(now))
        }
        #expect(throws: Refusal.invalid("selected", .unknown)) {
            try mercato.rule(["I9"], reason: "Oui.", ranking, by: Cast.cpo.deed.at(now))
        }
        #expect(throws: Refusal.invalid("selected", .beyondCapacity(days: 180, of: 150))) {
            try mercato.rule(["I1", "I2", "I5", "I6", "I8"], reason: "Oui.", ranking, by: Cast.cpo.deed.at(now))
        }
        _ = try mercato.rule(["I6"], reason: "Les autres attendront.", ranking, by: Cast.cpo.deed.at(now))
        #expect(mercato.publish(ranking, at: now)?.action == .published)
        #expect(mercato.selected == ["I6"])
    }

    @Test("with a tie across the line the CPO chooses among the equals only")
    func tie() throws {
        var mercato = Votes.mercato(.closed)
        mercato.capacityDays = 120
        let ranking = Votes.ranking(capacity: 120)
        #expect(mercato.publish(ranking, at: mercato.publishesAt) == nil)
        #expect(throws: Refusal.invalid("selected", .unknown)) {
            try mercato.rule(["I4"], reason: "Oui.", ranking, by: Cast.cpo.deed.at(closes))
        }
        _ = try mercato.rule(["I8"], reason: "Plus court.", ranking, by: Cast.cpo.deed.at(closes))
        #expect(mercato.publish(ranking, at: closes) == nil, "not before the day of the ranking")
        #expect(mercato.publish(ranking, at: mercato.publishesAt)?.action == .published)
        #expect(mercato.selected == ["I1", "I2", "I8"])
    }

    @Test("a ballot is taken from an elector, while the vote is open, and from nobody of Product Ops")
    func ballots() throws {
        let scores = Array(repeating: Score?.some(.useful), count: 8)
        let words = Array(repeating: "", count: 8)
        for state in Mercato.State.allCases {
            let mercato = Votes.mercato(state)
            for member in Cast.allCases {
                let fits = state == .open && [.director, .otherDirector].contains(member)
                let ballot = try? Ballot.fill(scores, words: words, conflicts: [], in: mercato, by: member.deed)
                #expect((ballot != nil) == fits, "\(member) in \(state)")
            }
        }
        #expect(throws: Refusal.closed) {
            try Ballot.fill(
                scores, words: words, conflicts: [], in: Votes.mercato(.open), by: Cast.director.deed.at(closes))
        }
        var withOps = Votes.mercato(.open)
        withOps.electors.append(.init(person: Cast.ops.id, craft: .product))
        #expect(throws: Refusal.notAllowed) {
            try Ballot.fill(scores, words: words, conflicts: [], in: withOps, by: Cast.ops.deed)
        }
        let long = [String(repeating: "x", count: 281)] + words.dropFirst()
        #expect(throws: Refusal.invalid("words", .tooLong(by: 1))) {
            try Ballot.fill(scores, words: long, conflicts: [], in: Votes.mercato(.open), by: Cast.director.deed)
        }
    }

    @Test("each elector reads the topics in an order of their own, the same each time")
    func order() {
        let mercato = Votes.mercato(.open)
        let people = (1...20).map { Identifier<Person>(high: 7, low: $0) }
        let orders = people.map { Ballot.order(of: mercato, for: $0) }
        #expect(orders.allSatisfy { $0.sorted() == Array(0..<8) })
        #expect(Set(orders).count > 15)
        #expect(orders == people.map { Ballot.order(of: mercato, for: $0) })
    }

    @Test("until it closes nobody may read a score; then the CPO, from the ranking on everybody, names not all")
    func reading() {
        let people: [Cast] = [.camille, .ops, .salesOps, .director, .cpo]
        func readers(_ state: Mercato.State, _ now: Instant, _ named: Bool) -> [Cast] {
            let mercato = Votes.mercato(state)
            return people.filter {
                $0.actor.may(
                    .mercato(named ? .readBallots(mercato, at: now) : .readResult(mercato, at: now)))
            }
        }
        let later = Instant("2026-03-12T08:00:00.000Z")!
        #expect(readers(.preparing, later, false).isEmpty && readers(.open, later, false).isEmpty)
        #expect(readers(.open, later, true).isEmpty)
        #expect(readers(.closed, closes, false) == [.cpo])
        #expect(readers(.closed, closes, true).isEmpty)
        #expect(readers(.closed, later, false) == people)
        #expect(readers(.published, later, true) == [.ops, .director, .cpo])
    }

    @Test("where ballots stay without names nobody reads who gave what; what was said is read by the same people")
    func nameless() {
        var mercato = Votes.mercato(.published)
        mercato.settings.visibility = .distribution
        let later = Instant("2026-03-12T08:00:00.000Z")!
        for member in Cast.allCases {
            #expect(!member.actor.may(.mercato(.readBallots(mercato, at: later))), "\(member)")
            let reads = member.actor.may(.mercato(.readWords(mercato, at: later)))
            let named = member.actor.may(.mercato(.readBallots(Votes.mercato(.published), at: later)))
            #expect(reads == named, "\(member)")
        }
    }

    @Test("its rules are set by those who prepare it, within bounds, until it opens")
    func rules() throws {
        var settings = Mercato.Settings()
        (settings.cpoVotes, settings.visibility, settings.sessionQuorum) = (true, .distribution, 0.75)
        for state in Mercato.State.allCases {
            for member in Cast.allCases {
                var mercato = Votes.mercato(state)
                let result = Result { try mercato.set(settings, by: member.deed) }
                guard [.cpo, .ops, .opsInTeam].contains(member) else {
                    #expect(throws: Refusal.notAllowed, "\(member) in \(state)") { try result.get() }
                    continue
                }
                guard state == .preparing else {
                    #expect(throws: Refusal.closed, "\(member) in \(state)") { try result.get() }
                    continue
                }
                #expect(try result.get()?.action == .edited && mercato.settings == settings)
                #expect(try mercato.set(settings, by: member.deed) == nil)
            }
        }
        var mercato = Votes.mercato(.preparing)
        (settings.sessionQuorum, settings.craftMinimum, settings.itemQuorum) = (0.05, 11, 1.01)
        do {
            _ = try mercato.set(settings, by: Cast.cpo.deed)
            Issue.record("they were set")
        } catch {
            guard case .invalid(let flaws) = error else { return #expect(Bool(false), "\(error)") }
            #expect(Set(flaws.map(\.field)) == ["session_quorum", "item_quorum", "craft_minimum"])
        }
    }

    @Test("the CPO votes where the rules say so, and Product Ops never")
    func cpoVotes() {
        var settings = Mercato.Settings()
        settings.cpoVotes = true
        let electors = Set(Cast.organisation.electors(settings).map(\.person))
        #expect(electors == [Cast.director.id, Cast.otherDirector.id, Cast.cpo.id])
        var mercato = Votes.mercato(.open)
        mercato.electors = Cast.organisation.electors(settings)
        #expect(Cast.cpo.actor.may(.mercato(.vote(mercato))) && !Cast.ops.actor.may(.mercato(.vote(mercato))))
    }

    @Test("a quorum of its own decides whether enough voted")
    func ownQuorum() {
        var settings = Mercato.Settings()
        #expect(turnout(2, 1, 3).meets(settings))
        settings.sessionQuorum = 0.7
        #expect(!turnout(2, 1, 3).meets(settings) && turnout(3, 1, 3).meets(settings))
        settings.craftMinimum = 2
        #expect(!turnout(3, 1, 3).meets(settings) && turnout(3, 2, 2).meets(settings))
        settings.craftMinimum = 0
        #expect(turnout(4, 0, 3).meets(settings))
    }

    @Test(
        "the electors are the directors of the three crafts who are there; Product Ops' days are three quarters of their time, less leave"
    )
    func electors() {
        #expect(Set(Cast.organisation.electors().map(\.person)) == [Cast.director.id, Cast.otherDirector.id])
        let cycle = Cast.cycle()
        let worked = (cycle.start...cycle.end).count(where: calendar.isWorked)
        let days = Double(worked - 5) * 2 * 0.7 * 0.75
        #expect(Cast.organisation.plannedOpsDays(in: cycle, calendar) == Int(days))
    }

    @Test("its dates are moved by the CPO or Product Ops before it opens, to open days, with a reason")
    func shifting() throws {
        func shift(_ opens: Day, _ closes: Day, _ reason: String, by member: Cast) throws -> Mercato {
            var mercato = Votes.mercato(.preparing)
            _ = try mercato.shift(opens: opens, closes: closes, reason: reason, by: member.deed, calendar)
            return mercato
        }
        for member in Cast.allCases {
            let isAllowed = [.cpo, .ops, .opsInTeam].contains(member)
            let moved = try? shift(Day(2026, 3, 9), Day(2026, 3, 13), "La moitié est absente.", by: member)
            #expect((moved != nil) == isAllowed, "\(member)")
            if let moved { #expect(moved.publishesAt == Instant("2026-03-16T08:00:00.000Z")) }
        }
        #expect(throws: Refusal.invalid("opens", .noDeadline)) {
            try shift(Day(2026, 3, 8), Day(2026, 3, 13), "Oui.", by: .cpo)
        }
        #expect(throws: Refusal.invalid("opens", .passed)) {
            try shift(Day(2026, 3, 4), Day(2026, 3, 13), "Oui.", by: .cpo)
        }
        #expect(throws: Refusal.invalid("closes", .tooEarly(before: Day(2026, 3, 10)))) {
            try shift(Day(2026, 3, 9), Day(2026, 3, 9), "Oui.", by: .cpo)
        }
    }
}
