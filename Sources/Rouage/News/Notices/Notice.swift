/// Something that happened to what is somebody's, or to what they follow. It is read out of the records and their
/// activity by rule; only until when its reader has read is kept.
package struct Notice: Sendable {
    package enum Matter: Sendable {
        case happened(Action, reason: String, to: any Followed)
        case commented(Comment, on: Briefing)
        /// A comment that names the reader.
        case named(Comment, on: Briefing)
        case reviewed(Review, of: Briefing)
        case reminded(Reminder)
        case helped(Relay)
        /// What came of a ballot.
        case letter(Mercato)
        /// A request of theirs was closed, or a hot potato comes back to them.
        case closed(OpsRequest)
        /// For the CPO: an urgent project went beyond the room, in exchange for something.
        case swapped(OpsRequest)
    }

    /// Days after which what happened to a record is history, and no news.
    package static let days = 30
    /// As many as anybody reads.
    package static let most = 100

    package let id: String
    package let at: Instant
    /// Who did it; nobody when the product did.
    package let by: Identifier<Person>?
    package let matter: Matter
    package var isRead = false

    package init(id: String, at: Instant, by person: Identifier<Person>?, _ matter: Matter) {
        self.id = id
        self.at = at
        by = person
        self.matter = matter
    }

    /// The newest comes first.
    package static func comesFirst(_ one: Notice, _ other: Notice) -> Bool { (other.at, other.id) < (one.at, one.id) }
}

/// What each kind tells those whose it is and those who follow it: decisions, answers, what people write. What moves by
/// date alone stands in its history.
extension Set<Action> {
    static let toldOfBriefings: Set = [
        .submitted, .revised, .edited, .declaredReady, .validated, .postponed, .dropped, .slowed, .resumed, .finished,
        .abandoned, .handedOver,
    ]
    static let toldOfDependencies: Set = [
        .pointedOut, .acknowledged, .committed, .replanned, .declined, .withdrawn, .counterAccepted, .counterRefused,
        .reasked, .claimed, .delivered, .deliveredBySilence, .claimRefused, .broken, .mitigated, .edited, .handedOver,
    ]
    static let toldOfTopics: Set = [
        .edited, .declaredReady, .tabled, .selected, .leftOut, .merged, .withdrawn, .retabled, .expired,
    ]
    static let toldOfProjects: Set = [
        .edited, .proposed, .agreed, .started, .advanced, .acknowledged, .paused, .resumed, .stopped, .retabled,
        .closed, .handedOver,
    ]
    static let toldOfUnits: Set = [.edited, .moved, .closed, .foreseen]
}
