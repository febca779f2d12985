/// The final presentation of a quarter: every team with a validated initiative has a slot, and nothing else is shown.
package struct Presentation: Noun, Equatable {
    package enum State: String, Codable, Sendable, CaseIterable {
        case preparing, ready, live, published
    }

    /// The part of one team.
    package struct Slot: Codable, Sendable, Equatable {
        /// The most minutes of a slot, and what it has when nobody said otherwise.
        package static let most = 6
        /// The most initiatives side by side on a slide.
        package static let perSlide = 3
        /// The most people named as those who present.
        package static let presenters = 3
        /// The most characters of the notes.
        package static let notesLimit = 1_200

        package let team: Identifier<Unit>
        package var minutes = Slot.most
        package var initiatives: [Identifier<Briefing>]
        /// Nobody said who presents: the owners of the initiatives do.
        package var presenters: [Identifier<Person>] = []
        /// What the team wants to say; shown to those who present only.
        package var notes = ""
        package var isReady = false

        package init(team: Identifier<Unit>, initiatives: [Identifier<Briefing>]) {
            self.team = team
            self.initiatives = initiatives
        }

        /// How many slides the slot takes.
        package var slides: Int { max(1, (initiatives.count + Self.perSlide - 1) / Self.perSlide) }
    }

    package static let kind = Kind.presentation

    package let id: Identifier<Presentation>
    package var version = 1
    package let cycle: Identifier<Cycle>
    package var state = State.preparing
    /// When it begins, on the clocks of the department, on the day of the cycle's presentation.
    package var startsHour = 10
    package var startsMinute = 0
    package var runOfShow: [Slot]
    /// The team on stage while it is live.
    package var showing: Identifier<Unit>?
    /// Which of the team's slides is shown, from 0.
    package var slide = 0
    package var startedAt: Instant?
    package var slotStartedAt: Instant?
    /// Since when the clock of the slot stands still.
    package var pausedAt: Instant?
    package var publishedAt: Instant?
    /// SHA-256 of the published text, in hexadecimal; empty before.
    package var hash = ""
    /// Where it can be seen again; empty when nobody said.
    package var recording = ""

    package init(id: Identifier<Presentation>, cycle: Identifier<Cycle>, runOfShow: [Slot] = []) {
        self.id = id
        self.cycle = cycle
        self.runOfShow = runOfShow
    }
}

extension Presentation {
    /// The slot of a team.
    package func slot(of team: Identifier<Unit>?) -> Slot? { runOfShow.first { $0.team == team } }

    /// The place of the slot on stage, from 0; nothing when nobody is on stage.
    package var place: Int? { runOfShow.firstIndex { $0.team == showing } }

    /// The slot after the one on stage; the first before the beginning.
    package var following: Slot? {
        let next = place.map { $0 + 1 } ?? 0
        return runOfShow.indices.contains(next) ? runOfShow[next] : nil
    }

    /// All slots together, in minutes.
    package var minutes: Int { runOfShow.reduce(0) { $0 + $1.minutes } }

    /// How long the slot on stage has run, in seconds, pauses left out.
    package func secondsInSlot(at now: Instant) -> Int {
        guard let slotStartedAt else { return 0 }
        return max(0, ((pausedAt ?? now).milliseconds - slotStartedAt.milliseconds) / 1_000)
    }

    /// How long it has been live, in seconds, pauses counted in.
    package func seconds(at now: Instant) -> Int {
        guard let startedAt else { return 0 }
        return max(0, ((publishedAt ?? now).milliseconds - startedAt.milliseconds) / 1_000)
    }
}

extension Briefing.State {
    /// Whether a presentation may show the initiative: it was validated, whatever became of it since.
    package var isPresentable: Bool {
        switch self {
        case .validated, .presented, .inProgress, .done, .abandoned: true
        case .draft, .submitted, .aligning, .ready, .postponed, .dropped: false
        }
    }
}
