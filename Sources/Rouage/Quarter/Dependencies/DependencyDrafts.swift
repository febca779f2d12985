// What people write with their answers to a dependency.

/// The giver has seen it: who to talk to.
package struct DependencyContact: Drafted {
    package enum Name: String, CaseIterable, Sendable { case contact }
    package static let fields: [Field<Self>] = [.person(.contact, \.contact)]

    package var contact: Identifier<Person>?

    package init() {}
}

/// The giver promises it.
package struct DependencyPromise: Drafted {
    package enum Name: String, CaseIterable, Sendable {
        case committedFor = "committed_for"
        case effortDays = "effort_days"
        case contact
        case givingBriefing = "giving_briefing"
    }

    package static let fields: [Field<Self>] = [
        .day(.committedFor, \.committedFor, required: true),
        .number(.effortDays, \.effortDays, in: Dependency.efforts, required: true),
        .person(.contact, \.contact),
        .record(.givingBriefing, \.givingBriefing),
    ]

    package var committedFor: Day?
    package var effortDays: Int?
    package var contact: Identifier<Person>?
    package var givingBriefing: Identifier<Briefing>?

    package init() {}
}

/// The giver proposes something else.
package struct DependencyOffer: Drafted {
    package enum Name: String, CaseIterable, Sendable {
        case date = "counter_date"
        case scope, reason, contact
    }

    package static let fields: [Field<Self>] = [
        .day(.date, \.date), .text(.scope, \.scope, upTo: Dependency.reasonLimit),
        .text(.reason, \.reason, upTo: Dependency.reasonLimit, required: true), .person(.contact, \.contact),
    ]

    package var date: Day?
    package var scope = ""
    package var reason = ""
    package var contact: Identifier<Person>?

    package init() {}
}

/// The giver says no.
package struct DependencyDecline: Drafted {
    package enum Name: String, CaseIterable, Sendable { case code, reason }
    package static let fields: [Field<Self>] = [
        .choice(.code, \.code, required: true),
        .text(.reason, \.reason, upTo: Dependency.reasonLimit, required: true),
    ]

    package var code: Dependency.DeclineCode?
    package var reason = ""

    package init() {}
}

/// The asker asks once more.
package struct DependencyRenewal: Drafted {
    package enum Name: String, CaseIterable, Sendable { case what, reason }
    package static let fields: [Field<Self>] = [
        .text(.what, \.what, upTo: Dependency.limit, required: true),
        .text(.reason, \.reason, upTo: Dependency.reasonLimit, required: true),
    ]

    package var what = ""
    package var reason = ""

    package init() {}
}

/// How the asker does without.
package struct DependencyMitigation: Drafted {
    package enum Name: String, CaseIterable, Sendable { case mitigation }
    package static let fields: [Field<Self>] = [
        .text(.mitigation, \.text, upTo: Dependency.reasonLimit, required: true)
    ]

    package var text = ""

    package init() {}
}

/// Why somebody refuses, or takes back.
package struct DependencyReason: Drafted {
    package enum Name: String, CaseIterable, Sendable { case reason }
    package static let fields: [Field<Self>] = [
        .text(.reason, \.reason, upTo: Dependency.reasonLimit, required: true)
    ]

    package var reason = ""

    package init() {}
}
