import HTML
import Rouage
import WebCore

/// The two drawings of a result: what was given, and the means of the three crafts.
enum MercatoMarks {
    /// One square a ballot; with many ballots, one bar.
    static func distribution(_ scene: MercatoScene, _ line: MercatoRanking.Line) -> HTML {
        let label = scene.say(
            "\(line.threes) fois 3, \(line.twos) fois 2, \(line.ones) fois 1, \(line.withoutOpinion) sans avis",
            "\(line.threes) times 3, \(line.twos) times 2, \(line.ones) times 1, \(line.withoutOpinion) without opinion"
        )
        let count = line.scores + line.withoutOpinion
        let isMany = count > 20
        let width = isMany ? 120 : max(12, count * 12)
        var marks: [HTML] = []
        if isMany {
            var x = 0.5
            let scale = 119 / Double(max(1, count))
            for (value, number) in [(3, line.threes), (2, line.twos), (1, line.ones)] where number > 0 {
                let wide = Double(number) * scale
                marks.append(bar(value, x, wide))
                x += wide
            }
            if line.withoutOpinion > 0 { marks.append("<path class=\"v0\" d=\"M\(tenth(x)) 8h\(tenth(119.5 - x))\"/>") }
        } else {
            let values =
                Array(repeating: 3, count: line.threes) + Array(repeating: 2, count: line.twos)
                + Array(repeating: 1, count: line.ones)
            marks = values.enumerated().map { bar($1, Double($0 * 12) + 0.5, 10) }
            for place in values.count..<max(values.count, count) {
                marks.append("<path class=\"v0\" d=\"M\(place * 12 + 2) 8h7\"/>")
            }
        }
        return """
            <svg class="dist" viewBox="0 0 \(width) 16" width="\(width)" height="16" role="img" aria-label="\(label)">\(marks)</svg>
            """
    }

    private static func bar(_ value: Int, _ x: Double, _ width: Double) -> HTML {
        "<rect class=\"v\(value)\" x=\"\(tenth(x))\" y=\"2.5\" width=\"\(tenth(width))\" height=\"11\"/>"
    }

    private static func tenth(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// A circle, a square and a triangle between 1 and 3; equal means one above the other.
    static func crafts(_ scene: MercatoScene, _ line: MercatoRanking.Line) -> HTML {
        let known = line.craftMeans.enumerated().compactMap { place, mean in mean.map { (place, $0) } }
        guard !known.isEmpty else { return "" }
        let label = known.map { "\(scene.visit.say(MercatoScene.crafts($0))) \(scene.decimal($1, 1))" }
            .joined(separator: ", ")
        let marks = known.map { place, mean -> HTML in
            let equals = known.filter { abs($0.1 - mean) < 0.001 }.map(\.0)
            let row = Double(equals.firstIndex(of: place) ?? 0) - Double(equals.count - 1) / 2
            return mark(place, 8 + (mean - 1) * 54, 13 + row * 8.6)
        }
        return """
            <svg class="dots" viewBox="0 0 124 26" width="124" height="26" role="img" aria-label="\(label)">\
            <path class="ax" d="M8 13H116M8 9v8M62 9v8M116 9v8"/>\(marks)</svg>
            """
    }

    static func mark(_ craft: Int, _ x: Double, _ y: Double) -> HTML {
        switch craft {
        case 0: "<circle cx=\"\(tenth(x))\" cy=\"\(tenth(y))\" r=\"3.6\"/>"
        case 1: "<rect x=\"\(tenth(x - 3.3))\" y=\"\(tenth(y - 3.3))\" width=\"6.6\" height=\"6.6\"/>"
        default: "<path d=\"M\(tenth(x)) \(tenth(y - 4.2))l4.2 7.4h-8.4z\"/>"
        }
    }

    static func legend(_ scene: MercatoScene, crafts showsCrafts: Bool) -> HTML {
        let scores = [Score.must, .useful, .notNow].map { score -> HTML in
            let name = scene.visit.say(score.phrase).lowercasedFirst
            return """
                <span><svg class="dist" width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">\
                <rect class="v\(score.rawValue)" x=".5" y="2.5" width="10" height="11"/></svg> \(score.rawValue) \(name)</span>
                """
        }
        let none: HTML = """
            <span><svg class="dist" width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">\
            <path class="v0" d="M2 8h7"/></svg> \(scene.visit.say(Score.noOpinion.phrase).lowercasedFirst)</span>
            """
        let crafts = (0..<3).map { place -> HTML in
            """
            <span><svg class="dots" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">\(mark(place, 6, 6))</svg> \
            \(scene.visit.say(MercatoScene.crafts(place)))</span>
            """
        }
        let means: HTML = showsCrafts ? "<span class=\"gap\"></span>\(crafts)" : ""
        return "<div class=\"legend\">\(scores)\(none)\(means)</div>"
    }
}
