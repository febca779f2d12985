extension OpsProject {
    /// What was heard, seen or counted, and in which team. It names a person only when they agreed.
    package struct Evidence: Codable, Sendable, Equatable {
        package enum Sort: String, Codable, Sendable, CaseIterable {
            case interview, data, observation, verbatim
        }

        package let sort: Sort
        package let team: Identifier<Unit>
        package let craft: Craft
        package let note: String
        /// Whether who is named agreed to be.
        package let hasConsent: Bool
        package let on: Day

        package init(
            sort: Sort, team: Identifier<Unit>, craft: Craft, note: String, hasConsent: Bool = false, on day: Day
        ) {
            self.sort = sort
            self.team = team
            self.craft = craft
            self.note = note
            self.hasConsent = hasConsent
            on = day
        }
    }

    /// The CPO lets it go on before the discovery is done.
    package struct Waiver: Codable, Sendable, Equatable {
        package let by: Identifier<Person>
        package let reason: String
        package let on: Day

        package init(by: Identifier<Person>, reason: String, on day: Day) {
            self.by = by
            self.reason = reason
            on = day
        }
    }

    /// A try in few teams, with the figure from which it counts as a success.
    package struct Experiment: Codable, Sendable, Equatable {
        package enum Result: String, Codable, Sendable, CaseIterable {
            case kept, changed, stopped
        }

        /// Which side of the threshold is the good one.
        package enum Aim: String, Codable, Sendable, CaseIterable {
            case atLeast = "at_least"
            case atMost = "at_most"
        }

        /// The most days it lasts: six weeks.
        package static let mostDays = 42
        package static let teamCount = 1...3
        package static let figures = -1_000_000...1_000_000

        package let hypothesis: String
        package let measure: String
        package let aim: Aim
        package let threshold: Int
        package let teams: [Identifier<Unit>]
        package let from: Day
        package let to: Day
        package var reached: Int?
        package var result: Result?
        package var learned = ""

        package init(
            hypothesis: String, measure: String, aim: Aim, threshold: Int, teams: [Identifier<Unit>], from: Day, to: Day
        ) {
            self.hypothesis = hypothesis
            self.measure = measure
            self.aim = aim
            self.threshold = threshold
            self.teams = teams
            self.from = from
            self.to = to
        }

        /// Whether the figure reached is on the good side of the threshold.
        package var isMet: Bool {
            guard let reached else { return false }
            return aim == .atLeast ? reached >= threshold : reached <= threshold
        }

        /// Whether it opens the roll-out: a success that goes on, as it was or changed.
        package var isWon: Bool { isMet && (result == .kept || result == .changed) }
    }

    /// Teams that take it up together, once it is decided that they do.
    package struct Wave: Codable, Sendable, Equatable {
        package enum Verdict: String, Codable, Sendable, CaseIterable {
            case go
            case noGo = "no_go"
        }

        package let teams: [Identifier<Unit>]
        package let from: Day
        package var verdict: Verdict?
        package var reason = ""
        package var decidedOn: Day?

        package init(teams: [Identifier<Unit>], from: Day) {
            self.teams = teams
            self.from = from
        }
    }

    /// The one figure by which its effect is seen.
    package struct Metric: Codable, Sendable, Equatable {
        package static let nameLimit = 120

        package var name: String
        package var unit: String
        package var before: Int?
        package var after: Int?

        package init(name: String = "", unit: String = "", before: Int? = nil, after: Int? = nil) {
            self.name = name
            self.unit = unit
            self.before = before
            self.after = after
        }

        package var isMeasured: Bool { before != nil && after != nil }
    }

    package struct Acceptance: Codable, Sendable, Equatable {
        package let by: Identifier<Person>
        package let on: Day

        package init(by: Identifier<Person>, on day: Day) {
            self.by = by
            on = day
        }
    }

    /// How those concerned answered whether the problem is theirs: counts, and nothing on who gave which.
    package struct Agreement: Codable, Sendable, Equatable {
        package enum Answer: String, Codable, Sendable, CaseIterable {
            case yes, partly, no
        }

        /// Answers needed before it says anything.
        package static let fewest = 5

        package let yes: Int
        package let partly: Int
        package let no: Int

        package init(yes: Int = 0, partly: Int = 0, no: Int = 0) {
            self.yes = yes
            self.partly = partly
            self.no = no
        }

        package var count: Int { yes + partly + no }

        /// Five answers, 60 % of them yes or partly, 40 % yes.
        package var isReached: Bool {
            count >= Self.fewest && (yes + partly) * 10 >= count * 6 && yes * 10 >= count * 4
        }
    }
}
