import Testing

@testable import Rouage

@Suite("Why an initiative is slowed down or given up")
struct CauseTests {
    private let need = Cast.dependency(.broken)

    private func slow(_ telling: Briefing.Telling, own: [Dependency] = []) throws -> Briefing {
        var briefing = Cast.briefing(.inProgress)
        _ = try briefing.slow(telling, among: own, by: Cast.camille.deed)
        return briefing
    }

    @Test("is said in a word and in a sentence")
    func both() throws {
        #expect(throws: Refusal.invalid("cause", .missing)) { try slow(.init(code: nil, text: "Retard.")) }
        #expect(throws: Refusal.invalid("reason", .missing)) { try slow(.init(code: .capacity, text: " ")) }
        #expect(throws: Refusal.invalid("reason", .tooLong(by: 1))) {
            try slow(.init(code: .capacity, text: String(repeating: "a", count: 401)))
        }
        let slowed = try slow(.init(code: .capacity, text: "Deux départs."))
        #expect(slowed.slowed && slowed.cause?.text == "Deux départs." && slowed.cause?.on == Cast.today)
    }

    @Test("names the dependency when it is one, and one of its own")
    func dependency() throws {
        let missing = Briefing.Telling(code: .dependency, text: "Congés n’a rien livré.")
        #expect(throws: Refusal.invalid("cause_dependencies", .causeWithoutDependency)) {
            try slow(missing, own: [need])
        }
        var named = missing
        named.dependencies = [need.id]
        #expect(throws: Refusal.invalid("cause_dependencies", .unknown)) { try slow(named) }
        #expect(try slow(named, own: [need]).cause?.dependencies == [need.id])
        // Another cause needs none, and keeps none.
        named.code = .priority
        #expect(try slow(named, own: [need]).cause?.dependencies == [])
    }

    @Test("stays written once nothing slows the initiative down, and when it is done")
    func kept() throws {
        var briefing = try slow(.init(code: .legal, text: "La norme change."))
        _ = try briefing.resume(by: Cast.camille.deed)
        _ = try briefing.finish("Les rejets ont baissé de moitié.", by: Cast.camille.deed)
        #expect(briefing.state == .done && briefing.cause?.code == .legal)
        #expect(briefing.outcome == "Les rejets ont baissé de moitié.")
    }

    @Test("is needed to give up, and is nobody else's to say")
    func abandon() throws {
        var briefing = Cast.briefing(.inProgress)
        let telling = Briefing.Telling(code: .dependency, text: "Sans le solde, rien.", dependencies: [need.id])
        for other in [Cast.ops, .director, .giverManager, .stranger] {
            #expect(throws: Refusal.notAllowed) {
                try briefing.abandon(telling, among: [need], by: other.deed)
            }
        }
        _ = try briefing.abandon(telling, among: [need], by: Cast.camille.deed)
        #expect(briefing.state == .abandoned && briefing.cause?.dependencies == [need.id])
    }
}
