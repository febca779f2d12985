import Rouage
import Testing

@Suite("Handing a playbook back")
struct HandoverTests {
    private let today = Cast.today
    private let now = Cast.now

    private func ready() -> Playbook {
        var playbook = Cast.playbook(.inForce, .ops)
        playbook.reviewedOn = Cast.today - 10
        return playbook
    }

    private let free = [
        Cast.occurrence(
            40, by: .designer, steps: [.designer, .engineer], teams: ["bulletins", "variables", "conges", "dsn"]),
        Cast.occurrence(5, by: .camille, steps: [.camille, .engineer], teams: ["bulletins"]),
    ]

    @Test("Product Ops offer it; who receives it, their director and each co-author accept, and it is theirs")
    func path() throws {
        var playbook = ready()
        playbook.coAuthors = [Cast.engineer.id, Cast.ops.id]
        #expect(throws: Refusal.invalid("to", .someoneOutsideOps)) {
            _ = try playbook.offer(to: Cast.opsInTeam.id, supportEndsOn: nil, by: Cast.ops.deed)
        }
        #expect(throws: Refusal.invalid("to", .someoneOutsideOps)) {
            _ = try playbook.offer(to: Cast.salesOps.id, supportEndsOn: nil, by: Cast.ops.deed)
        }
        #expect(throws: Refusal.invalid("to", .unknown)) {
            _ = try playbook.offer(to: Cast.left.id, supportEndsOn: nil, by: Cast.ops.deed)
        }
        _ = try playbook.offer(to: Cast.camille.id, supportEndsOn: today + 30, by: Cast.ops.deed)
        #expect(playbook.carriedBy == .handingOver)
        #expect(throws: Refusal.notAllowed, "what they offered is no longer theirs to write") {
            _ = try playbook.offer(to: Cast.camille.id, supportEndsOn: nil, by: Cast.ops.deed)
        }
        _ = try playbook.accept(as: .owner, by: Cast.camille.deed)
        #expect(playbook.owner == Cast.ops.id && Cast.camille.actor.may(.playbook(.edit(playbook))))
        #expect(settled(playbook) == nil)
        _ = try playbook.accept(as: .director, by: Cast.director.deed)
        #expect(settled(playbook) == nil, "a co-author has not signed")
        _ = try playbook.accept(as: .coAuthor, by: Cast.engineer.deed)
        #expect(settled(playbook, []) == nil, "it was never run without Product Ops")
        let carried = try #require(settled(playbook))
        #expect(carried.carriedBy == .organisation && carried.carriedSince == today)
        #expect(carried.owner == Cast.camille.id)
    }

    @Test("who accepted and gives it back before all agreed leaves it as it was")
    func changedMind() throws {
        var playbook = Cast.playbook(.inForce, .handingOver)
        _ = try playbook.accept(as: .owner, by: Cast.camille.deed)
        #expect(Cast.standing(playbook, free).score.value(.owner) == 1)
        _ = try playbook.takeBack(reason: "Je change d’équipe.", by: Cast.camille.deed)
        #expect(playbook.owner == Cast.ops.id && playbook.carriedBy == .ops)
    }

    @Test("it is not accepted once it has ended, nor twice by one person: the CPO's director is another")
    func closedConsents() throws {
        var ended = Cast.playbook(.retired, .handingOver)
        #expect(throws: Refusal.closed) {
            _ = try ended.accept(as: .owner, by: Cast.camille.deed)
        }
        var playbook = Cast.playbook(.inForce, .handingOver)
        playbook.handover?.to = Cast.cpo.id
        _ = try playbook.accept(as: .owner, by: Cast.cpo.deed)
        #expect(throws: Refusal.notAllowed) {
            _ = try playbook.accept(as: .director, by: Cast.cpo.deed)
        }
        _ = try playbook.accept(as: .director, by: Cast.director.deed)
        #expect(playbook.handover?.isAcceptedByBoth == true)
    }

    @Test("directors answer for their own, the CPO for everybody, any director for the CPO, nobody for oneself")
    func directing() {
        let pairs: [(Cast, Cast, Bool)] = [
            (.director, .camille, true), (.otherDirector, .camille, false), (.cpo, .camille, true),
            (.director, .cpo, true), (.otherDirector, .cpo, true), (.cpo, .cpo, false), (.director, .director, false),
            (.cpo, .director, true), (.camille, .engineer, false), (.ops, .camille, false),
        ]
        for (above, below, answers) in pairs {
            #expect(above.actor.directs(below.id) == answers, "\(above) for \(below)")
        }
    }

    @Test("who takes it over is no deputy of their own: the gate stays closed until another is named")
    func ownDeputy() throws {
        var playbook = ready()
        playbook.deputy = Cast.camille.id
        _ = try playbook.offer(to: Cast.camille.id, supportEndsOn: today + 30, by: Cast.ops.deed)
        _ = try playbook.accept(as: .owner, by: Cast.camille.deed)
        _ = try playbook.accept(as: .director, by: Cast.director.deed)
        #expect(Cast.standing(playbook, free).score.value(.deputy) == 0)
        #expect(settled(playbook) == nil)
        playbook.deputy = Cast.designer.id
        #expect(settled(playbook)?.deputy == Cast.designer.id)
    }

    private func settled(_ playbook: Playbook, _ occurrences: [Occurrence]? = nil) -> Playbook? {
        var copy = playbook
        let score = Cast.standing(playbook, occurrences ?? free).score
        return copy.settle(score, in: Cast.organisation, on: today, at: now) == nil ? nil : copy
    }

    @Test("nobody accepts for another, and Product Ops never do", arguments: Playbook.Consent.allCases)
    func consents(consent: Playbook.Consent) {
        let able: Set<Cast> =
            switch consent {
            case .owner: [.camille]
            case .director: [.director, .cpo]
            case .coAuthor: [.engineer]
            }
        for member in Cast.allCases {
            var playbook = Cast.playbook(.inForce, .handingOver)
            playbook.coAuthors = [Cast.engineer.id, Cast.ops.id, Cast.opsInTeam.id]
            let result = Result { try playbook.accept(as: consent, by: member.deed) }
            if able.contains(member) {
                #expect(throws: Never.self, "\(member)") { try result.get() }
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try result.get() }
            }
        }
        #expect(!able.subtracting([.ops, .opsInTeam]).isEmpty)
    }

    @Test("it is taken back with a reason, by those who look after it, not by Product Ops")
    func takingBack() throws {
        var playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        #expect(throws: Refusal.notAllowed) { _ = try playbook.takeBack(reason: "Non.", by: Cast.ops.deed) }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            _ = try playbook.takeBack(reason: " ", by: Cast.camille.deed)
        }
        _ = try playbook.takeBack(reason: "Personne n’a le temps.", by: Cast.director.deed)
        #expect(playbook.carriedBy == .ops && playbook.carriedSince == nil)
    }
}
