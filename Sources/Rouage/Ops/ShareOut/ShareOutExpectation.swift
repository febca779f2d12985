extension ShareOut {
    /// Working days in which the leads say whether they agree.
    static let daysToConfirm = 3

    /// It holds once each lead has confirmed.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard state == .proposed, let me = actor.id, awaited.contains(me), actor.may(.opsWork(.shareOut)),
            let cycle = outlook.cycle(cycle)
        else { return nil }
        let since = outlook.day(computedAt)
        return Expectation(
            .confirmSharing(self, cycle), of: .person(me), since: since, due: outlook.after(Self.daysToConfirm, since))
    }
}

extension SharePreference {
    /// Working days from the published vote until topics are shared out.
    static let daysToWrite = 3

    /// Each of Product Ops says what they would like to work on, before topics are shared out.
    package static func expectation(
        in cycle: Cycle, after mercato: Mercato, writtenBy writers: [Identifier<Person>], by actor: Actor,
        _ outlook: Outlook
    ) -> Expectation? {
        guard let me = actor.id, actor.may(.opsWork(.writeWishes)), !writers.contains(me),
            mercato.state == .published, !mercato.selected.isEmpty
        else { return nil }
        let since = min(outlook.day(mercato.publishedAt ?? mercato.publishesAt), outlook.today)
        return Expectation(.wish(cycle), of: .person(me), since: since, due: outlook.after(daysToWrite, since))
    }
}
