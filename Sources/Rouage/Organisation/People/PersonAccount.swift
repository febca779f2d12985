import Foundation

/// What a person changes of themselves, and an administrator of them.
extension Person {
    package static let nameLimit = 120
    package static let jobLimit = 80
    package static let codeLimit = 80
    package static let emailLimit = 254

    /// Changes how one is called and the language one reads; open to the person and to an administrator.
    package mutating func present(as name: String, in locale: Language, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.id == id || deed.actor.may(.administerAccounts) else { throw .notAllowed }
        let name = name.written
        try Refusal.check(name, "name", upTo: Self.nameLimit)
        if name == self.name && locale == self.locale { return nil }
        if name != self.name && deed.actor.id == id { try checkLook(of: name, in: deed.actor.organisation) }
        self.name = name
        self.locale = locale
        return Activity(.edited)
    }

    /// Refuses a name that reads as a colleague's: people of one name are told apart by who keeps the list of people.
    private func checkLook(of name: String, in organisation: Organisation) throws(Refusal) {
        let look = Self.look(of: name)
        let isTaken = organisation.people.values.contains { $0.id != id && $0.active && Self.look(of: $0.name) == look }
        if isTaken { throw .invalid("name", .taken) }
    }

    /// A name as an eye takes it: without accents and capitals, letters of other alphabets as the Latin ones they
    /// resemble in sound.
    private static func look(of name: String) -> String {
        Folding.fold(name.applyingTransform(.toLatin, reverse: false) ?? name).filter { $0 != " " }
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
