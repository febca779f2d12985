import Rouage

extension Reading {
    /// The month in which the fiscal year starts, 1 to 12; January unless somebody said otherwise. It decides the first
    /// quarters of an empty database; each later one follows the one before.
    package func fiscalStart() throws -> Int {
        let month = try setting("fiscal_start").flatMap(Int.init) ?? 1
        return (1...12).contains(month) ? month : 1
    }
}

extension Transaction {
    /// Says in which month the fiscal year starts, before the first quarter is made.
    package func set(fiscalStart month: Int) throws {
        guard (1...12).contains(month) else { throw Refusal.invalid("fiscal_start", .outOfRange(1...12)) }
        try set("fiscal_start", to: String(month))
    }
}
