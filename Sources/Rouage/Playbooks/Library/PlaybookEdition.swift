/// A text of a playbook that no longer holds, kept as it was.
package struct PlaybookEdition: Noun, Equatable {
    package static let kind = Kind.playbookEdition
    package static let noteLimit = 280

    package let id: Identifier<PlaybookEdition>
    package var version = 1
    package let playbook: Identifier<Playbook>
    package let number: Int
    package let content: Playbook.Content
    package let language: Language
    /// What the next edition changed, and why.
    package let note: String
    /// Who wrote the next one, and when.
    package let replacedBy: Identifier<Person>?
    package let replacedAt: Instant

    package init(
        id: Identifier<PlaybookEdition>, of playbook: Playbook, note: String, by person: Identifier<Person>?,
        at now: Instant
    ) {
        self.init(
            id: id, of: playbook.id, number: playbook.edition, playbook.content, language: playbook.language,
            note: note, by: person, at: now)
    }

    package init(
        id: Identifier<PlaybookEdition>, of playbook: Identifier<Playbook>, number: Int, _ content: Playbook.Content,
        language: Language, note: String, by person: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.playbook = playbook
        self.number = number
        self.content = content
        self.language = language
        self.note = note
        replacedBy = person
        replacedAt = now
    }
}
