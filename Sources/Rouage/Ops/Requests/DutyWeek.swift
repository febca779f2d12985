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
    package mutating func swap(
        to person: Identifier<Person>?, in rota: DutyRota, by actor: Actor, on today: Day
    ) throws(Refusal) -> Activity? {
        guard actor.may(.request(.arrangeDuty)) else { throw .notAllowed }
        guard week + 6 >= today else { throw .closed }
        guard let person, let member = rota.members.first(where: { $0.person == person }) else {
            throw .invalid("person", .unknown)
        }
        guard person != self.person else { return nil }
        if let until = rota.shieldEnd(of: member), week < until { throw .invalid("person", .newInOps(until: until)) }
        guard !rota.isBeside(week, person) else { throw .invalid("person", .twoWeeksRunning) }
        self.person = person
        isSwapped = true
        return Activity(.edited)
    }
}

/// Who of Product Ops is on duty in which week: never the same person two weeks running, nobody who has just joined.
package struct DutyRota: Sendable {
    /// One of Product Ops, and since when.
    package struct Member: Sendable, Equatable {
        package let person: Identifier<Person>
        package let since: Day?

        package init(person: Identifier<Person>, since: Day?) {
            self.person = person
            self.since = since
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
        var members: [Member] = []
        for place in organisation.opsPlaces where !members.contains(where: { $0.person == place.person }) {
            members.append(
                Member(person: place.person, since: place.from ?? organisation.people[place.person]?.joinedOn))
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

    /// Those who can take a week.
    package func able(in week: Day) -> [Member] {
        members.filter { member in
            (shieldEnd(of: member).map { $0 <= week } ?? true) && !isBeside(week, member.person)
        }
    }

    /// Names somebody for each week that has nobody: whoever was on duty longest ago.
    package func proposals(from day: Day, weeks count: Int = DutyWeek.ahead) -> [(
        week: Day, person: Identifier<Person>
    )] {
        var rota = self
        var made: [(week: Day, person: Identifier<Person>)] = []
        for week in (0..<count).map({ day.monday + $0 * 7 }) where rota.week(of: week) == nil {
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
}
