/// How keen somebody is on a topic.
package struct ShareWish: Codable, Sendable, Equatable {
    package let topic: Identifier<Topic>
    /// 0 no, 1 rather not, 2 fine, 3 keen.
    package let value: Int
    package let reason: String

    package init(topic: Identifier<Topic>, value: Int, reason: String = "") {
        self.topic = topic
        self.value = value
        self.reason = reason
    }
}

/// What one of Product Ops would like to work on in a quarter. Only Product Ops read it.
package struct SharePreference: Noun, Equatable {
    package static let kind = Kind.sharePreference
    package static let reasonLimit = 200
    /// Days off somebody may say, in a quarter.
    package static let daysOff = 0...66

    package let id: Identifier<SharePreference>
    package var version = 1
    package let cycle: Identifier<Cycle>
    package let person: Identifier<Person>
    /// Days off the person takes in the quarter.
    package var daysOff: Int
    package var wishes: [ShareWish]
    package var writtenAt: Instant

    package init(
        id: Identifier<SharePreference>, of person: Identifier<Person>, in cycle: Identifier<Cycle>,
        daysOff: Int = Load.leaveDays, wishes: [ShareWish] = [], at now: Instant
    ) {
        self.id = id
        self.person = person
        self.cycle = cycle
        self.daysOff = daysOff
        self.wishes = wishes
        writtenAt = now
    }

    /// The wish for a topic; fine when nothing was said.
    package func value(of topic: Identifier<Topic>) -> Int {
        wishes.first { $0.topic == topic }?.value ?? Sharing.noWish
    }

    /// Writes one's own wishes, in the place of those before; `nil` when nothing changes.
    package static func write(
        daysOff: Int?, _ wishes: [ShareWish], over previous: SharePreference?, id: Identifier<SharePreference>,
        in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (SharePreference, Activity)? {
        guard deed.actor.may(.opsWork(.writeWishes)), let person = deed.actor.id else { throw .notAllowed }
        guard cycle.state != .closed else { throw .closed }
        var flaws: [Flaw] = []
        if !Self.daysOff.contains(daysOff ?? -1) {
            flaws.append(Flaw(field: "days_off", reason: .outOfRange(Self.daysOff)))
        }
        for wish in wishes {
            if !Sharing.wishes.contains(wish.value) {
                flaws.append(Flaw(field: "wishes-\(wish.topic)", reason: .outOfRange(Sharing.wishes)))
            }
            flaws += Flaw.ofLength(wish.reason, "reasons-\(wish.topic)", upTo: reasonLimit)
        }
        guard flaws.isEmpty, let daysOff else { throw .invalid(flaws) }
        var sheet = previous ?? SharePreference(id: id, of: person, in: cycle.id, at: deed.now)
        guard sheet.person == person else { throw .notAllowed }
        sheet.daysOff = daysOff
        sheet.wishes = wishes
        if sheet == previous { return nil }
        sheet.writtenAt = deed.now
        return (sheet, Activity(previous == nil ? .created : .edited))
    }
}
