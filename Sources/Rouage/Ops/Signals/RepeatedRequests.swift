/// What is asked again and again: requests that say the same, by the words that are seldom elsewhere.
package enum RepeatedRequests {
    /// How many requests make it the same request again.
    package static let least = 3
    /// From how many teams they come at least.
    package static let teams = 2
    /// How many days back they were asked at most, today included.
    package static let days = 60
    /// How alike two are at least, 0 to 1: above what is shown to who asks, which may be beside the point now and then.
    static let likeness = 0.25
    /// How much of two titles is the same at least, 0 to 1: among few requests no word is seldom, and titles alone tell.
    static let sameTitle = 0.6

    /// Groups of requests that ask the same, each the oldest request first; what a topic was made of is left out.
    package static func groups(of requests: [OpsRequest], on day: Day) -> [[OpsRequest]] {
        let known = requests.filter { $0.topic == nil && $0.askedOn <= day && day - $0.askedOn < days }
            .sorted { ($0.askedOn, $0.ref) < ($1.askedOn, $1.ref) }
        guard known.count >= least else { return [] }
        let texts = known.map { Words.stems(of: "\($0.title) \($0.title) \($0.whatHurts)") }
        let likeness = Likeness(texts)
        let titles = known.map { Set(Words.stems(of: $0.title)) }
        let near = texts.indices.map { place -> [Int] in
            let values = likeness.likeness(of: likeness.weights(of: texts[place]))
            return values.indices.filter { other in
                other == place || values[other] >= Self.likeness || share(titles[place], titles[other]) >= sameTitle
            }
        }
        var free = Set(known.indices)
        var groups: [[OpsRequest]] = []
        // The request with the most like it first; each is in one group only.
        for place in known.indices.sorted(by: { (near[$1].count, $0) < (near[$0].count, $1) })
        where free.contains(place) {
            let group = near[place].filter(free.contains)
            guard group.count >= least, Set(group.compactMap { known[$0].team }).count >= teams else { continue }
            free.subtract(group)
            groups.append(group.map { known[$0] })
        }
        return groups
    }

    /// How much of two sets of words is the same (Dice, "Measures of the amount of ecologic association between species",
    /// 1945), 0 to 1; one word alone says nothing.
    private static func share(_ one: Set<String>, _ other: Set<String>) -> Double {
        let both = one.intersection(other).count
        return both < 2 ? 0 : 2 * Double(both) / Double(one.count + other.count)
    }
}
