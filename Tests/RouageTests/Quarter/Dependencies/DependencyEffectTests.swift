import Rouage
import Testing

@Suite("What a dependency's moves change")
struct DependencyEffectTests {
    private let giver = Cast.giverManager.actor
    private let asker = Cast.camille.actor
    private let today = Cast.today
    private let now = Cast.now

    private func moved(_ moves: DependencyMove..., from situation: Situation = .pointedOut) throws -> Dependency {
        var dependency = situation.dependency()
        for move in moves { try move.apply(to: &dependency, by: (move.side == .giving ? giver : asker).deed) }
        return dependency
    }

    @Test("seen, promised, delivered, received: who to talk to, the effort, the days")
    func straight() throws {
        let promised = try moved(.acknowledge, .commit)
        #expect(promised.contact == Cast.giverEngineer.id)
        #expect(promised.effortDays == 6)
        #expect(promised.committedFor == today + 20)
        #expect(promised.neededBy == Day(2026, 4, 15))
        let received = try moved(.acknowledge, .commit, .claim, .confirm)
        #expect(received.claimedOn == today)
        #expect(received.deliveredOn == today)
        #expect((received.breaks, received.redates, received.refusals) == (0, 0, 0))
    }

    @Test("an accepted counter-proposal moves the day needed and keeps the first one")
    func accepted() throws {
        let dependency = try moved(.acknowledge, .counter, .acceptCounter)
        #expect(dependency.neededBy == Day(2026, 5, 6))
        #expect(dependency.committedFor == Day(2026, 5, 6))
        #expect(dependency.firstNeededBy == Day(2026, 4, 15))
        #expect(dependency.counter == nil)
        #expect(dependency.redates == 0, "nothing had been promised")
    }

    @Test("a smaller scope without a date is promised for the day needed")
    func scope() throws {
        var dependency = Situation.acknowledged.dependency()
        _ = try dependency.counter(
            date: nil, scope: "Sans les temps partiels", reason: "Dix jours de moins.", by: giver.deed, in: Cast.cycle()
        )
        try DependencyMove.acceptCounter.apply(to: &dependency, by: asker.deed)
        #expect(dependency.committedFor == dependency.neededBy)
        #expect(dependency.neededBy == dependency.firstNeededBy)
    }

    @Test("a re-dating of a promise is counted, and is no break")
    func redated() throws {
        let dependency = try moved(.counter, .acceptCounter, from: .committed)
        #expect((dependency.redates, dependency.breaks) == (1, 0))
        #expect(dependency.committedFor == Day(2026, 5, 6))
        #expect(try moved(.counter, .refuseCounter, from: .committed).committedFor == nil)
    }

    @Test("a promise is not re-dated on its day or after, nor once it is said delivered")
    func tooLateToRedate() throws {
        for day in [Day(2026, 4, 10), Day(2026, 4, 14)] {
            var dependency = Situation.committed.dependency()
            #expect(throws: Refusal.closed) {
                try dependency.counter(
                    date: Day(2026, 5, 6), scope: "", reason: "Retard.", by: giver.deed.on(day), in: Cast.cycle())
            }
        }
        var claimed = Situation.claimed.dependency()
        #expect(throws: Refusal.closed) { try DependencyMove.counter.apply(to: &claimed, by: giver.deed) }
    }

    @Test("the second refusal puts the dependency on the agenda of both leads, until it is settled")
    func refusedTwice() throws {
        let once = try moved(.acknowledge, .counter, .refuseCounter)
        #expect((once.refusals, once.isForTheLeads) == (1, false))
        var twice = try moved(.acknowledge, .counter, .refuseCounter, .counter, .refuseCounter)
        #expect((twice.refusals, twice.isForTheLeads) == (2, true))
        #expect(
            Cast.organisation.leadsToSettle(between: [twice.askingTeam, twice.givingTeam!])
                == [Cast.tribeLead.id, Cast.giverTribeLead.id])
        try DependencyMove.commit.apply(to: &twice, by: giver.deed)
        #expect(!twice.isForTheLeads)
    }

    @Test("a broken promise stays counted once it is made again and accepted")
    func brokenAndMadeAgain() throws {
        let dependency = try moved(.breakPromise, .counter, .acceptCounter, from: .committed)
        #expect(dependency.state == .committed)
        #expect((dependency.breaks, dependency.redates) == (1, 0))
        #expect(dependency.committedFor == Day(2026, 5, 6), "the new day, so that it does not lapse at once")
    }

    @Test("a broken promise is made again with a day, not with a smaller scope alone")
    func brokenNeedsADay() throws {
        var dependency = Situation.broken.dependency()
        #expect(throws: Refusal.invalid("counter_date", .missing)) {
            try dependency.counter(date: nil, scope: "La moitié", reason: "Retard.", by: giver.deed, in: Cast.cycle())
        }
    }

    @Test("a declined request is asked once more, not twice, and with something changed")
    func reasked() throws {
        let again = try moved(.decline, .reask)
        #expect((again.what, again.decline, again.reasked) == ("Le solde seul", nil, true))
        var twice = try moved(.decline, .reask, .decline)
        #expect(throws: Refusal.over(limit: 1)) { try DependencyMove.reask.apply(to: &twice, by: asker.deed) }
        var same = Situation.declined.dependency()
        let what = same.what
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try same.reask(what: what, reason: " ", by: asker.deed)
        }
        _ = try same.reask(what: what, reason: "L'URSSAF a publié la norme.", by: asker.deed)
        #expect(same.state == .pointedOut)
    }

    @Test("a refused receipt leaves the promise and its day")
    func claimRefused() throws {
        let dependency = try moved(.refuseClaim, from: .claimed)
        #expect((dependency.state, dependency.claimedOn) == (.committed, nil))
        #expect(dependency.committedFor == Day(2026, 4, 10))
    }

    @Test("a promise lapses five working days after its day, not four, and not when it is said delivered")
    func lapses() {
        var dependency = Situation.committed.dependency()
        #expect(dependency.lapse(workingDaysPast: 4, at: now) == nil)
        #expect(dependency.lapse(workingDaysPast: 5, at: now)?.action == .broken)
        #expect((dependency.state, dependency.breaks) == (.broken, 1))
        #expect(dependency.lapse(workingDaysPast: 6, at: now) == nil, "once")
        var claimed = Situation.claimed.dependency()
        #expect(claimed.lapse(workingDaysPast: 50, at: now) == nil)
    }

    @Test("ten working days of silence count as received, nine do not")
    func silence() {
        var dependency = Situation.claimed.dependency()
        #expect(dependency.deliverBySilence(workingDaysSinceClaim: 9, on: today, at: now) == nil)
        #expect(
            dependency.deliverBySilence(workingDaysSinceClaim: 10, on: today, at: now)?.action == .deliveredBySilence)
        #expect((dependency.state, dependency.deliveredOn) == (.delivered, today))
        var committed = Situation.committed.dependency()
        #expect(committed.deliverBySilence(workingDaysSinceClaim: 50, on: today, at: now) == nil)
    }

    @Test("ends with its briefing from every state that had not ended", arguments: Situation.allCases)
    func endsWithBriefing(situation: Situation) {
        var dependency = situation.dependency()
        let activity = dependency.endWithBriefing(at: now)
        let hadEnded = situation == .delivered || situation == .withdrawn
        #expect((activity == nil) == hadEnded)
        #expect(dependency.state == (situation == .delivered ? .delivered : .withdrawn))
    }
}
