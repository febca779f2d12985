import Foundation

extension String {
    /// Whether the text names this, in whole words, whatever the capitals and accents.
    func mentions(_ name: String) -> Bool {
        let wanted = name.plainWords
        guard let first = wanted.first else { return false }
        let words = plainWords
        return words.indices.contains { place in
            words[place] == first && words[place...].prefix(wanted.count).elementsEqual(wanted)
        }
    }

    private var plainWords: [Substring] {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
    }
}
