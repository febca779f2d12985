/// A team that was guessed for a briefing and that its people say it does not need. It holds for this briefing and this
/// team, is taken back as easily, and says nothing of who dismissed it: nothing is learnt from it.
package struct Dismissal: Noun, Equatable {
    package static let kind = Kind.dismissal

    /// Which team.
    package struct Content: Drafted {
        package enum Name: String, CaseIterable, Sendable { case team }
        package static let fields: [Field<Self>] = [.unit(.team, \.team, required: true)]

        package var team: Identifier<Unit>?

        package init() {}
    }

    package let id: Identifier<Dismissal>
    package var version = 1
    package let briefing: Identifier<Briefing>
    package let team: Identifier<Unit>
    package let createdAt: Instant

    package init(
        id: Identifier<Dismissal>, of team: Identifier<Unit>, for briefing: Identifier<Briefing>, at now: Instant
    ) {
        self.id = id
        self.briefing = briefing
        self.team = team
        createdAt = now
    }

    /// The people of a draft say that it does not need a team.
    package static func dismiss(
        _ team: Identifier<Unit>, id: Identifier<Dismissal>, for briefing: Briefing, in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (Dismissal, Activity) {
        guard deed.actor.may(.writeBriefing(briefing)) else { throw .notAllowed }
        guard briefing.acceptsText(in: cycle) else { throw .closed }
        guard team != briefing.team else { throw .invalid("team", .sameTeam) }
        return (Dismissal(id: id, of: team, for: briefing.id, at: deed.now), Activity(.dismissed))
    }

    /// Takes it back: the team may be guessed again.
    package func undo(for briefing: Briefing, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.writeBriefing(briefing)) else { throw .notAllowed }
        return Activity(.removed)
    }
}
