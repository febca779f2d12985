/// What holds for a request, however it came to be: asked, moved, or read from a file.
extension OpsRequest {
    /// Who decides and who takes it back, both outside Product Ops.
    /// - Parameter areNeeded: whether both have to be known.
    static func flaws(
        ofDecider decider: Identifier<Person>?, returnOwner: Identifier<Person>?, areNeeded: Bool,
        in organisation: Organisation
    ) -> [Flaw] {
        [("decider", decider), ("return_owner", returnOwner)].compactMap { field, person -> Flaw? in
            guard let person else { return areNeeded ? Flaw(field: field, reason: .someoneOutsideOps) : nil }
            return organisation.isOutsideOps(person) ? nil : Flaw(field: field, reason: .someoneOutsideOps)
        }
    }

    /// Days that are none, or more of them than a quick help takes.
    package static func flaws(ofDays days: Double, for outcome: Outcome?) -> [Flaw] {
        if !(0...Double(mostDays)).contains(days) {
            return [Flaw(field: "spent_days", reason: .outOfRange(0...mostDays))]
        }
        return outcome == .quickHelp && days > quickHelpDays
            ? [Flaw(field: "spent_days", reason: .longerThanQuickHelp)] : []
    }

    /// What its people have to be while it is not closed: who asked, who decides, who takes it back, who has it in hand.
    package func flaws(ofPeopleIn organisation: Organisation) -> [Flaw] {
        guard state != .closed else { return [] }
        func known(_ person: Identifier<Person>?) -> Actor? {
            person.flatMap { organisation.people[$0] }.map { Actor($0, in: organisation) }
        }
        var flaws: [Flaw] = []
        if requester == nil && guestName.isBlank {
            flaws.append(Flaw(field: "requester", reason: .missing))
        } else if let requester, known(requester)?.may(.request(.ask)) != true {
            flaws.append(Flaw(field: "requester", reason: .someoneOfDepartment))
        }
        flaws += Self.flaws(
            ofDecider: self.decider, returnOwner: self.returnOwner, areNeeded: self.hotPotato && state == .inHand,
            in: organisation)
        // The CPO takes in hand what waits too long.
        if state == .inHand && !(known(handledBy).map { $0.isOps || $0.holds(.cpo) } ?? false) {
            flaws.append(Flaw(field: "handled_by", reason: handledBy == nil ? .missing : .someoneOfOps))
        }
        return flaws
    }
}
