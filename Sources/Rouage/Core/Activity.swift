/// What was done to a record: the word kept in the activity beside who, when and the record's new state.
package enum Action: String, Codable, Sendable, CaseIterable {
    case created, imported, edited, removed
    case opened, shifted, advanced
    case revised, submitted, alignmentStarted = "alignment_started", declaredReady = "declared_ready"
    case validated, postponed, dropped, presented, started, finished, abandoned, slowed, resumed
    case pointedOut = "pointed_out", acknowledged, committed, replanned, declined, withdrawn
    case counterAccepted = "counter_accepted", counterRefused = "counter_refused", reasked
    case claimed, delivered, deliveredBySilence = "delivered_by_silence", claimRefused = "claim_refused", broken
    case mitigated, commented, reviewed, passwordChanged = "password_changed"
    case closed, moved, foreseen, ended
    case handedOver = "handed_over"
    case dismissed
    case proposed, planned, heard, revealed, agreed, held, cancelled
    case reminded, offered
    case handedOn = "handed_on"
    case reordered, published, asked, answered
    case accepted, relapsed, retired
    case takenOver = "taken_over"
    case tabled, ranked, selected, merged, expired
    case leftOut = "left_out"
    case extended, ruled
    case paused, stopped, retabled
    case contained, resolved, reopened
    case required, released
    case invited

    /// Whether only who did it hears of it, and who administers accounts.
    package var isPrivate: Bool { self == .passwordChanged }
}

/// One line of the activity: the record's own history, the audit log and the source of live updates.
package struct Activity: Sendable {
    package let action: Action
    /// Why, in the words of the person; empty when nothing was said.
    package let reason: String
    /// The day from which it holds, when that is not the day on which it is done.
    package let holdsFrom: Day?

    package init(_ action: Action, reason: String = "", from day: Day? = nil) {
        self.action = action
        self.reason = reason
        holdsFrom = day
    }
}
