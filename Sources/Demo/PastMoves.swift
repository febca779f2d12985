import Rouage

/// How a record of the company comes, move by move, to where its file leaves it.
extension Briefing {
    /// The page on the day it was begun.
    var beginning: Briefing {
        var page = Briefing(id: id, ref: ref, cycle: cycle, team: team, owner: owner, text: text, at: createdAt)
        page.contributors = contributors
        page.appetiteDays = appetiteDays
        page.axis = axis
        page.tribeValues = tribeValues
        page.offCycle = offCycle
        page.carriedFrom = carriedFrom
        return page
    }

    mutating func go(_ action: Action, towards goal: Briefing, in cycle: Cycle) {
        switch action {
        case .submitted:
            state = cycle.state >= .aligning ? .aligning : .submitted
            submittedAt = goal.submittedAt
            late = goal.late
            noDependency = goal.noDependency
        case .declaredReady: state = .ready
        case .validated, .postponed, .dropped:
            // Off its cycle, an initiative is decided while the quarter runs.
            let runs = action == .validated && goal.offCycle
            state = runs ? .inProgress : action == .validated ? .validated : goal.state
            decision = goal.decision
        case .slowed:
            slowed = true
            cause = goal.cause
        case .finished, .abandoned:
            state = goal.state
            outcome = goal.outcome
            cause = goal.cause
        default: break
        }
    }

    /// Goes on with the dates of its cycle.
    mutating func goOn(to cycle: Cycle.State, at now: Instant) -> Activity? {
        switch cycle {
        case .aligning: startAligning(at: now)
        case .presented: present(at: now)
        case .running: start(at: now)
        case .planned, .drafting, .frozen, .closed: nil
        }
    }
}

extension Dependency {
    /// The need as it was pointed out, before anybody answered.
    var beginning: Dependency {
        var need = self
        need.neededBy = firstNeededBy
        need.state = .pointedOut
        if state != .pointedOut { need.givingBriefing = nil }
        need.contact = nil
        need.effortDays = nil
        need.committedFor = nil
        need.counter = nil
        need.decline = nil
        need.mitigation = ""
        need.claimedOn = nil
        need.deliveredOn = nil
        need.breaks = 0
        need.redates = 0
        need.refusals = 0
        need.reasked = false
        need.updatedAt = createdAt
        return need
    }

    mutating func go(_ action: Action, towards goal: Dependency) {
        switch action {
        case .acknowledged:
            state = .acknowledged
            contact = goal.contact
            if goal.state == .acknowledged { take(goal) }
        case .committed:
            state = .committed
            take(goal)
            committedFor = goal.committedFor
            neededBy = goal.neededBy
        case .replanned:
            state = .replanned
            take(goal)
            counter = goal.counter
            redates = goal.redates
        case .declined:
            state = .declined
            decline = goal.decline
            take(goal)
        case .mitigated: mitigation = goal.mitigation
        case .claimed: claimedOn = goal.claimedOn
        case .delivered:
            state = .delivered
            claimedOn = goal.claimedOn
            deliveredOn = goal.deliveredOn
        case .broken:
            state = .broken
            breaks += 1
        case .withdrawn: state = .withdrawn
        default: break
        }
    }

    /// What the giver says with its answer: whom to talk to, how much work, and which initiative does it.
    private mutating func take(_ goal: Dependency) {
        contact = goal.contact
        effortDays = goal.effortDays
        givingBriefing = goal.givingBriefing
    }
}
