/// What a team thinks before it has seen what the others think. Until all have written, or the day has come, it is open
/// to that team alone: no page, feed, file or search shows it to anybody else.
package struct TeamView: Noun, Equatable {
    package static let kind = Kind.teamView
    package static let limit = 1_200

    package let id: Identifier<TeamView>
    package var version = 1
    package let meeting: Identifier<Meeting>
    package let team: Identifier<Unit>
    package var author: Identifier<Person>
    package var text: String
    package var writtenAt: Instant

    package init(
        id: Identifier<TeamView>, of team: Identifier<Unit>, on meeting: Identifier<Meeting>,
        by author: Identifier<Person>, text: String, at now: Instant
    ) {
        self.id = id
        self.meeting = meeting
        self.team = team
        self.author = author
        self.text = text
        writtenAt = now
    }

    /// Writes the view of a team, and writes it anew as long as the others' are hidden.
    /// - Parameter previous: what the team has written already.
    package static func write(
        _ text: String, for team: Identifier<Unit>, replacing previous: TeamView?, id: Identifier<TeamView>,
        in meeting: Meeting, by deed: Deed
    ) throws(Refusal) -> (TeamView, Activity) {
        guard meeting.teams.contains(team), deed.actor.may(.speak(for: team)), let author = deed.actor.id else {
            throw .notAllowed
        }
        guard meeting.takesViews(on: deed.day) else { throw .closed }
        try Refusal.check(text, "text", upTo: limit)
        var view = previous ?? TeamView(id: id, of: team, on: meeting.id, by: author, text: text, at: deed.now)
        view.author = author
        view.text = text
        view.writtenAt = deed.now
        return (view, Activity(previous == nil ? .heard : .edited))
    }
}
