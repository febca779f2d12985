import Testing

@testable import Rouage

@Suite("The report of a quarter")
struct CycleReportTests {
    private func briefing(_ number: UInt64, _ state: Briefing.State, team: String = "bulletins") -> Briefing {
        let cycle = Cast.cycle()
        var text = Briefing.Text()
        text.title = "Initiative \(number)"
        var briefing = Briefing(
            id: Identifier(high: 4, low: number), ref: "b\(number)", cycle: cycle.id, team: Cast.unit(team), owner: nil,
            text: text, at: Cast.now)
        briefing.state = state
        return briefing
    }

    private func need(
        _ number: UInt64, _ state: Dependency.State, of briefing: Briefing, from giver: String = "conges",
        breaks: Int = 0, late: Bool = false
    ) -> Dependency {
        var cycle = Cast.cycle()
        cycle.state = late ? .running : .drafting
        var need = Dependency(
            id: Identifier(high: 9, low: number), Cast.request(giver: giver), of: briefing, in: cycle,
            on: Day(2026, 2, 13),
            at: Cast.now)
        need.state = state
        need.breaks = breaks
        if state == .committed || breaks > 0 { need.committedFor = Day(2026, 4, 10) }
        return need
    }

    private func record(
        _ briefings: [Briefing], _ needs: [Dependency], cycle: Cycle = Cast.cycle(.running),
        answered: [Identifier<Dependency>: Day] = [:]
    ) -> CycleReport.Record {
        CycleReport.Record(cycle: cycle, briefings: briefings, dependencies: needs, answered: answered)
    }

    @Test("counts what was late, broken, held up, and how long an answer took")
    func figures() {
        var held = briefing(1, .inProgress)
        held.cause = .init(code: .dependency, text: "Congés.", dependencies: [], on: Cast.today)
        var tired = briefing(2, .abandoned)
        tired.cause = .init(code: .capacity, text: "Départs.", dependencies: [], on: Cast.today)
        let pages = [held, tired, briefing(3, .done), briefing(4, .validated), briefing(5, .dropped)]
        let needs = [
            need(1, .delivered, of: held), need(2, .broken, of: held, breaks: 1), need(3, .declined, of: held),
            need(4, .committed, of: held, late: true), need(5, .pointedOut, of: held),
        ]
        // From Friday 13 February: 1, 3 and 8 working days.
        let answered = [
            needs[0].id: Day(2026, 2, 16), needs[1].id: Day(2026, 2, 18), needs[2].id: Day(2026, 2, 25),
        ]
        let figures = record(pages, needs, answered: answered).figures
        #expect(figures.late == .init(part: 1, whole: 5) && figures.late.percent == 20)
        #expect(figures.broken == .init(part: 1, whole: 3) && figures.broken.percent == 33)
        #expect(figures.heldUp == .init(part: 1, whole: 4) && figures.heldUp.percent == 25)
        #expect(figures.answerDays == 3 && figures.answers == 3)
        let empty = record([], []).figures
        #expect(empty.late.percent == nil && empty.answerDays == nil)
    }

    @Test("holds what was planned against what was done, by team")
    func teams() {
        var slowed = briefing(1, .inProgress)
        slowed.slowed = true
        let pages = [
            slowed, briefing(2, .done), briefing(3, .abandoned), briefing(4, .inProgress), briefing(5, .draft),
        ]
        let cycle = Cast.cycle(.running)
        let commitments = pages.prefix(3).map {
            Commitment(id: Identifier(high: 1, low: $0.id == pages[0].id ? 1 : 2), $0, in: cycle)
        }
        let needs = [
            need(1, .delivered, of: pages[0]), need(2, .delivered, of: pages[0], breaks: 1),
            need(3, .committed, of: pages[0]),
        ]
        let teams = CycleReport([record(pages, needs)], commitments: commitments).teams
        #expect(
            teams[Cast.unit("bulletins")]
                == .init(planned: 3, done: 1, running: 1, slowed: 1, abandoned: 1, added: 1))
        #expect(teams[Cast.unit("conges")] == .init(promised: 3, kept: 1, broken: 1))
        // Without a presentation on record, what was validated in its time counts as planned.
        #expect(CycleReport([record(pages, [])], commitments: []).teams[Cast.unit("bulletins")]?.planned == 4)
    }

    @Test("says of a late need what would have shown it")
    func surprises() {
        var page = briefing(1, .inProgress)
        page.text.problem = "Les soldes de CONGES arrivent trop tard."
        var before = Cast.cycle(.closed)
        before.label = "2026-Q1"
        let past = briefing(9, .done)
        let late = need(1, .committed, of: page, late: true)
        let names = [Cast.unit("conges"): "Congés", Cast.unit("dsn"): "DSN"]
        let other = need(2, .committed, of: page, from: "dsn", late: true)
        let report = CycleReport(
            [record([page], [late, other]), record([past], [need(8, .delivered, of: past)], cycle: before)],
            commitments: [])
        let traces = report.surprises(names).map(\.traces)
        #expect(traces == [[.samePair(cycle: before.id, what: "Le solde de congés par contrat"), .named], []])
        page.offCycle = true
        #expect(CycleReport([record([page], [other])], commitments: []).surprises(names)[0].traces == [.offCycle])
    }

    @Test("names the pairs of teams with trouble in two quarters or more")
    func pairs() {
        let page = briefing(1, .inProgress)
        func quarter(_ number: UInt64, _ needs: [Dependency]) -> CycleReport.Record {
            let quarter = Quarter(label: "2026-Q\(number)", fiscalStart: 1)!
            return record([page], needs, cycle: Cycle(quarter, id: Identifier(high: 3, low: number), .french))
        }
        let report = CycleReport(
            [
                quarter(
                    3, [need(1, .broken, of: page, breaks: 1), need(2, .committed, of: page, from: "dsn", late: true)]),
                quarter(2, [need(3, .delivered, of: page), need(4, .declined, of: page)]),
                quarter(1, [need(5, .delivered, of: page, from: "dsn")]),
            ], commitments: [])
        #expect(report.chronicPairs.count == 1)
        let pair = report.chronicPairs[0]
        #expect(pair.asking == Cast.unit("bulletins") && pair.giving == Cast.unit("conges"))
        #expect(pair.troubles.values.sorted() == [1, 1])
    }

    @Test("a name is found in whole words, whatever the capitals and accents")
    func mention() {
        #expect("Les congés payés".mentions("Congés"))
        #expect("LE DESIGN SYSTEME existe".mentions("Design système"))
        #expect(!"Un congédiement".mentions("Congé"))
        #expect(!"design du système".mentions("Design système"))
        #expect(!"tout".mentions(""))
    }
}
