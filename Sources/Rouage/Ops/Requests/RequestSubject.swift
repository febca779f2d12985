extension OpsRequest {
    /// What a topic would say that is made of it: the problem as who asked told it.
    /// - Parameter isOtherOps: whether who asked is of another Ops team.
    package func topicContent(title: String? = nil, problem: String? = nil, isOtherOps: Bool = false) -> Topic.Content {
        let told = [self.whatHurts, self.ifWeWait].filter { !$0.isBlank }.joined(separator: "\n\n")
        let whole = told.count <= Topic.problemLimit ? told : self.whatHurts
        return Topic.Content(
            title: title ?? self.title, problem: problem ?? whole, source: isOtherOps ? .otherOps : .field)
    }
}

extension Organisation {
    /// Somebody who does for another department what Product Ops do for this one.
    package func isOtherOps(_ person: Identifier<Person>) -> Bool {
        guard let person = people[person] else { return false }
        let actor = Actor(person, in: self)
        return actor.holds(.otherOps) || actor.teams.contains { $0.sort == .otherOps }
    }
}
