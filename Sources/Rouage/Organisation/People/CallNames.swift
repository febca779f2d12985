/// How people are called after an `@`: by full name or by code. Finding who is meant takes as long as the text, however
/// many people there are.
package struct CallNames: Sendable {
    private let people: [String: Person]
    private let longest: Int

    package init(_ people: some Collection<Person>) {
        let named = people.flatMap { person in [person.name, person.code].map { ($0, person) } }
        self.people = Dictionary(named, uniquingKeysWith: { first, _ in first })
        longest = named.map(\.0.count).max() ?? 0
    }

    /// Whose name or code the text begins with, and its length; the longest wins (Anne Roy, Anne Royer).
    func person(at text: Substring) -> (Person, Int)? {
        var best: (Person, Int)?
        var length = 0
        var isInWord = false
        for (index, character) in zip(text.indices, text).prefix(longest + 1) {
            let continues = character.isLetter || character.isNumber
            if isInWord && !continues, let person = people[String(text[..<index])] { best = (person, length) }
            // The next `@` begins another name: what stands after it is looked at once.
            if character == "@" { return best }
            isInWord = true
            length += 1
        }
        if length <= longest, let person = people[String(text)] { best = (person, length) }
        return best
    }
}
