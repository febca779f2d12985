import Rouage
import Testing

@Suite("Brainstorms")
struct BrainstormTests {
    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs",
        arguments: BrainstormMove.allCases)
    func table(move: BrainstormMove) { move.checkTable() }

    @Test("no step needs Product Ops, and the product takes none by itself", arguments: BrainstormMove.allCases)
    func others(move: BrainstormMove) {
        #expect(!move.able.subtracting([.ops, .opsInTeam]).isEmpty)
        var session = Cast.brainstorm(move.ways.keys.first ?? .planned)
        #expect(throws: Refusal.notAllowed) {
            try move.apply(to: &session, by: Actor.system(in: Cast.organisation).deed)
        }
    }

    @Test("it is planned on the day its calendar sets aside, for a quarter to come, by Product Ops or the CPO")
    func plan() throws {
        let quarter = Cast.cycle()
        let (session, activity) = try Brainstorm.plan(
            for: quarter, id: Identifier(high: 30, low: 2), by: Cast.cpo.deed, .french)
        let day = PreparationPlan(preparing: quarter.start...quarter.end, .french).brainstorm
        #expect(session.heldOn == max(day, Cast.today) && session.state == .planned && activity.action == .planned)
        #expect(session.minutes == 15 && session.invited.isEmpty)
        #expect(throws: Refusal.notAllowed) {
            try Brainstorm.plan(for: quarter, id: Identifier(high: 30, low: 2), by: Cast.director.deed, .french)
        }
        var begun = quarter
        begun.start = Cast.today
        #expect(throws: Refusal.closed) {
            try Brainstorm.plan(for: begun, id: Identifier(high: 30, low: 2), by: Cast.ops.deed, .french)
        }
    }

    @Test("its date and length are arranged until it begins, within limits; guests are members outside Product Ops")
    func arrange() throws {
        var session = Cast.brainstorm(.planned)
        let wrong: [(Day, Int, [Cast], Flaw)] = [
            (Cast.today - 1, 15, [], Flaw(field: "held_on", reason: .passed)),
            (Cast.today, 4, [], Flaw(field: "minutes", reason: .outOfRange(5...60))),
            (Cast.today, 15, [.stranger], Flaw(field: "invited", reason: .unknown)),
            (Cast.today, 15, [.opsInTeam], Flaw(field: "invited", reason: .unknown)),
            (Cast.today, 15, [.engineer, .engineer], Flaw(field: "invited", reason: .alreadyThere)),
        ]
        for (day, minutes, guests, flaw) in wrong {
            #expect(throws: Refusal.invalid([flaw])) {
                try session.arrange(heldOn: day, minutes: minutes, invited: guests.map(\.id), by: Cast.ops.deed)
            }
        }
        _ = try session.arrange(heldOn: Cast.today + 1, minutes: 20, invited: [], by: Cast.ops.deed)
        #expect(session.minutes == 20 && session.heldOn == Cast.today + 1)
        #expect(
            try session.arrange(heldOn: Cast.today + 1, minutes: 20, invited: [], by: Cast.ops.deed) == nil)
        _ = try session.begin(by: Cast.ops.deed)
        #expect(session.writingEndsAt == Cast.now + 1_200)
        #expect(session.secondsLeft(at: Cast.now + 1_260) == -60)
        #expect(throws: Refusal.closed) {
            try session.arrange(heldOn: Cast.today + 1, minutes: 30, invited: [], by: Cast.ops.deed)
        }
    }

    @Test("nothing is hung while nothing is written, and going back says why")
    func back() throws {
        var session = Cast.brainstorm(.writing)
        #expect(throws: Refusal.invalid("ideas", .missing)) { try session.hang(0, by: Cast.ops.deed) }
        #expect(session.state == .writing)
        _ = try session.hang(6, by: Cast.ops.deed)
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try session.writeAgain(reason: " ", by: Cast.ops.deed)
        }
        let long = String(repeating: "a", count: 401)
        #expect(throws: Refusal.invalid("reason", .tooLong(by: 1))) {
            try session.writeAgain(reason: long, by: Cast.ops.deed)
        }
        let activity = try session.writeAgain(reason: "Il manquait le support.", by: Cast.ops.deed)
        #expect(activity.reason == session.reopening && session.clusters.count == 2)
    }

    @Test("an idea is written, changed and taken back by its author while all write, and signed on the wall")
    func idea() throws {
        let (writing, wall) = (Cast.brainstorm(.writing), Cast.brainstorm(.clustering))
        func write(_ text: String, by deed: Deed, in session: Brainstorm, own: Int = 0) throws -> Idea {
            try Idea.write(text, .incident, in: session, own: own, id: Identifier(high: 31, low: 2), by: deed)
        }
        let made = try write("Une astreinte qui tourne", by: Cast.salesOps.deed, in: writing)
        #expect(made.author == Cast.salesOps.id && made.number == nil && !made.isSigned && made.source == .incident)
        #expect(throws: Refusal.notAllowed) { try write("a", by: Cast.engineer.deed, in: writing) }
        for state in Brainstorm.State.allCases where state != .writing {
            #expect(throws: Refusal.closed) { try write("a", by: Cast.ops.deed, in: Cast.brainstorm(state)) }
        }
        #expect(throws: Refusal.invalid("text", .missing)) { try write(" ", by: Cast.ops.deed, in: writing) }
        #expect(throws: Refusal.invalid("text", .tooLong(by: 1))) {
            try write(String(repeating: "a", count: 141), by: Cast.ops.deed, in: writing)
        }
        #expect(throws: Refusal.over(limit: 60)) { try write("a", by: Cast.ops.deed, in: writing, own: 60) }
        var idea = Cast.idea()
        for other in [Cast.ops, .cpo, .salesOps] {
            #expect(throws: Refusal.notFound) { try idea.edit("b", .field, in: writing, by: other.deed) }
            #expect(throws: Refusal.notFound) { try idea.checkWithdrawal(in: writing, by: other.deed) }
            #expect(throws: Refusal.notFound) { try idea.sign(in: wall, by: other.deed) }
        }
        try idea.edit("Mieux dite", .pulse, in: writing, by: Cast.camille.deed)
        #expect(idea.text == "Mieux dite" && idea.source == .pulse)
        #expect(throws: Refusal.closed) { try idea.edit("c", .pulse, in: wall, by: Cast.camille.deed) }
        #expect(throws: Refusal.closed) { try idea.sign(in: writing, by: Cast.camille.deed) }
        try idea.sign(in: wall, by: Cast.camille.deed)
        #expect(idea.isSigned)
        // Once it has hung, it stays as it is, even while all write again.
        let hung = Cast.idea(number: 3)
        #expect(throws: Refusal.closed) { try hung.checkWithdrawal(in: writing, by: Cast.camille.deed) }
    }

    @Test("of two who move one idea the second is told where it is; both then know the same wall")
    func moves() throws {
        var session = Cast.brainstorm()
        _ = try session.put([.init(idea: 5, from: nil), .init(idea: 1, from: 1)], into: 2, by: Cast.camille.deed)
        #expect(session.cluster(2)?.ideas == [1, 3, 4, 5] && session.cluster(1)?.ideas == [2])
        #expect(throws: Refusal.outdated) {
            try session.put([.init(idea: 5, from: nil)], into: 1, by: Cast.ops.deed)
        }
        _ = try session.put([.init(idea: 5, from: 2)], into: nil, by: Cast.ops.deed)
        #expect(session.loose == [5, 6])
        #expect(try session.put([.init(idea: 5, from: nil)], into: nil, by: Cast.ops.deed) == nil)
        for moved in [
            [], [Brainstorm.Moved(idea: 7, from: nil)], [.init(idea: 6, from: nil), .init(idea: 6, from: nil)],
        ] {
            #expect(throws: Refusal.invalid("ideas", moved.isEmpty ? .missing : .unknown)) {
                try session.put(moved, into: 1, by: Cast.ops.deed)
            }
        }
        #expect(throws: Refusal.invalid("to", .unknown)) {
            try session.put([.init(idea: 6, from: nil)], into: 9, by: Cast.ops.deed)
        }
        // The last idea of a group takes the group away with it.
        _ = try session.put([.init(idea: 2, from: 1)], into: 2, by: Cast.ops.deed)
        #expect(session.clusters.map(\.key) == [2])
        _ = try session.group([.init(idea: 6, from: nil)], as: " ", first: "Moins d’outils", by: Cast.ops.deed)
        #expect(session.clusters.last == .init(key: 3, title: "Moins d’outils", ideas: [6]))
    }

    @Test("a group has a title, joins another, and leads to one topic, with which it stays")
    func groups() throws {
        var session = Cast.brainstorm()
        #expect(throws: Refusal.invalid("title", .missing)) { try session.rename(1, to: "", by: Cast.ops.deed) }
        #expect(throws: Refusal.invalid("title", .tooLong(by: 1))) {
            try session.rename(1, to: String(repeating: "a", count: 81), by: Cast.ops.deed)
        }
        #expect(throws: Refusal.notFound) { try session.rename(9, to: "a", by: Cast.ops.deed) }
        for other in [1, 9] {
            #expect(throws: Refusal.invalid("into", .unknown)) { try session.join(1, into: other, by: Cast.ops.deed) }
        }
        _ = try session.link(1, to: Cast.topic().id, by: Cast.ops.deed)
        #expect(throws: Refusal.invalid("topic", .taken)) {
            try session.link(1, to: Cast.topic(number: 2).id, by: Cast.ops.deed)
        }
        #expect(throws: Refusal.invalid("into", .taken)) { try session.join(1, into: 2, by: Cast.ops.deed) }
        _ = try session.join(2, into: 1, by: Cast.ops.deed)
        #expect(session.clusters == [.init(key: 1, title: "Écrire", ideas: [1, 2, 3, 4], topic: Cast.topic().id)])
        _ = try session.put((1...4).map { .init(idea: $0, from: 1) }, into: nil, by: Cast.ops.deed)
        #expect(session.clusters.count == 1, "a group with a topic stays, without ideas too")
    }

    @Test("who is invited writes and puts in order; every member knows of the session")
    func permissions() {
        let session = Cast.brainstorm()
        for member in Cast.allCases {
            #expect(member.actor.may(.brainstorm(.see)) == TopicMove.members.contains(member), "\(member)")
            #expect(member.actor.may(.brainstorm(.lead)) == BrainstormMove.leading.contains(member), "\(member)")
            #expect(
                member.actor.may(.brainstorm(.takePart(session))) == BrainstormMove.takingPart.contains(member),
                "\(member)")
            #expect(member.actor.looking.may(.brainstorm(.see)) == TopicMove.members.contains(member))
            #expect(!member.actor.looking.may(.brainstorm(.takePart(session))))
        }
        #expect(
            Set(Cast.organisation.people(in: session).map(\.id))
                == Set([Cast.ops, .opsInTeam, .camille, .salesOps].map(\.id)))
    }

    @Test("the mix of sources, the most frequent first; equal ones in the order of the list")
    func mix() {
        let mix = SourceMix([.ops, .incident, .field, .incident, .field])
        #expect(mix.counts.map(\.source) == [.field, .incident, .ops] && mix.counts.map(\.count) == [2, 2, 1])
        #expect(mix.main == .field && SourceMix([]).main == nil)
    }

    @Test("how a moved idea is written", arguments: ["12@3", "12@", "1@1"])
    func written(text: String) { #expect(Brainstorm.Moved(text)?.text == text) }

    @Test("what is no moved idea", arguments: ["", "@", "12", "a@1", "1@b", "1@2@3", "1;2@"])
    func unwritten(text: String) { #expect(Brainstorm.Moved(text) == nil) }
}
