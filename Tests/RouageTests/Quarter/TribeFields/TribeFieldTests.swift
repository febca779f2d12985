import Testing

@testable import Rouage

@Suite("The fields of a tribe")
struct TribeFieldTests {
    private func field(_ key: String, limit: Int = 100, french: String = "Risque légal") -> TribeField {
        TribeField(
            id: Identifier(high: 9, low: 1), tribe: Cast.unit("paie"), key: key, labelFr: french,
            labelEn: "Legal risk", sort: .text, limit: limit, position: 1)
    }

    @Test("are defined by the tribe's lead, and by nobody else", arguments: Cast.allCases)
    func who(person: Cast) {
        if person == .tribeLead {
            #expect(throws: Never.self) { try field("a").define(beside: [], by: person.deed) }
        } else {
            #expect(throws: Refusal.notAllowed) { try field("a").define(beside: [], by: person.deed) }
        }
    }

    @Test("are six at most, and take 600 characters in all")
    func room() {
        let others = (1...5).map { field("k\($0)", limit: 100) }
        #expect(field("k6", limit: 100).flaws(beside: others) == [])
        #expect(field("k6", limit: 101).flaws(beside: others) == [Flaw(field: "limit", reason: .outOfRange(1...100))])
        #expect(!field("k7", limit: 1).flaws(beside: others + [field("k6", limit: 50)]).isEmpty)
        #expect(field("k1").flaws(beside: others).contains(Flaw(field: "key", reason: .taken)))
    }

    @Test("are named in both languages, in forty characters")
    func names() {
        #expect(field("a", french: " ").flaws(beside: []) == [Flaw(field: "label_fr", reason: .missing)])
        #expect(
            field("a", french: String(repeating: "a", count: 41)).flaws(beside: [])
                == [Flaw(field: "label_fr", reason: .tooLong(by: 1))])
    }
}
