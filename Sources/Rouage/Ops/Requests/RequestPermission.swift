/// What a person may do with requests to Product Ops.
package enum RequestPermission: Sendable, Equatable {
    /// Asking, and giving somebody without an account a link to ask by.
    case ask, invite
    case read
    /// Sorting, taking in hand, closing: the work of Product Ops.
    case triage
    /// The same with one request, by whoever has its next step.
    case move(OpsRequest)
    /// Closing it: whoever has its next step, or may drop something for it.
    case close(OpsRequest)
    /// Dropping something planned for an urgent project for which there is no room.
    case swap
    /// Saying how happy one is with what came of one's own request.
    case rate(OpsRequest)
    /// Saying who is on duty.
    case arrangeDuty
    /// Making links that were given away open nothing any more.
    case renewLinks
}

extension Actor {
    /// Product Ops do their own work, and others see it. Where its next step waits past its day the CPO may make it too, so
    /// that nothing waits for Product Ops alone.
    func may(_ permission: RequestPermission) -> Bool {
        switch permission {
        case .ask, .invite, .read: isMember && id != nil
        case .triage, .arrangeDuty: id != nil && isOps
        case .move(let request):
            may(.triage) || (id != nil && holds(.cpo) && request.isStuck(on: organisation.day))
        case .close(let request): may(.move(request)) || may(.swap)
        case .renewLinks: id != nil && (isOps || holds(.cpo))
        case .swap: id != nil && !isOps && holds(.cpo)
        case .rate(let request): id != nil && request.requester == id
        }
    }
}

extension Organisation {
    /// Somebody of the department, or around it, who is not of Product Ops.
    package func isOutsideOps(_ person: Identifier<Person>) -> Bool {
        guard let person = people[person], person.acts(on: day) else { return false }
        let actor = Actor(person, in: self)
        return actor.isMember && !actor.isOps
    }
}
