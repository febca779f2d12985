/// Three months of a fiscal year, written `2026-Q1`; the year is the one in which the fiscal year starts.
package struct Quarter: Hashable, Sendable {
    package let year: Int
    /// 1 to 4.
    package let number: Int
    /// The month in which the fiscal year starts, 1 to 12.
    package let fiscalStart: Int

    private init(index: Int, fiscalStart: Int) {
        year = Day.floor(index, 4)
        number = index - year * 4 + 1
        self.fiscalStart = fiscalStart
    }

    /// Reads `2026-Q1`.
    package init?(label: String, fiscalStart: Int) {
        let parts = label.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0, parts[1].first == "Q",
            parts[1].utf8.count == 2, let number = parts[1].last?.wholeNumberValue, (1...4).contains(number)
        else { return nil }
        self.init(index: year * 4 + number - 1, fiscalStart: fiscalStart)
    }

    package init(containing day: Day, fiscalStart: Int) {
        let months = day.year * 12 + day.month - fiscalStart
        self.init(index: Day.floor(months, 3), fiscalStart: fiscalStart)
    }

    /// The quarter after a cycle that is itself one, in the same fiscal year's rhythm.
    package init?(following cycle: Cycle) {
        guard let named = Quarter(label: cycle.label, fiscalStart: 1) else { return nil }
        let shift = cycle.start.month - 1 - (named.number - 1) * 3
        let fiscalStart = (shift + 24) % 12 + 1
        guard let quarter = Quarter(label: cycle.label, fiscalStart: fiscalStart),
            quarter.days.lowerBound == cycle.start
        else { return nil }
        self = quarter.next
    }

    private var index: Int { year * 4 + number - 1 }
    /// The quarter after it, in the same fiscal year's rhythm.
    package var next: Quarter { Quarter(index: index + 1, fiscalStart: fiscalStart) }
    /// The quarter before it.
    package var previous: Quarter { Quarter(index: index - 1, fiscalStart: fiscalStart) }
    /// `2026-Q1`.
    package var label: String { "\(year)-Q\(number)" }

    /// Its days, the first and the last included.
    package var days: ClosedRange<Day> {
        let month = fiscalStart + (number - 1) * 3
        return Day(year, month, 1)...(Day(year, month + 3, 1) - 1)
    }
}

extension Cycle {
    /// The cycle of a quarter, prepared in the quarter before on the dates of the calendar rule.
    package init(_ quarter: Quarter, id: Identifier<Cycle>, _ calendar: WorkCalendar) {
        self.init(
            id: id, label: quarter.label, start: quarter.days.lowerBound, end: quarter.days.upperBound,
            phases: PreparationPlan(preparedIn: quarter.previous, calendar).phases)
    }
}
