/// Why the product says no. The words come from the page or the API that answers.
package enum Refusal: Error, Equatable, Sendable {
    /// The person may not do this.
    case notAllowed
    /// There is no such thing, or not for this person.
    case notFound
    /// Somebody else changed the record since the person read it.
    case outdated
    /// One or more fields cannot be accepted as they are.
    case invalid([Flaw])
    /// The record is not in a state from which this can be done.
    case closed
    /// A limit of the product, or of its protection, is reached.
    case over(limit: Int)

    /// One field that cannot be accepted, and why.
    package static func invalid(_ field: String, _ reason: Flaw.Reason) -> Refusal {
        .invalid([Flaw(field: field, reason: reason)])
    }

    /// Refuses a text that says nothing, or more characters than its field takes.
    static func check(_ text: String, _ field: String, upTo limit: Int) throws(Refusal) {
        let flaws = Flaw.ofText(text, field, upTo: limit)
        guard flaws.isEmpty else { throw .invalid(flaws) }
    }

    /// Refuses a text of more characters than its field takes; it may say nothing.
    static func checkLength(_ text: String, _ field: String, upTo limit: Int) throws(Refusal) {
        let flaws = Flaw.ofLength(text, field, upTo: limit)
        guard flaws.isEmpty else { throw .invalid(flaws) }
    }
}

/// What is wrong with one field of a form, a file or a request.
package struct Flaw: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case missing
        /// None of the answers was chosen.
        case notChosen
        case tooLong(by: Int)
        case tooShort(by: Int)
        /// The two texts that were to be the same are not.
        case different
        /// The secret is not the right one.
        case wrong
        case notANumber
        /// A number that may have a fraction.
        case notADecimal
        case notADay
        case notAnHour
        case outsideTheCycle
        case unknown
        /// Several are called so.
        case ambiguous
        case taken
        case circular
        case sameTeam
        case tooLate(than: Day)
        case tooEarly(before: Day)
        case outOfRange(ClosedRange<Int>)
        /// There are as many as there may be.
        case noRoom
        case notText
        /// A day off, a bridge or a quiet period: no deadline may fall on it.
        case noDeadline
        /// The day has passed already.
        case passed
        case nothingSaidOfDependencies
        /// A dependency is said to be the cause, and none is named.
        case causeWithoutDependency
        case notACode
        /// The same person cannot be both.
        case samePerson
        /// The person leads as many projects as one may, or is too new to lead one.
        case leadsEnough
        /// It goes beyond the days that there are.
        case noDaysLeft
        /// What is chosen asks for more days than the capacity has.
        case beyondCapacity(days: Int, of: Int)
        /// The person does not want it.
        case refusedIt
        /// Somebody is named who did not agree to be.
        case namesSomebody
        /// The teams before have neither a go nor a no.
        case waveUndecided
        /// A project is not ready for its next stage.
        case gate(OpsProject.Missing)
        case notAnAddress
        /// Neither a page of this site nor one of the web.
        case notALink
        /// The vote has opened: its table, its electors and what they gave stay as they are.
        case frozen
        /// The person is there already, or holds that already.
        case alreadyThere
        /// The person's working time is taken in whole.
        case noTimeLeft
        /// A unit that closes still owes something, or still waits for something.
        case openDependencies(Int)
        /// A unit that closes still has pages that are not ended.
        case briefingsUnderWay(Int)
        /// A unit that closes still has open units below it.
        case unitsBelow(Int)
        /// It takes somebody who is not of Product Ops.
        case someoneOutsideOps
        /// It takes somebody of Product Ops.
        case someoneOfOps
        /// It takes somebody of the department, or of another Ops team.
        case someoneOfDepartment
        /// A quick help takes two days at most.
        case longerThanQuickHelp
        /// The room for urgencies of the quarter has fewer days left, in whole days.
        case noRoomForUrgencies(left: Int)
        /// The same person would be on duty two weeks running.
        case twoWeeksRunning
        /// A moment that comes before the one it follows.
        case outOfOrder
        /// What has a beginning and an end.
        case endsBeforeItBegins
        /// A moment that has not come.
        case notYet
        /// Something agreed on is neither done nor refused.
        case openActions(Int)
        /// The person has just joined Product Ops, and is not on duty before that day.
        case newInOps(until: Day)
        /// The person leaves Product Ops before the end of it: their last day.
        case leavesBefore(on: Day)
    }

    /// The field's name as forms, files and the API spell it.
    package let field: String
    package let reason: Reason

    package init(field: String, reason: Reason) {
        self.field = field
        self.reason = reason
    }

    /// A text that says nothing, or more characters than its field takes.
    static func ofText(_ text: String, _ field: String, upTo limit: Int) -> [Flaw] {
        text.isBlank ? [Flaw(field: field, reason: .missing)] : ofLength(text, field, upTo: limit)
    }

    /// A text of more characters than its field takes.
    static func ofLength(_ text: String, _ field: String, upTo limit: Int) -> [Flaw] {
        let over = text.excess(over: limit)
        return over > 0 ? [Flaw(field: field, reason: .tooLong(by: over))] : []
    }
}
