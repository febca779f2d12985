/// Help to write without blame.
package enum Blameless {
    /// Those of the directory whom a text names: by their whole name, or by a first name with its capital. Only a
    /// hint: a first name may be a word as well.
    package static func names(in text: String, of organisation: Organisation) -> [String] {
        let words = Set(
            text.split { !$0.isLetter && $0 != "-" }.map(String.init).filter { $0.first?.isUppercase == true })
        guard !words.isEmpty else { return [] }
        let folded = Folding.fold(text)
        var named: Set<String> = []
        for person in organisation.people.values where person.acts(on: organisation.day) {
            let first = person.name.split(separator: " ").first.map(String.init) ?? ""
            if person.name.contains(" "), folded.contains(Folding.fold(person.name)) {
                named.insert(person.name)
            } else if first.count > 2, words.contains(first) {
                named.insert(first)
            }
        }
        // Who is named whole is not named by the first name again.
        return named.filter { name in !named.contains { $0 != name && $0.hasPrefix(name + " ") } }.sorted()
    }
}
