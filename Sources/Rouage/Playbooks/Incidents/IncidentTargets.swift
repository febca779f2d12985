import Foundation

/// By when an incident's post-mortem and the actions after it are due.
extension Incident.Severity {
    /// Working days from the resolution to the post-mortem; none is owed for the lightest.
    package var postmortemDays: Int? {
        switch self {
        case .one: 5
        case .two: 10
        case .three: nil
        }
    }

    /// Days from the resolution within which its actions are done.
    package var actionDays: Int? {
        switch self {
        case .one: 30
        case .two: 60
        case .three: nil
        }
    }
}

extension Incident {
    /// The day it was resolved.
    package var resolvedOn: Day? { resolvedAt?.day(in: WorkCalendar.zone) }

    /// The last day on which its post-mortem is in time; nothing before it is resolved, or when none is owed.
    package func postmortemDue(_ calendar: WorkCalendar) -> Day? {
        guard let resolvedOn, let days = severity.postmortemDays else { return nil }
        return calendar.adding(workingDays: days, to: resolvedOn)
    }

    /// Whether its post-mortem is still to be published.
    package var owesPostmortem: Bool { state == .resolved && severity.isSerious }

    /// Whether its post-mortem should have been published before today.
    package func isPostmortemLate(_ calendar: WorkCalendar, on today: Day) -> Bool {
        guard owesPostmortem, let due = postmortemDue(calendar) else { return false }
        return due < today
    }

    /// The last day on which its actions are in time; nothing for the lightest.
    package var actionsDue: Day? {
        severity.actionDays.map { (resolvedOn ?? detectedAt.day(in: WorkCalendar.zone)) + $0 }
    }
}
