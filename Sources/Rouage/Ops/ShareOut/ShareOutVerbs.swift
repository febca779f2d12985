extension ShareOut {
    /// Computes a proposal, in the place of the one before while nobody is bound by it.
    package static func propose(
        _ table: ShareOutTable, within limit: Sharing.Limit = Sharing.Limit(), over previous: ShareOut?,
        id: Identifier<ShareOut>, in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (ShareOut, Activity) {
        guard deed.actor.may(.opsWork(.shareOut)) else { throw .notAllowed }
        guard previous?.state != .confirmed, cycle.state != .closed else { throw .closed }
        guard !table.items.isEmpty else { throw .invalid("topics", .missing) }
        let solution = table.sharing.best(within: limit)
        var lines: [Line] = []
        var leftOut: [LeftOut] = []
        for (place, pair) in solution.plan.enumerated() {
            let topic = table.items[place].topic
            if let pair {
                lines.append(
                    Line(
                        topic: topic, lead: table.members[pair.lead].person, buddy: table.members[pair.buddy].person))
            } else {
                leftOut.append(LeftOut(topic: topic, obstacle: solution.obstacles[place] ?? .notFound))
            }
        }
        var shareOut =
            previous
            ?? ShareOut(
                id: id, in: cycle.id, proposal: lines, leftOut: leftOut, isProven: solution.isProven, at: deed.now)
        shareOut.proposal = lines
        shareOut.leftOut = leftOut
        shareOut.isProven = solution.isProven
        shareOut.edits = []
        shareOut.confirmations = []
        shareOut.computedAt = deed.now
        return (shareOut, Activity(.proposed))
    }

    /// Gives a topic to others than the proposal does, with a reason. Nobody is loaded beyond their days, or given what
    /// they refused, but by themselves; who confirmed before confirms again.
    package mutating func edit(
        topic: Identifier<Topic>?, lead: Identifier<Person>?, buddy: Identifier<Person>?, reason: String,
        _ table: ShareOutTable, by deed: Deed
    ) throws(Refusal) -> Activity {
        guard deed.actor.may(.opsWork(.shareOut)), let me = deed.actor.id else { throw .notAllowed }
        guard state == .proposed else { throw .closed }
        var flaws: [Flaw] = []
        let known = Set(table.members.map(\.person))
        let open = Set(table.items.map(\.topic))
        if !(topic.map(open.contains) ?? false) { flaws.append(Flaw(field: "topic", reason: .unknown)) }
        if !(lead.map(known.contains) ?? false) { flaws.append(Flaw(field: "lead", reason: .unknown)) }
        if !(buddy.map(known.contains) ?? false) { flaws.append(Flaw(field: "buddy", reason: .unknown)) }
        if lead != nil && lead == buddy { flaws.append(Flaw(field: "buddy", reason: .samePerson)) }
        flaws += Flaw.ofText(reason, "reason", upTo: Self.reasonLimit)
        guard flaws.isEmpty, let topic, let lead, let buddy else { throw .invalid(flaws) }
        let line = Line(topic: topic, lead: lead, buddy: buddy)
        guard !lines.contains(line) else { throw .invalid("lead", .alreadyThere) }
        let before = table.percents(of: lines)
        var changed = self
        changed.edits.append(Edit(line: line, by: me, reason: reason, at: deed.now))
        let after = table.percents(of: changed.lines)
        for (field, person) in [("lead", lead), ("buddy", buddy)] {
            guard let member = table.members.first(where: { $0.person == person }) else { continue }
            let leads = changed.lines.count { $0.lead == person && open.contains($0.topic) }
            if field == "lead" && (member.isNew || leads + member.leads > Sharing.mostLeads) {
                flaws.append(Flaw(field: field, reason: .leadsEnough))
            } else if person != me, (after[person] ?? 101) > 100, (after[person] ?? 101) > (before[person] ?? 0) {
                flaws.append(Flaw(field: field, reason: .noDaysLeft))
            } else if person != me, member.wishes?.value(of: topic) == 0 {
                flaws.append(Flaw(field: field, reason: .refusedIt))
            }
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        self = changed
        confirmations = []
        return Activity(.edited)
    }

    /// Somebody of Product Ops agrees. Once everybody who leads something did, it holds.
    package mutating func confirm(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.opsWork(.shareOut)), let person = deed.actor.id else { throw .notAllowed }
        guard state == .proposed, !lines.isEmpty else { throw .closed }
        guard !confirmations.contains(where: { $0.person == person }) else {
            throw .invalid("confirmation", .alreadyThere)
        }
        confirmations.append(Confirmation(person: person, at: deed.now))
        guard awaited.isEmpty else { return Activity(.agreed) }
        state = .confirmed
        return Activity(.published)
    }
}
