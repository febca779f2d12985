/// A field that a tribe adds to the briefings of its teams.
package struct TribeField: Noun, Equatable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case text, number, link
    }

    package static let kind = Kind.tribeField
    /// The most fields of one tribe, and the most characters of all of them together.
    package static let most = 6
    package static let charactersOfAll = 600

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
        if labelFr.isBlank { flaws.append(Flaw(field: "label_fr", reason: .missing)) }
        if labelEn.isBlank { flaws.append(Flaw(field: "label_en", reason: .missing)) }
        if others.contains(where: { $0.key == key }) { flaws.append(Flaw(field: "key", reason: .taken)) }
        let room = Self.charactersOfAll - others.reduce(0) { $0 + $1.limit }
        if others.count >= Self.most || limit < 1 || limit > room {
            flaws.append(Flaw(field: "limit", reason: .outOfRange(1...max(1, room))))
        }
        return flaws
    }

    /// What keeps a value from being submitted.
    package func flaw(of value: String) -> Flaw? {
        if value.count > limit { return Flaw(field: "field-\(key)", reason: .tooLong(by: value.count - limit)) }
        if sort == .number, !value.isBlank, Double(value.replacing(",", with: ".")) == nil {
            return Flaw(field: "field-\(key)", reason: .notANumber)
        }
        return nil
    }
}
