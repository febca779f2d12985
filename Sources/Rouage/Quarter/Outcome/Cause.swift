/// How an initiative goes and ends, told by its team.
extension Briefing {
    /// Why an initiative was slowed down or given up.
    package struct Cause: Codable, Sendable, Equatable {
        package let code: Decision.Code
        package let text: String
        /// Which dependencies, when they are the cause; never none then.
        package let dependencies: [Identifier<Dependency>]
        package let on: Day

        package init(code: Decision.Code, text: String, dependencies: [Identifier<Dependency>], on: Day) {
            self.code = code
            self.text = text
            self.dependencies = dependencies
            self.on = on
        }
    }

    /// What a team says when it slows down or stops: the cause in a word and in a sentence.
    package struct Telling: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case cause, reason
            case causeDependencies = "cause_dependencies"
        }
        package static let fields: [Field<Self>] = [
            .choice(.cause, \.code), .text(.reason, \.text, upTo: Decision.limit, required: true),
            .records(.causeDependencies, \.dependencies),
        ]

        package var code: Decision.Code?
        package var text: String
        package var dependencies: [Identifier<Dependency>]

        package init(code: Decision.Code?, text: String, dependencies: [Identifier<Dependency>] = []) {
            self.code = code
            self.text = text
            self.dependencies = dependencies
        }

        /// The cause, when all of it is said; a dependency is named, and is one of the initiative's own.
        fileprivate func cause(among own: [Dependency], on day: Day) throws(Refusal) -> Cause {
            var flaws: [Flaw] = []
            if code == nil { flaws.append(Flaw(field: "cause", reason: .missing)) }
            let named = code == .dependency ? dependencies : []
            if code == .dependency && named.isEmpty {
                flaws.append(Flaw(field: "cause_dependencies", reason: .causeWithoutDependency))
            }
            if !Set(named).isSubset(of: own.map(\.id)) {
                flaws.append(Flaw(field: "cause_dependencies", reason: .unknown))
            }
            flaws += Flaw.ofText(text, "reason", upTo: Decision.limit)
            guard flaws.isEmpty, let code else { throw .invalid(flaws) }
            return Cause(code: code, text: text, dependencies: named, on: day)
        }
    }

    package enum Ending: String, Codable, Sendable, CaseIterable {
        case done, abandoned
    }

    /// The team says that it is done, and what came of it.
    package mutating func finish(_ outcome: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .inProgress else { throw .closed }
        try Refusal.check(outcome, "reason", upTo: Decision.limit)
        state = .done
        self.outcome = outcome
        updatedAt = deed.now
        return Activity(.finished, reason: outcome)
    }

    /// The team gives the initiative up, and says why.
    /// - Parameter own: what the initiative waits for.
    package mutating func abandon(_ telling: Telling, among own: [Dependency], by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .inProgress else { throw .closed }
        cause = try telling.cause(among: own, on: deed.day)
        state = .abandoned
        updatedAt = deed.now
        return Activity(.abandoned, reason: telling.text)
    }

    /// The team says what slows the initiative down.
    /// - Parameter own: what the initiative waits for.
    package mutating func slow(_ telling: Telling, among own: [Dependency], by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .inProgress, !slowed else { throw .closed }
        cause = try telling.cause(among: own, on: deed.day)
        slowed = true
        updatedAt = deed.now
        return Activity(.slowed, reason: telling.text)
    }

    /// The team says that nothing slows it down any more; what did stays written.
    package mutating func resume(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .inProgress, slowed else { throw .closed }
        slowed = false
        updatedAt = deed.now
        return Activity(.resumed)
    }
}
