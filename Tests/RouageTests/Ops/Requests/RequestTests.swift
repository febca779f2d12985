import Rouage
import Testing

@Suite("Requests to Product Ops")
struct RequestTests {
    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs", arguments: RequestMove.allCases)
    func table(move: RequestMove) { move.checkTable() }

    @Test(
        "every move has somebody outside Product Ops, and none is made by the product", arguments: RequestMove.allCases)
    func withoutOps(move: RequestMove) {
        for (state, end) in move.ways {
            // Asked two months ago: each step waits past its day.
            let late = Cast.request(state, on: Cast.today - 60)
            let able = Cast.allCases.filter { member in
                var request = late
                return (try? move.apply(to: &request, by: member.deed)) != nil && request.state == end
            }
            #expect(Set(able) == (move == .rate ? [.camille] : [.ops, .opsInTeam, .cpo]))
        }
        for state in OpsRequest.State.allCases {
            var request = Cast.request(state)
            #expect(throws: Refusal.notAllowed) {
                try move.apply(to: &request, by: Actor.system(in: Cast.organisation).deed)
            }
        }
    }

    @Test("impact and urgency make the priority, and the priority the days until a first word")
    func matrix() {
        let sums: [(Int, Int, OpsRequest.Priority, Int)] = [
            (3, 3, .first, 1), (3, 2, .second, 2), (2, 3, .second, 2), (2, 2, .third, 5), (1, 3, .third, 5),
            (3, 1, .third, 5), (1, 2, .fourth, 5), (1, 1, .fourth, 5),
        ]
        for (impact, urgency, priority, days) in sums {
            let found = OpsRequest.Priority(impact: impact, urgency: urgency)
            #expect(found == priority && found.daysToAcknowledge == days)
        }
    }

    @Test("days are counted as they are worked: Easter Monday and 1 May are none")
    func workingDays() {
        var request = Cast.request(on: Day(2026, 4, 30))
        (request.impact, request.urgency) = (3, 3)
        // Friday 1 May is off, so the next working day is Monday the 4th.
        #expect(request.acknowledgeBy(.french) == Day(2026, 5, 4))
        #expect(!request.isOverdue(.french, on: Day(2026, 5, 4)) && request.isOverdue(.french, on: Day(2026, 5, 5)))
        #expect(request.age(.french, on: Day(2026, 5, 5)) == 2)
        var easter = Cast.request(on: Day(2026, 4, 2))
        (easter.impact, easter.urgency) = (3, 2)
        #expect(easter.acknowledgeBy(.french) == Day(2026, 4, 7))
        easter.triagedOn = Day(2026, 4, 8)
        #expect(easter.wasAcknowledgedInTime(.french) == false)
    }

    @Test("first words in time are told of those that came, and of those that should have")
    func firstWords() {
        var late = Cast.request(on: Day(2026, 2, 2))
        (late.state, late.triagedOn) = (.triaged, Day(2026, 2, 20))
        let overdue = Cast.request(on: Day(2026, 2, 2))
        let all = [Cast.request(.closed), Cast.request(.triaged), late, overdue, Cast.request()]
        let words = FirstWords(all, .french, on: Cast.today)
        #expect(words.inTime == 2 && words.count == 4)
    }

    @Test("each step has its day: as many days to be taken as to be acknowledged, then ten in hand")
    func steps() {
        // Thursday 5 March, P3: five working days each.
        #expect(Cast.request().nextStepBy(.french) == Day(2026, 3, 12))
        #expect(Cast.request(.triaged).nextStepBy(.french) == Day(2026, 3, 12))
        #expect(Cast.request(.inHand).nextStepBy(.french) == Day(2026, 3, 19))
        #expect(Cast.request(.closed).nextStepBy(.french) == nil)
        for state in [OpsRequest.State.new, .triaged] {
            #expect(!Cast.request(state).isStuck(on: Day(2026, 3, 12)))
            #expect(Cast.request(state).isStuck(on: Day(2026, 3, 13)))
        }
        #expect(!Cast.request(.closed).isStuck(on: Day(2027, 3, 12)))
    }

    @Test("a topic that is made of a request says its title and its problem, and no more than a topic may")
    func subject() {
        var request: OpsRequest = Cast.request()
        let content = request.topicContent()
        #expect(content.title == request.title && content.source == .field)
        #expect(content.problem == "Trois demandes attendent depuis dix jours.\n\nLe diagnostic attend aussi.")
        (request.whatHurts, request.ifWeWait) = (String(repeating: "a", count: 600), String(repeating: "b", count: 600))
        #expect(request.topicContent().problem == request.whatHurts)
        let own = request.topicContent(title: "Autre", problem: "Dit autrement.", isOtherOps: true)
        #expect(own.title == "Autre" && own.problem == "Dit autrement." && own.source == .otherOps)
    }

    @Test("a hot potato presses before anybody has sorted it")
    func presumed() {
        #expect(Cast.request(isHot: true).priority == .second && Cast.request().priority == .third)
    }

    @Test("whoever sorts it says whether it is a hot potato, and the rule for taking it follows")
    func markedAtTriage() throws {
        var request: OpsRequest = Cast.request()
        _ = try request.triage(impact: 2, urgency: 2, hotPotato: true, by: Cast.ops.deed)
        #expect(request.hotPotato)
        #expect(throws: Refusal.self) {
            try request.take(decider: nil, returnOwner: nil, by: Cast.ops.deed)
        }
        #expect(try request.triage(impact: 2, urgency: 2, by: Cast.ops.deed) == nil)
        _ = try request.triage(impact: 2, urgency: 2, hotPotato: false, by: Cast.ops.deed)
        _ = try request.take(decider: nil, returnOwner: nil, by: Cast.ops.deed)
        #expect(!request.hotPotato && request.state == .inHand)
    }

    @Test("a hot potato is not taken without who decides and who takes it back, both outside Product Ops")
    func hotPotato() throws {
        var request = Cast.request(.triaged, isHot: true)
        func taken(_ decider: Cast?, _ owner: Cast?) -> [String]? {
            do {
                _ = try request.take(decider: decider?.id, returnOwner: owner?.id, by: Cast.ops.deed)
                return nil
            } catch let Refusal.invalid(flaws) {
                #expect(flaws.allSatisfy { $0.reason == .someoneOutsideOps })
                return flaws.map(\.field)
            } catch { return ["\(error)"] }
        }
        #expect(taken(nil, nil) == ["decider", "return_owner"])
        #expect(taken(.director, nil) == ["return_owner"])
        #expect(taken(nil, .camille) == ["decider"])
        #expect(taken(.ops, .camille) == ["decider"])
        #expect(taken(.director, .opsInTeam) == ["return_owner"])
        #expect(taken(.director, .left) == ["return_owner"])
        #expect(taken(.director, .stranger) == ["return_owner"])
        #expect(request.state == .triaged)
        #expect(taken(.director, .camille) == nil)
        #expect(request.state == .inHand && request.handledBy == Cast.ops.id)
    }

    @Test("a hot potato that was not taken in hand cannot become work by another way")
    func noDetour() {
        for outcome in OpsRequest.Outcome.allCases where outcome.needsHands {
            for state in [OpsRequest.State.new, .triaged] {
                var request = Cast.request(state, isHot: true)
                #expect(throws: Refusal.closed) {
                    try request.close(
                        .init(outcome, answer: "Oui.", days: 1), room: UrgencyRoom(capacity: 100, used: 0),
                        by: Cast.ops.deed)
                }
            }
        }
    }

    @Test("one's own title and trouble are needed; too much text, other people's Ops and unknown teams are refused")
    func form() {
        var draft = OpsRequest.Draft(title: " ", whatHurts: "")
        draft.ifWeWait = String(repeating: "a", count: 601)
        draft.peopleHit = -1
        draft.team = Identifier(high: 99, low: 9)
        draft.decider = Cast.ops.id
        do {
            _ = try OpsRequest.ask(draft, ref: "q", id: Identifier(high: 20, low: 2), by: Cast.camille.deed)
            Issue.record("it was asked")
        } catch {
            guard case .invalid(let flaws) = error else { return #expect(Bool(false), "\(error)") }
            #expect(flaws.map(\.field) == ["title", "what_hurts", "if_we_wait", "people_hit", "team", "decider"])
        }
        #expect(throws: Refusal.notAllowed) {
            try OpsRequest.ask(
                Cast.requestDraft, ref: "q", id: Identifier(high: 20, low: 2), by: Cast.administrator.deed)
        }
    }

    @Test("a guest says who they are, and names nobody of the department")
    func guest() throws {
        var draft = Cast.requestDraft
        draft.decider = Cast.director.id
        func ask(_ name: String) throws -> OpsRequest {
            try OpsRequest.ask(
                draft, as: name, invitedBy: Cast.salesOps.id, ref: "q", id: Identifier(high: 20, low: 2),
                in: Cast.organisation, on: Cast.today, at: Cast.now
            ).0
        }
        #expect(throws: Refusal.invalid("guest_name", .missing)) { try ask(" ") }
        let request = try ask("Solène Abiven")
        #expect(request.requester == nil && request.decider == nil && request.team == nil)
        #expect(request.invitedBy == Cast.salesOps.id && request.guestName == "Solène Abiven")
    }

    @Test("a quick help takes two days at most, and an answer says something")
    func closing() {
        func flaws(_ outcome: OpsRequest.Outcome?, _ answer: String, _ days: Double) -> [Flaw] {
            var request = Cast.request(.inHand)
            do {
                _ = try request.close(
                    .init(outcome, answer: answer, days: days), room: UrgencyRoom(capacity: 400, used: 0),
                    by: Cast.ops.deed)
                return []
            } catch let Refusal.invalid(flaws) { return flaws } catch { return [Flaw(field: "", reason: .wrong)] }
        }
        #expect(flaws(nil, "Oui.", 0) == [Flaw(field: "outcome", reason: .notChosen)])
        #expect(flaws(.quickHelp, "Fait.", 2) == [])
        #expect(flaws(.quickHelp, "Fait.", 2.5) == [Flaw(field: "spent_days", reason: .longerThanQuickHelp)])
        for outcome in [OpsRequest.Outcome.answered, .redirected, .refused, .quickHelp] {
            #expect(flaws(outcome, " ", 0) == [Flaw(field: "answer", reason: .missing)])
        }
        #expect(flaws(.becameTopic, "", 0) == [Flaw(field: "topic", reason: .missing)])
        #expect(flaws(.urgentProject, "", 0) == [Flaw(field: "spent_days", reason: .missing)])
        #expect(flaws(.answered, "Oui.", -1) == [Flaw(field: "spent_days", reason: .outOfRange(0...200))])
    }

    @Test("an urgent project begins within the room for urgencies; beyond it the CPO drops something")
    func urgent() throws {
        // 63 days of room, 52 used: 11 are left.
        let room = UrgencyRoom(capacity: 252, used: 52)
        #expect(room.days == 63 && room.left == 11 && room.percent == 83)
        func close(_ days: Double, _ who: Cast, _ exchange: String = "") throws -> OpsRequest {
            var request = Cast.request(.inHand)
            _ = try request.close(
                .init(.urgentProject, days: days, inExchange: exchange), room: room, by: who.deed)
            return request
        }
        #expect(try close(11, .ops).outcome == .urgentProject)
        #expect(throws: Refusal.invalid("spent_days", .noRoomForUrgencies(left: 11))) { try close(11.5, .ops) }
        #expect(throws: Refusal.invalid("spent_days", .noRoomForUrgencies(left: 11))) { try close(12, .ops, "Rien.") }
        #expect(throws: Refusal.invalid("in_exchange", .missing)) { try close(12, .cpo) }
        #expect(try close(12, .cpo, "La refonte des modèles").inExchange == "La refonte des modèles")
    }

    @Test("the room is a quarter of what the members can give: their working days less leave, by fte, by 70 %")
    func room() {
        // 2026 Q1 has 63 working days: (63 − 5) · 1 · 0.7 for each of the two, a quarter of 81.2 is 20.3.
        let quarter = Day(2026, 1, 1)...Day(2026, 3, 31)
        let room = UrgencyRoom(of: Cast.organisation, in: quarter, used: 4.5, .french, on: Cast.today)
        #expect(abs(room.capacity - 81.2) < 0.001 && room.days == 20 && room.left == 15.5)
        // 45 working days until 5 March, for two people.
        #expect(room.worked == 90 && room.unplannedPercent == 5)
        #expect(UrgencyRoom(capacity: 0, used: 0).percent == 0 && UrgencyRoom(capacity: 40, used: 12).left == 0)
    }

    @Test("who asked says how happy they are, one to five, once it is closed")
    func satisfaction() throws {
        var request = Cast.request(.closed)
        #expect(throws: Refusal.invalid("satisfaction", .outOfRange(1...5))) {
            try request.rate(6, by: Cast.camille.deed)
        }
        #expect(throws: Refusal.invalid("satisfaction", .notChosen)) { try request.rate(nil, by: Cast.camille.deed) }
        #expect(try request.rate(5, by: Cast.camille.deed) != nil)
        #expect(try request.rate(5, by: Cast.camille.deed) == nil && request.satisfaction == 5)
    }

    @Test("what was answered before is found by what is asked now, in the words of both languages")
    func answeredOnce() {
        func answered(_ low: UInt64, _ title: String, _ hurts: String) -> OpsRequest {
            var request = OpsRequest(
                id: Identifier(high: 21, low: low), ref: "q\(low)", .init(title: title, whatHurts: hurts),
                requester: nil, on: Cast.today, at: Cast.now)
            (request.state, request.outcome, request.answer) = (.closed, .answered, "Oui.")
            return request
        }
        let known = [
            answered(1, "Qui valide un accès à la base de production ?", "Trois demandes attendent."),
            answered(2, "Peut-on déposer un briefing sans dépendance ?", "La page reste incomplète."),
            answered(3, "Who may change a decision after the freeze?", "Two teams read the rule differently."),
        ]
        #expect(AnsweredOnce.like("Accès à la base : qui valide ?", among: known).map(\.ref) == ["q1"])
        #expect(AnsweredOnce.like("changing decisions after a freeze", among: known).first?.ref == "q3")
        #expect(AnsweredOnce.like("Une salle pour mardi", among: known).isEmpty)
        #expect(AnsweredOnce.like("", among: known).isEmpty && AnsweredOnce.like("accès", among: []).isEmpty)
    }
}
