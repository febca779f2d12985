import Rouage
import Testing

@Suite("The words of a text")
struct WordsTests {
    @Test("are compared without accents, capitals and endings, in both languages")
    func stems() {
        #expect(Words.stems(of: "Dépendances") == Words.stems(of: "dependance"))
        #expect(Words.stems(of: "Payments") == Words.stems(of: "payment"))
        #expect(Words.stems(of: "L’ŒUVRE d'été") == ["oeuvr", "ete"])
        #expect(Words.stems(of: "e\u{301}te\u{301}") == Words.stems(of: "été"))
    }

    @Test("leave out what every text says, numbers and addresses, and keep how a word stood")
    func common() {
        #expect(Words.stems(of: "the team and les équipes de 2026") == ["team", "equip"])
        #expect(Words.stems(of: "voir https://emargo.example/paie ici") == ["voir", "ici"])
        #expect(Words.all(in: "Écarts de paie").map(\.shown) == ["écarts", "paie"])
        #expect(Words.all(in: " \n ").isEmpty)
        #expect(Words.stems(of: "会議 の議題") == ["会議", "の議題"])
    }
}
