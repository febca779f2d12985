/// What fits on a slide of a page that was written to be read.
package enum SlideText {
    /// The most characters of the problem on a slide.
    package static let problem = 150
    /// The most characters of one line about a dependency or a risk.
    package static let line = 48

    /// The first sentences of a text, as many as fit; when not even one does, its first words and an ellipsis.
    package static func lead(_ text: String, upTo limit: Int) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if flat.count <= limit { return flat }
        var whole = ""
        for sentence in sentences(of: flat) {
            let longer = whole.isEmpty ? sentence : "\(whole) \(sentence)"
            guard longer.count <= limit else { break }
            whole = longer
        }
        if !whole.isEmpty { return whole }
        var words = ""
        for word in flat.split(separator: " ") {
            let longer = words.isEmpty ? String(word) : "\(words) \(word)"
            guard longer.count < limit else { break }
            words = longer
        }
        if words.isEmpty { words = String(flat.prefix(limit - 1)) }
        while let last = words.last, ",;:.–".contains(last) || last == " " { words.removeLast() }
        return words + "…"
    }

    /// A sentence ends with its full stop before a space and a capital, or at the end.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        let letters = Array(text)
        for (index, letter) in letters.enumerated() {
            current.append(letter)
            guard letter == "." || letter == "?" || letter == "!" else { continue }
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            let after = index + 2 < letters.count ? letters[index + 2] : "A"
            if next == " ", after.isUppercase || after.isNumber || after == "«" {
                sentences.append(current.drop { $0 == " " }.description)
                current = ""
            }
        }
        let rest = String(current.drop { $0 == " " })
        return rest.isEmpty ? sentences : sentences + [rest]
    }
}

/// Where a figure is, where it is to go, and what it counts: "de 3 100 à 1 500 demandes par mois".
package struct Movement: Sendable, Equatable {
    package let from: String
    package let to: String
    package let unit: String

    package init(from: String, to: String, unit: String) {
        self.from = from
        self.to = to
        self.unit = unit
    }

    /// The first movement that a text announces, in French or in English; nothing when there is none.
    package init?(in text: String, _ language: Language) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let (first, second) = language == .french ? ("de", "à") : ("from", "to")
        for start in words.indices where words[start].lowercased() == first {
            guard let from = Figure(words, at: start + 1), from.end < words.count, words[from.end] == second,
                let to = Figure(words, at: from.end + 1)
            else { continue }
            // "de 40 à 5 minutes": the unit of the second is that of both.
            self.from = from.measure.isEmpty && to.measure == "%" ? "\(from.number) %" : from.text
            self.to = to.text
            unit = to.hasEnded ? "" : Self.unit(words, from: to.end)
            return
        }
        return nil
    }

    /// Words after which something else is said.
    private static let joins: Set = ["et", "si", "mais", "and", "if", "but"]

    /// The words up to the end of the sentence part, a few at most.
    private static func unit(_ words: [String], from start: Int) -> String {
        var unit: [String] = []
        for word in words[min(start, words.count)...] {
            let bare = word.trimming(",;:.")
            if joins.contains(bare) { break }
            unit.append(bare)
            if bare.count < word.count || unit.joined(separator: " ").count > 42 { break }
        }
        let text = unit.joined(separator: " ")
        return text.count <= 48 ? text : SlideText.lead(text, upTo: 48)
    }

    /// A number as it is written, with what stands right after it.
    private struct Figure {
        var number = ""
        var measure = ""
        var end: Int
        /// Whether a sign ends the sentence part after it.
        var hasEnded = false

        var text: String { measure.isEmpty ? number : "\(number) \(measure)" }

        private static let measures: Set = ["%", "€", "min", "h", "s", "j", "ms", "k€", "M€"]

        init?(_ words: [String], at start: Int) {
            end = start
            while end < words.count, !hasEnded {
                let bare = words[end].trimming(",;:.")
                let isNumber = bare.first?.isNumber == true && bare.allSatisfy { $0.isNumber || ",.%€".contains($0) }
                if isNumber, number.isEmpty || bare.count == 3, measure.isEmpty {
                    number += number.isEmpty ? bare : " \(bare)"
                } else if !number.isEmpty, Self.measures.contains(bare) {
                    measure = bare
                } else {
                    break
                }
                hasEnded = bare.count < words[end].count
                end += 1
                if !measure.isEmpty { break }
            }
            if number.isEmpty { return nil }
        }
    }
}

extension String {
    /// Without these signs at its end.
    fileprivate func trimming(_ signs: String) -> String {
        var text = self
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return text
    }
}
