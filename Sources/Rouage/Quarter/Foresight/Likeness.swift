import Foundation

/// How much texts are alike: the cosine of their words, each weighted by how seldom it is (TF-IDF; Salton and Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988). Sums run in one order, so that the same texts always
/// give the same numbers.
struct Likeness: Sendable {
    private var terms: [String: Int] = [:]
    /// ln((n + 1) / (df + ½)) of each term.
    private var rarity: [Double] = []
    /// Where each term stands: the text, and its weight in it.
    private var places: [[(text: Int, weight: Double)]] = []
    private let count: Int

    init(_ texts: [[String]]) {
        count = texts.count
        var counts: [[(term: Int, count: Int)]] = []
        for stems in texts {
            counts.append(tally(stems) { number(of: $0) })
        }
        var known = Array(repeating: 0, count: terms.count)
        for text in counts { for entry in text { known[entry.term] += 1 } }
        rarity = known.map { log((Double(count) + 1) / (Double($0) + 0.5)) }
        places = Array(repeating: [], count: terms.count)
        for (text, entries) in counts.enumerated() {
            for entry in weighted(entries) { places[entry.term].append((text, entry.weight)) }
        }
    }

    private mutating func number(of stem: String) -> Int {
        if let term = terms[stem] { return term }
        terms[stem] = terms.count
        return terms.count - 1
    }

    private func tally(_ stems: [String], _ number: (String) -> Int?) -> [(term: Int, count: Int)] {
        var counts: [Int: Int] = [:]
        for stem in stems { if let term = number(stem) { counts[term, default: 0] += 1 } }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func weighted(_ entries: [(term: Int, count: Int)]) -> [(term: Int, weight: Double)] {
        let raw = entries.map { (term: $0.term, weight: (1 + log(Double($0.count))) * rarity[$0.term]) }
        let length = raw.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        return length > 0 ? raw.map { ($0.term, $0.weight / length) } : raw
    }

    /// The weights of a text's known words; their squares sum to 1.
    func weights(of stems: [String]) -> [(term: Int, weight: Double)] { weighted(tally(stems) { terms[$0] }) }

    func term(_ stem: String) -> Int? { terms[stem] }

    /// How much a text is like each known one, 0 to 1.
    func likeness(of weights: [(term: Int, weight: Double)]) -> [Double] {
        var likeness = Array(repeating: 0.0, count: count)
        for entry in weights {
            for place in places[entry.term] { likeness[place.text] += entry.weight * place.weight }
        }
        return likeness
    }

    /// How much more a term weighs in some texts than in all, on average; nothing for a term that only one of them uses.
    func excess(of term: Int, in texts: Set<Int>) -> Double {
        var (some, all, uses) = (0.0, 0.0, 0)
        for place in places[term] {
            all += place.weight
            guard texts.contains(place.text) else { continue }
            some += place.weight
            uses += 1
        }
        return uses < 2 ? 0 : some / Double(texts.count) - all / Double(count)
    }
}
