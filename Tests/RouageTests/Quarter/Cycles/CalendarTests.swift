import Rouage
import Testing

@Suite("The calendar")
struct CalendarTests {
    private let calendar = WorkCalendar.french

    struct Golden: Sendable, CustomTestStringConvertible {
        let quarter: String
        let workingDays: Int
        let alignmentDays: Int
        /// Drafts due, freeze, presentation, brainstorm, mercato opens and closes, ranking, share-out.
        let dates: [String]
        var testDescription: String { quarter }
    }

    static let golden = [
        Golden(
            quarter: "2026-Q1", workingDays: 63, alignmentDays: 25,
            dates: [
                "2026-02-13", "2026-03-23", "2026-03-26", "2026-02-27", "2026-03-05", "2026-03-11", "2026-03-12",
                "2026-03-17",
            ]),
        Golden(
            quarter: "2026-Q2", workingDays: 60, alignmentDays: 24,
            dates: [
                "2026-05-13", "2026-06-22", "2026-06-25", "2026-05-29", "2026-06-04", "2026-06-10", "2026-06-11",
                "2026-06-16",
            ]),
        Golden(
            quarter: "2026-Q3", workingDays: 65, alignmentDays: 15,
            dates: [
                "2026-08-28", "2026-09-21", "2026-09-24", "2026-08-31", "2026-09-04", "2026-09-10", "2026-09-11",
                "2026-09-16",
            ]),
        Golden(
            quarter: "2026-Q4", workingDays: 64, alignmentDays: 20,
            dates: [
                "2026-11-13", "2026-12-14", "2026-12-17", "2026-12-01", "2026-12-07", "2026-12-11", "2026-12-14",
                "2026-12-17",
            ]),
        Golden(
            quarter: "2027-Q4", workingDays: 64, alignmentDays: 20,
            dates: [
                "2027-11-10", "2027-12-13", "2027-12-16", "2027-12-01", "2027-12-07", "2027-12-13", "2027-12-14",
                "2027-12-17",
            ]),
    ]

    @Test("plans the five quarters of the reference table", arguments: golden)
    func plans(golden: Golden) throws {
        let quarter = try #require(Quarter(label: golden.quarter, fiscalStart: 1))
        let plan = PreparationPlan(preparedIn: quarter, calendar)
        let dates = [
            plan.draftsDue, plan.freeze, plan.presentation, plan.brainstorm, plan.mercatoOpens, plan.mercatoCloses,
            plan.ranking, plan.shareOut,
        ]
        #expect(dates.map(\.description) == golden.dates)
        #expect(quarter.days.count(where: calendar.isWorked) == golden.workingDays)
        #expect((plan.draftsDue + 1..<plan.freeze).count(where: calendar.isOpen) == golden.alignmentDays)
    }

    @Test("orders the phases and spares holidays, bridges and quiet weeks in every quarter of thirty years")
    func everyQuarter() throws {
        for fiscalStart in 1...3 {
            var quarter = Quarter(containing: Day(2020, 1, 1), fiscalStart: fiscalStart)
            while quarter.year < 2050 {
                let plan = PreparationPlan(preparedIn: quarter, calendar)
                #expect(plan.phases.areOrdered, "\(quarter.label), fiscal year from month \(fiscalStart)")
                #expect(plan.presentation < quarter.next.days.lowerBound)
                for day in [plan.draftsDue, plan.freeze, plan.presentation, plan.brainstorm, plan.shareOut] {
                    #expect(calendar.isOpen(day), "\(day) in \(quarter.label), fiscal year from month \(fiscalStart)")
                }
                #expect((plan.draftsDue + 1..<plan.freeze).count(where: calendar.isOpen) >= 10)
                quarter = quarter.next
            }
        }
    }

    @Test("knows the holidays that move with Easter, bridges and quiet periods")
    func holidays() {
        #expect(calendar.isHoliday(Day(2026, 4, 6)))
        #expect(calendar.isHoliday(Day(2026, 5, 14)))
        #expect(calendar.isHoliday(Day(2027, 5, 17)))
        #expect(calendar.isBridge(Day(2026, 5, 15)))
        #expect(calendar.isBridge(Day(2026, 7, 13)))
        #expect(!calendar.isBridge(Day(2026, 5, 13)))
        #expect(calendar.quietPeriod(of: Day(2026, 8, 14)) == Day(2026, 8, 3)...Day(2026, 8, 23))
        #expect(calendar.quietPeriod(of: Day(2027, 1, 1)) == Day(2026, 12, 21)...Day(2027, 1, 1))
        #expect(calendar.workingDays(after: Day(2026, 3, 5), upTo: Day(2026, 3, 23)) == 12)
    }

    @Test("a quarter follows another through the year, whatever the month in which the fiscal year starts")
    func quarters() throws {
        let last = try #require(Quarter(label: "2026-Q4", fiscalStart: 2))
        #expect(last.days == Day(2026, 11, 1)...Day(2027, 1, 31))
        #expect(last.next.label == "2027-Q1")
        #expect(Quarter(containing: Day(2027, 1, 15), fiscalStart: 2) == last)
        #expect(Quarter(label: "2026-Q5", fiscalStart: 1) == nil)
        #expect(Quarter(label: "v1.34", fiscalStart: 1) == nil)
        let cycle = Cycle(last, id: Identifier(high: 1, low: 1), calendar)
        #expect(Quarter(following: cycle) == last.next)
    }

    @Test("moves a cycle through its states by date alone")
    func states() throws {
        let quarter = try #require(Quarter(label: "2026-Q2", fiscalStart: 1))
        let cycle = Cycle(quarter, id: Identifier(high: 1, low: 1), calendar)
        let states = [
            "2026-01-23", "2026-01-26", "2026-02-13", "2026-02-14", "2026-03-23", "2026-03-26", "2026-04-01",
            "2026-07-01",
        ]
        .map { cycle.state(on: Day($0)!) }
        #expect(states == [.planned, .drafting, .drafting, .aligning, .frozen, .presented, .running, .closed])
    }
}
