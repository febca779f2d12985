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

/// A step of a playbook, and who does it.
package struct PlaybookStep: Codable, Sendable, Equatable {
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

extension Playbook {
    /// The text of a playbook.
    package struct Content: Codable, Sendable, Equatable {
        package var title: String
        package var category: Category
        package var why: String
        /// What makes it begin.
        package var trigger: String
        package var cadence: Cadence
        package var steps: [PlaybookStep]
        package var burden: [Burden]
        package var links: [Link]
        package var metric: Metric?
        /// When it is time to stop.
        package var exitRule: String
        /// When Product Ops come back, after they gave it back.
        package var reentryRule: String

        package init(
            title: String, category: Category, why: String, trigger: String = "", cadence: Cadence = .quarterly,
            steps: [PlaybookStep] = [], burden: [Burden] = [], links: [Link] = [], metric: Metric? = nil,
            exitRule: String = "",
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
        fileprivate var isNothing: Bool { name.isEmpty && threshold.isEmpty && owner == nil }
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
    package static let blank = Playbook.Content(title: "", category: .other, why: "")

    /// The metric as it is written, part by part.
    var written: Playbook.Metric {
        get { metric ?? Playbook.Metric("", threshold: "") }
        set { metric = newValue.isNothing ? nil : newValue }
    }
}
