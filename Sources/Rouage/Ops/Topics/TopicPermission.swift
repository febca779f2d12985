/// What a person may do with topics.
package enum TopicPermission: Sendable, Equatable {
    /// Raising a topic: everybody of the department and around it.
    case propose
    /// Its words, its effort, taking it back: who raised it, who sponsors it, Product Ops and the CPO.
    case edit(Topic)
    /// Putting topics on the table that the directors vote on.
    case table
}

extension Actor {
    func may(_ permission: TopicPermission) -> Bool {
        guard let id, isMember else { return false }
        switch permission {
        case .propose: return true
        case .edit(let topic): return isOps || holds(.cpo) || topic.proposedBy == id || topic.sponsor == id
        case .table: return isOps || holds(.cpo)
        }
    }
}
