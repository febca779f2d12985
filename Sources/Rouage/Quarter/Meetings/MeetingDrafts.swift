package import Foundation

// What people write when they call a meeting, move it and note what comes of it.

extension Meeting {
    /// When and where: a day and an hour on the department's clocks; in writing, the day on which all read the views.
    package struct Timing: Sendable, Equatable {
        package var day: Day?
        /// `14:30`
        package var hour: String
        package var length: Int?
        package var place: String
        package var revealOn: Day?

        package init(_ meeting: Meeting? = nil, in zone: TimeZone) {
            let clock = meeting?.startsAt?.clock(in: zone)
            day = meeting?.startsAt?.day(in: zone)
            hour = clock.map { "\($0.hour < 10 ? "0" : "")\($0.hour):\($0.minute < 10 ? "0" : "")\($0.minute)" } ?? ""
            length = meeting?.length ?? 30
            place = meeting?.place ?? ""
            revealOn = meeting?.revealOn
        }

        /// The moment of its day and hour; nothing when one of the two lacks.
        package func start(in zone: TimeZone) -> Instant? {
            let parts = hour.split(separator: ":").map { Int($0) }
            guard let day, parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            return Instant(day, hour: hour, minute: minute, in: zone)
        }
    }

    /// What somebody says who calls a meeting: who meets, about which quarter, how and when.
    package struct Invitation: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case teams, cycle, mode
            case startsOn = "starts_on"
            case startsAt = "starts_at"
            case length, place
            case revealOn = "reveal_on"
        }

        package static let fields: [Field<Self>] = [
            .units(.teams, \.teams, required: true), .cycle(.cycle, \.cycle, required: true),
            .choice(.mode, \.mode, required: true), .day(.startsOn, \.timing.day),
            .line(.startsAt, \.timing.hour, upTo: 8), .number(.length, \.timing.length, in: lengths),
            .line(.place, \.timing.place, upTo: placeLimit), .day(.revealOn, \.timing.revealOn),
        ]

        package var teams: [Identifier<Unit>] = []
        package var cycle: Identifier<Cycle>?
        package var mode: Mode?
        package var timing: Timing

        package init(in zone: TimeZone) { timing = Timing(in: zone) }
    }

    /// Another hour, place or day.
    package struct Shift: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case startsOn = "starts_on"
            case startsAt = "starts_at"
            case length, place
            case revealOn = "reveal_on"
        }

        package static let fields: [Field<Self>] = [
            .day(.startsOn, \.timing.day), .line(.startsAt, \.timing.hour, upTo: 8),
            .number(.length, \.timing.length, in: lengths), .line(.place, \.timing.place, upTo: placeLimit),
            .day(.revealOn, \.timing.revealOn),
        ]

        package var timing: Timing

        package init(of meeting: Meeting, in zone: TimeZone) { timing = Timing(meeting, in: zone) }
    }

    /// The minutes.
    package struct Minutes: Drafted {
        package enum Name: String, CaseIterable, Sendable { case minutes }
        package static let fields: [Field<Self>] = [
            .text(.minutes, \.text, upTo: minutesLimit, required: true)
        ]

        package var text = ""

        package init() {}
    }

    /// Why it is called off.
    package struct Cancellation: Drafted {
        package enum Name: String, CaseIterable, Sendable { case reason }
        package static let fields: [Field<Self>] = [.text(.reason, \.reason, upTo: reasonLimit)]

        package var reason = ""

        package init() {}
    }

    /// What one team thinks.
    package struct View: Drafted {
        package enum Name: String, CaseIterable, Sendable { case team, text }
        package static let fields: [Field<Self>] = [
            .unit(.team, \.team, required: true), .text(.text, \.text, upTo: TeamView.limit, required: true),
        ]

        package var team: Identifier<Unit>?
        package var text = ""

        package init() {}
    }

    /// What the teams agreed.
    package struct Agreement: Drafted {
        package enum Name: String, CaseIterable, Sendable { case decision, reason }
        package static let fields: [Field<Self>] = [
            .text(.decision, \.decision, upTo: Decision.limit, required: true),
            .text(.reason, \.reason, upTo: Decision.reasonLimit),
        ]

        package var decision = ""
        package var reason = ""

        package init() {}
    }

    /// Who does what until when.
    package struct Task: Drafted {
        package enum Name: String, CaseIterable, Sendable { case what, owner, due }
        package static let fields: [Field<Self>] = [
            .text(.what, \.what, upTo: MeetingAction.limit, required: true),
            .person(.owner, \.owner, required: true), .day(.due, \.due, required: true),
        ]

        package var what = ""
        package var owner: Identifier<Person>?
        package var due: Day?

        package init() {}
    }
}

extension Meeting.Plan {
    /// The plan of what was written, and whether its day comes without an hour.
    package init(
        teams: [Identifier<Unit>], tribe: Identifier<Unit>?, mode: Meeting.Mode, _ timing: Meeting.Timing,
        in zone: TimeZone
    ) throws(Refusal) {
        self.init(
            teams: teams, tribe: tribe, mode: mode, startsAt: timing.start(in: zone), length: timing.length ?? 0,
            place: timing.place, revealOn: timing.revealOn)
        if mode == .sync, timing.day != nil, startsAt == nil { throw .invalid("starts_at", .missing) }
    }
}
