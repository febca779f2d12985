import Rouage

extension Sheet {
    /// Cycles whose preparation is not dated get the dates of the calendar rule.
    func cycles() throws {
        var known: [String: Cycle] = try known(by: \.label)
        try eachRow { row in
            let label = row.code("label")
            _ = (row.required("start"), row.required("end"))
            let start = row.day("start")
            let end = row.day("end")
            guard row.problems.isEmpty, let start, let end else { return }
            guard start < end else {
                row.refuse("end", .tooEarly(before: start + 1))
                return
            }
            let before = known[label]
            let planned = before?.phases ?? PreparationPlan(preparing: start...end, WorkCalendar.french).phases
            let phases = Phases(
                draftingOpens: row.day("drafting_opens") ?? planned.draftingOpens,
                draftsDue: row.day("drafts_due") ?? planned.draftsDue, freeze: row.day("freeze") ?? planned.freeze,
                presentation: row.day("presentation") ?? planned.presentation)
            if !phases.areOrdered { row.refuse("freeze", .tooLate(than: phases.presentation)) }
            guard row.problems.isEmpty else { return }
            var cycle =
                before ?? Cycle(id: transaction.newID(), label: label, start: start, end: end, phases: phases)
            cycle.start = start
            cycle.end = end
            cycle.phases = phases
            if before == nil { cycle.state = cycle.state(on: today) }
            known[label] = try put(cycle, over: before)
        }
    }
}
