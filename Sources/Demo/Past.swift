import Rouage
import Storage

/// What the company did before today: pages submitted and rewritten, answers given. It is what their history shows.
struct Past {
    private let people: [String: Identifier<Person>]
    private let briefings: [String: Identifier<Briefing>]
    private let dependencies: [String: Identifier<Dependency>]

    init(_ reading: Reading) throws {
        func names<Record>(_ query: SQL) throws -> [String: Identifier<Record>] {
            Dictionary(uniqueKeysWithValues: try reading.all(query) { ($0.text(0), try $0.id(1)) })
        }
        people = try names("SELECT code, id FROM person")
        briefings = try names("SELECT ref, id FROM briefing")
        dependencies = try names("SELECT ref, id FROM dependency")
    }

    /// - Parameter cells: the record's name, when, who, what was done, the field rewritten, its text, the reason.
    func deed(_ cells: [String]) -> Deed? {
        guard cells.count == 7, let at = Instant(cells[1]), let action = Action(rawValue: cells[3]) else { return nil }
        let activity = Activity(action, reason: cells[6])
        if let id = briefings[cells[0]] {
            return Deed(by: people[cells[2]], at: at) { transaction in
                try transaction.change(id) { (briefing: inout Briefing) in
                    if let field = Briefing.Text.Field(rawValue: cells[4]) { briefing.text[field] = cells[5] }
                    briefing.updatedAt = at
                    return activity
                }
            }
        }
        guard let id = dependencies[cells[0]] else { return nil }
        return Deed(by: people[cells[2]], at: at) { transaction in
            try transaction.change(id) { (dependency: inout Dependency) in
                dependency.updatedAt = at
                return activity
            }
        }
    }
}
