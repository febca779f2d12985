extension Person {
    /// What the fields of a person are called, and those of the place they join.
    package enum FieldName: String, CaseIterable, Sendable {
        case name, code, email, craft, job, locale, unit, fte, from
    }

    /// What is known of a person besides where they work.
    package struct Description: Drafted, Equatable {
        package typealias Name = FieldName

        package static let fields: [Field<Description>] = [
            .line(.code, \.code, upTo: Person.codeLimit, required: true),
            .line(.name, \.name, upTo: Person.nameLimit, required: true),
            .line(.email, \.email, upTo: Person.emailLimit),
            .choice(.craft, \.craft),
            .line(.job, \.job, upTo: Person.jobLimit),
            .choice(.locale, \.locale),
        ]

        package var code: String
        package var name: String
        package var email: String?
        package var craft: Craft
        package var job: String
        package var locale: Language

        /// Nobody yet.
        package static let blank = Description(code: "", name: "", email: nil, craft: .other, job: "", locale: .french)

        package init(code: String, name: String, email: String?, craft: Craft, job: String, locale: Language) {
            self.code = code
            self.name = name
            self.email = email
            self.craft = craft
            self.job = job
            self.locale = locale
        }
    }

    /// What is said of somebody who joins: who it is, and the first place.
    package struct Joining: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Joining>] =
            Description.fields.map { $0.within(\.description) }
            + Membership.Opening.fields.map { $0.within(\.opening) }

        package var description = Description.blank
        package var opening: Membership.Opening

        package init(on day: Day) { opening = Membership.Opening(from: day) }
    }

    package var description: Description {
        Description(code: code, name: name, email: email, craft: craft, job: job, locale: locale)
    }

    /// Adds somebody who joins a unit; who may edit its members may.
    package static func join(
        _ description: Description, id: Identifier<Person>, unit: Identifier<Unit>?, on day: Day, by deed: Deed
    ) throws(Refusal) -> (Person, Activity) {
        guard unit.map({ deed.actor.may(.editMembers(of: $0)) }) ?? deed.actor.may(.editOrganisation(nil)) else {
            throw .notAllowed
        }
        var person = Person(id: id, code: "", name: "", craft: description.craft, joinedOn: day)
        let flaws = person.flaws(in: description, deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        person.take(description)
        return (person, Activity(.created))
    }

    /// Corrects what is known of the person. The address one signs in with is not a team's affair.
    package mutating func describe(_ description: Description, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.editOrganisation(nil)) else { throw .notAllowed }
        guard description != self.description else { return nil }
        let flaws = flaws(in: description, deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        take(description)
        return Activity(.edited)
    }

    package mutating func take(_ description: Description) {
        code = description.code
        name = description.name
        email = description.email
        craft = description.craft
        job = description.job
        locale = description.locale
    }

    private func flaws(in description: Description, _ organisation: Organisation) -> [Flaw] {
        var flaws = description.flaws
        let others = organisation.people.values.filter { $0.id != id }
        if others.contains(where: { $0.code == description.code }) {
            flaws.append(Flaw(field: "code", reason: .taken))
        }
        if let email = description.email {
            let parts = email.split(separator: "@", omittingEmptySubsequences: false)
            if parts.count != 2 || parts.contains(where: \.isEmpty) || email.contains(where: \.isWhitespace) {
                flaws.append(Flaw(field: "email", reason: .notAnAddress))
            }
            if others.contains(where: { $0.email?.lowercased() == email.lowercased() }) {
                flaws.append(Flaw(field: "email", reason: .taken))
            }
        }
        return flaws
    }
}
