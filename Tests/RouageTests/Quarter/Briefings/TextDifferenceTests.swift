import Testing

@testable import Rouage

@Suite("What changed between two texts")
struct TextDifferenceTests {
    private func show(_ old: String, _ new: String) -> String {
        TextDifference(from: old, to: new).pieces.map { piece in
            switch piece.change {
            case .kept: piece.text
            case .removed: "[-\(piece.text)-]"
            case .added: "{+\(piece.text)+}"
            }
        }.joined(separator: " ")
    }

    @Test("is told word by word")
    func words() {
        #expect(show("un mot de trop", "un mot") == "un mot [-de trop-]")
        #expect(show("un mot", "un seul mot") == "un {+seul+} mot")
        #expect(show("2 600 demandes par mois", "3 100 demandes par mois") == "[-2 600-] {+3 100+} demandes par mois")
        #expect(show("", "tout neuf") == "{+tout neuf+}")
        #expect(show("tout part", "") == "[-tout part-]")
        #expect(show("", "") == "")
        #expect(TextDifference(from: "pareil  ici", to: "pareil ici").isEmpty)
    }

    @Test("keeps words around a change, and line ends as words")
    func lines() {
        #expect(show("un\n\ndeux", "un\n\ntrois") == "un\n\n [-deux-] {+trois+}")
        #expect(show("a b c d e", "a x c y e") == "a [-b-] {+x+} c [-d-] {+y+} e")
    }

    @Test("of any two texts gives both back")
    func both() {
        let words = ["de", "la", "paie", "bulletin", "\n", "un", "le", "mois"]
        for _ in 0..<400 {
            let (old, new) = (text(words, 0...30), text(words, 0...30))
            let pieces = TextDifference(from: old, to: new).pieces
            func side(_ hidden: TextDifference.Change) -> [Substring] {
                TextDifference.words(of: pieces.filter { $0.change != hidden }.map(\.text).joined(separator: " "))
            }
            #expect(side(.added) == TextDifference.words(of: old))
            #expect(side(.removed) == TextDifference.words(of: new))
        }
    }

    private func text(_ words: [String], _ length: ClosedRange<Int>) -> String {
        (0..<Int.random(in: length)).map { _ in words.randomElement()! }.joined(separator: " ")
    }

    @Test("of two long texts does not take the product of their lengths", .timeLimit(.minutes(1)))
    func long() {
        let old = (0..<100_000).map { "w\($0)" }
        var new = old
        for index in stride(from: 0, to: new.count, by: 10) { new[index] = "x\(index)" }
        let pieces = TextDifference(from: old.joined(separator: " "), to: new.joined(separator: " ")).pieces
        #expect(pieces.count { $0.change == .added } == 10_000)
    }
}
