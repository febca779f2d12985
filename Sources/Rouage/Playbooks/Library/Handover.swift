extension Playbook {
    /// A hand-over under way, or done: to whom, and who accepted it when.
    package struct Handover: Codable, Sendable, Equatable {
        /// Who takes it over.
        package var to: Identifier<Person>
        package var offeredBy: Identifier<Person>?
        package var offeredOn: Day
        package var ownerAcceptedOn: Day?
        /// The director who agreed.
        package var director: Identifier<Person>?
        package var directorAcceptedOn: Day?
        /// The co-authors who agreed.
        package var signedOff: [Identifier<Person>]

        package init(
            to: Identifier<Person>, by: Identifier<Person>?, on day: Day, ownerAcceptedOn: Day? = nil,
            director: Identifier<Person>? = nil, directorAcceptedOn: Day? = nil,
            signedOff: [Identifier<Person>] = []
        ) {
            self.to = to
            offeredBy = by
            offeredOn = day
            self.ownerAcceptedOn = ownerAcceptedOn
            self.director = director
            self.directorAcceptedOn = directorAcceptedOn
            self.signedOff = signedOff
        }

        package var isAcceptedByBoth: Bool { ownerAcceptedOn != nil && directorAcceptedOn != nil }
    }

    /// Offers it to somebody outside Product Ops, who takes it over once they and their director agree and it runs
    /// without Product Ops.
    package mutating func offer(to receiver: Identifier<Person>?, supportEndsOn end: Day?, by deed: Deed)
        throws(Refusal) -> Activity
    {
        guard deed.actor.may(.playbook(.edit(self))) else { throw .notAllowed }
        guard state.isRun, carriedBy == .ops else { throw .closed }
        var flaws: [Flaw] = []
        let organisation = deed.actor.organisation
        let known = receiver.flatMap { organisation.people[$0] }.map { Actor($0, in: organisation) }
        let isAble = known.map { $0.id != nil && $0.isMember && !$0.isOps && !$0.holds(.otherOps) } ?? false
        if !isAble {
            let reason: Flaw.Reason =
                receiver == nil ? .missing : known?.id == nil ? .unknown : .someoneOutsideOps
            flaws.append(Flaw(field: "to", reason: reason))
        }
        if let end, end <= deed.day {
            flaws.append(Flaw(field: "support_ends_on", reason: .tooEarly(before: deed.day + 1)))
        }
        if let end, end > deed.day + 366 {
            flaws.append(Flaw(field: "support_ends_on", reason: .tooLate(than: deed.day + 366)))
        }
        guard flaws.isEmpty, let receiver else { throw .invalid(flaws) }
        handover = Handover(to: receiver, by: deed.actor.id, on: deed.day)
        supportEndsOn = end
        carriedBy = .handingOver
        updatedAt = deed.now
        return Activity(.offered)
    }

    /// What somebody may still agree to.
    package enum Consent: String, Codable, Sendable, CaseIterable {
        case owner, director
        case coAuthor = "co_author"
    }

    /// The consents that an actor may give and that are still open.
    package func openConsents(of actor: Actor) -> [Consent] {
        guard carriedBy == .handingOver, state.isRun, let handover, let id = actor.id else { return [] }
        var open: [Consent] = []
        if handover.ownerAcceptedOn == nil, actor.may(.playbook(.receive(self))) { open.append(.owner) }
        if handover.directorAcceptedOn == nil, actor.may(.playbook(.relay(self))) { open.append(.director) }
        if !handover.signedOff.contains(id), actor.may(.playbook(.signOff(self))) { open.append(.coAuthor) }
        return open
    }

    /// Agrees: as who takes it over, as their director, or as one who wrote it.
    package mutating func accept(as consent: Consent, by deed: Deed) throws(Refusal) -> Activity {
        let isTheirs: Bool =
            switch consent {
            case .owner: deed.actor.may(.playbook(.receive(self)))
            case .director: deed.actor.may(.playbook(.relay(self)))
            case .coAuthor: deed.actor.may(.playbook(.signOff(self)))
            }
        guard isTheirs, let id = deed.actor.id else { throw .notAllowed }
        guard openConsents(of: deed.actor).contains(consent) else { throw .closed }
        switch consent {
        case .owner: handover?.ownerAcceptedOn = deed.day
        case .director:
            handover?.director = id
            handover?.directorAcceptedOn = deed.day
        case .coAuthor: handover?.signedOff.append(id)
        }
        updatedAt = deed.now
        return Activity(.accepted, reason: consent.rawValue)
    }

    /// The co-authors outside Product Ops who have not agreed yet; those who left are not waited for.
    package func unsigned(in organisation: Organisation) -> [Identifier<Person>] {
        let signed = handover?.signedOff ?? []
        return coAuthors.filter { author in
            guard let person = organisation.people[author], person.acts(on: organisation.day) else { return false }
            return !signed.contains(author) && !organisation.isOps(author)
        }
    }

    /// The organisation carries it from now on, and who accepted it owns it: all agreed, the gates are met and the score
    /// suffices. `nil` before that.
    package mutating func settle(_ score: SelfSustaining, in organisation: Organisation, on day: Day, at now: Instant)
        -> Activity?
    {
        guard carriedBy == .handingOver, let handover, handover.isAcceptedByBoth, unsigned(in: organisation).isEmpty,
            score.band == .selfSustaining
        else { return nil }
        carriedBy = .organisation
        owner = handover.to
        carriedSince = day
        relapsedOn = nil
        updatedAt = now
        return Activity(.takenOver)
    }

    /// Takes back the offer, or asks Product Ops back: with a reason, by those who look after it.
    package mutating func takeBack(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        let isOffer = carriedBy == .handingOver
        let isOwn = isOffer && deed.actor.id != nil && deed.actor.id == handover?.offeredBy
        let isReceiver = isOffer && deed.actor.may(.playbook(.receive(self)))
        guard deed.actor.may(.playbook(.watch(self))) || isOwn || isReceiver else { throw .notAllowed }
        guard carriedBy != .ops, state.isRun else { throw .closed }
        try Refusal.check(reason, "reason", upTo: 400)
        carriedBy = .ops
        handover = nil
        supportEndsOn = nil
        carriedSince = nil
        relapsedOn = nil
        updatedAt = deed.now
        return Activity(isOffer ? .withdrawn : .reasked, reason: reason)
    }
}
