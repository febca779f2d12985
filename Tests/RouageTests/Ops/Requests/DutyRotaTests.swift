import Rouage
import Testing

@Suite("The duty rota")
struct DutyRotaTests {
    private static let monday = Day(2026, 3, 2)

    private static func person(_ low: UInt64) -> Identifier<Person> { Identifier(high: 1_000, low: low) }

    private static func member(_ low: UInt64, since: Day? = nil) -> DutyRota.Member {
        DutyRota.Member(person: person(low), since: since)
    }

    private static func week(_ low: UInt64, _ monday: Day) -> DutyWeek {
        DutyWeek(id: Identifier(high: 30, low: UInt64(monday.number)), week: monday, person: person(low))
    }

    @Test("names whoever was on duty longest ago, and never the same person two weeks running", arguments: 2...7)
    func fair(size: Int) {
        let members = (1...UInt64(size)).map { Self.member($0) }
        let made = DutyRota([], members, .french).proposals(from: Cast.today, weeks: size * 3)
        #expect(made.count == size * 3 && made[0].week == Self.monday)
        for (one, next) in zip(made, made.dropFirst()) {
            #expect(one.person != next.person && next.week - one.week == 7)
        }
        #expect(Dictionary(grouping: made, by: \.person).values.allSatisfy { $0.count == 3 })
    }

    @Test("goes on from what people swapped, and leaves a week open rather than name the same person again")
    func continues() {
        let known = [Self.week(1, Self.monday), Self.week(2, Self.monday + 14)]
        let made = DutyRota(known, [Self.member(1), Self.member(2)], .french).proposals(from: Cast.today, weeks: 3)
        #expect(made.isEmpty)
        let alone = DutyRota([], [Self.member(1)], .french).proposals(from: Cast.today, weeks: 4)
        #expect(alone.map(\.week) == [Self.monday, Self.monday + 14])
    }

    @Test("shields who has just joined for fifteen working days")
    func shield() {
        // Fifteen working days after Monday 16 February are Monday 9 March.
        let new = Self.member(1, since: Day(2026, 2, 16))
        let rota = DutyRota([], [new, Self.member(2), Self.member(3)], .french)
        #expect(rota.shieldEnd(of: new) == Day(2026, 3, 9))
        #expect(rota.able(in: Self.monday).map(\.person) == [Self.person(2), Self.person(3)])
        #expect(rota.able(in: Self.monday + 7).count == 3)
    }

    @Test("gives nobody a week that they will not see the end of, and names somebody else for those they had")
    func leaving() throws {
        let leaver = DutyRota.Member(person: Self.person(1), since: nil, until: Day(2026, 3, 18))
        let members = [leaver, Self.member(2), Self.member(3)]
        let known = [
            Self.week(1, Self.monday), Self.week(2, Self.monday + 7), Self.week(1, Self.monday + 14),
            Self.week(3, Self.monday + 21), Self.week(1, Self.monday + 28),
        ]
        let rota = DutyRota(known, members, .french)
        #expect(rota.obstacle(to: leaver.person, in: Self.monday + 14) == .leavesBefore(on: Day(2026, 3, 18)))
        // Wednesday 18 March is in the week of the 16th, which is not theirs to the end; nor is anything after it. Both
        // others are beside that week, so that what follows is named anew.
        let made = rota.proposals(from: Cast.today, weeks: 5)
        #expect(made.map(\.week) == [Self.monday + 14, Self.monday + 21, Self.monday + 28])
        #expect(made.map(\.person) == [Self.person(3), Self.person(2), Self.person(3)])
        // What somebody swapped stays.
        var swapped = known
        swapped[3].isSwapped = true
        let around = DutyRota(swapped, members, .french).proposals(from: Cast.today, weeks: 5)
        #expect(around.map(\.week) == [Self.monday + 28])
        // With one more, only what was theirs changes.
        let four = DutyRota(known, members + [Self.member(4)], .french).proposals(from: Cast.today, weeks: 5)
        #expect(four.map(\.week) == [Self.monday + 14, Self.monday + 28])
        #expect(four[0].person == Self.person(4))
        // Somebody who is gone today leaves this week too.
        let gone = DutyRota([Self.week(9, Self.monday)], members, .french).proposals(from: Cast.today, weeks: 1)
        #expect(gone.map(\.week) == [Self.monday])
        var week = known[0]
        #expect(week.pass(to: Self.person(2)).action == .planned && week.person == Self.person(2) && !week.isSwapped)
    }

    @Test("is swapped by Product Ops, within the same rules")
    func swap() throws {
        let members = [Cast.ops, .opsInTeam].map { DutyRota.Member(person: $0.id, since: nil) }
        var week = DutyWeek(id: Identifier(high: 30, low: 1), week: Cast.today, person: Cast.ops.id)
        let rota = DutyRota([week], members, .french)
        #expect(week.week == Self.monday)
        for member in Cast.allCases where ![.ops, .opsInTeam].contains(member) {
            #expect(throws: Refusal.notAllowed) {
                try week.swap(to: Cast.opsInTeam.id, in: rota, by: member.deed)
            }
        }
        #expect(throws: Refusal.invalid("person", .someoneOfOps)) {
            try week.swap(to: Cast.camille.id, in: rota, by: Cast.ops.deed)
        }
        let before = DutyWeek(id: Identifier(high: 30, low: 2), week: Self.monday - 7, person: Cast.opsInTeam.id)
        #expect(throws: Refusal.invalid("person", .twoWeeksRunning)) {
            try week.swap(to: Cast.opsInTeam.id, in: DutyRota([before, week], members, .french), by: Cast.ops.deed)
        }
        let joined = [members[0], DutyRota.Member(person: Cast.opsInTeam.id, since: Cast.today - 1)]
        #expect(throws: Refusal.invalid("person", .newInOps(until: Day(2026, 3, 25)))) {
            try week.swap(to: Cast.opsInTeam.id, in: DutyRota([week], joined, .french), by: Cast.ops.deed)
        }
        #expect(try week.swap(to: Cast.ops.id, in: rota, by: Cast.ops.deed) == nil)
        #expect(try week.swap(to: Cast.opsInTeam.id, in: rota, by: Cast.opsInTeam.deed) != nil)
        #expect(week.person == Cast.opsInTeam.id && week.isSwapped)
        #expect(throws: Refusal.closed) {
            try week.swap(to: Cast.ops.id, in: rota, by: Cast.ops.deed.on(Self.monday + 7))
        }
    }
}
