/// What was asked before and is like a new question, so that it is answered once.
package enum AnsweredOnce {
    /// How alike two texts are at least, 0 to 1.
    static let least = 0.2
    /// The most that are shown.
    package static let most = 3

    /// - Parameters:
    ///   - text: the title, or title and trouble, of the new question.
    ///   - asked: the requests that are compared with it, the newest first.
    package static func like(_ text: String, among asked: [OpsRequest]) -> [OpsRequest] {
        let stems = Words.stems(of: text)
        guard !stems.isEmpty, !asked.isEmpty else { return [] }
        let likeness = Likeness(asked.map { Words.stems(of: "\($0.title) \($0.title) \($0.whatHurts)") })
        let values = likeness.likeness(of: likeness.weights(of: stems))
        return zip(values, asked).enumerated().filter { $0.element.0 >= least }
            .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }.prefix(most).map(\.element.1)
    }
}
