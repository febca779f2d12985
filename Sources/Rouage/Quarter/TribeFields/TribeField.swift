/// A field that a tribe adds to the briefings of its teams.
package struct TribeField: Noun, Equatable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case text, number, link
    }

    package static let kind = Kind.tribeField
    /// The most fields of one tribe, and the most characters of all of them together.
    package static let most = 6
    package static let charactersOfAll = 600
    package static let charactersOfLabel = 40

    package let id: Identifier<TribeField>
    package var version = 1
    package var tribe: Identifier<Unit>
    /// The stable name of the field's values in a briefing.
    package var key: String
    package var labelFr: String
    package var labelEn: String
    package var sort: Sort
    /// The most characters of a value.
    package var limit: Int
    package var position: Int

    package init(
        id: Identifier<TribeField>, tribe: Identifier<Unit>, key: String, labelFr: String, labelEn: String,
        sort: Sort, limit: Int, position: Int
    ) {
        self.id = id
        self.tribe = tribe
        self.key = key
        self.labelFr = labelFr
        self.labelEn = labelEn
        self.sort = sort
        self.limit = limit
        self.position = position
    }

    enum CodingKeys: String, CodingKey {
        case id, version, tribe, key, labelFr, labelEn, position
        case sort = "kind"
        case limit = "characters"
    }

    package func label(_ language: Language) -> String {
        switch language {
        case .french: labelFr
        case .english: labelEn
        }
    }

    /// What a tribe may define: a key, two labels, and room left beside the other fields of the tribe.
    package func flaws(beside others: [TribeField]) -> [Flaw] {
        var flaws: [Flaw] = []
        if key.isBlank { flaws.append(Flaw(field: "key", reason: .missing)) }
        for (field, label) in [("label_fr", labelFr), ("label_en", labelEn)] {
            flaws += Flaw.ofText(label, field, upTo: Self.charactersOfLabel)
        }
        if others.contains(where: { $0.key == key }) { flaws.append(Flaw(field: "key", reason: .taken)) }
        let room = Self.room(beside: others)
        if others.count >= Self.most || limit < 1 || limit > room {
            flaws.append(Flaw(field: "limit", reason: room > 0 ? .outOfRange(1...room) : .noRoom))
        }
        return flaws
    }

    /// How many characters one more field may take.
    package static func room(beside others: [TribeField]) -> Int {
        others.count >= most ? 0 : max(0, charactersOfAll - others.reduce(0) { $0 + $1.limit })
    }

    /// What is defined of it.
    package struct Definition: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case labelFr = "label_fr"
            case labelEn = "label_en"
            case kind, limit
        }
        package static let fields: [Field<Self>] = [
            .line(.labelFr, \.labelFr, upTo: charactersOfLabel, required: true),
            .line(.labelEn, \.labelEn, upTo: charactersOfLabel, required: true),
            .choice(.kind, \.sort, required: true), .number(.limit, \.limit, in: 1...charactersOfAll, required: true),
        ]

        package var labelFr = ""
        package var labelEn = ""
        package var sort = Sort.text
        /// The most characters of a value.
        package var limit: Int?

        package init(limit: Int? = nil) { self.limit = limit }
    }

    package var definition: Definition {
        get {
            var definition = Definition(limit: limit)
            (definition.labelFr, definition.labelEn, definition.sort) = (labelFr, labelEn, sort)
            return definition
        }
        set {
            (labelFr, labelEn, sort) = (newValue.labelFr, newValue.labelEn, newValue.sort)
            // None is no length: it is refused.
            limit = newValue.limit ?? 0
        }
    }

    /// Adds a field to the briefings of the tribe's teams: its lead may.
    package func define(beside others: [TribeField], by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.editTribeFields(of: tribe)) else { throw .notAllowed }
        let flaws = flaws(beside: others)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return Activity(.created)
    }

    /// Words the field anew, or gives it another length; what briefings hold already stays, even when it is longer.
    package mutating func edit(_ definition: Definition, beside others: [TribeField], by deed: Deed) throws(Refusal)
        -> Activity?
    {
        guard deed.actor.may(.editTribeFields(of: tribe)) else { throw .notAllowed }
        var changed = self
        changed.definition = definition
        let flaws = changed.flaws(beside: others)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        guard changed != self else { return nil }
        self = changed
        return Activity(.edited)
    }

    /// Takes the field off the form; what briefings hold in it stays with them.
    package func remove(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.editTribeFields(of: tribe)) else { throw .notAllowed }
        return Activity(.removed)
    }

    /// What keeps a value from being submitted.
    package func flaw(of value: String) -> Flaw? {
        if let flaw = Flaw.ofLength(value, "field-\(key)", upTo: limit).first { return flaw }
        if sort == .number, !value.isBlank, Double(value.replacing(",", with: ".")) == nil {
            return Flaw(field: "field-\(key)", reason: .notANumber)
        }
        return nil
    }
}
