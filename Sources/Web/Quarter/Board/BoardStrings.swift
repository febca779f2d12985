import HTML
import Rouage
import Storage
import WebCore

/// The strings over the board: from a square where something is given to a ring where it is needed. Drawn by ratio, a
/// hundred units a week and the height of the rows, so that text of any size keeps them in place.
struct BoardStrings {
    /// Where a string begins.
    struct Start: Hashable {
        let team: Identifier<Rouage.Unit>?
        let week: Int
    }

    /// More than this is a web, not a picture; the table below has them all.
    static let most = 40
    private static let headHeight = 24
    private static let rowHeight = 26

    /// The mark of each string, A for what has most at stake.
    let letters: [Identifier<Dependency>: String]
    let starts: Set<Start>
    /// The teams at both ends.
    let tied: Set<Identifier<Rouage.Unit>>
    private let visit: Visit
    private let cords: [Cord]
    private let width: Int
    private let height: Int

    private struct Cord {
        let line: DependencyLine
        let letter: String
        let tone: RiskTone
        let from: (x: Int, y: Int)
        let to: (x: Int, y: Int)
    }

    init(
        _ visit: Visit, _ chosen: [DependencyLine], _ risks: CycleRisks, _ weeks: BoardWeeks, _ groups: [BoardGroup]
    ) {
        self.visit = visit
        let drawn = chosen.prefix(Self.most)
        var heights: [Identifier<Rouage.Unit>?: Int] = [:]
        var y = 0
        for group in groups {
            y += Self.headHeight
            for row in group.rows {
                heights[row.unit?.id] = y + Self.rowHeight / 2
                y += Self.rowHeight
            }
        }
        height = max(y, 1)
        width = weeks.mondays.count * 100
        var squares: [Start: Int] = [:]
        var rings: [Start: Int] = [:]
        var cords: [Cord] = []
        for (index, line) in drawn.enumerated() {
            guard let top = heights[line.givingTeam], let bottom = heights[line.askingTeam] else { continue }
            let start = Start(team: line.givingTeam, week: weeks.index(of: line.givenOn))
            let end = Start(team: line.askingTeam, week: weeks.index(of: line.neededBy))
            // Squares of one cell stand side by side, rings too.
            let from = start.week * 100 + 30 + 26 * min(squares[start, default: 0], 2)
            let to = end.week * 100 + 74 + 12 * min(rings[end, default: 0], 2)
            squares[start, default: 0] += 1
            rings[end, default: 0] += 1
            cords.append(
                Cord(
                    line: line, letter: Self.letter(index),
                    tone: RiskTone(risks[line.id], isStuck: risks.isStuck(line.id)), from: (from, top), to: (to, bottom)
                ))
        }
        self.cords = cords
        letters = Dictionary(uniqueKeysWithValues: cords.map { ($0.line.id, $0.letter) })
        starts = Set(squares.keys)
        tied = Set(cords.map(\.line.askingTeam)).union(cords.compactMap(\.line.givingTeam))
    }

    /// A to Z, then AA, AB…
    private static func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }

    var html: HTML {
        guard !cords.isEmpty else { return "" }
        let label = visit.say(
            Phrase(fr: "Ficelles, de qui donne à qui attend", en: "Strings, from who gives to who waits"))
        return """
            <div class="cords" role="group" aria-label="\(label)"><svg width="100%" height="100%">\
            <svg viewBox="0 0 \(width) \(height)" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">\
            \(cords.map(path))</svg>\(cords.map(ends))</svg></div>
            """
    }

    private func path(_ cord: Cord) -> HTML {
        let (from, to) = (cord.from, cord.to)
        return """
            <path class="k-\(cord.tone.name)" data-cord="\(cord.line.id.description)" \
            d="M\(from.x) \(from.y)C\(from.x + 70) \(from.y) \(to.x - 70) \(to.y) \(to.x) \(to.y)"/>
            """
    }

    private func ends(_ cord: Cord) -> HTML {
        let giver = cord.line.givingTeam == nil ? cord.line.externalParty : visit.name(cord.line.givingTeam)
        let asker = visit.name(cord.line.askingTeam)
        let label = visit.say(
            Phrase(
                fr: "\(cord.letter) : \(cord.line.what), de \(giver) à \(asker)",
                en: "\(cord.letter): \(cord.line.what), from \(giver) to \(asker)"))
        let id = cord.line.id.description
        return """
            <circle class="ring \(cord.tone.name)" cx="\(percent(cord.to.x, of: width))" cy="\(percent(cord.to.y, of: height))" r="4.5"/>\
            <svg x="\(percent(cord.from.x, of: width))" y="\(percent(cord.from.y, of: height))" class="at">\
            <a class="knot \(cord.tone.name)" href="#d-\(id)" data-cord="\(id)" aria-label="\(label)">\
            <rect x="-12" y="-12" width="24" height="24" class="hit"/><rect x="-9.5" y="-9.5" width="19" height="19" rx="3"/>\
            <text y="4">\(cord.letter)</text></a></svg>
            """
    }

    /// In hundredths of a percent.
    private func percent(_ value: Int, of whole: Int) -> HTML {
        let hundredths = value * 10_000 / whole
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
