/// What was presented, kept for good: later edits reach the living briefing and never this text.
package struct PresentationSnapshot: Noun, Equatable {
    package static let kind = Kind.presentationSnapshot

    package let id: Identifier<PresentationSnapshot>
    package var version = 1
    package let presentation: Identifier<Presentation>
    /// The deck as a JSON document, byte for byte what readers are given.
    package let text: String
    /// SHA-256 of these bytes, in hexadecimal.
    package let hash: String
    package let takenAt: Instant

    package init(
        id: Identifier<PresentationSnapshot>, of presentation: Identifier<Presentation>, text: String, hash: String,
        at now: Instant
    ) {
        self.id = id
        self.presentation = presentation
        self.text = text
        self.hash = hash
        takenAt = now
    }
}
