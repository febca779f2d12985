/// What a person changes of themselves, and an administrator of them.
extension Person {
    package static let nameLimit = 120

    /// Changes how one is called and the language one reads; open to the person and to an administrator.
    package mutating func present(as name: String, in locale: Language, by actor: Actor) throws(Refusal) -> Activity? {
        guard actor.id == id || actor.may(.administerAccounts) else { throw .notAllowed }
        try Refusal.check(name, "name", upTo: Self.nameLimit)
        if name == self.name && locale == self.locale { return nil }
        self.name = name
        self.locale = locale
        return Activity(.edited)
    }

    /// Notes that the password changed; the password itself is no part of the record.
    package mutating func notePassword() -> Activity { Activity(.passwordChanged) }

    /// Keeps somebody from signing in; what they wrote stays. Nobody closes their own account, so that one
    /// administrator is always left.
    package mutating func closeAccount(by actor: Actor) throws(Refusal) -> Activity {
        guard actor.may(.administerAccounts), actor.id != id else { throw .notAllowed }
        guard active else { throw .closed }
        active = false
        return Activity(.edited)
    }

    package mutating func reopenAccount(by actor: Actor) throws(Refusal) -> Activity {
        guard actor.may(.administerAccounts) else { throw .notAllowed }
        guard !active else { throw .closed }
        active = true
        return Activity(.edited)
    }
}
