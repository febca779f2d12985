/// A week in which one of Product Ops gives requests their first word.
package struct DutyWeek: Noun, Equatable {
    package static let kind = Kind.dutyWeek
    /// Working days after joining Product Ops in which nobody is put on duty.
    package static let shield = 15
    /// Weeks for which somebody is named ahead, this one included.
    package static let ahead = 6

    package let id: Identifier<DutyWeek>
    package var version = 1
    /// Its Monday.
    package let week: Day
    package var person: Identifier<Person>
    /// Whether people changed what was proposed.
    package var isSwapped = false

    package init(id: Identifier<DutyWeek>, week: Day, person: Identifier<Person>) {
        self.id = id
        self.week = week.monday
        self.person = person
    }

    /// Gives the week to somebody else of Product Ops; `nil` when nothing changes.
    /// - Parameter rota: the weeks around it.
    package mutating func swap(to person: Identifier<Person>?, in rota: DutyRota, by deed: Deed) throws(Refusal)
        -> Activity?
    {
        guard deed.actor.may(.request(.arrangeDuty)) else { throw .notAllowed }
        guard week + 6 >= deed.day else { throw .closed }
        guard let person else { throw .invalid("person", .unknown) }
        guard person != self.person else { return nil }
        if let obstacle = rota.obstacle(to: person, in: week) { throw .invalid("person", obstacle) }
        self.person = person
        isSwapped = true
        return Activity(.edited)
    }

    /// Whoever was named will not be there: the week goes to somebody else, as the rota proposes.
    package mutating func pass(to person: Identifier<Person>) -> Activity {
        self.person = person
        isSwapped = false
        return Activity(.planned)
    }
}

/// Who of Product Ops is on duty in which week: never the same person two weeks running, nobody who has just joined or
/// leaves before its end.
package struct DutyRota: Sendable {
    /// One of Product Ops, since when, and the last day, where it is known.
    package struct Member: Sendable, Equatable {
        package let person: Identifier<Person>
        package let since: Day?
        package let until: Day?

        package init(person: Identifier<Person>, since: Day?, until: Day? = nil) {
            self.person = person
            self.since = since
            self.until = until
        }
    }

    package let weeks: [DutyWeek]
    package let members: [Member]
    private let calendar: WorkCalendar

    package init(_ weeks: [DutyWeek], _ members: [Member], _ calendar: WorkCalendar) {
        self.weeks = weeks.sorted { $0.week < $1.week }
        self.members = members
        self.calendar = calendar
    }

    package init(_ weeks: [DutyWeek], of organisation: Organisation, _ calendar: WorkCalendar) {
        let places = organisation.opsPlaces
        var members: [Member] = []
        for place in places where !members.contains(where: { $0.person == place.person }) {
            let person = organisation.people[place.person]
            let ends = places.filter { $0.person == place.person }.map(\.to)
            let end = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
            members.append(
                Member(
                    person: place.person, since: place.from ?? person?.joinedOn,
                    until: [end, person?.leftOn].compactMap(\.self).min()))
        }
        self.init(weeks, members, calendar)
    }

    /// Who is on duty on a day.
    package func week(of day: Day) -> DutyWeek? { weeks.first { $0.week == day.monday } }

    /// Whether the person is on duty in the week before or after.
    package func isBeside(_ week: Day, _ person: Identifier<Person>) -> Bool {
        weeks.contains { $0.person == person && abs($0.week - week) == 7 }
    }

    /// The first day on which somebody who joined may be on duty.
    package func shieldEnd(of member: Member) -> Day? {
        member.since.map { calendar.adding(workingDays: DutyWeek.shield, to: $0) }
    }

    /// What keeps somebody from a week; nothing when they can take it.
    package func obstacle(to person: Identifier<Person>, in week: Day) -> Flaw.Reason? {
        guard let member = members.first(where: { $0.person == person }) else { return .someoneOfOps }
        if let last = member.until, last < week.friday { return .leavesBefore(on: last) }
        if let until = shieldEnd(of: member), week < until { return .newInOps(until: until) }
        return isBeside(week, person) ? .twoWeeksRunning : nil
    }

    /// Those who can take a week.
    package func able(in week: Day) -> [Member] { members.filter { obstacle(to: $0.person, in: week) == nil } }

    /// Whether who is named for a week is not of Product Ops any more: today, or before the end of a week to come.
    private func isDeserted(_ week: DutyWeek, on today: Day) -> Bool {
        guard let member = members.first(where: { $0.person == week.person }) else { return true }
        return member.until.map { $0 < (week.week > today ? week.week.friday : today) } ?? false
    }

    /// Names somebody for each week that has nobody, or somebody who will not be there: whoever was on duty longest ago.
    package func proposals(from day: Day, weeks count: Int = DutyWeek.ahead) -> [(
        week: Day, person: Identifier<Person>
    )] {
        let coming = (0..<count).map { day.monday + $0 * 7 }
        let kept = weeks.filter { !coming.contains($0.week) || !isDeserted($0, on: day) }
        let made = DutyRota(kept, members, calendar).filled(coming)
        let named = Set(kept.map(\.week) + made.map(\.week))
        guard let stuck = weeks.first(where: { !named.contains($0.week) }) else { return made }
        // Nobody fits between the weeks that are named already: those after it that nobody swapped are named anew.
        let rest = kept.filter { !coming.contains($0.week) || $0.week < stuck.week || $0.isSwapped }
        let anew = DutyRota(rest, members, calendar).filled(coming)
        guard Set(rest.map(\.week) + anew.map(\.week)).isSuperset(of: coming) else { return made }
        return anew.filter { week(of: $0.week)?.person != $0.person }
    }

    /// Names somebody for each of these weeks that has nobody, where anybody can take it.
    private func filled(_ coming: [Day]) -> [(week: Day, person: Identifier<Person>)] {
        var rota = self
        var made: [(week: Day, person: Identifier<Person>)] = []
        for week in coming where rota.week(of: week) == nil {
            let last = { (person: Identifier<Person>) -> Day in
                rota.weeks.last { $0.person == person }?.week ?? Day(number: 0)
            }
            let next = rota.able(in: week).min { (last($0.person), $0.person) < (last($1.person), $1.person) }
            guard let next else { continue }
            made.append((week, next.person))
            rota = DutyRota(
                rota.weeks + [DutyWeek(id: Identifier(high: 0, low: 0), week: week, person: next.person)],
                members, calendar)
        }
        return made
    }
}

extension Day {
    /// The Monday of its week.
    package var monday: Day { self - weekday.rawValue }
    /// The Friday of its week.
    fileprivate var friday: Day { monday + 4 }
}
