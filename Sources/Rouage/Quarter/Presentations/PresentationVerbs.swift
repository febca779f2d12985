extension Presentation {
    /// A slot's place and time, as those who order the show set them.
    package struct Timing: Sendable, Equatable {
        package let team: Identifier<Unit>
        package let minutes: Int

        package init(team: Identifier<Unit>, minutes: Int) {
            self.team = team
            self.minutes = minutes
        }
    }

    /// Sets the order and the length of all slots; `nil` when nothing changed.
    package mutating func order(_ timings: [Timing], by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.orderPresentation) else { throw .notAllowed }
        guard state != .published else { throw .closed }
        let teams = runOfShow.map(\.team)
        guard timings.count == teams.count, Set(timings.map(\.team)) == Set(teams) else {
            throw .invalid("teams", .unknown)
        }
        for timing in timings { try Self.check(timing.minutes) }
        let ordered = timings.compactMap { timing -> Slot? in
            var slot = slot(of: timing.team)
            slot?.minutes = timing.minutes
            return slot
        }
        guard ordered != runOfShow else { return nil }
        runOfShow = ordered
        return Activity(.reordered)
    }

    private static func check(_ minutes: Int) throws(Refusal) {
        guard (1...Slot.most).contains(minutes) else { throw .invalid("minutes", .outOfRange(1...Slot.most)) }
    }

    /// Sets when it begins.
    package mutating func begin(atHour hour: Int, minute: Int, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.orderPresentation) else { throw .notAllowed }
        guard state == .preparing || state == .ready else { throw .closed }
        guard (0...23).contains(hour), (0...59).contains(minute) else { throw .invalid("starts", .notAnHour) }
        guard (hour, minute) != (startsHour, startsMinute) else { return nil }
        (startsHour, startsMinute) = (hour, minute)
        return Activity(.shifted)
    }

    /// A team prepares its own slot. Once every team says that it is ready, the whole is.
    package mutating func prepare(_ content: SlotContent, of team: Identifier<Unit>, by deed: Deed) throws(Refusal)
        -> Activity?
    {
        guard let place = runOfShow.firstIndex(where: { $0.team == team }) else { throw .notFound }
        guard deed.actor.may(.prepareSlot(of: team)) else { throw .notAllowed }
        guard state != .published else { throw .closed }
        guard let minutes = content.minutes else { throw .invalid("minutes", .missing) }
        try Self.check(minutes)
        var slot = runOfShow[place]
        guard Set(content.initiatives) == Set(slot.initiatives),
            content.initiatives.count == slot.initiatives.count
        else { throw .invalid("initiatives", .unknown) }
        guard content.presenters.count <= Slot.presenters else {
            throw .invalid("presenters", .outOfRange(0...Slot.presenters))
        }
        guard content.presenters.allSatisfy({ deed.actor.organisation.people[$0]?.active == true }) else {
            throw .invalid("presenters", .unknown)
        }
        try Refusal.checkLength(content.notes, "notes", upTo: Slot.notesLimit)
        slot.minutes = minutes
        slot.initiatives = content.initiatives
        slot.presenters = content.presenters
        slot.notes = content.notes
        slot.isReady = content.isReady
        guard slot != runOfShow[place] else { return nil }
        runOfShow[place] = slot
        if state == .preparing, runOfShow.allSatisfy(\.isReady) { state = .ready }
        return Activity(.edited)
    }

    /// Says that it is ready before every team has said so.
    package mutating func declareReady(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard state == .preparing, !runOfShow.isEmpty else { throw .closed }
        state = .ready
        return Activity(.declaredReady)
    }

    /// Where it can be seen again: an address of the web, or nothing.
    package mutating func record(_ address: String, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard address.isEmpty || Self.isWebAddress(address) else { throw .invalid("recording", .unknown) }
        try Refusal.checkLength(address, "recording", upTo: 500)
        guard address != recording else { return nil }
        recording = address
        return Activity(.edited)
    }

    private static func isWebAddress(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        return rest.first.map { $0.isLetter || $0.isNumber } == true && !text.contains(where: \.isWhitespace)
    }
}
