import Rouage
import Testing

@Suite("What is left after the reminders")
struct RelayTests {
    private let calendar = WorkCalendar.french
    private let today = Day(2026, 2, 20)
    private let team = Cast.unit("bulletins")

    private var draft: Duty {
        Cast.briefing(.draft).duty(
            Outlook([Cast.cycle()], .french, on: today, at: Instant(today, hour: 9, in: WorkCalendar.zone)))!
    }
    private var facts: [Relay.Fact] {
        [Relay.Fact(obligation: draft.obligation, due: draft.due, reminders: 3)]
    }

    private func said(on day: Day) -> [Reminder] {
        [
            Reminder(
                id: Identifier(high: 2, low: 1), of: draft, to: Cast.tribeLead.id, number: 1, .afterwards, by: nil,
                on: day, at: Cast.now)
        ]
    }

    private func begin(after earlier: [Relay] = [], director: Cast? = .director) -> (Relay, Activity)? {
        Relay.begin(
            .briefings, of: team, in: Cast.cycle().id, facts: facts, after: earlier, director: director?.id,
            id: Identifier(high: 2, low: 2), calendar, on: today, at: Cast.now)
    }

    @Test("is what is five working days late, three after the last word, and of which something was said")
    func left() {
        #expect(Relay.isLeft(draft, after: said(on: Day(2026, 2, 17)), calendar, on: today))
        #expect(!Relay.isLeft(draft, after: said(on: Day(2026, 2, 17)), calendar, on: today - 1))
        #expect(!Relay.isLeft(draft, after: said(on: Day(2026, 2, 18)), calendar, on: today))
        #expect(!Relay.isLeft(draft, after: [], calendar, on: today))
    }

    @Test("is an offer of help first; the director has it only where help was offered before")
    func offer() throws {
        let (offer, activity) = try #require(begin())
        #expect(offer.state == .offered && offer.director == nil && activity.action == .offered)
        #expect(begin(after: [offer]) == nil, "one at a time for a team and a practice")
        var done = offer
        #expect(done.close { _ in true }?.action == .closed)
        let (relay, handed) = try #require(begin(after: [done]))
        #expect(relay.state == .created && relay.director == Cast.director.id && handed.action == .handedOn)
        #expect(relay.due == calendar.adding(workingDays: 10, to: today))
        #expect(try #require(begin(after: [done], director: nil)).0.state == .offered)
    }

    @Test("an offer that changed nothing goes to the director after five working days")
    func handOn() throws {
        var (relay, _) = try #require(begin())
        let fifth = calendar.adding(workingDays: 5, to: today)
        #expect(relay.handOn(to: Cast.director.id, facts: facts, calendar, on: fifth - 1) == nil)
        #expect(relay.handOn(to: nil, facts: facts, calendar, on: fifth) == nil)
        #expect(relay.handOn(to: Cast.director.id, facts: facts, calendar, on: fifth)?.action == .handedOn)
        #expect(relay.state == .created)
        #expect(relay.handOn(to: Cast.director.id, facts: facts, calendar, on: fifth + 30) == nil)
    }

    @Test("closes by itself once nothing of it is left, and names a team, never a person who is late")
    func closes() throws {
        var (relay, _) = try #require(begin())
        #expect(relay.close { _ in false } == nil)
        #expect(relay.close { _ in true }?.action == .closed)
        #expect(relay.close { _ in true } == nil)
        let kept = Set(Mirror(reflecting: relay).children.compactMap(\.label))
        #expect(kept.isDisjoint(with: ["person", "addressee", "owner", "score"]))
        #expect(Obligation.decide(Cast.cycle().id, Cast.director.id).practice == nil)
    }
}
