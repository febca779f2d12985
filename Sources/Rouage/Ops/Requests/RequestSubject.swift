extension OpsRequest {
    /// The topic that a request becomes: a new one in words of its own, or one that is there.
    package enum Subject: Sendable, Equatable {
        /// What is left out is taken from the request.
        case new(title: String?, problem: String?)
        case known(Identifier<Topic>)
    }

    /// What a topic would say that is made of it: the problem as who asked told it.
    /// - Parameter isOtherOps: whether who asked is of another Ops team.
    package func topicContent(title: String? = nil, problem: String? = nil, isOtherOps: Bool = false) -> Topic.Content {
        let told = [whatHurts, ifWeWait].filter { !$0.isBlank }.joined(separator: "\n\n")
        let whole = told.count <= Topic.problemLimit ? told : whatHurts
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
