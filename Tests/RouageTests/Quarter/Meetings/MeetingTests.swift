import Rouage
import Testing

@Suite("Meetings of teams")
struct MeetingTests {
    private let camille = Cast.camille.deed

    private func call(_ change: (inout Meeting.Plan) -> Void, _ mode: Meeting.Mode = .sync) throws -> Meeting {
        var plan = Cast.plan(mode)
        change(&plan)
        return try Meeting.call(plan, ref: "m", id: Identifier(high: 10, low: 2), in: Cast.cycle(), by: camille).0
    }

    @Test("two to five teams that are there, an hour to come, a length in reason, a place that fits")
    func plan() throws {
        let five = ["bulletins", "conges", "variables", "dsn", "sales-ops"].map(Cast.unit)
        #expect(try call { $0.teams = five }.teams.count == 5)
        let wrong: [((inout Meeting.Plan) -> Void, Flaw)] = [
            ({ $0.teams = [Cast.unit("bulletins")] }, Flaw(field: "teams", reason: .outOfRange(2...5))),
            ({ $0.teams = five + [Cast.unit("product-ops")] }, Flaw(field: "teams", reason: .unknown)),
            (
                { $0.teams = [Cast.unit("bulletins"), Cast.unit("bulletins")] },
                Flaw(field: "teams", reason: .unknown)
            ),
            ({ $0.startsAt = nil }, Flaw(field: "starts_on", reason: .missing)),
            ({ $0.startsAt = Cast.now + -60 }, Flaw(field: "starts_on", reason: .passed)),
            ({ $0.startsAt = Cast.now + 300 * 86_400 }, Flaw(field: "starts_on", reason: .outsideTheCycle)),
            ({ $0.length = 5 }, Flaw(field: "length", reason: .outOfRange(10...180))),
            ({ $0.place = String(repeating: "a", count: 201) }, Flaw(field: "place", reason: .tooLong(by: 1))),
        ]
        for (change, flaw) in wrong {
            do {
                _ = try call(change)
                Issue.record("\(flaw) was taken")
            } catch Refusal.invalid(let flaws) { #expect(flaws.contains(flaw), "\(flaws)") }
        }
        #expect(throws: Refusal.invalid("reveal_on", .tooEarly(before: Cast.today + 1))) {
            try call({ $0.revealOn = Cast.today }, .async)
        }
        #expect(throws: Refusal.invalid("reveal_on", .missing)) { try call({ $0.revealOn = nil }, .async) }
    }

    @Test("in writing it is open at once; what belongs to the other way of meeting is left out")
    func async() throws {
        let meeting = try call({ _ in }, .async)
        #expect(meeting.state == .open && meeting.openedAt == Cast.now && meeting.startsAt == nil)
        #expect(try call { _ in }.revealOn == nil)
    }

    @Test("the views are shown when the last team has written, and then nobody rewrites one")
    func reveal() throws {
        var meeting = Cast.meeting(.open, .async)
        #expect(try meeting.hear(Cast.unit("bulletins"), by: camille).action == .heard)
        #expect(!meeting.isRevealed(on: Cast.today))
        // A second version of the same view changes nothing.
        _ = try meeting.hear(Cast.unit("bulletins"), by: camille)
        #expect(!meeting.isRevealed(on: Cast.today))
        let last = try meeting.hear(Cast.unit("conges"), by: Cast.giverLead.deed.at(Cast.now + 5))
        #expect(last.action == .revealed && meeting.isRevealed(on: Cast.today))
        #expect(throws: Refusal.closed) {
            _ = try meeting.hear(Cast.unit("bulletins"), by: camille)
        }
    }

    @Test("on its day the views are shown although one is missing; a meeting called off never shows them")
    func byDate() throws {
        var meeting = Cast.meeting(.open, .async)
        let day = Cast.today + 5
        #expect(meeting.reveal(on: day - 1, at: Cast.now) == nil)
        #expect(!meeting.isRevealed(on: day - 1) && meeting.isRevealed(on: day))
        var off = meeting
        _ = try off.cancel(reason: "Sans objet.", isSettled: false, by: camille)
        #expect(!off.isRevealed(on: day) && off.reveal(on: day, at: Cast.now) == nil)
        #expect(meeting.reveal(on: day, at: Cast.now)?.action == .revealed)
        #expect(meeting.reveal(on: day, at: Cast.now) == nil)
    }

    @Test("the day of the views is put off, never brought forward")
    func putOff() throws {
        var meeting = Cast.meeting(.open, .async)
        var plan = Cast.plan(.async)
        plan.revealOn = Cast.today + 4
        #expect(throws: Refusal.invalid("reveal_on", .tooEarly(before: Cast.today + 5))) {
            _ = try meeting.move(to: plan, by: camille, in: Cast.cycle())
        }
        plan.revealOn = Cast.today + 8
        _ = try meeting.move(to: plan, by: camille, in: Cast.cycle())
        #expect(meeting.revealOn == Cast.today + 8 && meeting.sequence == 1)
        #expect(try meeting.move(to: plan, by: camille, in: Cast.cycle()) == nil)
    }

    @Test("it ends with minutes, or with what moved; a planned one once its hour has come")
    func close() throws {
        var meeting = Cast.meeting(.open)
        #expect(throws: Refusal.invalid("minutes", .missing)) {
            _ = try meeting.close(" ", moved: [], by: camille)
        }
        let long = String(repeating: "a", count: Meeting.minutesLimit + 3)
        #expect(throws: Refusal.invalid("minutes", .tooLong(by: 3))) {
            _ = try meeting.close(long, moved: [], by: camille)
        }
        _ = try meeting.close("", moved: [Cast.dependency().id], by: camille)
        #expect(meeting.state == .held && meeting.moved == [Cast.dependency().id] && meeting.closedAt == Cast.now)
        var planned = Cast.meeting(.planned)
        _ = try planned.close("Vu.", moved: [], by: camille.at(Cast.now + 90_000))
        #expect(planned.openedAt == planned.startsAt)
        var written = Cast.meeting(.open, .async)
        #expect(throws: Refusal.closed) {
            _ = try written.close("Vu.", moved: [], by: camille)
        }
    }

    @Test("calling it off takes a reason, unless nothing is left to settle")
    func cancel() throws {
        var meeting = Cast.meeting(.planned)
        #expect(throws: Refusal.invalid("reason", .missing)) {
            _ = try meeting.cancel(reason: "", isSettled: false, by: camille)
        }
        _ = try meeting.cancel(reason: "", isSettled: true, by: camille)
        #expect(meeting.state == .cancelled && meeting.sequence == 1)
    }
}
