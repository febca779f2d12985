import Rouage
import Testing

@Suite("The table of briefing transitions")
struct BriefingTableTests {
    private func may(_ move: BriefingMove) -> Set<Cast> {
        move.isDecision
            ? [.cpo, .director] : [.camille, .designer, .engineer, .builder, .lead, .deputy, .tribeLead]
    }

    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs", arguments: BriefingMove.allCases
    )
    func table(move: BriefingMove) throws {
        for state in Briefing.State.allCases {
            let before = move.briefing(state)
            for member in Cast.allCases {
                var briefing = before
                let result = Result { try move.apply(to: &briefing, by: member.deed) }
                let place: Testing.Comment = "\(move) from \(state) by \(member)"
                switch (may(move).contains(member), move.ways[state]) {
                case (false, _): #expect(throws: Refusal.notAllowed, place) { try result.get() }
                case (true, nil): #expect(throws: Refusal.closed, place) { try result.get() }
                case (true, let end?):
                    #expect(throws: Never.self, place) { try result.get() }
                    #expect(briefing.state == end, place)
                    continue
                }
                #expect(briefing == before, place)
            }
        }
    }

    @Test("nothing is done by the product itself, nor by Product Ops in any seat", arguments: BriefingMove.allCases)
    func never(move: BriefingMove) {
        for state in Briefing.State.allCases {
            for actor in [Actor.system(in: Cast.organisation), Cast.ops.actor, Cast.opsInTeam.actor] {
                var briefing = move.briefing(state)
                briefing.owner = actor.id ?? briefing.owner
                briefing.contributors = [Cast.ops.id, Cast.opsInTeam.id]
                #expect(throws: Refusal.notAllowed) { try move.apply(to: &briefing, by: actor.deed) }
            }
        }
    }

    @Test("each move can be made by somebody who is not of Product Ops", arguments: BriefingMove.allCases)
    func nobodyStuck(move: BriefingMove) {
        for state in move.ways.keys {
            let able = Cast.allCases.filter { member in
                var briefing = move.briefing(state)
                return !member.actor.isOps && (try? move.apply(to: &briefing, by: member.deed)) != nil
            }
            #expect(!able.isEmpty)
        }
    }

    @Test("after the freeze the text is closed, and the CPO alone decides otherwise")
    func frozen() throws {
        for state in [Cycle.State.frozen, .presented, .running, .closed] {
            let cycle = Cast.cycle(state)
            for move in [BriefingMove.revise, .submit] {
                var briefing = move.briefing(.draft)
                #expect(throws: Refusal.closed) { try move.apply(to: &briefing, by: Cast.camille.deed, in: cycle) }
            }
            var late = BriefingMove.postpone.briefing(.validated)
            late.decision = nil
            #expect(throws: Refusal.notAllowed) {
                _ = try late.decide(
                    .postponed, code: .priority, reason: "Autre priorité.",
                    by: Cast.director.deed.on(cycle.phases.freeze + 1), in: cycle)
            }
            try BriefingMove.postpone.apply(to: &late, by: Cast.cpo.deed, in: cycle)
            #expect(late.state == .postponed)
        }
    }

    @Test("a director still decides on the day of the freeze")
    func freezeDay() throws {
        let cycle = Cast.cycle(.frozen)
        var briefing = BriefingMove.validate.briefing(.ready)
        _ = try briefing.decide(
            .validated, code: .priority, reason: "", by: Cast.director.deed.on(cycle.phases.freeze), in: cycle)
        #expect(briefing.state == .validated)
    }

    @Test("off the cycle the quarter runs already: written, submitted and decided by the director all the same")
    func offCycle() throws {
        let running = Cast.cycle(.running)
        var briefing = BriefingMove.submit.briefing(.draft)
        briefing.offCycle = true
        try BriefingMove.revise.apply(to: &briefing, by: Cast.camille.deed, in: running)
        try BriefingMove.submit.apply(to: &briefing, by: Cast.camille.deed, in: running)
        #expect((briefing.state, briefing.late) == (.aligning, false))
        try BriefingMove.validate.apply(to: &briefing, by: Cast.director.deed, in: running)
        #expect(briefing.state == .validated)
    }

    @Test("by date alone: submitted enters the alignment, validated is presented, presented starts, nothing else moves")
    func byDate() {
        for state in Briefing.State.allCases {
            var aligned = Cast.briefing(state)
            var presented = aligned
            var started = aligned
            #expect((aligned.startAligning(at: Cast.now) != nil) == (state == .submitted))
            #expect((presented.present(at: Cast.now) != nil) == (state == .validated))
            #expect((started.start(at: Cast.now) != nil) == (state == .presented))
            #expect(aligned.state == (state == .submitted ? .aligning : state))
            #expect(presented.state == (state == .validated ? .presented : state))
            #expect(started.state == (state == .presented ? .inProgress : state))
        }
    }

    @Test("submitted before the alignment weeks it waits for them; after three working days of grace it is late")
    func submission() throws {
        let cycle = Cast.cycle(.drafting)
        for (day, state, late) in [
            (Day(2026, 2, 13), Cycle.State.drafting, false), (Day(2026, 2, 18), .aligning, false),
            (Day(2026, 2, 19), .aligning, true), (Day(2026, 3, 20), .aligning, true),
        ] {
            var briefing = BriefingMove.submit.briefing(.draft)
            _ = try briefing.submit(
                dependencies: 1, by: Cast.camille.deed.on(day), in: Cast.cycle(state),
                grace: cycle.lastDayOnTime(.french))
            #expect(briefing.state == (state == .drafting ? .submitted : .aligning))
            #expect(briefing.late == late, "\(day)")
        }
    }

    @Test(
        "it says whom it needs or that it needs nobody; a blocking request without an answer keeps it from being ready")
    func conditions() {
        var silent = Cast.briefing(.draft)
        #expect(throws: Refusal.invalid("dependencies", .nothingSaidOfDependencies)) {
            try silent.submit(dependencies: 0, by: Cast.camille.deed, in: Cast.cycle(), grace: Cast.today)
        }
        var blocked = Cast.briefing(.aligning)
        #expect(throws: Refusal.closed) {
            try blocked.declareReady(Cast.readiness(isBlocked: true), by: Cast.camille.deed)
        }
    }

    @Test("validating what is not ready takes a written acceptance of the risk; postponing and dropping a reason")
    func reasons() {
        func decide(_ outcome: Briefing.Outcome, from state: Briefing.State) throws {
            var briefing = Cast.briefing(state)
            _ = try briefing.decide(outcome, code: .capacity, reason: " ", by: Cast.director.deed, in: Cast.cycle())
        }
        #expect(throws: Never.self) { try decide(.validated, from: .ready) }
        for (outcome, state) in [
            (Briefing.Outcome.validated, Briefing.State.aligning), (.postponed, .ready), (.dropped, .ready),
        ] {
            #expect(throws: Refusal.invalid("reason", .missing)) { try decide(outcome, from: state) }
        }
    }
}
