extension OpsRequest {
    /// Asks Product Ops for something.
    package static func ask(_ draft: Draft, ref: String, id: Identifier<OpsRequest>, by deed: Deed) throws(Refusal) -> (
        OpsRequest, Activity
    ) {
        guard deed.actor.may(.request(.ask)), let person = deed.actor.id else { throw .notAllowed }
        let flaws = draft.flaws(in: deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (OpsRequest(id: id, ref: ref, draft, requester: person, on: deed.day, at: deed.now), Activity(.asked))
    }

    /// The same by a link, without an account: whoever asks says their name.
    /// - Parameter host: whose link it is.
    package static func ask(
        _ draft: Draft, as name: String, invitedBy host: Identifier<Person>, ref: String, id: Identifier<OpsRequest>,
        in organisation: Organisation, on day: Day, at now: Instant
    ) throws(Refusal) -> (OpsRequest, Activity) {
        var draft = draft
        // Names of the department are not shown to a guest, and so not taken from one.
        (draft.team, draft.decider, draft.returnOwner) = (nil, nil, nil)
        var flaws = draft.flaws(in: organisation)
        flaws += Flaw.ofText(name, "guest_name", upTo: limits.title)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        var request = OpsRequest(id: id, ref: ref, draft, requester: nil, on: day, at: now)
        request.guestName = name
        request.invitedBy = host
        return (request, Activity(.asked))
    }

    /// Says how much it weighs and presses: that is its first word. It may be said again until it is in hand.
    /// - Parameter hotPotato: whether it is one, which who asks often does not know; as it was said when nothing is.
    package mutating func triage(impact: Int?, urgency: Int?, hotPotato: Bool? = nil, by deed: Deed) throws(Refusal)
        -> Activity?
    {
        guard deed.actor.may(.request(.move(self))) else { throw .notAllowed }
        guard state == .new || state == .triaged else { throw .closed }
        let flaws = [("impact", impact), ("urgency", urgency)].filter { !($0.1.map(Self.scale.contains) ?? false) }
            .map { Flaw(field: $0.0, reason: .outOfRange(Self.scale)) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let hotPotato = hotPotato ?? self.hotPotato
        if state == .triaged && (self.impact, self.urgency, self.hotPotato) == (impact, urgency, hotPotato) {
            return nil
        }
        self.hotPotato = hotPotato
        self.impact = impact
        self.urgency = urgency
        state = .triaged
        triagedOn = triagedOn ?? deed.day
        return Activity(.acknowledged)
    }

    /// Takes it in hand, or over from who had it in hand. A hot potato is not taken without who decides and who takes it
    /// back, both outside Product Ops. `nil` when nothing changes.
    package mutating func take(decider: Identifier<Person>?, returnOwner: Identifier<Person>?, by deed: Deed)
        throws(Refusal) -> Activity?
    {
        guard deed.actor.may(.request(.move(self))) else { throw .notAllowed }
        guard state == .triaged || state == .inHand else { throw .closed }
        let flaws = Self.flaws(
            ofDecider: decider, returnOwner: returnOwner, areNeeded: self.hotPotato, in: deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let isTaken = state == .inHand && handledBy == deed.actor.id
        if isTaken && (decider, returnOwner) == (self.decider, self.returnOwner) { return nil }
        self.decider = decider
        self.returnOwner = returnOwner
        state = .inHand
        handledBy = deed.actor.id
        takenOn = takenOn ?? deed.day
        return Activity(isTaken ? .edited : .started)
    }

    /// Writes down how many days it took so far.
    package mutating func count(days: Double?, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.request(.move(self))) else { throw .notAllowed }
        guard state == .inHand else { throw .closed }
        let flaws = Spent(days: days).flaws
        guard flaws.isEmpty, let days else { throw .invalid(flaws) }
        guard days != spentDays else { return nil }
        spentDays = days
        return Activity(.edited)
    }

    /// Closes it with what came of it.
    /// - Parameters:
    ///   - room: the room for urgencies of the quarter, this request left out.
    ///   - topic: what it becomes, when it becomes a topic.
    package mutating func close(
        _ closing: Closing, room: UrgencyRoom, topic: Identifier<Topic>? = nil, by deed: Deed
    ) throws(Refusal) -> Activity {
        let (answer, exchange) = (closing.answer, closing.inExchange)
        guard
            deed.actor.may(.request(.move(self)))
                || (closing.outcome == .urgentProject && deed.actor.may(.request(.swap)))
        else { throw .notAllowed }
        guard state != .closed else { throw .closed }
        guard let outcome = closing.outcome else { throw .invalid("outcome", .notChosen) }
        guard !outcome.needsHands || state == .inHand else { throw .closed }
        let days = closing.days ?? spentDays
        var flaws: [Flaw] = []
        if answer.isBlank && outcome != .becameTopic && outcome != .urgentProject {
            flaws.append(Flaw(field: "answer", reason: .missing))
        }
        if outcome == .becameTopic && topic == nil { flaws.append(Flaw(field: "topic", reason: .missing)) }
        flaws += Flaw.ofLength(answer, "answer", upTo: Self.limits.text * 2)
        flaws += Flaw.ofLength(exchange, "in_exchange", upTo: Self.limits.line)
        let wrongDays = Self.flaws(ofDays: days, for: outcome)
        flaws += wrongDays
        if wrongDays.isEmpty && outcome == .urgentProject {
            if days == 0 { flaws.append(Flaw(field: "spent_days", reason: .missing)) }
            if days > room.left {
                if !deed.actor.may(.request(.swap)) {
                    flaws.append(Flaw(field: "spent_days", reason: .noRoomForUrgencies(left: Int(room.left))))
                } else if exchange.isBlank {
                    flaws.append(Flaw(field: "in_exchange", reason: .missing))
                }
            }
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        self.outcome = outcome
        self.answer = answer
        self.topic = outcome == .becameTopic ? topic : nil
        spentDays = days
        inExchange = outcome == .urgentProject && deed.actor.may(.request(.swap)) ? exchange : ""
        state = .closed
        closedOn = deed.day
        return Activity(.closed, reason: outcome == .refused ? answer : "")
    }

    /// How happy who asked is with what came of it, once it is closed.
    package mutating func rate(_ satisfaction: Int?, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.request(.rate(self))) else { throw .notAllowed }
        guard state == .closed else { throw .closed }
        guard let satisfaction else { throw .invalid("satisfaction", .notChosen) }
        guard Self.satisfactions.contains(satisfaction) else {
            throw .invalid("satisfaction", .outOfRange(Self.satisfactions))
        }
        guard satisfaction != self.satisfaction else { return nil }
        self.satisfaction = satisfaction
        return Activity(.reviewed)
    }
}

extension OpsRequest.Draft {
    /// What keeps it from being asked so, field by field.
    fileprivate func flaws(in organisation: Organisation) -> [Flaw] {
        var flaws = self.flaws
        if let team, organisation.units[team] == nil { flaws.append(Flaw(field: "team", reason: .unknown)) }
        return flaws
            + OpsRequest.flaws(ofDecider: decider, returnOwner: returnOwner, areNeeded: false, in: organisation)
    }
}
