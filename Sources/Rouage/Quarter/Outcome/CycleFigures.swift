/// The health of a quarter in four figures, K2 to K5; they speak of teams and initiatives, never of persons.
package struct CycleFigures: Inlined, Sendable, Equatable {
    /// A part of a whole, both counted.
    package struct Share: Codable, Sendable, Equatable {
        package let part: Int
        package let whole: Int

        package init(part: Int, whole: Int) {
            self.part = part
            self.whole = whole
        }

        /// In hundredths, rounded; nothing when there is no whole.
        package var percent: Int? {
            whole == 0 ? nil : Int((Double(part) * 100 / Double(whole)).rounded())
        }
    }

    /// K2: dependencies first pointed out after the freeze, of all.
    package let late: Share
    /// K3: promises ever broken, of those ever made.
    package let broken: Share
    /// K4: initiatives slowed down or given up because of a dependency, of those validated.
    package let heldUp: Share
    /// K5: the median of the working days from a need to its first answer, a promise or a no; nothing without answers.
    package let answerDays: Double?
    /// How many answers that median stands on.
    package let answers: Int

    /// - Parameters:
    ///   - briefings: all of the quarter.
    ///   - dependencies: all of the quarter.
    ///   - answered: the day of the first promise or refusal of each dependency that has one.
    package init(
        briefings: [Briefing], dependencies: [Dependency], answered: [Identifier<Dependency>: Day],
        _ calendar: WorkCalendar = .french
    ) {
        late = Share(part: dependencies.count { $0.isLate }, whole: dependencies.count)
        broken = Share(
            part: dependencies.count { $0.breaks > 0 }, whole: dependencies.count { $0.wasPromised })
        let validated = briefings.filter(\.wasValidated)
        heldUp = Share(part: validated.count { $0.cause?.code == .dependency }, whole: validated.count)
        let days = dependencies.compactMap { dependency in
            answered[dependency.id].map { calendar.workingDays(after: dependency.pointedOutOn, upTo: $0) }
        }
        answers = days.count
        answerDays = days.median
    }
}

extension Briefing {
    /// Whether the initiative was validated and went on from there.
    package var wasValidated: Bool {
        switch state {
        case .validated, .presented, .inProgress, .done, .abandoned: true
        case .draft, .submitted, .aligning, .ready, .postponed, .dropped: false
        }
    }
}

extension Dependency {
    /// Whether a giver ever stood by it.
    package var wasPromised: Bool {
        breaks > 0 || committedFor != nil || state == .committed || state == .delivered
    }

    /// Whether it went wrong between the two teams: a broken promise, a no, or a need nobody saw coming.
    package var wentWrong: Bool { breaks > 0 || state == .declined || isLate }
}
