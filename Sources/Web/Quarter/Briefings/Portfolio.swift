import Rouage
import Storage
import WebCore

/// What is at stake in a quarter: its briefings by tribe, read once, counted, filtered and sorted in memory.
struct Portfolio {
    /// An object, for hundreds of them are sorted.
    final class Line: Sendable {
        let briefing: BriefingLine
        let team: String
        let owner: String
        /// The text by which it is sorted, accents aside.
        let key: String

        init(_ briefing: BriefingLine, team: String, owner: String, key: String) {
            self.briefing = briefing
            self.team = team
            self.owner = owner
            self.key = key
        }
    }

    struct Tribe {
        let id: Identifier<Rouage.Unit>?
        let name: String
        var lines: [Line]
        var teams: Int { Set(lines.map(\.briefing.team)).count }
    }

    let cycle: Cycle
    let filter: PortfolioFilter
    /// Everything the visitor may read of the quarter.
    let open: [Line]
    let axes: [(id: Identifier<Axis>, code: String, title: String)]
    /// What the filter leaves, by tribe.
    let tribes: [Tribe]
    let shown: Int

    init(_ visit: Visit, _ cycle: Cycle, _ actor: Actor) throws {
        self.cycle = cycle
        let filter = try PortfolioFilter(visit)
        self.filter = filter
        let lines = try visit.lines(of: cycle).briefings
        let drafts = try Self.openDrafts(among: lines, visit, actor)
        let open = lines.compactMap { line -> Line? in
            guard line.state == .draft ? drafts.contains(line.id) : actor.isMember else { return nil }
            let (team, owner) = (visit.name(line.team), visit.name(line.owner))
            let key =
                switch filter.order {
                case .team: "\(team)\n\(line.title)"
                case .owner: "\(owner)\n\(line.title)"
                case .title, .state, .dependencies: line.title
                }
            return Line(line, team: team, owner: owner, key: key.alphabetical)
        }
        self.open = open
        axes = try visit.reading.axisTitles()
        let found = try Self.found(filter.words, visit)
        var byTeam: [Identifier<Rouage.Unit>: [Line]] = [:]
        for line in open where Self.fits(line, filter, actor) && (found?(line) ?? true) {
            byTeam[line.briefing.team, default: []].append(line)
        }
        var tribes: [Identifier<Rouage.Unit>?: Tribe] = [:]
        for (team, lines) in byTeam {
            let tribe = visit.organisation.tribe(of: team)
            if let wanted = filter.tribe, wanted != tribe?.id { continue }
            tribes[tribe?.id, default: Tribe(id: tribe?.id, name: tribe?.name ?? "", lines: [])].lines += lines
        }
        let order = Self.order(filter)
        self.tribes = tribes.values.map { tribe in
            Tribe(id: tribe.id, name: tribe.name, lines: tribe.lines.sorted(by: order))
        }.sorted { $0.name.alphabetical < $1.name.alphabetical }
        shown = self.tribes.reduce(0) { $0 + $1.lines.count }
    }

    /// The drafts that the visitor may read: on a past day those that they could read then, and still may today.
    private static func openDrafts(
        among lines: [BriefingLine], _ visit: Visit, _ actor: Actor
    ) throws -> Set<Identifier<Briefing>> {
        func isOpen(_ line: BriefingLine, to reader: Actor?) -> Bool {
            reader?.readsDraft(of: line.team, owner: line.owner, contributors: line.contributors) ?? false
        }
        let open = lines.filter { $0.state == .draft && isOpen($0, to: actor) }
        guard let past = visit.past, !open.isEmpty else { return Set(open.map(\.id)) }
        let then = open.filter { isOpen($0, to: past.reader) }.map(\.id)
        let now: [Briefing] = try past.present.records(where: "id IN \(in: then)")
        return Set(now.filter { actor.may(.readBriefing($0)) }.map(\.id))
    }

    func count(_ view: PortfolioFilter.View, _ actor: Actor) -> Int {
        open.count { Self.isIn(view, $0.briefing, actor) }
    }

    private static func fits(_ line: Line, _ filter: PortfolioFilter, _ actor: Actor) -> Bool {
        (filter.state == nil || line.briefing.state == filter.state)
            && (filter.team == nil || line.briefing.team == filter.team) && isUnder(filter.axis, line.briefing)
            && isIn(filter.view, line.briefing, actor)
    }

    private static func isUnder(_ axis: PortfolioFilter.Under?, _ line: BriefingLine) -> Bool {
        switch axis {
        case nil: true
        case .some(.none): line.axis == nil
        case .axis(let axis): line.axis == axis
        }
    }

    private static func isIn(_ view: PortfolioFilter.View, _ line: BriefingLine, _ actor: Actor) -> Bool {
        switch view {
        case .all: true
        case .mine: line.owner == actor.id || actor.belongs(to: line.team)
        case .unsettled: line.unsettled > 0
        case .late: line.late
        }
    }

    /// Whether a line answers the words: in its page, its team or its owner, whatever the accents.
    private static func found(_ words: String, _ visit: Visit) throws -> ((Line) -> Bool)? {
        guard !words.isEmpty else { return nil }
        let folded = Folding.fold(words)
        // The index knows the texts of today only.
        guard visit.past == nil else {
            return { Folding.fold("\($0.briefing.title) \($0.team) \($0.owner)").contains(folded) }
        }
        let ids = Set(try visit.reading.search(words, for: .briefing, limit: 2_000).map(\.id))
        return { line in
            ids.contains(line.briefing.id.description) || Folding.fold("\(line.team) \(line.owner)").contains(folded)
        }
    }

    private static func order(_ filter: PortfolioFilter) -> (Line, Line) -> Bool {
        func rising(_ a: Line, _ b: Line) -> Bool {
            switch filter.order {
            case .title, .team, .owner: return a.key < b.key
            case .state: return (a.briefing.state.rank, a.key) < (b.briefing.state.rank, b.key)
            case .dependencies:
                return (a.briefing.unsettled, a.briefing.dependencies, a.key)
                    < (b.briefing.unsettled, b.briefing.dependencies, b.key)
            }
        }
        return filter.isDescending ? { rising($1, $0) } : rising
    }
}

extension Briefing.State {
    /// How far the initiative has come.
    var rank: Int {
        switch self {
        case .draft: 0
        case .submitted: 1
        case .aligning: 2
        case .ready: 3
        case .validated: 4
        case .presented: 5
        case .inProgress: 6
        case .done: 7
        case .postponed: 8
        case .dropped: 9
        case .abandoned: 10
        }
    }
}

extension String {
    /// Small letters without the accents of French, so that É sorts with E; other signs as they are.
    var alphabetical: String {
        var plain: [UInt8] = []
        plain.reserveCapacity(utf8.count)
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if (65...90).contains(byte) {
                plain.append(byte + 32)
            } else if byte == 0xC3, let next = rest.first, let letter = Self.base(next) {
                plain.append(letter)
                rest = rest.dropFirst()
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The letter under an accent of Latin-1, by the second byte of its UTF-8.
    private static func base(_ byte: UInt8) -> UInt8? {
        switch byte | 0x20 {
        case 0xA0...0xA5: UInt8(ascii: "a")
        case 0xA7: UInt8(ascii: "c")
        case 0xA8...0xAB: UInt8(ascii: "e")
        case 0xAC...0xAF: UInt8(ascii: "i")
        case 0xB1: UInt8(ascii: "n")
        case 0xB2...0xB6: UInt8(ascii: "o")
        case 0xB9...0xBC: UInt8(ascii: "u")
        default: nil
        }
    }
}
