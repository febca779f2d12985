extension OpsProject {
    /// How it is carried, the figure it is seen by, and what it asks of people.
    package struct Frame: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case mode
            case endsOn = "ends_on"
            case metric, unit, before, after, burden
        }

        package static let fields: [Field<Frame>] = [
            .choice(.mode, \.mode), .day(.endsOn, \.endsOn),
            .line(.metric, \.metric.name, upTo: Metric.nameLimit), .line(.unit, \.metric.unit, upTo: 20),
            .number(.before, \.metric.before, in: Experiment.figures),
            .number(.after, \.metric.after, in: Experiment.figures),
            .number(.burden, \.burdenDelta, in: Experiment.figures),
        ]

        package var mode: Mode
        package var endsOn: Day?
        package var metric: Metric
        package var burdenDelta: Int?

        package init(mode: Mode, endsOn: Day?, metric: Metric, burdenDelta: Int?) {
            self.mode = mode
            self.endsOn = endsOn
            self.metric = metric
            self.burdenDelta = burdenDelta
        }
    }

    package var frame: Frame { Frame(mode: mode, endsOn: endsOn, metric: metric, burdenDelta: burdenDelta) }

    /// Changes how it is carried and measured; `nil` when nothing changes.
    package mutating func set(_ frame: Frame, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        try check(by: deed, in: cycle)
        var flaws = endsOn == frame.endsOn ? [] : Self.endFlaws(frame.mode, frame.endsOn, in: cycle, on: deed.day)
        if frame.mode == .project && frame.endsOn == nil { flaws = [Flaw(field: "ends_on", reason: .missing)] }
        if frame.mode == .product && frame.metric.name.isBlank { flaws.append(Flaw(field: "metric", reason: .missing)) }
        flaws += frame.flaws
        guard flaws.isEmpty else { throw .invalid(flaws) }
        guard frame != self.frame else { return nil }
        mode = frame.mode
        endsOn = frame.endsOn
        metric = frame.metric
        burdenDelta = frame.burdenDelta
        return Activity(.edited)
    }

    /// Names who takes it over: somebody outside Product Ops. What others accepted is asked again.
    package mutating func name(receiver person: Identifier<Person>?, by deed: Deed, in cycle: Cycle) throws(Refusal)
        -> Activity?
    {
        try check(by: deed, in: cycle, isSettling: true)
        guard let person else { throw .invalid("receiver", .missing) }
        guard deed.actor.organisation.isOutsideOps(person) else { throw .invalid("receiver", .someoneOutsideOps) }
        guard person != receiver else { return nil }
        receiver = person
        ownerAcceptance = nil
        directorAcceptance = nil
        return Activity(.edited)
    }

    /// The owner takes it over, or the director above them agrees.
    package mutating func accept(by deed: Deed) throws(Refusal) -> Activity {
        let isOwner = deed.actor.may(.opsWork(.accept(self)))
        guard isOwner || deed.actor.may(.opsWork(.acceptAsDirector(self))), let person = deed.actor.id else {
            throw .notAllowed
        }
        guard standing == .active, stage == .handingOver else { throw .closed }
        guard isOwner ? ownerAcceptance == nil : directorAcceptance == nil else {
            throw .invalid("acceptance", .alreadyThere)
        }
        if isOwner {
            ownerAcceptance = Acceptance(by: person, on: deed.day)
        } else {
            directorAcceptance = Acceptance(by: person, on: deed.day)
        }
        return Activity(.acknowledged)
    }

    /// Interrupts it, for a reason.
    package mutating func pause(reason: String, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        try Refusal.check(reason, "reason", upTo: Self.noteLimit)
        standing = .paused
        self.reason = reason
        return Activity(.paused, reason: reason)
    }

    /// Takes it up again, when there is room for it.
    package mutating func resume(_ room: Room, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        guard deed.actor.may(.opsWork(.carry(self))) else { throw .notAllowed }
        guard standing == .paused, !isLeftOver(on: deed.day, in: cycle) else { throw .closed }
        guard !room.isBeyond(adding: effortDays) else { throw .invalid("swap", .noDaysLeft) }
        guard room.leads(of: lead) < Sharing.mostLeads else { throw .invalid("lead", .leadsEnough) }
        standing = .active
        reason = ""
        return Activity(.resumed)
    }

    /// Ends it before its time, for a reason.
    package mutating func stop(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try end(as: .stopped, reason, by: deed)
        return Activity(.stopped, reason: reason)
    }

    /// Puts its topic back on the table of the next quarter.
    package mutating func retable(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try end(as: .retabled, reason, by: deed)
        return Activity(.retabled, reason: reason)
    }

    private mutating func end(as standing: Standing, _ reason: String, by deed: Deed) throws(Refusal) {
        guard deed.actor.may(.opsWork(.carry(self))) else { throw .notAllowed }
        guard !self.standing.isOver, stage != .handedOver else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.noteLimit)
        self.standing = standing
        self.reason = reason
        endedOn = deed.day
    }

    /// Closes it with its figure after, or with the word that no effect was measured; also once it is handed over.
    package mutating func close(after figure: Int?, isUnmeasured: Bool, reason: String, by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.opsWork(.carry(self))) else { throw .notAllowed }
        guard !standing.isOver else { throw .closed }
        var flaws = Flaw.ofText(reason, "reason", upTo: Self.noteLimit)
        if !isUnmeasured {
            if metric.name.isBlank { flaws.append(Flaw(field: "metric", reason: .missing)) }
            if metric.before == nil { flaws.append(Flaw(field: "before", reason: .missing)) }
            if figure == nil { flaws.append(Flaw(field: "after", reason: .notANumber)) }
        }
        if let figure, !Experiment.figures.contains(figure) {
            flaws.append(Flaw(field: "after", reason: .outOfRange(Experiment.figures)))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        metric.after = isUnmeasured ? nil : figure
        standing = .closed
        self.reason = reason
        endedOn = endedOn ?? deed.day
        return Activity(.closed, reason: reason)
    }
}
