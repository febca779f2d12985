/// What happens to a dependency by date alone, or because its briefing ended.
extension Dependency {
    /// Breaks a promise five working days after its day; `nil` when it holds.
    /// - Parameter workingDaysPast: working days from the promised day to today.
    package mutating func lapse(workingDaysPast: Int, at now: Instant) -> Activity? {
        guard state == .committed, claimedOn == nil, workingDaysPast >= Self.daysToLapse else { return nil }
        state = .broken
        breaks += 1
        updatedAt = now
        return Activity(.broken)
    }

    /// Counts as received ten working days after the giver said so without an answer; `nil` before that.
    package mutating func deliverBySilence(workingDaysSinceClaim: Int, on day: Day, at now: Instant) -> Activity? {
        guard state == .committed, claimedOn != nil, workingDaysSinceClaim >= Self.daysToConfirm else { return nil }
        state = .delivered
        deliveredOn = day
        updatedAt = now
        return Activity(.deliveredBySilence)
    }

    /// Ends with its briefing, when that is dropped or postponed; `nil` when it had ended already.
    /// - Parameter reason: why the briefing does not happen: the giver reads it too.
    package mutating func endWithBriefing(reason: String = "", at now: Instant) -> Activity? {
        guard state != .withdrawn, state != .delivered else { return nil }
        state = .withdrawn
        updatedAt = now
        return Activity(.withdrawn, reason: reason)
    }
}
