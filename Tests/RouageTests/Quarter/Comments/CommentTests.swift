import Testing

@testable import Rouage

@Suite("Comments")
struct CommentTests {
    private func comment(_ text: String, by author: Cast = .camille) -> Rouage.Comment {
        Rouage.Comment(id: Identifier(high: 1, low: 1), on: Cast.briefing().id, by: author.id, text: text, at: Cast.now)
    }

    private func named(_ text: String) -> [String] {
        comment(text).mentioned(among: CallNames(Cast.allCases.map(\.person))).map(\.name)
    }

    @Test("name people by full name or code, each once, the longest name first")
    func mentions() {
        #expect(named("@Camille Aubrac, et @designer ?") == ["Camille Aubrac", "Lison Perrault"])
        #expect(named("@Camille Aubrac @Camille Aubrac.") == ["Camille Aubrac"])
        #expect(named("écrire à camille@emargo.example ou @personne") == [])
        #expect(named("@Camille Aubracs") == [])
        #expect(named("@ rien, @") == [])
    }

    @Test("find who is meant where names begin alike, hold signs or end the text")
    func alike() {
        let people = [Cast.camille.person, Cast.designer.person, Cast.engineer.person].enumerated().map {
            number, person in
            var person = person
            person.name = ["Anne Roy", "Anne Royer", "Jean d’Arc (suppléant)"][number]
            return person
        }
        let names = CallNames(people)
        let named = { (text: String) in comment(text).mentioned(among: names).map(\.name) }
        #expect(named("@Anne Royer") == ["Anne Royer"])
        #expect(named("@Anne Roy, @Anne Royer !") == ["Anne Roy", "Anne Royer"])
        #expect(named("@Anne Roye @Anne") == [])
        #expect(named("@Jean d’Arc (suppléant)") == ["Jean d’Arc (suppléant)"])
        #expect(named("@@Anne Roy") == ["Anne Roy"])
    }

    @Test("give their text back whole, people or not")
    func pieces() {
        let text = "Bonjour @Camille Aubrac : 3 @ 2 €, @inconnu."
        let whole = comment(text).pieces(among: CallNames(Cast.allCases.map(\.person))).map { piece in
            switch piece {
            case .text(let text): text
            case .person(let person): "@\(person.name)"
            }
        }.joined()
        #expect(whole == text)
    }

    @Test("are removed by their author alone", arguments: Cast.allCases)
    func removal(person: Cast) {
        let written = comment("Un mot.")
        if person == .camille {
            #expect(throws: Never.self) { try written.remove(by: person.deed) }
        } else {
            #expect(throws: Refusal.notAllowed) { try written.remove(by: person.deed) }
        }
    }

    @Test("say something, in at most 2,000 characters; Product Ops and directors may write one")
    func limits() throws {
        func write(_ text: String, _ person: Cast) throws(Refusal) {
            _ = try Rouage.Comment.write(text, id: Identifier(high: 1, low: 2), on: Cast.briefing(), by: person.deed)
        }
        for person in [Cast.ops, .cpo, .director, .giverEngineer] {
            #expect(throws: Never.self) { try write("Un mot.", person) }
        }
        #expect(throws: Refusal.notAllowed) { try write("Un mot.", .stranger) }
        #expect(throws: Refusal.invalid("text", .missing)) { try write(" \n", .camille) }
        #expect(throws: Refusal.invalid("text", .tooLong(by: 1))) {
            try write(String(repeating: "a", count: 2_001), .camille)
        }
    }
}
