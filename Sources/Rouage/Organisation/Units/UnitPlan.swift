/// What a unit is to be called, where it is to hang and who is to lead it, from a day to come.
package struct UnitPlan: Codable, Sendable, Equatable {
    package let on: Day
    package let name: String
    package let parent: Identifier<Unit>?
    package let lead: Identifier<Person>?
    package let deputy: Identifier<Person>?

    package init(
        on day: Day, name: String, parent: Identifier<Unit>?, lead: Identifier<Person>?, deputy: Identifier<Person>?
    ) {
        on = day
        self.name = name
        self.parent = parent
        self.lead = lead
        self.deputy = deputy
    }
}

/// A change of a unit that holds from another day than the one on which it is written.
extension Unit {
    /// The unit as it is to be on a day, when what is planned happens.
    package func standing(on day: Day) -> Unit {
        guard let planned, planned.on <= day else { return self }
        var unit = self
        unit.name = planned.name
        unit.parent = planned.parent
        unit.lead = planned.lead
        unit.deputy = planned.deputy
        unit.planned = nil
        return unit
    }

    /// Does what was planned for a day that has come; nothing when nothing was. A unit that would hang below itself
    /// by now, or below a closed one, stays where it is until somebody plans anew.
    package mutating func carryOut(in organisation: Organisation, on today: Day) throws(Refusal) -> Activity? {
        guard let planned, planned.on <= today else { return nil }
        if let above = planned.parent {
            guard organisation.units[above]?.isOpen(on: today) == true else { throw .invalid("parent", .unknown) }
            guard !organisation.wouldCircle(id, under: above) else { throw .invalid("parent", .circular) }
        }
        let isMove = planned.parent != parent
        self = standing(on: today)
        return Activity(isMove ? .moved : .edited, from: planned.on == today ? nil : planned.on)
    }

    /// Gives up what was planned.
    package mutating func forgetPlan(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.editOrganisation(id)) else { throw .notAllowed }
        guard planned != nil else { throw .closed }
        planned = nil
        return Activity(.edited)
    }
}
