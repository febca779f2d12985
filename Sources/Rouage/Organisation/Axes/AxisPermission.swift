/// What a person may do with axes.
package enum AxisPermission: Sendable, Equatable {
    /// Proposing one: Product Ops and the directors. What the CPO and the VPs write holds at once.
    case propose
    /// Setting one, taking a proposal or not: the CPO and the VPs.
    case set
    /// Its words: the CPO and the VPs; of a proposal that waits, who made it.
    case edit(Axis)
    /// Letting a proposal wait for an answer again: the CPO and the VPs; who withdrew it.
    case reopen(Axis)
    /// What has to be there for it: they, who answers for it, and Product Ops, whose craft that is.
    case condition(Axis)
}

extension Actor {
    func may(_ permission: AxisPermission) -> Bool {
        guard let id, isMember else { return false }
        switch permission {
        case .propose: return isOps || holds(.cpo) || holds(.director)
        case .set: return holds(.cpo)
        case .edit(let axis):
            return holds(.cpo) || axis.proposal.map { $0.outcome == nil && $0.by == id } ?? false
        case .reopen(let axis):
            return holds(.cpo) || axis.proposal.map { $0.outcome == .withdrawn && $0.by == id } ?? false
        case .condition(let axis):
            return may(.edit(axis)) || isOps || axis.owner == id
        }
    }
}
