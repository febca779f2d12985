package import Rouage
package import Storage
package import WebCore

/// What of a quarter's dependencies a table shows, and in which order; read from the address and written back to it.
package struct DependencyFilter: Equatable {
    package enum Scope: Equatable {
        /// The visitor's own teams.
        case mine
        case all
        case team(Identifier<Rouage.Unit>)
        case tribe(Identifier<Rouage.Unit>)
        /// What one initiative needs, with its critical chain.
        case briefing(Identifier<Briefing>)
    }

    package enum Sort: String, CaseIterable {
        case risk, what, asking, giving, criticality, needed, promised, state, turn
    }

    /// The two sides of a team's dependencies.
    package enum Side: String { case asking, giving }

    package var cycle = ""
    /// The past day shown, or nothing.
    package var day = ""
    package var scope = Scope.mine
    package var side: Side?
    package var state: Dependency.State?
    package var criticality: Dependency.Criticality?
    var isUnanswered = false
    package var isLate = false
    var isExternal = false
    /// A high risk, or a circle that is not settled.
    var isAtRisk = false
    /// In a circle that is not settled, or may be.
    var isCircular = false
    /// What the team of the scope gives to this one.
    package var other: Identifier<Rouage.Unit>?
    /// What is given in the week that begins on this Monday.
    package var week: Day?
    /// What an address without a scope shows.
    package private(set) var usual = Scope.mine
    package var sort = Sort.needed
    var isDescending = false

    package init() {}

    package init(_ query: Fields, in organisation: Organisation, usual: Scope = .mine) {
        self.usual = usual
        scope = usual
        cycle = query["cycle"] ?? ""
        day = query["as_of"] ?? ""
        if query["scope"] == "all" { scope = .all }
        if query["scope"] == "mine" { scope = .mine }
        if let team = query["team"].flatMap({ organisation.unitsByCode[$0] }) { scope = .team(team) }
        if let tribe = query["tribe"].flatMap({ organisation.unitsByCode[$0] }) { scope = .tribe(tribe) }
        if let briefing = query["briefing"].flatMap(Identifier<Briefing>.init) { scope = .briefing(briefing) }
        side = query["side"].flatMap(Side.init)
        state = query["state"].flatMap(Dependency.State.init)
        criticality = query["criticality"].flatMap(Dependency.Criticality.init)
        isUnanswered = query["unanswered"] == "1"
        isLate = query["late"] == "1"
        isExternal = query["external"] == "1"
        isAtRisk = query["risk"] == "high"
        isCircular = query["circle"] == "1"
        other = query["to"].flatMap { organisation.unitsByCode[$0] }
        week = query["week"].flatMap(Day.init).map { $0.monday }
        if let order = query["sort"], let key = Sort(rawValue: String(order.trimmingPrefix("-"))) {
            sort = key
            isDescending = order.hasPrefix("-")
        }
    }

    /// The same view as the part of an address after its question mark.
    /// - Parameter elsewhere: what that address shows without a scope, when it is another view's.
    package func query(in organisation: Organisation, usual elsewhere: Scope? = nil) -> String {
        let usual = elsewhere ?? usual
        var pairs: [(String, String)] = []
        if !cycle.isEmpty { pairs.append(("cycle", cycle)) }
        if !day.isEmpty { pairs.append(("as_of", day)) }
        switch scope {
        case _ where scope == usual: break
        case .mine: pairs.append(("scope", "mine"))
        case .all: pairs.append(("scope", "all"))
        case .team(let id): pairs.append(("team", organisation.units[id]?.code ?? ""))
        case .tribe(let id): pairs.append(("tribe", organisation.units[id]?.code ?? ""))
        case .briefing(let id): pairs.append(("briefing", id.description))
        }
        if let side { pairs.append(("side", side.rawValue)) }
        if let state { pairs.append(("state", state.rawValue)) }
        if let criticality { pairs.append(("criticality", criticality.rawValue)) }
        if isUnanswered { pairs.append(("unanswered", "1")) }
        if isLate { pairs.append(("late", "1")) }
        if isExternal { pairs.append(("external", "1")) }
        if isAtRisk { pairs.append(("risk", "high")) }
        if isCircular { pairs.append(("circle", "1")) }
        if let other { pairs.append(("to", organisation.units[other]?.code ?? "")) }
        if let week { pairs.append(("week", week.description)) }
        if sort != .needed || isDescending { pairs.append(("sort", (isDescending ? "-" : "") + sort.rawValue)) }
        return pairs.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(\.isPlain) { return text }
        return text.utf8.reduce(into: "") { encoded, byte in
            if byte.isPlain {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    package func with(_ change: (inout DependencyFilter) -> Void) -> DependencyFilter {
        var copy = self
        change(&copy)
        return copy
    }

    /// Sorted by this; turned round when it is already.
    package func sorted(by key: Sort) -> DependencyFilter {
        with {
            // Whoever sorts by risk looks for the highest.
            $0.isDescending = sort == key ? !isDescending : key == .risk
            $0.sort = key
        }
    }

    /// Whether a line passes everything but the teams.
    func admits(_ line: DependencyLine, _ risks: CycleRisks) -> Bool {
        if isCircular && !risks.isInCircle(line.id) { return false }
        if isAtRisk && !line.isAtRisk(risks) { return false }
        if let other, line.askingTeam != other { return false }
        if let week, line.givenOn.monday != week { return false }
        if let state, line.state != state { return false }
        if let criticality, line.criticality != criticality { return false }
        if isUnanswered && line.state != .pointedOut { return false }
        if isLate && !line.isLate { return false }
        if isExternal && line.givingTeam != nil { return false }
        return true
    }
}

extension UInt8 {
    /// Whether an address holds it as it is: a letter or digit of ASCII, `-`, `_` or `.`.
    fileprivate var isPlain: Bool {
        switch self {
        case 48...57, 65...90, 97...122, 45, 46, 95: true
        case _: false
        }
    }
}

extension DependencyFilter {
    /// The lines in the order asked for; names are compared as people read them.
    package func ordered(_ lines: [DependencyLine], _ organisation: Organisation, _ risks: CycleRisks)
        -> [DependencyLine]
    {
        let names = sort == .needed ? [:] : organisation.units.mapValues { Folding.fold($0.name) }
        func name(_ unit: Identifier<Rouage.Unit>?) -> String { unit.flatMap { names[$0] } ?? "" }
        switch sort {
        case .risk:
            return by(lines) { Key(isStuck: risks.isStuck($0.id), exposure: risks.exposure(of: $0.id)) }
        case .needed: return isDescending ? lines.reversed() : lines
        case .what: return by(lines) { Folding.fold($0.what) }
        case .asking: return by(lines) { name($0.askingTeam) }
        case .giving: return by(lines) { $0.givingTeam == nil ? Folding.fold($0.externalParty) : name($0.givingTeam) }
        case .criticality: return by(lines) { Dependency.Criticality.allCases.firstIndex(of: $0.criticality)! }
        case .promised: return by(lines) { $0.committedFor?.number ?? Int.max }
        case .state: return by(lines) { $0.state.rank }
        case .turn:
            return by(lines) { line in
                line.turn.map { name($0 == .asking ? line.askingTeam : line.givingTeam) } ?? ""
            }
        }
    }

    /// Circles before all, then by what is at stake.
    private struct Key: Comparable {
        let isStuck: Bool
        let exposure: Double

        static func < (a: Key, b: Key) -> Bool {
            a.isStuck == b.isStuck ? a.exposure < b.exposure : b.isStuck
        }
    }

    private func by<Key: Comparable>(_ lines: [DependencyLine], _ key: (DependencyLine) -> Key) -> [DependencyLine] {
        let keyed = lines.enumerated().map { (key: key($1), place: $0, line: $1) }
        let sorted = keyed.sorted { a, b in
            if a.key != b.key { return isDescending ? a.key > b.key : a.key < b.key }
            return a.place < b.place
        }
        return sorted.map(\.line)
    }
}

extension DependencyLine {
    /// When it comes: the day promised, else the day it is needed.
    package var givenOn: Day { committedFor ?? neededBy }

    /// What somebody has to look at: a high risk while it is waited for, or a circle that is not settled.
    func isAtRisk(_ risks: CycleRisks) -> Bool {
        isAwaited && (risks[id]?.level == .high || risks.isStuck(id))
    }
}

extension Day {
    /// The Monday of its week.
    package var monday: Day { self - weekday.rawValue }
}

extension Dependency.State {
    /// What needs somebody first comes first.
    var rank: Int {
        switch self {
        case .broken: 0
        case .declined: 1
        case .pointedOut: 2
        case .replanned: 3
        case .acknowledged: 4
        case .committed: 5
        case .delivered: 6
        case .withdrawn: 7
        }
    }
}
