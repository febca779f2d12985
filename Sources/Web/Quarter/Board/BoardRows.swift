import Rouage
import Storage
import WebCore

/// The weeks of a quarter, each by its Monday; what lies before or after counts in the first or the last.
struct BoardWeeks {
    let mondays: [Day]

    init(_ cycle: Cycle) {
        mondays = Array(stride(from: cycle.start.monday, through: cycle.end.monday, by: 7))
    }

    func index(of day: Day) -> Int { min(max((day - mondays[0]) / 7, 0), mondays.count - 1) }

    /// Whether it lies before the first week.
    func isBefore(_ day: Day) -> Bool { day < mondays[0] }
}

/// What a team gives in a week: how many, and the worst risk among them.
struct BoardCell {
    var count: Int
    var tone: RiskTone
}

/// One team; nobody for what comes from outside the company.
struct BoardRow {
    let unit: Rouage.Unit?
    var cells: [BoardCell?]
    var total: Int { cells.reduce(0) { $0 + ($1?.count ?? 0) } }
}

/// The teams of a tribe.
struct BoardGroup {
    let tribe: Rouage.Unit?
    var rows: [BoardRow]

    func name(_ visit: Visit) -> String {
        tribe?.name ?? visit.say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company"))
    }
}

/// The rows of a board: the department's feature teams, and whoever else gives or asks. Tribes and teams stand in the
/// order in which they were set down.
struct BoardRows {
    private(set) var groups: [BoardGroup] = []
    private let empty: [BoardCell?]
    private var places: [Identifier<Rouage.Unit>?: (group: Int, row: Int)] = [:]

    init(_ organisation: Organisation, _ lines: [DependencyLine], weeks: Int) {
        empty = Array(repeating: nil, count: weeks)
        let involved = Set(lines.map(\.askingTeam)).union(lines.compactMap(\.givingTeam))
        let teams = Set(organisation.teams.filter { $0.sort == .team }.map(\.id)).union(involved)
            .compactMap { organisation.units[$0] }.sorted { $0.id < $1.id }
        let tribes = Dictionary(grouping: teams) { organisation.tribe(of: $0.id)?.id }
        func isTribe(_ id: Identifier<Rouage.Unit>?) -> Bool {
            id.flatMap { organisation.units[$0] }.map { $0.sort == .tribe || $0.sort == .transverse } ?? false
        }
        // Who belongs to no tribe comes after them.
        let order = tribes.keys.sorted { a, b in
            isTribe(a) == isTribe(b) ? (a?.description ?? "") < (b?.description ?? "") : isTribe(a)
        }
        for tribe in order {
            add(tribe.flatMap { organisation.units[$0] } ?? organisation.department, tribes[tribe] ?? [])
        }
        if lines.contains(where: { $0.givingTeam == nil }) { add(nil, [nil]) }
    }

    private mutating func add(_ tribe: Rouage.Unit?, _ units: [Rouage.Unit?]) {
        for (row, unit) in units.enumerated() { places[unit?.id] = (groups.count, row) }
        groups.append(BoardGroup(tribe: tribe, rows: units.map { BoardRow(unit: $0, cells: empty) }))
    }

    mutating func count(_ line: DependencyLine, week: Int, tone: RiskTone) {
        guard let place = places[line.givingTeam] else { return }
        groups[place.group].rows[place.row].add(week, tone)
    }
}

extension BoardRow {
    fileprivate mutating func add(_ week: Int, _ tone: RiskTone) {
        let known = cells[week]
        cells[week] = BoardCell(count: (known?.count ?? 0) + 1, tone: max(known?.tone ?? tone, tone))
    }
}
