/// What changed from one text to another, word by word.
///
/// Words that occur once in both texts and in the same order hold the two together (Bram Cohen's "patience"
/// difference); between them the same is done again. The time grows with the number of words times its logarithm for
/// texts that people write, never with their product.
package struct TextDifference: Sendable, Equatable {
    package enum Change: Sendable { case kept, removed, added }

    /// Consecutive words with the same fate; a line end is a word of its own.
    package struct Piece: Sendable, Equatable {
        package let change: Change
        package var text: String
    }

    package private(set) var pieces: [Piece] = []

    package init(from old: String, to new: String) {
        let (a, b) = (Self.words(of: old), Self.words(of: new))
        compare(a[...], b[...])
    }

    package var isEmpty: Bool { pieces.allSatisfy { $0.change == .kept } }

    static func words(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(whereSeparator: \.isWhitespace)
        }.reduce(into: []) { words, line in
            if !words.isEmpty { words.append("\n") }
            words += line.isEmpty && words.isEmpty ? [""] : line
        }.filter { !$0.isEmpty }
    }

    private mutating func compare(_ a: ArraySlice<Substring>, _ b: ArraySlice<Substring>) {
        let common = zip(a, b).prefix { $0 == $1 }.count
        add(.kept, a.prefix(common))
        let (restA, restB) = (a.dropFirst(common), b.dropFirst(common))
        let tail = zip(restA.reversed(), restB.reversed()).prefix { $0 == $1 }.count
        between(restA.dropLast(tail), restB.dropLast(tail))
        add(.kept, a.suffix(tail))
    }

    private mutating func between(_ a: ArraySlice<Substring>, _ b: ArraySlice<Substring>) {
        let anchors = a.isEmpty || b.isEmpty ? [] : Self.anchors(a, b)
        guard !anchors.isEmpty else {
            add(.removed, a)
            add(.added, b)
            return
        }
        var (fromA, fromB) = (a.startIndex, b.startIndex)
        for anchor in anchors {
            compare(a[fromA..<anchor.a], b[fromB..<anchor.b])
            add(.kept, a[anchor.a...anchor.a])
            (fromA, fromB) = (anchor.a + 1, anchor.b + 1)
        }
        compare(a[fromA...], b[fromB...])
    }

    /// The longest run of words, each once in both texts, that come in the same order.
    private static func anchors(_ a: ArraySlice<Substring>, _ b: ArraySlice<Substring>) -> [(a: Int, b: Int)] {
        let (onceA, onceB) = (positionsOfSingles(a), positionsOfSingles(b))
        let pairs = onceA.compactMap { word, at in onceB[word].map { (a: at, b: $0) } }.sorted { $0.a < $1.a }
        // Patience sorting: tops[k] ends the best run of k + 1 pairs found so far.
        var tops: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].b < pair.b { low = middle + 1 } else { high = middle }
            }
            before[index] = low == 0 ? nil : tops[low - 1]
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var run: [(a: Int, b: Int)] = []
        var next = tops.last
        while let index = next {
            run.append(pairs[index])
            next = before[index]
        }
        return run.reversed()
    }

    private static func positionsOfSingles(_ words: ArraySlice<Substring>) -> [Substring: Int] {
        var positions: [Substring: Int?] = [:]
        for (index, word) in zip(words.indices, words) {
            positions[word] = positions.keys.contains(word) ? .some(nil) : .some(index)
        }
        return positions.compactMapValues { $0 }
    }

    private mutating func add(_ change: Change, _ words: ArraySlice<Substring>) {
        for word in words {
            if pieces.last?.change == change {
                let last = pieces.count - 1
                let glued = word == "\n" || pieces[last].text.last == "\n"
                pieces[last].text += glued ? String(word) : " \(word)"
            } else {
                pieces.append(Piece(change: change, text: String(word)))
            }
        }
    }
}
