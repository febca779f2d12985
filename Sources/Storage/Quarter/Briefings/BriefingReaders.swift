import Rouage

extension Briefing: Guarded {
    static func permissions(to records: [Briefing], _: Reading) -> [Identifier<Briefing>: Permission] {
        Dictionary(uniqueKeysWithValues: records.map { ($0.id, .readBriefing($0)) })
    }
}

/// What stands beside a briefing: read by those who read the page.
protocol BesideBriefing: Guarded {
    var briefing: Identifier<Briefing> { get }
}

extension BesideBriefing {
    static func permissions(to records: [Self], _ reading: Reading) throws -> [Identifier<Self>: Permission] {
        let briefings = try reading.records(Array(Set(records.map(\.briefing))))
        return Dictionary(
            uniqueKeysWithValues: records.compactMap { record in
                briefings.first { $0.id == record.briefing }.map { (record.id, .readBriefing($0)) }
            })
    }
}

extension Comment: BesideBriefing {}
extension Review: BesideBriefing {}
extension Dismissal: BesideBriefing {}
