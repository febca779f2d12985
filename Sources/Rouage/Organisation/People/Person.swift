/// Somebody of the department or around it.
package struct Person: Noun, Equatable {
    package static let kind = Kind.person

    package let id: Identifier<Person>
    package var version = 1
    /// Their stable name in other files: a login or an e-mail address.
    package var code: String
    package var name: String
    /// Needed to sign in, not before.
    package var email: String?
    package var craft: Craft
    package var job: String
    package var locale: Language
    package var joinedOn: Day?
    package var leftOn: Day?
    package var active = true

    package init(
        id: Identifier<Person>, code: String, name: String, email: String? = nil, craft: Craft, job: String = "",
        locale: Language = .french, joinedOn: Day? = nil, leftOn: Day? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.email = email
        self.craft = craft
        self.job = job
        self.locale = locale
        self.joinedOn = joinedOn
        self.leftOn = leftOn
    }

    /// Whether the person still works here on a day, and may act.
    package func acts(on day: Day) -> Bool { active && leftOn.map { day <= $0 } ?? true }

    /// Two letters that stand for the person where there is no room for the name.
    package var initials: String {
        let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
        return [words.first, words.dropFirst().last].compactMap { $0?.first?.uppercased() }.joined()
    }
}

/// The trades of a product department.
package enum Craft: String, Codable, Sendable, CaseIterable {
    case product, design, engineering, ops, other
    case productBuilding = "product_building"
}

/// The languages of the product.
package enum Language: String, Codable, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"
}
