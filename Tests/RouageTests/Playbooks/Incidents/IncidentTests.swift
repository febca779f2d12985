import Rouage
import Testing

@Suite("Incidents")
struct IncidentTests {
    private let camille = Cast.camille.deed
    private let name = Identifier<Incident>(high: 30, low: 2)

    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs", arguments: IncidentMove.allCases
    )
    func table(move: IncidentMove) { move.checkTable() }

    @Test("nothing needs Product Ops, and the product does nothing by itself", arguments: IncidentMove.allCases)
    func others(move: IncidentMove) {
        for state in move.ways.keys {
            #expect(move.able(from: state).isDisjoint(with: [.ops, .opsInTeam]))
            var incident = Cast.incident(state)
            #expect(throws: Refusal.notAllowed) {
                try move.apply(to: &incident, by: Actor.system(in: Cast.organisation).deed)
            }
        }
    }

    @Test("the incident manager looks after each of them, whichever team it concerns")
    func manager() throws {
        let grant = RoleGrant(id: Identifier(high: 6, low: 99), person: Cast.stranger.id, role: .incidentManager)
        let organisation = Organisation(
            on: Cast.today, units: Cast.units, people: [Cast.stranger.person], memberships: [], grants: [grant])
        let actor = Actor(Cast.stranger.person, in: organisation)
        #expect(actor.may(.incident(.open)))
        for state in Incident.State.allCases { #expect(actor.may(.incident(.update(Cast.incident(state))))) }
    }

    @Test("a serious one that goes on calls who coordinates it; the gravest also those who answer for the rest")
    func calls() {
        func called(_ incident: Incident) -> [Cast: Incident.Call] {
            Dictionary(
                uniqueKeysWithValues: Cast.allCases.compactMap { who in
                    incident.call(of: who.actor).map { (who, $0) }
                })
        }
        for state in [Incident.State.open, .mitigated] {
            #expect(
                called(Cast.incident(state)) == [.giverEngineer: .coordinate, .director: .follow, .cpo: .follow])
            #expect(called(Cast.incident(state, .two)) == [.giverEngineer: .coordinate])
            #expect(called(Cast.incident(state, .three)).isEmpty)
        }
        for state in Incident.State.allCases where !state.isRunning { #expect(called(Cast.incident(state)).isEmpty) }
        let grant = RoleGrant(id: Identifier(high: 6, low: 99), person: Cast.stranger.id, role: .incidentManager)
        let organisation = Organisation(
            on: Cast.today, units: Cast.units, people: [Cast.stranger.person], memberships: [], grants: [grant])
        #expect(Cast.incident(.open).call(of: Actor(Cast.stranger.person, in: organisation)) == .follow)
    }

    @Test("a title and a severity are enough to report one; it began now, and is as far as its moments say")
    func report() throws {
        let (incident, activity) = try Incident.open(
            .init(title: "La DSN ne part plus", severity: .two), ref: "r", id: name, by: camille)
        #expect(activity.action == .opened && incident.state == .open && incident.reportedBy == Cast.camille.id)
        #expect(incident.startedAt == Cast.now && incident.detectedAt == Cast.now)
        let over = Incident.Draft(
            title: "Hier", severity: .three, startedAt: Cast.now + -90_000, resolvedAt: Cast.now + -86_400)
        let (past, _) = try Incident.open(over, ref: "r", id: name, by: camille)
        #expect(past.state == .resolved && past.mitigatedAt == past.resolvedAt && past.detectedAt == past.startedAt)
        #expect(past.minutesToResolve == 60)
    }

    @Test("its moments come one after the other, and none is to come")
    func order() {
        let now = Cast.now
        let wrong: [(Incident.Draft, [Flaw])] = [
            (
                .init(title: "a", severity: .one, startedAt: now + 3_600),
                [Flaw(field: "started_at", reason: .notYet), Flaw(field: "detected_at", reason: .outOfOrder)]
            ),
            (
                .init(title: "a", severity: .one, startedAt: now + -60, resolvedAt: now + -120),
                [
                    Flaw(field: "mitigated_at", reason: .outOfOrder), Flaw(field: "resolved_at", reason: .outOfOrder),
                ]
            ),
            (
                .init(title: " ", severity: .one, lead: Cast.ops.id, teams: [Cast.unit("product-ops")]),
                [
                    Flaw(field: "title", reason: .missing), Flaw(field: "lead", reason: .someoneOutsideOps),
                    Flaw(field: "teams", reason: .unknown),
                ]
            ),
            (
                .init(
                    title: String(repeating: "a", count: 121), severity: .one, lead: Cast.left.id,
                    customerEffect: String(repeating: "a", count: 2_001)),
                [
                    Flaw(field: "title", reason: .tooLong(by: 1)),
                    Flaw(field: "customer_effect", reason: .tooLong(by: 1)), Flaw(field: "lead", reason: .unknown),
                ]
            ),
        ]
        for (draft, flaws) in wrong {
            #expect(throws: Refusal.invalid(flaws)) {
                try Incident.open(draft, ref: "r", id: name, by: camille)
            }
        }
        var incident = Cast.incident(.open)
        #expect(throws: Refusal.invalid("at", .outOfOrder)) {
            try incident.resolve(at: now + -9_000, by: camille)
        }
        #expect(throws: Refusal.invalid("at", .notYet)) { try incident.mitigate(at: now + 900, by: camille) }
        var draft = incident.draft
        draft.resolvedAt = now
        #expect(throws: Refusal.invalid("resolved_at", .notYet)) { try incident.edit(draft, by: camille) }
    }

    @Test("its day is that of the clocks of here, as its moments are shown")
    func localDay() {
        var incident = Cast.incident(.resolved)
        incident.startedAt = Instant("2025-12-31T23:30:00.000Z")!
        incident.resolvedAt = Instant("2026-03-31T22:30:00.000Z")!
        #expect(incident.startedOn == Day(2026, 1, 1) && incident.resolvedOn == Day(2026, 4, 1))
    }

    @Test("what began again has no end any more")
    func reopening() throws {
        var incident = Cast.incident(.resolved)
        _ = try incident.reopen(reason: "Cela recommence.", by: camille)
        #expect(incident.mitigatedAt == nil && incident.resolvedAt == nil && incident.minutesToResolve == nil)
        #expect(throws: Refusal.closed) { try incident.reopen(reason: "Encore.", by: camille) }
    }

    @Test("it closes when all that was agreed on is done, or refused with a reason")
    func closing() throws {
        var incident = Cast.incident(.reviewed)
        var action = Cast.incidentAction
        #expect(throws: Refusal.invalid("actions", .openActions(1))) {
            try incident.close([action], by: camille)
        }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try action.refuse(reason: " ", after: incident, by: Cast.namedContact.deed)
        }
        _ = try action.refuse(reason: "La bascule disparaît.", after: incident, by: Cast.namedContact.deed)
        _ = try incident.close([action], by: camille)
        #expect(incident.state == .closed)
        #expect(throws: Refusal.closed) { try action.takeUp(after: incident, by: camille) }
    }

    @Test("the lightest may close without a post-mortem, the others may not")
    func light() throws {
        var light = Cast.incident(.resolved, .three)
        _ = try light.close([], by: camille)
        #expect(light.state == .closed)
        var heavy = Cast.incident(.resolved, .two)
        #expect(throws: Refusal.closed) { try heavy.close([], by: camille) }
    }

    @Test(
        "a post-mortem within 5 or 10 working days of the end, actions within 30 or 60 days; none of it for the lightest"
    )
    func targets() {
        // Resolved on Thursday 5 March 2026.
        let all = Incident.Severity.allCases.map { Cast.incident(.resolved, $0) }
        #expect(all.map { $0.postmortemDue(.french) } == [Day(2026, 3, 12), Day(2026, 3, 19), nil])
        #expect(all.map(\.actionsDue) == [Day(2026, 4, 4), Day(2026, 5, 4), nil])
        #expect(all.map { $0.isPostmortemLate(.french, on: Day(2026, 3, 13)) } == [true, false, false])
        #expect(!all[0].isPostmortemLate(.french, on: Day(2026, 3, 12)))
        #expect(Cast.incident(.reviewed).isPostmortemLate(.french, on: Day(2026, 6, 1)) == false)
        #expect(Cast.incident(.open).postmortemDue(.french) == nil)
    }

    @Test("medians of what is known, from the beginning of each")
    func medians() {
        let all = [Cast.incident(.open), Cast.incident(.mitigated), Cast.incident(.resolved)]
        #expect(Incident.medians(all).mitigate == 30 && Incident.medians(all).resolve == 60)
        #expect(Incident.medians([Cast.incident(.open)]).mitigate == nil)
    }
}
