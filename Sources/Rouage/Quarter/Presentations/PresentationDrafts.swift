// What people send to prepare a presentation and to run it.

extension Presentation {
    /// The order of all teams, and how long each has.
    package struct Order: Drafted {
        package enum Name: String, CaseIterable, Sendable { case teams, minutes }
        package static let fields: [Field<Self>] = [
            .units(.teams, \.teams, required: true), .numbers(.minutes, \.minutes, in: 1...Slot.most),
        ]

        package var teams: [Identifier<Unit>] = []
        /// In the order of the teams; with none each keeps its own.
        package var minutes: [Int] = []

        package init() {}

        package func timings(over slots: [Slot]) throws(Refusal) -> [Timing] {
            guard minutes.isEmpty || minutes.count == teams.count else { throw .invalid("minutes", .unknown) }
            return teams.enumerated().map { place, team in
                let kept = slots.first { $0.team == team }?.minutes ?? 0
                return Timing(team: team, minutes: minutes.isEmpty ? kept : minutes[place])
            }
        }
    }

    /// When it begins.
    package struct Beginning: Drafted {
        package enum Name: String, CaseIterable, Sendable { case starts }
        package static let fields: [Field<Self>] = [
            Field(.starts, .line(upTo: 5), required: true) { beginning, sent, _ in
                let parts = (sent.plain ?? "").split(separator: ":").map { Int($0) }
                guard parts.count == 2, let hour = parts[0], let minute = parts[1] else {
                    return sent.isEmpty ? .missing : .notAnHour
                }
                (beginning.hour, beginning.minute) = (hour, minute)
                return nil
            } cells: { beginning, _ in
                ["\(beginning.hour.padded(2)):\(beginning.minute.padded(2))"]
            }
        ]

        package var hour: Int
        package var minute: Int

        package init(hour: Int, minute: Int) {
            self.hour = hour
            self.minute = minute
        }
    }

    /// What a team says of its own slot.
    package struct SlotContent: Drafted {
        package enum Name: String, CaseIterable, Sendable { case minutes, presenters, notes, ready, initiatives }
        package static let fields: [Field<Self>] = [
            .number(.minutes, \.minutes, in: 1...Slot.most, required: true), .people(.presenters, \.presenters),
            .text(.notes, \.notes, upTo: Slot.notesLimit), .flag(.ready, \.isReady),
            .records(.initiatives, \.initiatives),
        ]

        package var minutes: Int?
        /// Its initiatives in the order in which they are shown.
        package var initiatives: [Identifier<Briefing>]
        package var presenters: [Identifier<Person>]
        package var notes: String
        package var isReady: Bool

        package init(
            minutes: Int? = nil, initiatives: [Identifier<Briefing>], presenters: [Identifier<Person>] = [],
            notes: String, isReady: Bool = false
        ) {
            self.minutes = minutes
            self.initiatives = initiatives
            self.presenters = presenters
            self.notes = notes
            self.isReady = isReady
        }
    }

    /// One slide on or back, the clock held, or a team.
    package struct Position: Drafted {
        package enum Name: String, CaseIterable, Sendable { case go, team }
        package static let fields: [Field<Self>] = [.choice(.go, \.step), .unit(.team, \.team)]

        package var step: Step?
        package var team: Identifier<Unit>?

        package init() {}
    }

    /// Where it can be seen again; an empty address takes it away.
    package struct Recording: Drafted {
        package enum Name: String, CaseIterable, Sendable { case recording }
        package static let fields: [Field<Self>] = [.line(.recording, \.address, upTo: 500, required: true)]

        package var address: String

        package init(_ address: String) { self.address = address }
    }
}
