/// What a reorganisation does to a dependency: another team takes one of its two sides over.
extension Dependency {
    /// Another team will give. What the first one promised binds it not: it answers for itself.
    package mutating func handOver(to unit: Unit, by deed: Deed) throws(Refusal) -> Activity {
        guard let giving = givingTeam, deed.actor.may(.editOrganisation(giving)) else { throw .notAllowed }
        guard state.isOpen else { throw .closed }
        guard unit.sort.delivers, unit.closedOn == nil, unit.id != giving else { throw .invalid("giver", .unknown) }
        guard unit.id != askingTeam else { throw .invalid("giver", .sameTeam) }
        givingTeam = unit.id
        givingBriefing = nil
        state = .pointedOut
        contact = nil
        effortDays = nil
        committedFor = nil
        counter = nil
        claimedOn = nil
        updatedAt = deed.now
        return Activity(.handedOver)
    }
}
