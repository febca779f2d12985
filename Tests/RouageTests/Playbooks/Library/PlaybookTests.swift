import Rouage
import Testing

@Suite("A playbook, from its draft to its end")
struct PlaybookTests {
    private let today = Cast.today
    private let now = Cast.now
    private let edition = Identifier<PlaybookEdition>(high: 22, low: 1)

    private func write(_ content: Playbook.Content, by member: Cast, owner: Cast? = nil) throws(Refusal) -> Playbook {
        try Playbook.write(
            .init(content, owner: (owner ?? member).id), ref: "p", id: Identifier(high: 20, low: 2), by: member.deed
        ).0
    }

    @Test("says why it exists in 280 characters; without, it is not kept")
    func why() throws {
        var content = Cast.playbookContent()
        content.why = " "
        #expect(throws: Refusal.invalid("why", .missing)) { try write(content, by: .camille) }
        content.why = String(repeating: "a", count: 281)
        #expect(throws: Refusal.invalid("why", .tooLong(by: 1))) { try write(content, by: .camille) }
        content.why = String(repeating: "a", count: 280)
        #expect(try write(content, by: .camille).state == .draft)
    }

    @Test("a link leads to a page of the site or of the web, not into a script")
    func links() throws {
        var content = Cast.playbookContent()
        for address in [
            "javascript:alert(1)", "//mal.example", "/a b", "https://", "data:text/html,x", "/\\mal.example",
        ] {
            content.links = [.init("Modèle", address)]
            #expect(throws: Refusal.invalid("links", .notALink), "\(address)") { try write(content, by: .camille) }
        }
        content.links = [.init("Modèle", "/briefings"), .init("Guide", "https://exemple.fr/guide")]
        #expect(try write(content, by: .camille).content.links.count == 2)
    }

    @Test("Product Ops carry what they begin, the organisation what others do")
    func carrier() throws {
        #expect(try write(Cast.playbookContent(), by: .ops).carriedBy == .ops)
        #expect(try write(Cast.playbookContent(), by: .camille).carriedBy == .organisation)
        #expect(throws: Refusal.invalid("owner", .someoneOutsideOps)) {
            try write(Cast.playbookContent(), by: .director, owner: .ops)
        }
        #expect(throws: Refusal.notAllowed) { try write(Cast.playbookContent(), by: .engineer, owner: .camille) }
        #expect(throws: Refusal.notAllowed) { try write(Cast.playbookContent(), by: .salesOps) }
    }

    @Test("who edits it: Product Ops what they carry, its people, the leads above and the directors")
    func editors() {
        let own: Set<Cast> = [.camille, .designer, .tribeLead, .director, .otherDirector, .cpo]
        for member in Cast.allCases {
            let carried = Cast.playbook(.inForce, .organisation, owner: .camille)
            #expect(member.actor.may(.playbook(.edit(carried))) == own.contains(member), "\(member)")
            let ops = Cast.playbook(.inForce, .ops, owner: .camille)
            let able = own.union([.ops, .opsInTeam])
            #expect(member.actor.may(.playbook(.edit(ops))) == able.contains(member), "\(member)")
        }
    }

    @Test("a text that changes is the next edition, and the one before is kept with what changed")
    func editions() throws {
        var playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        var draft = playbook.draft
        draft.deputy = Cast.engineer.id
        let named = try playbook.rewrite(
            draft, note: "", beside: BurdenBudget(), keptAs: edition, by: Cast.camille.deed)
        #expect(named?.1 == nil && playbook.edition == 1 && playbook.deputy == Cast.engineer.id)
        draft.content.steps.removeLast()
        let written = try playbook.rewrite(
            draft, note: "Personne ne le faisait.", beside: BurdenBudget(), keptAs: edition, by: Cast.camille.deed)
        #expect(playbook.edition == 2 && written?.1?.number == 1 && written?.1?.content.steps.count == 3)
        #expect(written?.1?.note == "Personne ne le faisait.")
        let same = try playbook.rewrite(draft, note: "", beside: BurdenBudget(), keptAs: edition, by: Cast.camille.deed)
        #expect(same == nil)
    }

    @Test("in force, people are asked at most 240 minutes together, unless the CPO says so")
    func budget() throws {
        var other = Cast.playbook()
        other.content.burden = [.init(.productManager, 171)]
        let others = BurdenBudget([other])
        #expect(others.adding(Cast.playbookContent()).minutes(of: .productManager) == 241)
        #expect(others.adding(Cast.playbookContent()).minutes(of: .designer) == 10)
        var playbook = Cast.playbook(.piloted, .organisation, owner: .camille)
        #expect(throws: Refusal.over(limit: 240)) {
            _ = try playbook.go(to: .inForce, reason: "", beside: others, by: Cast.director.deed)
        }
        _ = try playbook.go(to: .inForce, reason: "", beside: others, by: Cast.cpo.deed)
        #expect(playbook.state == .inForce && playbook.reviewOn == today + 180)
    }

    @Test("a text in force may not come to ask more than the budget; one that asks less is kept")
    func rewrittenBudget() throws {
        var other = Cast.playbook()
        other.content.burden = [.init(.productManager, 160)]
        let others = BurdenBudget([other])
        var playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        var draft = playbook.draft
        draft.content.burden = [.init(.productManager, 81)]
        #expect(throws: Refusal.over(limit: 240)) {
            _ = try playbook.rewrite(draft, note: "", beside: others, keptAs: edition, by: Cast.camille.deed)
        }
        _ = try playbook.rewrite(draft, note: "", beside: others, keptAs: edition, by: Cast.cpo.deed)
        draft.content.burden = [.init(.productManager, 81), .init(.designer, 5)]
        _ = try playbook.rewrite(draft, note: "", beside: others, keptAs: edition, by: Cast.camille.deed)
        #expect(playbook.content.burden.count == 2)
    }

    @Test("of what one person says again and again, the last counts")
    func voices() throws {
        let playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        func voice(_ useful: Int, _ member: Cast, _ number: UInt64) throws -> PlaybookFeedback {
            try PlaybookFeedback.give(
                .init(useful: useful), on: playbook, id: Identifier(high: 23, low: number), by: member.deed
            ).0
        }
        let all = try [voice(5, .engineer, 3), voice(1, .engineer, 2), voice(2, .designer, 1)]
        #expect(PlaybookFeedback.voices(all).map(\.useful) == [5, 2] && PlaybookFeedback.mean(all) == 3.5)
        #expect(PlaybookFeedback.mean([]) == nil)
    }

    @Test("its review date passes: it waits to be confirmed, which sets the next one")
    func review() throws {
        var playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        playbook.reviewOn = today
        #expect(playbook.comeToReview(on: today, at: now) == nil)
        #expect(playbook.comeToReview(on: today + 1, at: now)?.action == .advanced && playbook.state == .toReview)
        let confirmed = try playbook.go(
            to: .inForce, reason: "", beside: BurdenBudget(), by: Cast.camille.deed.on(today + 1))
        #expect(confirmed.action == .reviewed && playbook.reviewedOn == today + 1 && playbook.reviewOn == today + 181)
        #expect(throws: Refusal.invalid("reason", .missing)) {
            _ = try playbook.go(to: .retired, reason: "", beside: BurdenBudget(), by: Cast.camille.deed)
        }
    }

    @Test("each move of its states can be made without Product Ops", arguments: Playbook.State.allCases)
    func withoutOps(state: Playbook.State) throws {
        for next in Cast.playbook(state, .ops).nextStates {
            var playbook = Cast.playbook(state, .ops, owner: .camille)
            _ = try playbook.go(to: next, reason: "Assez.", beside: BurdenBudget(), by: Cast.director.deed)
            #expect(playbook.state == next)
        }
    }

    @Test("an occurrence says who did each step; without a blocking one it is not as written")
    func occurrences() throws {
        let playbook = Cast.playbook(.inForce, .ops)
        func record(_ steps: [Int: Cast], on day: Day, by member: Cast = .ops) throws -> Occurrence {
            var account = Occurrence.Account()
            (account.on, account.ranBy) = (day, Cast.camille.id)
            account.steps = steps.map { .init(step: $0.key, by: $0.value.id) }
            return try Occurrence.record(
                account, of: playbook, id: Identifier(high: 21, low: 1), by: member.deed
            ).0
        }
        let whole = try record([1: .camille, 2: .opsInTeam], on: today)
        #expect(whole.ok && !whole.isFreeOfOps && whole.doneSteps.map(\.ops) == [false, true])
        #expect(try !record([1: .camille, 3: .camille], on: today).ok)
        #expect(throws: Refusal.invalid("held_on", .tooLate(than: today))) { try record([1: .camille], on: today + 1) }
        #expect(throws: Refusal.invalid("steps", .unknown)) { try record([4: .camille], on: today) }
        #expect(throws: Refusal.notAllowed) { try record([1: .camille], on: today, by: .engineer) }
    }

    @Test("feedback is given in one click and answered in front of all by the owner; the median counts working days")
    func feedback() throws {
        let playbook = Cast.playbook(.inForce, .organisation, owner: .camille)
        var (voice, _) = try PlaybookFeedback.give(
            .init(useful: 2), on: playbook, id: Identifier(high: 23, low: 1), by: Cast.engineer.deed.on(today - 14))
        #expect(voice.asksAnswer)
        #expect(throws: Refusal.notAllowed) {
            _ = try voice.answer("Oui.", of: playbook, by: Cast.director.deed)
        }
        _ = try voice.answer("Nous retirons l’étape 3.", of: playbook, by: Cast.camille.deed)
        #expect(!voice.asksAnswer && PlaybookFeedback.medianDays([voice], .french) == 10)
        #expect(throws: Refusal.invalid("useful", .outOfRange(1...5))) {
            _ = try PlaybookFeedback.give(
                .init(useful: 6), on: playbook, id: Identifier(high: 23, low: 2), by: Cast.engineer.deed)
        }
        #expect(throws: Refusal.notAllowed) {
            _ = try PlaybookFeedback.give(
                .init(useful: 3), on: playbook, id: Identifier(high: 23, low: 2), by: Cast.guest.deed)
        }
    }
}
