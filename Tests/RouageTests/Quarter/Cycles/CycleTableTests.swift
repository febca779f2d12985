import Rouage
import Testing

@Suite("The states of a cycle")
struct CycleTableTests {
    private let calendar = WorkCalendar.french

    @Test("follow one another by date, forward only, without anybody")
    func forward() {
        for state in Cycle.State.allCases {
            for day in Day(2026, 1, 1)...Day(2026, 7, 10) {
                var cycle = Cast.cycle(state)
                let called = cycle.state(on: day)
                #expect((cycle.advance(on: day) != nil) == (called > state))
                #expect(cycle.state == max(state, called))
            }
        }
    }

    @Test("leave exactly one quarter running on each day of twenty years", arguments: 1...12)
    func oneRunning(fiscalStart: Int) {
        var quarter = Quarter(containing: Day(2025, 12, 1), fiscalStart: fiscalStart)
        var cycles: [Cycle] = []
        while quarter.days.lowerBound < Day(2046, 1, 1) {
            cycles.append(Cycle(quarter, id: Identifier(high: 3, low: UInt64(cycles.count)), calendar))
            quarter = quarter.next
        }
        for (before, after) in zip(cycles, cycles.dropFirst()) {
            #expect(before.end + 1 == after.start)
            #expect(after.phases.presentation < after.start)
            #expect(Quarter(following: before)?.days.lowerBound == after.start)
        }
    }

    @Test("give at least ten working days to the alignment, whatever the quarter", arguments: 1...12)
    func alignment(fiscalStart: Int) {
        var quarter = Quarter(containing: Day(2025, 12, 1), fiscalStart: fiscalStart)
        while quarter.year < 2046 {
            let phases = PreparationPlan(preparedIn: quarter, calendar).phases
            #expect(
                calendar.workingDays(after: phases.draftsDue, upTo: phases.freeze - 1) >= 10,
                "\(quarter.label) of a fiscal year from month \(fiscalStart)")
            quarter = quarter.next
        }
    }
}
