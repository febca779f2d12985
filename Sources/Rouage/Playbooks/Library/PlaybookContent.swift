/// Who does a step, or is asked for minutes.
package enum PlaybookRole: String, Codable, Sendable, CaseIterable {
    case ops, cpo, director
    case tribeLead = "tribe_lead"
    case productManager = "product_manager"
    case designer, engineer
    case productBuilder = "product_builder"
    case otherOps = "other_ops"
    case incidentManager = "incident_manager"
    case everyone
}

extension Playbook {
    /// The text of a playbook.
    package struct Content: Codable, Sendable, Equatable {
        package var title: String
        package var category: Category
        package var why: String
        /// What makes it begin.
        package var trigger: String
        package var cadence: Cadence
        package var steps: [Step]
        package var burden: [Burden]
        package var links: [Link]
        package var metric: Metric?
        /// When it is time to stop.
        package var exitRule: String
        /// When Product Ops come back, after they gave it back.
        package var reentryRule: String

        package init(
            title: String, category: Category, why: String, trigger: String = "", cadence: Cadence = .quarterly,
            steps: [Step] = [], burden: [Burden] = [], links: [Link] = [], metric: Metric? = nil, exitRule: String = "",
            reentryRule: String = ""
        ) {
            self.title = title
            self.category = category
            self.why = why
            self.trigger = trigger
            self.cadence = cadence
            self.steps = steps
            self.burden = burden
            self.links = links
            self.metric = metric
            self.exitRule = exitRule
            self.reentryRule = reentryRule
        }
    }

    package struct Step: Codable, Sendable, Equatable {
        package var what: String
        package var role: PlaybookRole
        /// Whether the rest waits for it.
        package var blocking: Bool

        package init(_ what: String, _ role: PlaybookRole, blocking: Bool = false) {
            self.what = what
            self.role = role
            self.blocking = blocking
        }
    }

    /// Minutes asked of each person of a role in a quarter.
    package struct Burden: Codable, Sendable, Equatable {
        package var role: PlaybookRole
        package var minutes: Int

        package init(_ role: PlaybookRole, _ minutes: Int) {
            self.role = role
            self.minutes = minutes
        }
    }

    /// A template, a form, a page.
    package struct Link: Codable, Sendable, Equatable {
        package var title: String
        package var address: String

        package init(_ title: String, _ address: String) {
            self.title = title
            self.address = address
        }
    }

    /// What shows whether it works, from which value on somebody acts, and who looks at it.
    package struct Metric: Codable, Sendable, Equatable {
        package var name: String
        package var threshold: String
        package var owner: Identifier<Person>?

        package init(_ name: String, threshold: String, owner: Identifier<Person>? = nil) {
            self.name = name
            self.threshold = threshold
            self.owner = owner
        }

        package var isWhole: Bool { !name.isBlank && !threshold.isBlank && owner != nil }
    }

    /// How often it is run.
    package enum Cadence: String, Codable, Sendable, CaseIterable {
        case weekly, fortnightly, monthly, quarterly, yearly
        /// Each time its trigger comes.
        case onTrigger = "on_trigger"

        /// Days from one occurrence to the next at most; nothing when no date asks for it.
        package var days: Int? {
            switch self {
            case .weekly: 7
            case .fortnightly: 14
            case .monthly: 31
            case .quarterly: 92
            case .yearly: 366
            case .onTrigger: nil
            }
        }
    }
}

extension Playbook.Content {
    package static let whyLimit = 280
    package static let titleLimit = 120
    package static let textLimit = 600
    package static let stepLimit = 400
    package static let mostSteps = 20
    package static let mostLinks = 12
    /// Minutes of one playbook for a person in a quarter.
    package static let minutes = 0...6_000

    /// What keeps the text from being kept, field by field.
    package var flaws: [Flaw] {
        var flaws = Flaw.ofText(title, "title", upTo: Self.titleLimit) + Flaw.ofText(why, "why", upTo: Self.whyLimit)
        flaws += Flaw.ofLength(trigger, "trigger", upTo: Self.textLimit)
        flaws += Flaw.ofLength(exitRule, "exit_rule", upTo: Self.textLimit)
        flaws += Flaw.ofLength(reentryRule, "reentry_rule", upTo: Self.textLimit)
        flaws += Flaw.ofLength(metric?.name ?? "", "metric_name", upTo: Self.titleLimit)
        flaws += Flaw.ofLength(metric?.threshold ?? "", "metric_threshold", upTo: Self.titleLimit)
        if steps.count > Self.mostSteps {
            flaws.append(Flaw(field: "steps", reason: .outOfRange(0...Self.mostSteps)))
        }
        if steps.contains(where: \.what.isBlank) { flaws.append(Flaw(field: "steps", reason: .missing)) }
        if let long = steps.map(\.what.count).max(), long > Self.stepLimit {
            flaws.append(Flaw(field: "steps", reason: .tooLong(by: long - Self.stepLimit)))
        }
        if links.count > Self.mostLinks {
            flaws.append(Flaw(field: "links", reason: .outOfRange(0...Self.mostLinks)))
        }
        if links.contains(where: { $0.title.isBlank || $0.title.count > Self.titleLimit }) {
            flaws.append(Flaw(field: "links", reason: .missing))
        } else if links.contains(where: { !$0.isAddress }) {
            flaws.append(Flaw(field: "links", reason: .notALink))
        }
        if burden.contains(where: { !Self.minutes.contains($0.minutes) }) {
            flaws.append(Flaw(field: "burden", reason: .outOfRange(Self.minutes)))
        }
        if Set(burden.map(\.role)).count != burden.count {
            flaws.append(Flaw(field: "burden", reason: .alreadyThere))
        }
        return flaws
    }
}

extension Playbook.Link {
    /// A page of this site, or of the web.
    package var isAddress: Bool {
        guard address.utf8.count <= 500, !address.contains(where: \.isWhitespace), !address.contains("\\") else {
            return false
        }
        if address.hasPrefix("/") { return !address.hasPrefix("//") }
        return ["https://", "http://"].contains { address.hasPrefix($0) && address.count > $0.count }
    }
}
