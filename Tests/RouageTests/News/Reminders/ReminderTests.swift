import Rouage
import Testing

@Suite("Reminders without police")
struct ReminderTests {
    private let calendar = WorkCalendar.french
    private let now = Cast.now

    /// Drafts of 2026-Q2 are due on Friday 13 February.
    private var draft: Duty { Cast.briefing(.draft).duty(outlook(on: Day(2026, 2, 6)))! }

    private func outlook(on day: Day = Cast.today) -> Outlook {
        Outlook([Cast.cycle()], calendar, on: day, at: Instant(day, hour: 9, in: WorkCalendar.zone))
    }

    private func said(_ steps: [Reminder.Step], on day: Day = Day(2026, 2, 6), _ duty: Duty? = nil) -> [Reminder] {
        steps.enumerated().map { place, step in
            Reminder(
                id: Identifier(high: 2, low: UInt64(place)), of: duty ?? draft, to: Cast.camille.id, number: place + 1,
                step, by: step == .byHand ? Cast.tribeLead.id : nil, on: day, at: now)
        }
    }

    private func due(_ duty: Duty, after sent: [Reminder], on day: Day) -> Reminder? {
        Reminder.due(
            duty, after: sent, to: Cast.camille.id, id: Identifier(high: 2, low: 9), calendar, on: day, at: now)?.0
    }

    @Test("of a draft come five working days before, the day before and two days after")
    func days() {
        #expect(draft.due == Day(2026, 2, 13))
        let steps = (0..<21).map { draft.step(on: Day(2026, 2, 1) + $0, calendar) }
        #expect(steps[4] == nil, "Thursday 5 February")
        #expect(steps[5] == .weekBefore, "Friday 6 February")
        #expect(steps[10] == .weekBefore)
        #expect(steps[11] == .dayBefore && steps[12] == .dayBefore, "Thursday 12 and Friday 13 February")
        #expect(steps[13] == nil && steps[15] == nil, "the weekend and Monday")
        #expect(steps[16] == .afterwards && steps[20] == .afterwards, "from Tuesday 17 February")
    }

    @Test("say each step once; a step that was missed is not sent late")
    func once() throws {
        let first = try #require(due(draft, after: [], on: Day(2026, 2, 6)))
        #expect(first.step == .weekBefore && first.number == 1 && first.sender == nil)
        #expect(due(draft, after: [first], on: Day(2026, 2, 9)) == nil)
        let late = try #require(due(draft, after: [], on: Day(2026, 2, 24)))
        #expect(late.step == .afterwards && late.number == 1)
    }

    @Test("a fourth is impossible, by the product and by hand")
    func fourth() throws {
        let three = said([.byHand, .byHand, .weekBefore])
        #expect(due(draft, after: three, on: Day(2026, 2, 12)) == nil)
        #expect(throws: Refusal.over(limit: 3)) {
            try Reminder.send(
                draft, after: three, to: Cast.camille.id, id: Identifier(high: 2, low: 8),
                by: Cast.tribeLead.deed.on(Day(2026, 2, 12)))
        }
        #expect(due(draft, after: said([.byHand, .byHand]), on: Day(2026, 2, 12))?.number == 3)
    }

    @Test("by hand come from the person's own line only: the tribe lead and the directors above; never Product Ops")
    func line() throws {
        let line: Set<Cast> = [.tribeLead, .director]
        for member in Cast.allCases {
            func send() throws -> Reminder {
                try Reminder.send(
                    draft, after: [], to: Cast.camille.id, id: Identifier(high: 2, low: 7),
                    by: member.deed.on(Day(2026, 2, 12))
                ).0
            }
            if line.contains(member) {
                #expect(try send().sender == member.id)
                #expect(try send().step == .byHand)
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try send() }
            }
        }
        #expect(!Actor.system(in: Cast.organisation).may(.remind(Cast.unit("bulletins"))))
    }

    @Test("a request is owed for three working days, a delivery for ten, a draft until the freeze")
    func duties() throws {
        let asked = try #require(Cast.dependency(.pointedOut).duty(outlook()))
        #expect(asked.team == Cast.unit("conges") && asked.since == Day(2026, 2, 26) && asked.due == Day(2026, 3, 3))
        #expect(asked.step(on: Day(2026, 2, 27), calendar) == nil, "not on the day after it was asked")
        #expect(asked.step(on: Day(2026, 3, 2), calendar) == .dayBefore)
        var claimed = Cast.dependency(.committed)
        #expect(claimed.duty(outlook()) == nil)
        claimed.claimedOn = Day(2026, 3, 2)
        #expect(claimed.duty(outlook())?.team == Cast.unit("bulletins"))
        #expect(claimed.duty(outlook())?.due == Day(2026, 3, 16))
        #expect(Cast.dependency(.pointedOut, giver: nil).duty(outlook()) == nil)
        #expect(Cast.briefing(.submitted).duty(outlook(on: Day(2026, 2, 6))) == nil)
        #expect(Cast.briefing(.draft).duty(outlook(on: Day(2026, 3, 23))) == nil)
        var offCycle = Cast.briefing(.draft)
        offCycle.offCycle = true
        #expect(offCycle.duty(outlook(on: Day(2026, 2, 6))) == nil)
    }

    @Test("go to who can act, then to the lead above the team")
    func addressees() {
        #expect(Cast.organisation.bearer(of: Cast.briefing(.draft)) == Cast.camille.id)
        var orphan = Cast.briefing(.draft)
        orphan.owner = Cast.left.id
        #expect(Cast.organisation.bearer(of: orphan) == Cast.lead.id)
        #expect(Cast.organisation.bearer(of: Cast.dependency(.pointedOut)) == Cast.giverLead.id)
        #expect(Cast.organisation.leadToTell(of: Cast.unit("bulletins")) == Cast.tribeLead.id)
        #expect(Cast.organisation.directorToTell(of: Cast.unit("bulletins")) == Cast.director.id)
        #expect(Cast.organisation.directorToTell(of: Cast.unit("dsn")) == Cast.otherDirector.id)
    }

    @Test("directors are told of what waits for their decision, once a cycle")
    func decisions() {
        let waiting = [Tally(team: Cast.unit("bulletins"), state: .ready, count: 1)]
        func duties(on day: Day) -> [Duty] {
            Cast.allCases.compactMap { Cast.cycle().decisions(of: waiting, by: $0.actor, outlook(on: day)) }
                .compactMap { Duty(deciding: $0, in: Cast.organisation) }
        }
        #expect(duties(on: Cast.today).map(\.obligation) == [.decide(Cast.cycle().id, Cast.director.id)])
        #expect(duties(on: Cast.today).first?.due == Cast.cycle().phases.freeze)
        #expect(duties(on: Day(2026, 2, 6)).isEmpty)
    }

    @Test("an obligation is read as it is written, and nothing else is read")
    func names() {
        let all: [Obligation] = [
            .submit(Cast.briefing().id), .acknowledge(Cast.dependency().id), .confirm(Cast.dependency().id),
            .decide(Cast.cycle().id, Cast.director.id),
        ]
        for obligation in all { #expect(Obligation(rawValue: obligation.rawValue) == obligation) }
        for wrong in ["", "submit", "submit x", "decide \(Cast.cycle().id)", "pay \(Cast.cycle().id)"] {
            #expect(Obligation(rawValue: wrong) == nil, "\(wrong)")
        }
    }
}
