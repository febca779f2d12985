extension OpsProject {
    /// What is known of the playbook that a project leaves behind: whether it runs without Product Ops, and who agreed to
    /// take it over.
    package struct Legacy: Sendable, Equatable {
        package let score: SelfSustaining
        /// Who takes it over agreed on the page of the playbook.
        package let isAcceptedByOwner: Bool
        /// Their director agreed there.
        package let isAcceptedByDirector: Bool

        package init(score: SelfSustaining, isAcceptedByOwner: Bool = false, isAcceptedByDirector: Bool = false) {
            self.score = score
            self.isAcceptedByOwner = isAcceptedByOwner
            self.isAcceptedByDirector = isAcceptedByDirector
        }

        /// - Parameter receiver: who takes the project over; what others agreed to does not count.
        package init(_ standing: PlaybookStanding, for receiver: Identifier<Person>?) {
            let playbook = standing.playbook
            let handover = playbook.handover.flatMap { receiver != nil && $0.to == receiver ? $0 : nil }
            let isTheirs = playbook.carriedBy == .organisation && receiver != nil && playbook.owner == receiver
            self.init(
                score: standing.score, isAcceptedByOwner: isTheirs || handover?.ownerAcceptedOn != nil,
                isAcceptedByDirector: isTheirs || handover?.directorAcceptedOn != nil)
        }
    }

    /// Whether who takes it over agreed, here or on the page of its playbook.
    package func isAcceptedByOwner(_ legacy: Legacy?) -> Bool {
        ownerAcceptance != nil || legacy?.isAcceptedByOwner ?? false
    }

    /// Whether their director agreed, here or on the page of its playbook.
    package func isAcceptedByDirector(_ legacy: Legacy?) -> Bool {
        directorAcceptance != nil || legacy?.isAcceptedByDirector ?? false
    }

    /// Names the playbook that says how it is done from then on; nothing takes the name away.
    package mutating func name(playbook: Playbook?, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        try check(by: deed, in: cycle, isSettling: true)
        if playbook?.state == .retired { throw .invalid("playbook", .unknown) }
        guard playbook?.id != self.playbook else { return nil }
        self.playbook = playbook?.id
        return Activity(.edited)
    }
}
