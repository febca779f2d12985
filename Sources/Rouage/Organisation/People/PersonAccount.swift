/// What a person changes of themselves, and an administrator of them.
extension Person {
    package static let nameLimit = 120
    package static let jobLimit = 80
    package static let codeLimit = 80
    package static let emailLimit = 254

    /// Changes how one is called and the language one reads; open to the person and to an administrator.
    package mutating func present(as name: String, in locale: Language, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.id == id || deed.actor.may(.administerAccounts) else { throw .notAllowed }
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
    package mutating func closeAccount(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.administerAccounts), deed.actor.id != id else { throw .notAllowed }
        guard active else { throw .closed }
        active = false
        return Activity(.edited)
    }

    package mutating func reopenAccount(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.administerAccounts) else { throw .notAllowed }
        guard !active else { throw .closed }
        active = true
        return Activity(.edited)
    }
}
